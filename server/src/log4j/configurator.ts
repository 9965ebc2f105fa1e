import { propertyOrder } from './hash-order.ts';
import { decapitalize, type LevelReading, readBoolean, readLevel } from './java-values.ts';
import type { Component, LevelChoice, Log4j1Appender, Log4j1Filter, Log4j1Logger, Log4j1Model, Option, Options } from './model.ts';
import type { Notebook } from './notes.ts';
import { type Log4j1File, membersOf, type Setting } from './read.ts';
import { namesIn, resolver } from './variables.ts';

/** Builds what `org.apache.log4j.PropertyConfigurator` of 1.2.17 would build. */
export function configure(file: Log4j1File, notebook: Notebook): Log4j1Model {
  const resolve = resolverOf(file);
  const root = readRoot(file, notebook);
  const loggers = readLoggers(file, notebook);
  const live = new Set([root, ...loggers].flatMap((logger) => logger.appenders));
  const threshold = file.byKey.get('log4j.threshold');
  return {
    root,
    loggers,
    appenders: new Map(appenderNames(file, live).map((name) => [name, readAppender(file, name)])),
    live,
    threshold: threshold && { choice: thresholdChoice(threshold.value, resolve), setting: threshold },
    debug: file.byKey.get('log4j.debug') ?? file.byKey.get('log4j.configDebug'),
  };
}

type Resolve = (value: string) => string;

/** The repository's threshold; what is no level lets everything pass. */
function thresholdChoice(text: string, resolve: Resolve): LevelChoice {
  const unset = resolve(text).trim() === '' ? unsetLevel(text) : undefined;
  return unset === undefined ? levelChoice(text, readLevel(resolve(text), 'ALL')) : { ...unset, level: 'ALL' };
}

const resolvers = new WeakMap<Log4j1File, Resolve>();

/** Replaces variables from the file's own keys, which log4j 1 asks after the system properties. */
export function resolverOf(file: Log4j1File): Resolve {
  const known = resolvers.get(file) ?? resolver((name) => file.byKey.get(name)?.value);
  resolvers.set(file, known);
  return known;
}

function readRoot(file: Log4j1File, notebook: Notebook): Log4j1Logger {
  const named = file.byKey.get('log4j.rootLogger');
  const old = file.byKey.get('log4j.rootCategory');
  const setting = named ?? old;
  if (named !== undefined && old !== undefined) notebook.add('kept', 'log4j.rootCategory has no effect beside log4j.rootLogger.', [old]);
  if (setting === undefined) {
    notebook.add('kept', 'The file sets no root logger: log4j 1 leaves it at DEBUG without appenders, and so does the result.');
    return { name: '', level: { level: 'DEBUG' }, appenders: [], additive: true, setting, additivity: undefined };
  }
  const read = readLogger(file, '', setting, undefined, notebook);
  if (read.level?.level !== undefined) return read;
  if (read.level === undefined) notebook.add('kept', 'No level is given for the root logger: it stays at DEBUG, as in log4j 1.', [setting]);
  else if (read.level.text === undefined)
    notebook.add('kept', 'The root logger cannot inherit a level: it stays at DEBUG, as in log4j 1.', [setting]);
  return { ...read, level: { ...read.level, level: 'DEBUG' } };
}

const loggerPrefixes = ['log4j.logger.', 'log4j.category.'] as const;

function readLoggers(file: Log4j1File, notebook: Notebook): readonly Log4j1Logger[] {
  const named = new Map<string, Setting[]>();
  for (const setting of file.byKey.values()) {
    const prefix = loggerPrefixes.find((candidate) => setting.key.startsWith(candidate));
    if (prefix === undefined) continue;
    const name = setting.key.slice(prefix.length);
    named.set(name, [...(named.get(name) ?? []), setting]);
  }
  const order = propertyOrder(file.byKey.size);
  return [...named].flatMap(([name, settings]) => {
    if (!isLoggerName(name)) notebook.add('changed', nameRemark(name), [...settings, file.byKey.get(`log4j.additivity.${name}`)]);
    if (settings.length > 1) notebook.add('kept', setTwice(name), settings);
    const inOrder = settings.length > 1 ? settings.toSorted((x, y) => order(x.key, y.key)) : settings;
    return isLoggerName(name)
      ? (inOrder.reduce<Log4j1Logger | undefined>((one, next) => readLogger(file, name, next, one, notebook), undefined) ?? [])
      : [];
  });
}

function setTwice(name: string): string {
  return `The logger ${name} is set twice, as log4j.logger and as log4j.category: log4j 1 goes by a hash table; the one that it comes to last is kept.`;
}

/** Log4j2 takes a logger called `root`, in any place, for the root logger. */
function isLoggerName(name: string): boolean {
  return name !== '' && name !== 'root';
}

function nameRemark(name: string): string {
  if (name === '') return 'A logger without a name gets no events; it is left out.';
  return 'log4j.logger.root is a logger that happens to be called "root", not the root logger; Log4j2 would take it for the root logger, so it is left out.';
}

function readLogger(file: Log4j1File, name: string, setting: Setting, before: Log4j1Logger | undefined, notebook: Notebook): Log4j1Logger {
  const resolve = resolverOf(file);
  const value = resolve(setting.value);
  const words = value.split(',').filter((word) => word !== '');
  const inherits = value === '' || value.startsWith(',');
  const level = inherits ? unsetLevel(setting.value) : readLoggerLevel(setting, words[0] ?? '', resolve, notebook);
  const additivity = file.byKey.get(`log4j.additivity.${name}`);
  const combined = combinedVariables(setting.value, resolve);
  return {
    name,
    level: level ?? before?.level,
    appenders: definedAppenders(file, inherits ? words : words.slice(1), setting, notebook),
    ...readAdditivity(name === '' ? undefined : additivity, resolve, notebook),
    setting,
    additivity: name === '' ? undefined : additivity,
    ...(combined.length === 0 ? {} : { combined }),
  };
}

/** Variables of a logger's value that name appenders: those behind the first comma, and those before it that bring a comma along. */
function combinedVariables(text: string, resolve: Resolve): readonly string[] {
  if (!text.includes('${')) return [];
  const level = levelText(text);
  const behind = namesIn(text.slice(text.indexOf(level) + level.length));
  return [...(resolve(level).includes(',') ? namesIn(level) : []), ...behind];
}

/** The text before the first comma that is not inside `${…}`. */
function levelText(text: string): string {
  return (/^(?:\$\{[^}]*\}|[^,])*/.exec(text)?.[0] ?? '').trim();
}

/** A level that is nothing but variables which the file does not define: somebody sets them from outside. */
function unsetLevel(text: string): LevelChoice | undefined {
  if (!text.includes('${')) return undefined;
  const first = levelText(text);
  return namesIn(first).length > 0 ? { level: undefined, text: first } : undefined;
}

function readLoggerLevel(setting: Setting, word: string, resolve: Resolve, notebook: Notebook): LevelChoice {
  // Compared before trimming, as log4j 1 does: "INHERITED , A" is a typo for DEBUG.
  if (/^(inherited|null)$/i.test(word)) return { level: undefined };
  const reading = readLevel(word, 'DEBUG');
  const unset = word.trim() === '' ? unsetLevel(setting.value) : undefined;
  if (unset !== undefined) return { ...unset, level: reading.level };
  if (reading.fault !== undefined) {
    const why = reading.fault === 'custom' ? 'what follows the # names a class with levels of its own; without it' : 'this is no level;';
    notebook.add('kept', `"${word.trim()}": ${why} log4j 1 takes DEBUG, and so does the result.`, [setting]);
    return { level: reading.level };
  }
  const text = levelText(setting.value);
  return resolve(text).includes(',') ? { level: reading.level } : levelChoice(text, reading);
}

/** Keeps the variables of a level text, unless the level is not the one they spell. */
function levelChoice(text: string, reading: LevelReading): LevelChoice {
  return namesIn(text).length > 0 && reading.fault === undefined ? { level: reading.level, text: text.trim() } : { level: reading.level };
}

function definedAppenders(file: Log4j1File, words: readonly string[], setting: Setting, notebook: Notebook): readonly string[] {
  const names = [...new Set(words.map((word) => word.trim()).filter((name) => name !== ''))];
  return names.filter((name) => {
    const defined = file.byKey.has(`log4j.appender.${name}`);
    if (!defined)
      notebook.add(
        'kept',
        `The appender ${name} is not defined: log4j 1 prints an error and goes on without it; the reference is left out.`,
        [setting],
      );
    return defined;
  });
}

function readAdditivity(
  setting: Setting | undefined,
  resolve: Resolve,
  notebook: Notebook,
): Pick<Log4j1Logger, 'additive' | 'additivityText'> {
  if (setting === undefined) return { additive: true };
  const value = resolve(setting.value);
  const additive = readBoolean(value);
  if (additive === undefined && value !== '')
    notebook.add('kept', `"${value}" is neither true nor false: log4j 1 takes true, and so does the result.`, [setting]);
  return {
    additive: additive ?? true,
    ...(namesIn(setting.value).length > 0 && (additive !== undefined || value === '') ? { additivityText: setting.value.trim() } : {}),
  };
}

/** Names defined without dots, and those with dots that a logger names (otherwise they are options of another appender). */
function appenderNames(file: Log4j1File, live: ReadonlySet<string>): readonly string[] {
  const defined = membersOf(file, 'log4j.appender').map(({ key }) => key.slice('log4j.appender.'.length));
  const dotted = [...live].filter((name) => name.includes('.'));
  return [...defined.filter((name) => name !== ''), ...dotted];
}

function readAppender(file: Log4j1File, name: string): Log4j1Appender {
  const prefix = `log4j.appender.${name}`;
  const component = readComponent(file, prefix, ['layout', 'Layout', 'errorhandler', 'errorHandler', 'ErrorHandler']);
  // The bean property of this name is set after the layout that the appender is made with.
  const layoutPrefix = [`${prefix}.Layout`, `${prefix}.layout`].find((key) => file.byKey.has(key));
  const layout = layoutPrefix === undefined ? undefined : readComponent(file, layoutPrefix);
  const filters = readFilters(file, `${prefix}.filter`);
  // Of log4j 1's own appenders, those of `rolling` have policies.
  const hasPolicies = !/^org\.apache\.(?:log4j\.(?!rolling\.)|kafka\.)|^kafka\./.test(component.className);
  const words = hasPolicies ? ['rollingPolicy', 'triggeringPolicy', 'RollingPolicy', 'TriggeringPolicy'] : [];
  const policies = words.flatMap((word) => membersOf(file, `${prefix}.${word}`));
  // Of handlers of errors is told apart: no appender keeps them.
  const members = membersOf(file, prefix).filter(({ key }) => !/\.errorhandler$/i.test(key));
  const own = [component.setting, ...members, ...policies, ...membersOf(file, layoutPrefix ?? `${prefix}.layout`)];
  return {
    ...component,
    name,
    layout,
    filters,
    settings: [...own, ...filters.flatMap((filter) => [filter.setting, ...[...filter.options.values()].map((option) => option.setting)])],
  };
}

/** A class with its options; the caller knows that the setting of the prefix exists. */
function readComponent(file: Log4j1File, prefix: string, notOptions: readonly string[] = []): Component {
  const setting = file.byKey.get(prefix);
  if (setting === undefined) throw new RangeError(`no setting ${prefix}`);
  return { className: resolverOf(file)(setting.value).trim(), options: readOptions(file, prefix, notOptions), setting };
}

/** `PropertySetter.setProperties`: keys one word below the prefix, by bean name; of `File` and `file` the one that is set last. */
export function readOptions(file: Log4j1File, prefix: string, notOptions: readonly string[] = []): Options {
  const options = new Map<string, Option>();
  for (const setting of membersOf(file, prefix)) {
    const word = setting.key.slice(prefix.length + 1);
    const name = decapitalize(word);
    const before = options.get(name);
    if (word === '' || notOptions.includes(word) || (before && propertyOrder(file.byKey.size)(before.setting.key, setting.key) > 0))
      continue;
    options.set(name, { setting, text: setting.value, value: resolverOf(file)(setting.value) });
  }
  return options;
}

/** `PropertyConfigurator.parseAppenderFilters`: sorted by key; the class name takes no variables. */
function readFilters(file: Log4j1File, prefix: string): readonly Log4j1Filter[] {
  const settings = membersOf(file, prefix).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return settings.map((setting) => ({
    ...readComponent(file, setting.key),
    className: setting.value,
    id: setting.key.slice(prefix.length + 1),
  }));
}
