import type { Log4j2Words } from '../schema/words.ts';
import type { Log4j2Syntax } from './log4j2-check.ts';
import { contextAt, type Log4j2Context } from './log4j2-context.ts';
import { exampleLine } from './log4j2-example-line.ts';
import { parsePattern } from './log4j2-pattern.ts';
import { type AttributeFacts, attributeOf, isPattern, type Plugin, pluginOf, pluginsInside } from './log4j2-plugins.ts';
import type { Log4j2Topic } from './log4j2-suggest.ts';
import type { Range } from './log4j2-tree.ts';
import { sayWith } from './log4j2-words.ts';

/** What there is to say about a stretch of a Log4j2 file. */
export interface Log4j2Explanation {
  readonly at: Range;
  /** Markdown. */
  readonly markdown: string;
}

/** The element, attribute or value at an offset of a file, be it finished or not. `words` may still be on their way. */
export function explainLog4j2(
  text: string,
  offset: number,
  syntax: Log4j2Syntax,
  words: Log4j2Words | undefined,
): Log4j2Explanation | undefined {
  const context = contextAt(text, offset, syntax);
  if (context === undefined || context.at.end === context.at.start) return undefined;
  const { at, path, what } = context;
  const word = text.slice(at.start, at.end);
  const around = pluginOf(path.length <= 1 && path.length > 0 ? 'Configuration' : (path.at(-1) ?? ''));
  if (what === 'value') return explainValue(context, around, { text, offset, word, words });
  const name = word.slice(context.prefix?.length ?? 0);
  const markdown = explainName(name, what === 'element' && path.length === 0 ? undefined : around, context, words);
  return markdown === undefined ? undefined : { at, markdown };
}

function explainName(
  name: string,
  around: Plugin | undefined,
  { what, path }: Log4j2Context,
  words: Log4j2Words | undefined,
): string | undefined {
  const facts = around && what !== 'element' ? attributeOf(around, name) : undefined;
  if (around !== undefined && facts !== undefined) return describeAttribute(around, facts, words);
  // In the properties form a loggers' value and `type` stand for the element.
  if (name === 'type' && around !== undefined) return describePlugin(around, words);
  const plugin = pluginOf(path.length === 0 ? 'Configuration' : name === 'rootLogger' ? 'Root' : name);
  return what === 'attribute' || plugin === undefined ? undefined : describePlugin(plugin, words);
}

interface ValueHere {
  readonly text: string;
  readonly offset: number;
  readonly word: string;
  readonly words: Log4j2Words | undefined;
}

function explainValue(
  context: Log4j2Context,
  around: Plugin | undefined,
  { text, offset, word, words }: ValueHere,
): Log4j2Explanation | undefined {
  const { at, attribute = '' } = context;
  const variable = variableAt(text, offset, at);
  const said = variable && sayWith(words, { list: 'lookups' }, variable.name);
  if (variable !== undefined && said !== undefined) return { at: variable.at, markdown: `**\`\${${variable.name}:…}\`**\n\n${said}` };
  if (/^type$/i.test(attribute)) {
    const plugin = pluginOf(word.trim());
    return plugin && { at, markdown: describePlugin(plugin, words) };
  }
  const facts = around && attributeOf(around, attribute);
  if (around === undefined || facts === undefined) return undefined;
  const markdown = describeAttribute(around, facts, words);
  return { at, markdown: isPattern(around, facts) ? [markdown, explainPattern(word, words)].join('\n\n') : markdown };
}

/** The variable that a place is in. */
function variableAt(text: string, offset: number, { start, end }: Range): { readonly name: string; readonly at: Range } | undefined {
  for (const match of text.slice(start, end).matchAll(/\$\{(\w+):[^{}]*\}?/g)) {
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    if (at.start <= offset && offset < at.end) return { name: match[1] ?? '', at };
  }
  return undefined;
}

/** A line that the pattern writes, and what its conversions are. */
function explainPattern(pattern: string, words: Log4j2Words | undefined): string {
  const known = new Map(parsePattern(pattern).flatMap((piece) => (piece.kind === 'conversion' ? [[piece.word, piece.converter]] : [])));
  const rows = [...known.keys()].flatMap((word) => {
    const said = sayWith(words, { list: 'conversions' }, word);
    return said === undefined ? [] : [`- \`%${word}\` ${said}`];
  });
  const example = exampleLine(pattern).trimEnd().replaceAll('```', "'''");
  return ['Example:', `\`\`\`\n${example}\n\`\`\``, ...(rows.length > 0 ? [rows.join('\n')] : [])].join('\n\n');
}

/** What a suggestion stands for: its label, told from the place it was made for. */
export function describeLabel(label: string, topic: Log4j2Topic, words: Log4j2Words | undefined): string | undefined {
  if (topic.list !== undefined) return sayWith(words, topic, label.replace(/^%|:$/g, ''));
  const around = pluginOf(topic.plugin ?? '');
  const name = label.replace(/^.*\.(?=.)/, '');
  const facts = around && attributeOf(around, name);
  if (around !== undefined && facts !== undefined) return describeAttribute(around, facts, words);
  const plugin = pluginOf(name);
  return plugin && describePlugin(plugin, words);
}

/** An attribute in Markdown: our words, what it takes, its default. */
function describeAttribute(plugin: Plugin, facts: AttributeFacts, words: Log4j2Words | undefined): string {
  const { name, since } = facts;
  const default_ = facts.default ?? words?.plugins[plugin.name]?.defaults?.[name];
  const known = [
    takes(facts),
    ...(facts.required ? ['required'] : []),
    ...(default_ === undefined ? [] : [`default: \`${default_}\``]),
    ...(since === undefined ? [] : [`Log4j ${since} and later`]),
  ];
  const said = sayWith(words, { plugin: plugin.name }, name);
  return [`**\`${name}\`** of \`${plugin.name}\``, known.join(' · '), ...(said === undefined ? [] : [said])].join('\n\n');
}

function takes({ type, words }: AttributeFacts): string {
  const listed = words.map((word) => `\`${word}\``).join(', ');
  const kinds = {
    boolean: '`true` or `false`',
    number: 'whole number',
    decimal: 'number',
    level: 'level',
    charset: 'character set',
    text: 'text',
  };
  return type === 'word' ? listed : kinds[type];
}

/** An element in Markdown: our words, and what it takes. */
function describePlugin(plugin: Plugin, words: Log4j2Words | undefined): string {
  const { name, kind, attributes, from, since } = plugin;
  const head = `**\`${name}\`**${kind.toLowerCase() === name.toLowerCase() ? '' : ` (${kindWords[kind] ?? kind})`}`;
  const names = new Set(Array.from(attributes.values(), (one) => `\`${one.name}\`${one.required ? ' (required)' : ''}`));
  const inside = plugin.takes === undefined ? [] : pluginsInside(plugin).map((one) => `\`${one.name}\``);
  const origin = [...(from === 'log4j-core' ? [] : [`from ${from}`]), ...(since === undefined ? [] : [`Log4j ${since} and later`])];
  const said = words?.plugins[name]?.what;
  return [
    head,
    ...(said === undefined ? [] : [said]),
    ...(names.size === 0 ? [] : [`Attributes: ${[...names].join(', ')}.`]),
    ...(inside.length === 0 || inside.length > 12 ? [] : [`Takes ${inside.join(', ')}.`]),
    ...(origin.length === 0 ? [] : [`_${origin.join(', ')}_`]),
  ].join('\n\n');
}

const kindWords: Readonly<Record<string, string>> = {
  connectionSource: 'source of connections',
  patternSelector: 'pattern selector',
  rewritePolicy: 'rewrite policy',
  Arbiter: 'arbiter',
};
