import { levels } from './java-values.ts';
import type { Log4j2Syntax } from './log4j2-check.ts';
import { contextAt, type Log4j2Context } from './log4j2-context.ts';
import { attributeSnippet, elementSnippet } from './log4j2-insert.ts';
import { type OwnNames, ownNames } from './log4j2-names.ts';
import { attributeOf, type Plugin, pluginOf, pluginsInside } from './log4j2-plugins.ts';
import type { Range } from './log4j2-tree.ts';
import { type ValueSuggestion, type Values, valuesFor } from './log4j2-values.ts';

/** What may be written at a place of a Log4j2 file. */
export interface Log4j2Suggestions {
  readonly at: Range;
  readonly what: 'key' | 'value';
  readonly items: readonly Log4j2Suggestion[];
  /** Where the words about the items are: those of an element's parts, or one of the lists. */
  readonly about: Log4j2Topic;
}

/** What labels are names of: the parts of a plug-in, or the words of a list. */
export interface Log4j2Topic {
  readonly plugin?: string;
  readonly list?: 'conversions' | 'lookups';
}

export type Log4j2Suggestion = ValueSuggestion;

/** Elements, attributes or values for a place; the file need not be finished. */
export function suggestLog4j2(text: string, offset: number, syntax: Log4j2Syntax): Log4j2Suggestions | undefined {
  const context = contextAt(text, offset, syntax);
  if (context === undefined) return undefined;
  const plugin = pluginAround(context, syntax);
  if (context.what !== 'value') return names(context, plugin, syntax, text);
  const typed = text.slice(context.at.start, offset);
  const own = ownNames(text, offset, syntax);
  const values = syntax === 'properties' ? valuesOfKey(context, plugin, typed, own) : valuesOf(plugin, context.attribute ?? '', typed, own);
  if (values.items.length === 0) return undefined;
  const at =
    values.length === undefined ? context.at : { start: offset - values.length, end: wordEnd(text, offset, values, context.at.end) };
  const items = values.items.map((item) => closed(item, text, at.end, syntax, context.isBare));
  return { at, what: 'value', items, about: values.about === undefined ? {} : { list: values.about } };
}

/** The element that the place is in; the outermost may have any name. */
function pluginAround({ path, what }: Log4j2Context, syntax: Log4j2Syntax): Plugin | undefined {
  if (path.length <= 1 && syntax !== 'xml') return pluginOf('Configuration');
  if (path.length === 0) return what === 'element' ? undefined : pluginOf('Configuration');
  return path.length === 1 ? pluginOf('Configuration') : pluginOf(path.at(-1) ?? '');
}

function valuesOf(plugin: Plugin | undefined, attribute: string, typed: string, own: OwnNames): Values {
  // A plug-in of somebody else's has values too that variables may stand in.
  const any: Plugin | undefined = plugin ?? pluginOf('Property');
  if (any === undefined) return { items: [] };
  return valuesFor(any, plugin && attributeOf(plugin, attribute), typed, own);
}

/** Up to where the word at the cursor goes. */
function wordEnd(text: string, offset: number, { about }: Values, limit: number): number {
  const [rest = ''] = (about === undefined ? /^[^{}"'<>\r\n]*(?=\})/ : /^\w*/).exec(text.slice(offset, limit)) ?? [];
  return offset + rest.length;
}

/** Without a second bracket, and in quotes where the syntax wants them. */
function closed(item: ValueSuggestion, text: string, end: number, syntax: Log4j2Syntax, isBare: boolean): ValueSuggestion {
  if (item.snippet?.endsWith('}') && text[end] === '}') return { ...item, snippet: item.snippet.slice(0, -1) };
  if (isBare || item.snippet !== undefined) return item;
  const isWord = /^(true|false|-?\d+)$/.test(item.label);
  const needsQuotes =
    syntax === 'json'
      ? !isWord
      : syntax === 'yaml' && (/[:#%{}[\],&*!|>'"@`\\]|^[\s-]|^(off|on|yes|no|null|~)$|\s$/i.test(item.label) || item.label === '');
  return needsQuotes ? { ...item, snippet: `"${item.label.replace(/[\\"$}]/g, '\\$&')}"` } : item;
}

function names(context: Log4j2Context, plugin: Plugin | undefined, syntax: Log4j2Syntax, text: string): Log4j2Suggestions | undefined {
  const taken = new Set(context.written.map((name) => name.toLowerCase()));
  // What has no type yet needs one first.
  if (plugin === undefined && syntax === 'properties')
    return { at: context.at, what: 'key', items: ['type', 'name'].map((word) => ({ label: `${context.prefix}${word}` })), about: {} };
  if (plugin === undefined) return undefined;
  const items =
    syntax === 'properties'
      ? keysOf(context, plugin, taken)
      : [
          ...(context.what === 'element' ? [] : attributesOf(plugin, taken, context, syntax)),
          ...(context.what === 'attribute' ? [] : elementsOf(plugin, taken, context, text, syntax)),
        ];
  return { at: context.at, what: 'key', items, about: { plugin: plugin.name } };
}

function attributesOf(
  plugin: Plugin,
  taken: ReadonlySet<string>,
  { isBare }: Log4j2Context,
  syntax: Log4j2Syntax,
): readonly Log4j2Suggestion[] {
  const known = [...new Set(plugin.attributes.values())].filter(({ name }) => name !== 'levelAndRefs' && !name.startsWith('x'));
  return known
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .map((facts) => ({
      label: facts.name,
      ...(!isBare && { snippet: attributeSnippet(facts, syntax) }),
      ...(facts.required && { isDefault: true }),
    }));
}

/** Elements that only a program can make use of. */
const programmatic = new Set(['CountingNoOp', 'OutputStream', 'Writer']);

function elementsOf(
  plugin: Plugin,
  taken: ReadonlySet<string>,
  { isBare, at }: Log4j2Context,
  text: string,
  syntax: Log4j2Syntax,
): readonly Log4j2Suggestion[] {
  const lead = text[at.start - 1] === '<' ? '' : '<';
  return pluginsInside(plugin)
    .filter(({ name, is }) => !programmatic.has(name) && !(taken.has(name.toLowerCase()) && (syntax !== 'xml' || is.includes('Section'))))
    .map((one) => ({ label: one.name, ...(!isBare && { snippet: elementSnippet(one, syntax, lead) }) }));
}

/** Keys of the properties form, in full, since that is what is typed. */
function keysOf({ prefix = '' }: Log4j2Context, plugin: Plugin, taken: ReadonlySet<string>): readonly Log4j2Suggestion[] {
  const words = prefix === '' ? topKeys : [...(plugin.takes === undefined ? [] : wordsInside(plugin, prefix))];
  return words.filter((word) => !taken.has(word.toLowerCase())).map((word) => ({ label: prefix + word }));
}

const topKeys = [
  ...['status', 'name', 'monitorInterval', 'dest', 'shutdownHook', 'shutdownTimeout'],
  ...[
    'property.',
    'customLevel.',
    'script.',
    'filter.',
    'appender.',
    'rootLogger',
    'rootLogger.level',
    'rootLogger.appenderRef.',
    'logger.',
  ],
];

/** What people call a part, where only its `type` matters. */
const partNames: Readonly<Record<string, string>> = {
  Layout: 'layout',
  StringLayout: 'layout',
  TriggeringPolicy: 'policies',
  RolloverStrategy: 'strategy',
  Filter: 'filter.1',
  AppenderRef: 'appenderRef.1',
};

function wordsInside(plugin: Plugin, prefix: string): readonly string[] {
  const attributes = [...new Set(Array.from(plugin.attributes.values(), ({ name }) => name))];
  if (/^(rootLogger|logger\.[^.]+)\.$/.test(prefix)) return [...attributes, 'appenderRef.1.ref', 'filter.1.type'];
  if (/\.appenderRef\.[^.]+\.$/.test(prefix)) return [...attributes, 'filter.1.type'];
  const parts = [...(plugin.takes?.keys() ?? [])].flatMap((type) =>
    type === 'Serializer' ? [] : [`${partNames[type] ?? smallName(type)}.type`],
  );
  return ['type', ...attributes, ...parts];
}

function smallName(type: string): string {
  return type.replace(/\W/g, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

/** `type` names a plug-in; a logger's own value begins with a level, and names appenders after it. */
function valuesOfKey(context: Log4j2Context, plugin: Plugin | undefined, typed: string, own: OwnNames): Values {
  const { attribute = '', path, prefix = '' } = context;
  if (/^(rootLogger|logger\.[^.]+)$/.test(prefix + attribute)) {
    const length = (/[^,\s]*$/.exec(typed)?.[0] ?? '').length;
    const labels = typed.includes(',') ? own.appenders : [...levels, ...own.levels];
    return { length, items: labels.map((label) => ({ label })) };
  }
  if (attribute !== 'type') return valuesOf(plugin, attribute, typed, own);
  if (/^(rootLogger|logger\.[^.]+)\.$/.test(prefix)) return { items: [{ label: prefix === 'rootLogger.' ? 'asyncRoot' : 'asyncLogger' }] };
  const parent = pluginOf(path.at(-2) ?? '');
  const slot = /\.(layout|filter)\.(?:[^.]+\.)?$/.exec(prefix)?.[1] ?? (prefix.startsWith('filter.') ? 'filter' : undefined);
  const fitting = (parent === undefined ? [] : pluginsInside(parent)).filter(
    ({ kind, name }) => !programmatic.has(name) && (slot === undefined || kind === slot),
  );
  return { items: fitting.map(({ name }) => ({ label: name })) };
}
