import { Document, isScalar, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type PlacedComments, placeComments } from './comments.ts';
import { legalText } from './legal-text.ts';
import type { Setting } from './read.ts';
import type { Attribute, Configuration, Element } from './tree.ts';

/** Elements that are written as a list even when there is one. */
const always = new Set(['Property', 'Logger', 'AppenderRef']);

/** Prints a configuration as Log4j2 YAML, in the shape of the files that Kafka 4 ships. */
export function printYaml(configuration: Configuration, settings: readonly Setting[]): string {
  const comments = placeComments(configuration, settings);
  const body = mapOf(configuration.attributes, configuration.children, comments);
  for (const { key } of body.items.slice(configuration.attributes.length + 1)) if (isScalar(key)) key.spaceBefore = true;
  const document = new Document(new YAMLMap());
  const root = document.contents as YAMLMap;
  root.add(new Pair(plain('Configuration'), body));
  document.commentBefore = comment(configuration.head) ?? null;
  document.comment = comment(comments.end) ?? null;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function mapOf(attributes: readonly Attribute[], children: readonly Element[], comments: PlacedComments): YAMLMap {
  const map = new YAMLMap();
  for (const { name, value } of attributes) map.add(new Pair(plain(name), scalar(value)));
  const live = children.filter((child) => child.off !== true);
  for (const [name, nodes] of groups(live)) map.add(groupPair(name, nodes, comments));
  const off = children.filter((child) => child.off === true).flatMap((child) => commentedOut(child, comments));
  if (off.length > 0) map.comment = comment(off) ?? null;
  return map;
}

/** Children by name in the order of their first; a name that comes again behind another keeps its place through `type`. */
function groups(children: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  const names = children.map(({ name }) => name);
  const runs = names.filter((name, index) => names[index - 1] !== name);
  const scattered = new Set(runs).size < runs.length;
  if (scattered && names.every((name) => name.endsWith('Filter'))) return new Map([['Filter', children]]);
  const byName = new Map<string, Element[]>();
  for (const child of children) {
    const known = byName.get(child.name);
    if (known === undefined) byName.set(child.name, [child]);
    else known.push(child);
  }
  return byName;
}

function groupPair(name: string, nodes: readonly Element[], comments: PlacedComments): Pair {
  const key = plain(name);
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && !always.has(name)) {
    const remarks = comment(remarksOf(only, comments));
    if (remarks !== undefined) key.commentBefore = remarks;
    return new Pair(key, mapOf(only.attributes, only.children, comments));
  }
  const list = new YAMLSeq();
  for (const node of nodes) {
    const type = node.name === name ? [] : [{ name: 'type', value: node.name }];
    const item = mapOf([...type, ...node.attributes], node.children, comments);
    const remarks = comment(remarksOf(node, comments));
    if (remarks !== undefined) item.commentBefore = remarks;
    list.add(item);
  }
  return new Pair(key, list);
}

function remarksOf(node: Element, { above }: PlacedComments): readonly string[] {
  return [...(above.get(node) ?? []), ...(node.remarks ?? [])];
}

function commentedOut(node: Element, comments: PlacedComments): readonly string[] {
  const map = new YAMLMap();
  map.add(groupPair(node.name, [{ ...node, off: false }], { above: new Map(), end: [] }));
  const lines = new Document(map).toString({ lineWidth: 0 }).trimEnd().split('\n');
  return [...remarksOf(node, comments), ...lines];
}

function comment(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.map((line) => (line === '' ? ' ' : ` ${legalText(line)}`)).join('\n');
}

function plain(text: string): Scalar<string> {
  const node = new Scalar(text);
  node.type = 'PLAIN';
  return node;
}

/** Words that some YAML reader takes for something else than text. */
const reserved = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

/** Booleans and whole numbers as such, simple words as they are, everything else in double quotes. */
function scalar(value: string): Scalar {
  if (value === 'true' || value === 'false') return new Scalar(value === 'true');
  if (/^(0|[1-9]\d{0,8})$/.test(value)) return new Scalar(Number(value));
  if (/^[A-Za-z_][\w.$-]*$/.test(value) && !reserved.test(value)) return plain(value);
  const node = new Scalar(value);
  node.type = 'QUOTE_DOUBLE';
  return node;
}
