import { resolverOf } from './configurator.ts';
import { type Conversion, levelText } from './conversion.ts';
import { readLevel } from './java-values.ts';
import { withMovedLoggers } from './kafka-loggers.ts';
import type { Log4j1Logger } from './model.ts';
import { type Element, element } from './tree.ts';
import { namesIn, orElse } from './variables.ts';

/** The loggers with their references; `existing` names the appenders that made it into the result. */
export function convertLoggers(existing: ReadonlySet<string>, conversion: Conversion): Element {
  const { root, loggers } = conversion.model;
  const byName = new Map(loggers.map((logger) => [logger.name, logger]));
  // In the order of the file; a root logger that is not in the file comes first.
  const inOrder = [root, ...loggers].toSorted((a, b) => (a.setting?.line ?? -1) - (b.setting?.line ?? -1));
  const elements = withMovedLoggers(inOrder, conversion).map(({ logger, movedFrom }) => {
    const converted = convertLogger(logger, existing, byName, conversion);
    return movedFrom === undefined ? converted : { ...converted, from: [], remarks: [`${movedFrom} as newer releases call it`] };
  });
  return element('Loggers', {}, elements);
}

function convertLogger(logger: Log4j1Logger, existing: ReadonlySet<string>, byName: ByName, conversion: Conversion): Element {
  const { setting } = logger;
  const combined = combinedText(logger, existing, conversion);
  const references = logger.appenders.filter((name) => existing.has(name)).map((ref) => element('AppenderRef', { ref }));
  const level = levelOf(logger, byName, conversion);
  const start = combined === undefined ? { level: level === '' ? undefined : level } : { levelAndRefs: combined };
  if (logger.name === '') return element('Root', start, references, [setting]);
  const additivity = logger.additivityText === undefined ? (logger.additive ? undefined : 'false') : additivityText(logger, conversion);
  return element('Logger', { name: logger.name.replaceAll('${', '$${'), ...start, additivity }, references, [setting, logger.additivity]);
}

type ByName = ReadonlyMap<string, Log4j1Logger>;

/** A logger's level, with what it inherits in place of a variable that nobody sets; undefined where it has none of its own. */
function levelOf(logger: Log4j1Logger, byName: ByName, conversion: Conversion): string | undefined {
  const own = levelText(logger.level, conversion, logger.setting);
  if (own === undefined || logger.name === '' || orElse(own, 'x') === own) return own;
  const parent = parentOf(logger.name, byName) ?? conversion.model.root;
  return orElse(own, levelOf(parent, byName, conversion) ?? 'DEBUG');
}

/** The nearest logger above that has a level. */
function parentOf(name: string, byName: ByName): Log4j1Logger | undefined {
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
    const parent = byName.get(name.slice(0, end));
    if (parent?.level?.level !== undefined || parent?.level?.text !== undefined) return parent;
  }
  return undefined;
}

/** Appenders in variables: only the properties form takes them from there, as `LEVEL, appender, …` in one value. */
function combinedText(logger: Log4j1Logger, existing: ReadonlySet<string>, conversion: Conversion): string | undefined {
  const { combined, setting } = logger;
  if (combined === undefined || setting === undefined) return undefined;
  const { target, variables, notebook, file } = conversion;
  const text = combinedWords(setting.value, existing);
  const names = appendersIn(text, resolverOf(file));
  if (target === 'properties' && names.length > 0 && names.every((name) => existing.has(name))) return variables.text(text, setting);
  const options = combined.map((name) => `-D${name}=…`).join(', ');
  const message = `Appenders are named by a variable, which only the properties form of Log4j2 can do: ${options} no longer changes them.`;
  notebook.add('changed', message, [setting]);
  return undefined;
}

/** What a logger's value says without the appenders that it names itself and that are not there. */
function combinedWords(value: string, existing: ReadonlySet<string>): string {
  const words = value.match(/(?:\$\{[^}]*\}|[^,])+/g) ?? [];
  const kept = words.filter((word, index) => index === 0 || namesIn(word).length > 0 || existing.has(word.trim()));
  return kept.join(',').trim();
}

/** The appenders behind a level; none where there is no level. */
function appendersIn(text: string, resolve: (value: string) => string): readonly string[] {
  const [level = '', ...appenders] = resolve(text).split(',');
  const names = appenders.map((name) => name.trim()).filter((name) => name !== '');
  return readLevel(level, 'DEBUG').fault === undefined ? names : [];
}

/** Appenders that variables name and that did not make it into the result: the properties form needs them, doing nothing, to keep the variables. */
export function standIns(existing: ReadonlySet<string>, { model, target, file }: Conversion): readonly Element[] {
  if (target !== 'properties') return [];
  const names = [model.root, ...model.loggers].flatMap(({ combined, setting }) =>
    combined === undefined || setting === undefined ? [] : appendersIn(combinedWords(setting.value, existing), resolverOf(file)),
  );
  const missing = [...new Set(names)].filter((name) => !existing.has(name));
  return missing.map((name) => ({ ...element('Null', { name }), remarks: ['Does nothing: a variable names it.'] }));
}

function additivityText(logger: Log4j1Logger, { variables }: Conversion): string | undefined {
  return logger.additivity && logger.additivityText && orElse(variables.text(logger.additivityText, logger.additivity), 'true');
}
