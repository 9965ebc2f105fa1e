import { type PlacedComments, placeComments } from './comments.ts';
import { legalText } from './legal-text.ts';
import type { Setting } from './read.ts';
import type { Configuration, Element } from './tree.ts';

/** Elements that are written as a list even when there is one. */
const always = new Set(['Property', 'Logger', 'AppenderRef']);

/** Prints a configuration as Log4j2 YAML, in the shape of the files that Kafka 4 ships. */
export function printYaml(configuration: Configuration, settings: readonly Setting[]): string {
  const page: Page = { lines: [], comments: placeComments(configuration, settings) };
  const { lines, comments } = page;
  if (configuration.head.length > 0) lines.push(...commentLines(configuration.head, ''), '');
  lines.push('Configuration:');
  const first = lines.length;
  const body = { attributes: configuration.attributes, children: configuration.children };
  writeMap(page, body, '  ', (index) => index > 0 && lines.push(''));
  if (lines.length === first) lines[first - 1] = 'Configuration: {}';
  if (comments.end.length > 0) lines.push('', ...commentLines(comments.end, ''));
  return `${lines.join('\n')}\n`;
}

interface Page {
  readonly lines: string[];
  readonly comments: PlacedComments;
}

/** Writes attributes and children; `between` is called before each group of children, with its place among them. */
function writeMap(page: Page, node: Pick<Element, 'attributes' | 'children'>, indent: string, between?: (index: number) => void): void {
  for (const { name, value } of node.attributes) page.lines.push(`${indent}${name}: ${scalar(value)}`);
  const live = node.children.filter((child) => child.off !== true);
  if (node.attributes.length === 0 && live.length === 0 && node.children.length > 0) page.lines.push(`${indent}{}`);
  let index = 0;
  for (const [name, nodes] of groups(live)) {
    between?.(index);
    writeGroup(page, name, nodes, indent);
    index += 1;
  }
  for (const child of node.children) if (child.off === true) page.lines.push(...commentedOut(child, page.comments, indent));
}

/** Children by name in the order of their first; a name that comes again behind another keeps its place through `type`. */
function groups(children: readonly Element[]): Iterable<readonly [string, readonly Element[]]> {
  const [only] = children;
  if (only === undefined) return [];
  if (children.length === 1) return [[only.name, children]];
  const names = children.map(({ name }) => name);
  const runs = names.filter((name, index) => names[index - 1] !== name);
  const scattered = new Set(runs).size < runs.length;
  if (scattered && names.every((name) => name.endsWith('Filter'))) return [['Filter', children]];
  const byName = new Map<string, Element[]>();
  for (const child of children) {
    const known = byName.get(child.name);
    if (known === undefined) byName.set(child.name, [child]);
    else known.push(child);
  }
  return byName;
}

function writeGroup(page: Page, name: string, nodes: readonly Element[], indent: string): void {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && !always.has(name)) {
    page.lines.push(...commentLines(remarksOf(only, page), indent));
    if (isEmpty(only)) page.lines.push(`${indent}${keyOf(name)}: {}`);
    else {
      page.lines.push(`${indent}${keyOf(name)}:`);
      writeMap(page, only, `${indent}  `);
    }
    return;
  }
  page.lines.push(`${indent}${keyOf(name)}:`);
  for (const node of nodes) writeItem(page, node, node.name === name ? undefined : node.name, `${indent}  `);
}

/** An item of a list: its first line begins with a dash. */
function writeItem(page: Page, node: Element, type: string | undefined, indent: string): void {
  page.lines.push(...commentLines(remarksOf(node, page), indent));
  const first = page.lines.length;
  if (type !== undefined) page.lines.push(`${indent}  type: ${keyOf(type)}`);
  if (type === undefined && isEmpty(node)) page.lines.push(`${indent}  {}`);
  writeMap(page, node, `${indent}  `);
  page.lines[first] = `${indent}- ${(page.lines[first] ?? '').slice(indent.length + 2)}`;
}

function isEmpty({ attributes, children }: Element): boolean {
  return attributes.length === 0 && children.length === 0;
}

function remarksOf(node: Element, { comments: { above } }: Page): readonly string[] {
  return [...(above.get(node) ?? []), ...(node.remarks ?? [])];
}

function commentedOut(node: Element, comments: PlacedComments, indent: string): readonly string[] {
  const page: Page = { lines: [], comments: { above: new Map(), end: [] } };
  writeGroup(page, node.name, [{ ...node, off: false }], '');
  return commentLines([...remarksOf(node, { lines: [], comments }), ...page.lines], indent);
}

function commentLines(lines: readonly string[], indent: string): readonly string[] {
  return lines.map((line) => (line === '' ? `${indent}#` : `${indent}# ${legalText(line)}`));
}

/** Words that some YAML reader takes for something else than text. */
const reserved = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

function keyOf(name: string): string {
  return reserved.test(name) ? quoted(name) : name;
}

/** Booleans, whole numbers and simple words as they are, everything else in double quotes. */
function scalar(value: string): string {
  if (value === 'true' || value === 'false' || /^(0|[1-9]\d{0,8})$/.test(value)) return value;
  return /^[A-Za-z_][\w.$-]*$/.test(value) && !reserved.test(value) ? value : quoted(value);
}

/** Double quotes take JSON's escapes; what JSON leaves as it is and YAML does not is escaped too. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
