import type { LineEdit } from '../text/lines.ts';
import type { Delta, Entry } from './format.ts';
import { type PropertiesTree, parseProperties, properties, updateProperties } from './properties.ts';

/** What an embedded text hangs on: the chunk of the document that holds it. */
interface Host {
  readonly line: number;
}

/** A property text inside another format: its lines without their indent, and what they read as, once asked for. */
export interface Embedded {
  readonly indent: number;
  readonly lines: string[];
  /** The entry whose value the text is. */
  readonly owner: Entry;
  /** The line of the document on which the text begins. */
  first(): number;
  tree(): PropertiesTree;
  /** The entries, once somebody asked for them. */
  known(): PropertiesTree | undefined;
}

const names = /\.(?:properties|props|conf|config|cfg)$/i;
const otherNames = /\.(?:ya?ml|json|xml|sh|bash|py|sql|js|hcl|toml|html?|md|txt|pem|crt|key)$/i;
const pair = /^[ \t]*[A-Za-z_][\w-]*(?:\.[\w-]+)+[ \t]*[=:]/;

/** Whether a block scalar holds properties: by the name it has, else by most of its first lines. */
export function looksEmbedded(name: string, lines: readonly string[]): boolean {
  if (names.test(name)) return true;
  if (otherNames.test(name)) return false;
  let pairs = 0;
  let others = 0;
  for (let i = 0; i < lines.length && pairs + others < 20; i += 1) {
    const line = lines[i] ?? '';
    if (/^\s*(?:[#!]|$|\{\{|\{%)/.test(line)) continue;
    if (pair.test(line) && line.includes('=')) pairs += 1;
    else others += 1;
  }
  return pairs > others;
}

/** Makes the embedded text of a host's entry; it is read when first asked for. */
export function embed(owner: Entry & { children?: readonly Entry[] }, host: Host, content: readonly string[], indent: number): Embedded {
  const lines = content.map((line) => (/\S/.test(line.slice(0, indent)) ? '' : line.slice(indent)));
  let tree: PropertiesTree | undefined;
  const read = (): PropertiesTree => {
    if (tree === undefined) {
      tree = parseProperties(lines, { line: host.line + 1, indent });
      for (const entry of tree.entries()) adopt(entry, owner);
    }
    return tree;
  };
  Object.defineProperty(owner, 'children', { get: () => [...read().entries()], enumerable: true });
  return { indent, lines, owner, first: () => host.line + 1, tree: read, known: () => tree };
}

/** Takes in an edit of the document that lies inside the text; undefined where the text's own bounds may have changed. */
export function updateEmbedded(embedded: Embedded, fresh: readonly string[], edit: LineEdit): Delta | undefined {
  const { indent, lines } = embedded;
  const first = embedded.first();
  const at = edit.first - first;
  if (at < 1 || edit.removed !== edit.added || at + edit.removed >= lines.length) return undefined;
  for (let i = 0; i < edit.added; i += 1) {
    const line = fresh[edit.first + i] ?? '';
    if (line.trim() !== '' && /\S/.test(line.slice(0, indent))) return undefined;
  }
  for (let i = 0; i < edit.added; i += 1) lines[at + i] = (fresh[edit.first + i] ?? '').slice(indent);
  const tree = embedded.tree();
  const delta = updateProperties(tree, lines, edit, { line: first, indent });
  for (const entry of delta.added) adopt(entry, embedded.owner);
  return delta;
}

/** The document above grew or shrank: the text's own blocks move along. */
export function moveEmbedded(embedded: Embedded, by: number): void {
  for (const line of embedded.known()?.lines ?? []) line.line += by;
}

function adopt(entry: Entry, owner: Entry): void {
  Object.assign(entry, { parent: owner, format: properties });
}
