import { withoutClashes } from './clashes.ts';
import { configure } from './configurator.ts';
import { type Conversion, levelText, type Target } from './conversion.ts';
import { convertAppender } from './convert-appender.ts';
import { convertLoggers, standIns } from './convert-loggers.ts';
import { readBoolean } from './java-values.ts';
import { noteLeftovers } from './leftovers.ts';
import type { Log4j1Appender } from './model.ts';
import { type Note, openNotebook } from './notes.ts';
import { printProperties } from './print-properties.ts';
import { printXml } from './print-xml.ts';
import { printYaml } from './print-yaml.ts';
import { readLog4j1, type Setting } from './read.ts';
import { templateIn } from './templates.ts';
import { attributeOf, type Configuration, type Element, element } from './tree.ts';
import { openVariableBook } from './variable-book.ts';

export interface ConvertOptions {
  readonly to: Target;
  /** The Kafka version that will read the result, such as `4.1`; undefined = the newest. Loggers whose classes moved are set under both names. */
  readonly kafka?: string;
  /** Where log files go when nobody sets `kafka.logs.dir`; `''` does what log4j 1 did: below the root directory. Default `.`, as Kafka 4 ships it. */
  readonly logsDir?: string;
}

/** A conversion, or why there is none. */
export type Converted =
  | {
      readonly output: string;
      readonly notes: readonly Note[];
      /** True where something that log4j 1 did is not done by the result. */
      readonly lossy: boolean;
    }
  | { readonly refused: string };

/** Converts a log4j 1 properties file into a Log4j2 configuration that behaves the same. Never throws; the same input gives the same bytes. */
export function convertLog4j(text: string, options: ConvertOptions): Converted {
  const template = templateIn(text);
  if (template !== undefined) return { refused: `The file is a template (${template}): convert what it renders to.` };
  const file = readLog4j1(text);
  if (!file.settings.some(({ key }) => key.startsWith('log4j.')))
    return { refused: 'No key of the file begins with log4j., so there is nothing for log4j 1 in it.' };
  const notebook = openNotebook();
  const logsDir = options.logsDir ?? '.';
  const variables = openVariableBook(file, notebook, new Map(logsDir === '' ? [] : [['kafka.logs.dir', logsDir]]));
  const conversion: Conversion = {
    file,
    model: configure(file, notebook),
    notebook,
    variables,
    target: options.to,
    kafka: options.kafka,
    defaults: new Set(),
  };
  const configuration = convertModel(conversion);
  noteLeftovers(configuration, conversion);
  const notes = notebook.notes();
  return { output: print(configuration, options.to, file.settings), notes, lossy: notes.some((note) => note.kind === 'lost') };
}

function print(configuration: Configuration, to: Target, settings: readonly Setting[]): string {
  switch (to) {
    case 'xml':
      return printXml(configuration, settings);
    case 'yaml':
      return printYaml(configuration, settings);
    case 'properties':
      return printProperties(configuration, settings);
  }
}

function convertModel(conversion: Conversion): Configuration {
  const { model, file, variables } = conversion;
  const placed = [...model.appenders.values()].flatMap((appender) => placeAppender(appender, conversion) ?? []);
  const converted = withoutClashes(placed, conversion);
  const missing = standIns(new Set(converted.filter((appender) => appender.off !== true).map(nameOf)), conversion);
  const appenders = [...converted, ...missing];
  const existing = new Set(appenders.filter((appender) => appender.off !== true).map(nameOf));
  const loggers = convertLoggers(existing, conversion);
  const open = loggers.children.some((logger) => attributeOf(logger, 'levelAndRefs') !== undefined);
  const threshold = convertThreshold(conversion);
  // Last: by now it is known which variables are used.
  const properties = variables.properties();
  return {
    attributes: isDebugging(conversion) ? [{ name: 'status', value: 'debug' }] : [],
    children: [
      group('Properties', properties),
      threshold,
      group(
        'Appenders',
        open ? appenders : appenders.map((appender) => (model.live.has(nameOf(appender)) ? appender : switchedOff(appender))),
      ),
      loggers,
    ].filter((child) => child !== undefined),
    head: file.head,
    tail: file.tail,
  };
}

function nameOf(appender: Element): string {
  return attributeOf(appender, 'name') ?? '';
}

function switchedOff(appender: Element): Element {
  return { ...appender, attributes: appender.attributes.filter(({ name }) => name !== 'createOnDemand'), off: true };
}

/** An appender that no logger refers to does not exist in log4j 1: it becomes a comment, unless a variable may come to name it. */
function placeAppender(appender: Log4j1Appender, conversion: Conversion): Element | undefined {
  const { model, target } = conversion;
  const converted = convertAppender(appender, conversion);
  if (converted === undefined || model.live.has(appender.name)) return converted;
  const open = target === 'properties' && [model.root, ...model.loggers].some((logger) => logger.combined !== undefined);
  if (!open) return { ...converted, off: true };
  const isFile = converted.name === 'File' || converted.name === 'RollingFile';
  return isFile ? { ...converted, attributes: [...converted.attributes, { name: 'createOnDemand', value: 'true' }] } : converted;
}

function group(name: string, children: readonly Element[]): Element | undefined {
  return children.length === 0 ? undefined : element(name, {}, children);
}

function convertThreshold(conversion: Conversion): Element | undefined {
  const { threshold } = conversion.model;
  const level = levelText(threshold?.choice, conversion, threshold?.setting);
  return threshold === undefined || level === undefined || level === 'ALL'
    ? undefined
    : element('ThresholdFilter', { level }, [], [threshold.setting]);
}

/** `log4j.debug` with anything but `false` makes log4j 1 report what it does. */
function isDebugging({ model }: Conversion): boolean {
  return model.debug !== undefined && readBoolean(model.debug.value) !== false;
}
