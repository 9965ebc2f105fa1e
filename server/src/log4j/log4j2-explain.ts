import { readLog4j2, syntaxOf } from './log4j2-check.ts';
import { type AttributeFacts, attributeOf, type Plugin, pluginOf } from './log4j2-plugins.ts';
import { everyElement, type Range } from './log4j2-tree.ts';

/** What there is to say about a stretch of a Log4j2 file. */
export interface Log4j2Explanation {
  readonly at: Range;
  /** Markdown. */
  readonly markdown: string;
}

/** The element or the attribute whose name stands at an offset of a file in XML, YAML or JSON. */
export function explainLog4j2(text: string, offset: number): Log4j2Explanation | undefined {
  const file = readLog4j2(text, syntaxOf(text));
  if (!('root' in file)) return undefined;
  const holds = ({ start, end }: Range): boolean => start <= offset && offset <= end;
  for (const node of everyElement(file.root)) {
    const plugin = pluginOf(node.name);
    if (plugin === undefined) continue;
    const attribute = node.attributes.find(({ at, valueAt }) => holds(at) || holds(valueAt));
    const facts = attribute && attributeOf(plugin, attribute.name);
    if (facts !== undefined && attribute !== undefined)
      return { at: { start: attribute.at.start, end: attribute.valueAt.end }, markdown: describeAttribute(plugin, facts) };
    if (holds(node.at)) return { at: node.at, markdown: describePlugin(plugin) };
  }
  return undefined;
}

function describeAttribute(plugin: Plugin, { name, type, words }: AttributeFacts): string {
  const listed = words.map((word) => `\`${word}\``).join(', ');
  const takes = { boolean: '`true` or `false`', number: 'a whole number', decimal: 'a number', charset: 'a character set', text: 'text' };
  const what = type === 'word' ? listed : type === 'level' ? 'a level' : takes[type];
  return `**\`${name}\`** of \`${plugin.name}\`\n\nTakes ${what}.`;
}

function describePlugin({ name, kind, attributes }: Plugin): string {
  const head = `**\`${name}\`**${kind === name ? '' : ` (${kind})`}`;
  const names = [...new Set(Array.from(attributes.values(), (attribute) => `\`${attribute.name}\``))];
  return names.length === 0 ? head : `${head}\n\nAttributes: ${names.join(', ')}.`;
}
