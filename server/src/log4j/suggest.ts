import { appenderClasses, filterClasses, layoutClasses } from './classes.ts';
import { configure } from './configurator.ts';
import { exampleLine } from './example-line.ts';
import { capitalize, type Meaning, meaningOf } from './explain.ts';
import { levels } from './java-values.ts';
import { loggersBefore4 } from './logger-names.ts';
import { openNotebook } from './notes.ts';
import { patternLetters } from './pattern.ts';
import type { Log4j1File } from './read.ts';
import { classWords, keyWords, optionWords } from './words.ts';

/** Something to complete with; `detail` is Markdown. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string | undefined;
}

/** Keys that may stand in the file, given what is typed of one. */
export function suggestKeys(file: Log4j1File, typed: string): readonly Suggestion[] {
  const [, prefix, name = '', part = ''] = /^(log4j\.appender\.([^.]+))(\.layout|\.filter\.[^.]+)?\.[^.]*$/.exec(typed) ?? [];
  if (/^log4j\.(logger|category)\.[\w.$]*$/.test(typed)) return loggerKeys(typed);
  if (prefix === undefined) return topKeys(file);
  const meaning = meaningOf(file, prefix + part);
  const className = meaning !== undefined && 'className' in meaning ? meaning.className : '';
  const facts = [appenderClasses, layoutClasses, filterClasses]
    .map((classes) => classes.get(className))
    .find((found) => found !== undefined);
  const options = Object.keys(facts?.options ?? {})
    .filter((option) => option !== 'name')
    .map((option) => ({ label: `log4j.appender.${name}${part}.${capitalize(option)}`, detail: optionWords[option] }));
  return part === '' && facts?.needsLayout === true ? [{ label: `${prefix}.layout`, detail: layoutWords }, ...options] : options;
}

function loggerKeys(typed: string): readonly Suggestion[] {
  const [beginning = ''] = /^log4j\.\w+\./.exec(typed) ?? [];
  return loggersBefore4.map((name) => ({ label: beginning + name, detail: keyWords['log4j.logger.'] }));
}

function topKeys(file: Log4j1File): readonly Suggestion[] {
  const model = configure(file, openNotebook());
  const additivity = model.loggers
    .filter((logger) => logger.additivity === undefined)
    .map(({ name }) => ({ label: `log4j.additivity.${name}`, detail: keyWords['log4j.additivity.'] }));
  const missing =
    [...model.root.appenders, ...model.loggers.flatMap(({ appenders }) => appenders)].length === 0
      ? []
      : [...model.appenders.keys()].map((name) => ({ label: `log4j.appender.${name}.`, detail: undefined }));
  return [...Object.entries(keyWords).map(([label, detail]) => ({ label, detail })), ...missing, ...additivity];
}

/** Values to complete with: `length` of the characters before the cursor are replaced; undefined: the whole value, or the word of a list. */
export interface ValueSuggestions {
  readonly items: readonly Suggestion[];
  readonly length?: number;
}

/** Values that a key may take; `typed` is what stands before the cursor. */
export function suggestValues(file: Log4j1File, key: string, typed: string): ValueSuggestions {
  const variable = /\$\{([^{}]*)$/.exec(typed)?.[1];
  if (variable !== undefined) return { items: variables(file, key), length: variable.length };
  const meaning = meaningOf(file, key);
  if (meaning === undefined) return { items: [] };
  const type = meaning.kind === 'option' ? meaning.facts?.options[meaning.name] : undefined;
  return (type === 'pattern' || type === 'enhanced-pattern' ? inPattern(typed) : undefined) ?? { items: wholeValues(file, meaning, typed) };
}

/** Names behind `${`: what the file defines, and what Kafka’s scripts do. */
function variables(file: Log4j1File, own: string): readonly Suggestion[] {
  const defined = [...file.byKey.keys()].filter((key) => key !== own && !meaningOf(file, key));
  const known = defined.includes('kafka.logs.dir') ? [] : ['kafka.logs.dir'];
  return [...defined, ...known].map((label) => ({ label, detail: undefined }));
}

/** Behind `%` its letters, behind `%d{` formats of dates. */
function inPattern(typed: string): ValueSuggestions | undefined {
  const date = /%d\{([^{}]*)$/.exec(typed)?.[1];
  const formats = ['ISO8601', 'ABSOLUTE', 'DATE', 'yyyy-MM-dd HH:mm:ss.SSS', 'HH:mm:ss'];
  if (date !== undefined) return { items: formats.map((label) => ({ label, detail: exampleLine(`%d{${label}}`) })), length: date.length };
  const letter = /%[-.\d]*([A-Za-z]?)$/.exec(typed)?.[1];
  return letter === undefined
    ? undefined
    : { items: Object.entries(patternLetters).map(([label, detail]) => ({ label, detail })), length: letter.length };
}

function wholeValues(file: Log4j1File, meaning: Meaning, typed: string): readonly Suggestion[] {
  if (meaning.kind === 'key') return keyValues(file, meaning.key, typed);
  if (meaning.kind === 'option') return optionValues(meaning.facts?.options[meaning.name]);
  const classes = { appender: appenderClasses, layout: layoutClasses, filter: filterClasses }[meaning.kind];
  return [...classes.keys()].map((label) => ({ label, detail: classWords[label] }));
}

const { layout: layoutWords } = optionWords;

const levelSuggestions: readonly Suggestion[] = levels.map((label) => ({ label, detail: undefined }));
const truth: readonly Suggestion[] = ['true', 'false'].map((label) => ({ label, detail: undefined }));

function keyValues(file: Log4j1File, key: string, typed: string): readonly Suggestion[] {
  if (key === 'log4j.threshold') return levelSuggestions;
  if (['log4j.additivity.', 'log4j.debug', 'log4j.reset'].includes(key)) return truth;
  if (key === 'log4j.appender.' || !typed.includes(',')) return key === 'log4j.appender.' ? [] : levelSuggestions;
  return [...configure(file, openNotebook()).appenders.values()].map(({ name, className }) => ({
    label: name,
    detail: classWords[className],
  }));
}

function optionValues(type: string | undefined): readonly Suggestion[] {
  if (type === 'boolean') return truth;
  if (type === 'level') return levelSuggestions;
  const examples: Readonly<Record<string, readonly string[]>> = {
    'console-target': ['System.out', 'System.err'],
    size: ['10MB', '100MB', '1GB'],
    'date-pattern': ["'.'yyyy-MM-dd", "'.'yyyy-MM-dd-HH", "'.'yyyy-MM"],
    pattern: ['[%d] %p %m (%c)%n', '%d{ISO8601} %-5p [%t] %c{1}:%L - %m%n'],
    'enhanced-pattern': ['[%d] %p %m (%c)%n', '%d{ISO8601} %-5p [%t] %c{1.} - %m%n%throwable'],
    encoding: ['UTF-8', 'ISO-8859-1'],
  };
  return (examples[type ?? ''] ?? []).map((label) => ({ label, detail: undefined }));
}
