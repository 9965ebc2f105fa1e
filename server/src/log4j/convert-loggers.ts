import { type Conversion, levelText } from './conversion.ts';
import type { Log4j1Logger } from './model.ts';
import { type Element, element } from './tree.ts';

/** The loggers with their references; `existing` names the appenders that made it into the result. */
export function convertLoggers(existing: ReadonlySet<string>, conversion: Conversion): Element {
  const { root, loggers } = conversion.model;
  const elements = [root, ...loggers].map((logger) => convertLogger(logger, existing, conversion));
  return element('Loggers', {}, elements.toSorted((a, b) => firstLine(a) - firstLine(b)));
}

/** In the order of the file; a root logger that is not in the file comes first. */
function firstLine(logger: Element): number {
  return logger.from[0]?.line ?? -1;
}

function convertLogger(logger: Log4j1Logger, existing: ReadonlySet<string>, conversion: Conversion): Element {
  const references = logger.appenders.filter((name) => existing.has(name)).map((ref) => element('AppenderRef', { ref }));
  const { setting } = logger;
  if (logger.combined !== undefined) {
    conversion.notebook.add('changed', `\${${logger.combined}} holds a level and appenders together, which only the properties form of Log4j2 takes from a variable: -D${logger.combined}=… no longer changes them.`, [setting]);
  }
  const level = levelText(logger.level, conversion, setting);
  if (logger.name === '') return element('Root', { level }, references, [setting]);
  const additivity = logger.additivityText === undefined ? (logger.additive ? undefined : 'false') : additivityText(logger, conversion);
  return element('Logger', { name: logger.name, level: level === '' ? undefined : level, additivity }, references, [setting, logger.additivity]);
}

function additivityText(logger: Log4j1Logger, { variables }: Conversion): string | undefined {
  return logger.additivity && logger.additivityText && variables.text(logger.additivityText, logger.additivity);
}
