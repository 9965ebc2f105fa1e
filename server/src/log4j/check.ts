import { nearestOf } from '../schema/nearest.ts';
import { defaultFaults, keyFaults } from './check-keys.ts';
import { dateFaults, datePatternFaults, enhancedPatternFaults, patternFaults } from './check-patterns.ts';
import { appenderClasses, type ClassFacts, filterClasses, layoutClasses, type OptionType } from './classes.ts';
import { configure } from './configurator.ts';
import { readBoolean, readFileSize, readInteger, readLevel } from './java-values.ts';
import type { Component, Log4j1Appender, Log4j1Model, Option } from './model.ts';
import { openNotebook } from './notes.ts';
import type { Log4j1File, Setting } from './read.ts';
import { namesIn } from './variables.ts';

/** Faults in a log4j 1 file, by what log4j 1 makes of them. */
export type FaultKind =
  | 'undefined-appender'
  | 'unused-appender'
  | 'unknown-class'
  | 'unknown-option'
  | 'daily-backups'
  | 'invalid-level'
  | 'invalid-size'
  | 'invalid-value'
  | 'unknown-conversion'
  | 'missing-layout'
  | 'missing-file'
  | 'orphan-additivity'
  | 'root-logger-name'
  | 'unknown-key'
  | 'orphan-option'
  | 'date-pattern';

/** One fault: where, what, and which value or key would be right. */
export interface Fault {
  readonly kind: FaultKind;
  readonly setting: Setting;
  readonly message: string;
  /** The part of the value or key that is meant, as it is written; the whole value where nothing is said. */
  readonly word?: string;
  readonly on?: 'key';
  /** A value to set instead, a key to rename to, or a comment to move out of the value. */
  readonly value?: string;
  readonly key?: string;
  readonly remark?: string;
}

/** Finds what log4j 1 complains about, ignores or reads in a way the author cannot mean. */
export function checkLog4j1(file: Log4j1File): readonly Fault[] {
  const model = configure(file, openNotebook());
  return [
    ...loggerFaults(file, model),
    ...keyFaults(file),
    ...[...file.byKey.values()].flatMap((setting) => [...defaultFaults(setting, file)]),
    ...[...model.appenders.values()].flatMap((appender) => [...appenderFaults(appender, model)]),
  ];
}

const loggerKey = /^log4j\.(rootLogger|rootCategory|logger\.(.*)|category\.(.*))$/s;

function* loggerFaults(file: Log4j1File, model: Log4j1Model): Iterable<Fault> {
  for (const setting of file.byKey.values()) {
    if (loggerKey.test(setting.key)) yield* loggerValueFaults(setting, file);
    if (/^log4j\.(logger|category)\.root$/.test(setting.key)) yield rootNameFault(setting, file);
    if (setting.key === 'log4j.threshold') yield* levelFaults(setting, setting.value, 'ALL');
    const [, name] = /^log4j\.additivity\.(.+)$/s.exec(setting.key) ?? [];
    if (name !== undefined && !model.loggers.some((logger) => logger.name === name)) {
      const message = `log4j 1 reads additivity with the logger \`${name}\`, which is not set: add \`log4j.logger.${name}\`.`;
      yield { kind: 'orphan-additivity', setting, on: 'key', message };
    } else if (name !== undefined && namesIn(setting.value).length === 0 && readBoolean(setting.value) === undefined) {
      const message = `Additivity must be \`true\` or \`false\`: log4j 1 takes \`true\` instead of \`${setting.value}\`.`;
      yield { kind: 'invalid-value', setting, message };
    }
  }
}

function rootNameFault(setting: Setting, file: Log4j1File): Fault {
  const message = 'This is a logger that happens to be called `root`; the root logger is set by `log4j.rootLogger`.';
  const free = !file.byKey.has('log4j.rootLogger') && !file.byKey.has('log4j.rootCategory');
  return { kind: 'root-logger-name', setting, on: 'key', message, ...(free && { key: 'log4j.rootLogger' }) };
}

/** Values with variables are the environment's to decide. */
function* loggerValueFaults(setting: Setting, file: Log4j1File): Iterable<Fault> {
  if (namesIn(setting.value).length > 0) return;
  const [first = '', ...rest] = setting.value.split(',');
  const level = first.trim();
  if (level !== '' && !/^(inherited|null)$/i.test(level)) yield* levelFaults(setting, first, 'DEBUG');
  for (const name of new Set(rest.map((word) => word.trim()))) {
    if (name === '' || file.byKey.has(`log4j.appender.${name}`)) continue;
    yield undefinedAppender(setting, name, file);
  }
}

function undefinedAppender(setting: Setting, name: string, file: Log4j1File): Fault {
  const defined = (file.members.get('log4j.appender') ?? []).map(({ key }) => key.slice('log4j.appender.'.length));
  // What an appender with options lacks is its class: without its name here they would be nobody's.
  const isHalf = hasOptions(name, file);
  const meant = isHalf ? undefined : nearestOf(defined, name);
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  const message = `No appender \`${name}\` is defined: log4j 1 prints an error and goes on without it.${hint}`;
  const words = setting.value.split(',');
  const value = words
    .flatMap((word) => (word.trim() !== name ? [word] : meant === undefined ? [] : [word.replace(name, () => meant)]))
    .join(',');
  return { kind: 'undefined-appender', setting, word: name, message, ...(!isHalf && { value }) };
}

function hasOptions(name: string, { byKey }: Log4j1File): boolean {
  return [...byKey.keys()].some((key) => key.startsWith(`log4j.appender.${name}.`));
}

function* levelFaults(setting: Setting, text: string, fallback: 'ALL' | 'DEBUG'): Iterable<Fault> {
  const word = text.trim();
  if (namesIn(text).length > 0 || word === '') return;
  const { fault } = readLevel(word, fallback);
  if (fault === undefined) return;
  const [, level = '', remark = ''] = /^(\w+)\s+(#.*)$/s.exec(word) ?? [];
  if (fault === 'custom' && level === '') return;
  const message =
    remark === ''
      ? `\`${word}\` is no level: log4j 1 takes ${fallback}. Levels are OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE and ALL.`
      : `A comment behind a value is part of it: log4j 1 takes ${fallback} instead of ${level}.`;
  const known = readLevel(level, fallback).fault === undefined;
  yield {
    kind: 'invalid-level',
    setting,
    word,
    message,
    ...(remark !== '' && known && { value: setting.value.replace(/\s+#.*$/s, ''), remark: remark.replace(/^#\s*/, '') }),
  };
}

function* appenderFaults(appender: Log4j1Appender, model: Log4j1Model): Iterable<Fault> {
  const { setting, name, layout } = appender;
  if (!model.live.has(name) && !isOpen(model)) {
    yield {
      kind: 'unused-appender',
      setting,
      on: 'key',
      message: `No logger refers to the appender \`${name}\`: log4j 1 never creates it.`,
    };
  }
  yield* componentFaults(appender, appenderClasses);
  if (model.live.has(name)) yield* datePatternFaults(appender);
  if (layout !== undefined) yield* componentFaults(layout, layoutClasses);
  for (const filter of appender.filters) yield* componentFaults(filter, filterClasses);
  const facts = appenderClasses.get(appender.className);
  if (facts?.needsLayout === true && layout === undefined) {
    yield {
      kind: 'missing-layout',
      setting,
      message: `The appender \`${name}\` needs \`log4j.appender.${name}.layout\`: without one log4j 1 writes nothing.`,
    };
  }
  if (['file', 'rolling', 'daily'].includes(facts?.kind ?? '') && !appender.options.has('file')) {
    yield {
      kind: 'missing-file',
      setting,
      message: `The appender \`${name}\` needs \`log4j.appender.${name}.File\`: without one log4j 1 writes nothing.`,
    };
  }
}

/** A logger with a variable may name any appender. */
function isOpen({ root, loggers }: Log4j1Model): boolean {
  return [root, ...loggers].some(({ setting }) => setting !== undefined && namesIn(setting.value).length > 0);
}

function* componentFaults(component: Component, classes: ReadonlyMap<string, ClassFacts<string>>): Iterable<Fault> {
  const facts = classes.get(component.className);
  if (facts === undefined) yield* classFaults(component, classes);
  else for (const [name, option] of component.options) yield* optionFaults(name, option, facts, component.className);
}

/** Only log4j 1's own packages are known in full. */
function* classFaults({ className, setting }: Component, classes: ReadonlyMap<string, unknown>): Iterable<Fault> {
  const begun = [...classes.keys()].find((name) => className.startsWith(name) && !/[\w$]/.test(className.charAt(name.length)));
  if (begun !== undefined && namesIn(setting.value).length === 0) {
    const why = /\s#/.test(className) ? 'a comment behind a value is part of it' : 'what stands behind the name counts';
    yield { kind: 'unknown-class', setting, message: `log4j 1 has no class \`${className}\`: ${why}.`, value: begun };
    return;
  }
  const near = nearestOf([...classes.keys()], className);
  const [simple, nearSimple] = [simpleName(className), simpleName(near ?? '')];
  const meant = simple === nearSimple || nearestOf([nearSimple], simple) !== undefined ? near : undefined;
  if (namesIn(setting.value).length > 0 || (meant === undefined && !/^org\.apache\.log4j\.(\w+|varia\.\w+)$/.test(className))) return;
  if (/^org\.apache\.log4j\./.test(className) || meant !== undefined) {
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    yield {
      kind: 'unknown-class',
      setting,
      message: `log4j 1 has no class \`${className}\`.${hint}`,
      ...(meant !== undefined && { value: meant }),
    };
  }
}

function simpleName(className: string): string {
  return className.slice(className.lastIndexOf('.') + 1);
}

function* optionFaults(name: string, { setting, value, text }: Option, facts: ClassFacts<string>, className: string): Iterable<Fault> {
  const type = facts.options[name];
  const word = setting.key.slice(setting.key.lastIndexOf('.') + 1);
  if (type === undefined) yield unknownOption(word, setting, facts, className);
  else if (namesIn(text).length === 0) yield* valueFaults(type, word, value, setting);
}

function unknownOption(word: string, setting: Setting, facts: ClassFacts<string>, className: string): Fault {
  const simple = simpleName(className);
  if (facts.kind === 'daily' && /^max(imumFileSize|FileSize|BackupIndex)$/i.test(word)) {
    const effect = /index/i.test(word) ? 'old files are kept for ever' : 'files roll by date only';
    return { kind: 'daily-backups', setting, on: 'key', word, message: `\`${simple}\` has no \`${word}\`: ${effect}.` };
  }
  const meant = nearestOf(Object.keys(facts.options), word);
  const spelled = meant && meant.slice(0, 1).toUpperCase() + meant.slice(1);
  const hint = spelled === undefined ? '' : ` Did you mean \`${spelled}\`?`;
  const key = spelled && setting.key.slice(0, setting.key.length - word.length) + spelled;
  return {
    kind: 'unknown-option',
    setting,
    on: 'key',
    word,
    message: `\`${simple}\` has no option \`${word}\`: log4j 1 ignores it.${hint}`,
    ...(key !== undefined && { key }),
  };
}

function* valueFaults(type: OptionType, word: string, value: string, setting: Setting): Iterable<Fault> {
  const wrong = (wanted: string): Fault => ({
    kind: 'invalid-value',
    setting,
    message: `\`${word}\` must be ${wanted}: log4j 1 ignores \`${value}\`.`,
  });
  if (type === 'boolean' && readBoolean(value) === undefined) yield wrong('`true` or `false`');
  if (type === 'integer' && readInteger(value) === undefined) yield wrong('a whole number');
  if (type === 'level') yield* levelFaults(setting, value, 'DEBUG');
  if (type === 'size') yield* sizeFaults(word, value, setting);
  if (type === 'pattern' || type === 'enhanced-pattern') yield* dateFaults(value, setting);
  if (type === 'pattern') yield* patternFaults(value, setting);
  if (type === 'enhanced-pattern') yield* enhancedPatternFaults(value, setting);
  if (type === 'console-target' && !/^\s*system\.(out|err)\s*$/i.test(value)) yield wrong('`System.out` or `System.err`');
}

function* sizeFaults(word: string, value: string, setting: Setting): Iterable<Fault> {
  if (readFileSize(value) !== undefined) return;
  const [, number, unit] = /^\s*(\d+)\s*([KMG])B?\s*$/i.exec(value) ?? [];
  const fixed = number === undefined || unit === undefined ? undefined : `${number}${unit.toUpperCase()}B`;
  const message = `\`${word}\` must be a whole number with \`KB\`, \`MB\` or \`GB\` right behind it: log4j 1 takes 10MB instead of \`${value}\`.`;
  yield { kind: 'invalid-size', setting, message, ...(fixed !== undefined && { value: fixed }) };
}
