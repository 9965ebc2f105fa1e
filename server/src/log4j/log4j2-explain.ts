import { readLog4j2, syntaxOf } from './log4j2-check.ts';
import { type AttributeType, type Plugin, pluginOf } from './log4j2-plugins.ts';
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
  if ('broken' in file) return undefined;
  const holds = ({ start, end }: Range): boolean => start <= offset && offset <= end;
  for (const node of everyElement(file.root)) {
    const plugin = pluginOf(node.name);
    if (plugin === undefined) continue;
    const attribute = node.attributes.find(({ at, valueAt }) => holds(at) || holds(valueAt));
    if (attribute !== undefined) return explainAttribute(plugin, attribute.name, { start: attribute.at.start, end: attribute.valueAt.end });
    if (holds(node.at)) return { at: node.at, markdown: describePlugin(plugin) };
  }
  return undefined;
}

const typeWords: Readonly<Record<AttributeType, string>> = {
  boolean: '`true` or `false`',
  number: 'a whole number',
  level: 'a level: `OFF`, `FATAL`, `ERROR`, `WARN`, `INFO`, `DEBUG`, `TRACE`, `ALL`',
  text: 'text',
};

function explainAttribute(plugin: Plugin, name: string, at: Range): Log4j2Explanation | undefined {
  const known = [...plugin.attributes].find(([other]) => other.toLowerCase() === name.toLowerCase());
  return known && { at, markdown: `**\`${known[0]}\`** of \`${plugin.name}\`\n\nTakes ${typeWords[known[1]]}.` };
}

function describePlugin({ name, kind, attributes }: Plugin): string {
  const head = `**\`${name}\`**${kind === name ? '' : ` (${kind})`}`;
  const names = [...attributes.keys()].map((attribute) => `\`${attribute}\``);
  return names.length === 0 ? head : `${head}\n\nAttributes: ${names.join(', ')}.`;
}
