import { nearestOf } from '../schema/nearest.ts';
import type { Fault } from './check.ts';
import { appenderClasses } from './classes.ts';
import type { Log4j1File, Setting } from './read.ts';
import { namesIn } from './variables.ts';

/** Keys that `PropertyConfigurator` and `LogManager` look for by their whole name. */
const whole = new Set(
  ['rootLogger', 'rootCategory', 'threshold', 'debug', 'configDebug', 'reset', 'loggerFactory', 'categoryFactory', 'throwableRenderer'].map(
    (word) => `log4j.${word}`,
  ),
);
const beginnings = ['logger', 'category', 'additivity', 'appender', 'renderer', 'factory', 'throwableRenderer'].map(
  (word) => `log4j.${word}.`,
);

/** Keys that log4j 1 does not look at: slips, and options of what is not there. */
export function* keyFaults(file: Log4j1File): Iterable<Fault> {
  const variables = new Set([...file.byKey.values()].flatMap(({ value }) => namesIn(value)));
  const orphans = new Set<string>();
  const named = namedAppenders(file);
  for (const setting of file.byKey.values()) {
    const { key } = setting;
    if (!key.startsWith('log4j.') || whole.has(key) || variables.has(key)) continue;
    if (beginnings.some((beginning) => key.startsWith(beginning) && key.length > beginning.length))
      yield* orphanFault(setting, file, named, orphans);
    else yield unknownKey(setting, file);
  }
}

function unknownKey(setting: Setting, { byKey }: Log4j1File): Fault {
  const { key } = setting;
  const [head = '', second = '', ...rest] = key.split('.');
  const name = rest.length === 0 ? nearestOf([...whole], key) : undefined;
  const beginning = rest.length > 0 ? nearestOf(beginnings, `${head}.${second}.`) : undefined;
  const meant = name ?? (beginning === undefined ? undefined : beginning + rest.join('.'));
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  const message = `log4j 1 knows no \`${key}\`: it ignores it.${hint}`;
  return { kind: 'unknown-key', setting, on: 'key', message, ...(meant !== undefined && !byKey.has(meant) && { key: meant }) };
}

/** The first option of an appender or a filter without a class; of an appender that a logger names, the name is told. */
function* orphanFault(setting: Setting, { byKey }: Log4j1File, named: ReadonlySet<string>, told: Set<string>): Iterable<Fault> {
  const [, appender, filter] = /^(log4j\.appender\.[^.]+)(\.filter\.[^.]+)?\./.exec(setting.key) ?? [];
  if (appender === undefined) return;
  const owner = byKey.has(appender) && filter !== undefined ? appender + filter : appender;
  if (byKey.has(owner) || told.has(owner) || named.has(owner) || hasDottedOwner(setting, byKey, named)) return;
  told.add(owner);
  const message = `\`${owner}\`, which names a class, is not set: log4j 1 ignores its options.`;
  yield { kind: 'orphan-option', setting, on: 'key', message };
}

/** The name of an appender may have dots: a longer part of the key then names a class, or the key itself does. */
function hasDottedOwner({ key, value }: Setting, byKey: Log4j1File['byKey'], named: ReadonlySet<string>): boolean {
  const words = key.split('.');
  const starts = words.map((_, index) => words.slice(0, index).join('.')).slice(4);
  return (
    appenderClasses.has(value.trim()) || starts.some((start) => byKey.has(start) && !/\.(filter|layout)\b/.test(start)) || named.has(key)
  );
}

/** The keys of the appenders that loggers name. */
function namedAppenders({ byKey }: Log4j1File): ReadonlySet<string> {
  const lists = [...byKey.values()].filter(({ key }) => /^log4j\.(root|logger|category)/.test(key));
  return new Set(
    lists.flatMap(({ value }) =>
      value
        .split(',')
        .slice(1)
        .map((word) => `log4j.appender.${word.trim()}`),
    ),
  );
}

/** A default behind `:-`, as shells and other libraries take it. */
export function* defaultFaults(setting: Setting, file: Log4j1File): Iterable<Fault> {
  if (!setting.value.includes(':-')) return;
  for (const name of namesIn(setting.value)) {
    if (!name.includes(':-') || file.byKey.has(name)) continue;
    const own = name.slice(0, name.indexOf(':-'));
    const message = `log4j 1 knows no defaults: \`\${${name}}\` is empty. Define \`${own}\` in the file and write \`\${${own}}\`; a system property of that name counts more.`;
    yield { kind: 'invalid-value', setting, word: `\${${name}}`, message };
  }
}
