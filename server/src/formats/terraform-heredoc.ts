import type { LineEdit } from '../text/lines.ts';
import type { Delta, Entry } from './format.ts';
import { type PropertiesTree, parseProperties, properties, updateProperties } from './properties.ts';

/** Where a here-document stands, by the indexes of lines. */
export interface Bounds {
  readonly attribute: string;
  readonly first: number;
  /** The line of the word that closes it, or the one behind the last. */
  readonly end: number;
  readonly marker: string;
}

/** The property text of a here-document: the lines below the one of its owner. */
export interface Heredoc {
  readonly owner: Entry;
  readonly marker: string;
  readonly tree: PropertiesTree;
  /** The lines without the blanks that all of them begin with. */
  readonly content: string[];
  readonly indent: number;
}

/** The here-document of the attribute that begins with a line. */
export function heredocAt(lines: readonly string[], line: number): Bounds | undefined {
  const [, attribute, marker] = /^\s*([\w-]+)\s*=\s*<<-?\s*"?(\w+)"?\s*$/.exec(lines[line] ?? '') ?? [];
  if (attribute === undefined || marker === undefined) return undefined;
  let end = line + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== marker) end += 1;
  return { attribute, first: line + 1, end, marker };
}

/** Reads the text of an attribute. */
export function readHeredoc(lines: readonly string[], { first, end, marker }: Bounds, attribute: Entry): Heredoc {
  const own = lines.slice(first, end);
  const indent = Math.min(...own.filter((line) => line.trim() !== '').map(indentOf), 1000);
  const content = own.map((line) => line.slice(indent));
  const tree = parseProperties(content, { line: first, indent: own.length === 0 ? 0 : indent });
  const owner = ownerOf(attribute, tree, content);
  adopt(tree.entries(), owner);
  return { owner, marker, tree, content, indent };
}

/** Edits change the text: what it is, and what it holds, is known when it is asked for. */
function ownerOf(attribute: Entry, tree: PropertiesTree, content: readonly string[]): Entry {
  let known: { readonly lines: Iterable<Entry>; readonly properties: readonly Entry[] } | undefined;
  const children = (): readonly Entry[] => {
    const lines = tree.entries();
    if (known?.lines !== lines) known = { lines, properties: [...lines].filter(isProperty) };
    return known.properties;
  };
  return Object.defineProperties({ ...attribute, style: 'block' } as const, {
    value: { get: () => content.join('\n'), enumerable: true },
    children: { get: children, enumerable: true },
  });
}

function adopt(entries: Iterable<Entry>, parent: Entry): void {
  for (const entry of entries) if (isProperty(entry)) Object.assign(entry, { parent, format: properties });
}

/** Directives of Terraform's templates stand among them. */
function isProperty({ key }: Entry): boolean {
  return !/^[$%]\{/.test(key);
}

/** Whether a line of the document is one of the text. */
export function holdsLine({ owner, content }: Heredoc, line: number): boolean {
  return owner.block.line < line && line <= owner.block.line + content.length;
}

/** Takes in an edit of the document; undefined where it goes beyond the text, or that may end or be indented otherwise now. */
export function updateHeredoc(heredoc: Heredoc, lines: readonly string[], edit: LineEdit): Delta | undefined {
  const { owner, tree, content, indent } = heredoc;
  const line = owner.block.line + 1;
  const fresh = lines.slice(edit.first, edit.first + edit.added);
  const behind = content.slice(edit.first - line + edit.removed);
  const now = [...content.slice(0, edit.first - line), ...fresh.map((text) => text.slice(indent)), ...behind];
  const isWithin = edit.first - line + edit.removed <= content.length;
  if (!isWithin || fresh.some((text) => endsOrLeaves(text, heredoc)) || !now.some((text) => /^\S/.test(text))) return undefined;
  content.length = 0;
  for (const text of now) content.push(text);
  const { removed, added, directives } = updateProperties(tree, content, edit, { line, indent });
  adopt(added, owner);
  return { removed, added, directives };
}

function endsOrLeaves(line: string, { marker, indent }: Heredoc): boolean {
  const written = line.trim();
  return written === marker || (written !== '' && indentOf(line) < indent);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
