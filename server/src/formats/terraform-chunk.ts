import type { Block } from '../text/block.ts';
import type { Chunk } from './chunks.ts';
import { readDirective } from './directive.ts';
import type { Embedded } from './embedded.ts';
import { embedQuoted } from './embedded-quoted.ts';
import type { Directive, Entry } from './format.ts';
import { type PropertiesTree, parseProperties, properties } from './properties.ts';
import { decodeQuoted } from './quoted.ts';
import { isExpression, type Pieces, readExpression } from './terraform-expression.ts';

/** A here-document of an attribute. */
interface Heredoc {
  readonly attribute: string;
  /** The line of the attribute. */
  readonly line: number;
  readonly first: number;
  readonly end: number;
}

/** The texts that a block was found to hold: here-documents, and those between quotes. */
interface Texts {
  readonly heredocs: { readonly heredoc: Heredoc; readonly tree: PropertiesTree }[];
  readonly quoted: Embedded[];
}

/** A resource, or another block that is looked into, with all its lines; or a line that is in none. */
export interface TerraformChunk extends Chunk {
  line: number;
  readonly resource: Entry | undefined;
  readonly texts: Texts;
  readonly directives: readonly Directive[];
}

/** Reads what begins with a line. Lines of other blocks count for nothing there. */
export function readTerraformChunk(lines: readonly string[], first: number): TerraformChunk {
  const start = lines[first] ?? '';
  const [, kind, type = ''] = /^\s*(resource|module|variable|locals)(?:\s+"([\w-]+)"|\s*\{)/.exec(start) ?? [];
  const own = kind === undefined ? [start] : lines.slice(first, endOfBlock(lines, first) + 1);
  const texts: Texts = { heredocs: [], quoted: [] };
  const resource = kind === undefined ? undefined : readResource(own, kind === 'resource' ? type : kind, texts);
  if (kind === 'variable' && resource !== undefined) Object.assign(resource, { value: type });
  const count = own.length;
  const chunk = { line: 0, indent: 0, text: own.join('\n'), count, blank: false, resource, texts, directives: directivesOf(own, texts) };
  moveTerraformChunk(chunk, first);
  return chunk;
}

/** Everything in it stands so many lines further down. */
export function moveTerraformChunk(chunk: TerraformChunk, by: number): void {
  chunk.line += by;
  if (by === 0) return;
  for (const block of blocksOf(chunk)) block.line += by;
  for (const text of chunk.texts.quoted) text.move(by);
}

/** The blocks that stand in it, once each; those of texts between quotes move with their text. */
function blocksOf({ resource, texts, directives }: TerraformChunk): ReadonlySet<{ line: number }> {
  const entries = resource === undefined ? [] : [...withMembers(resource)];
  const quoted = new Set(texts.quoted.map(({ owner }) => owner));
  const own = entries.filter(({ parent }) => parent === undefined || !quoted.has(parent)).map(({ block }) => block);
  const inHeredocs = texts.heredocs.flatMap(({ tree }) => tree.lines);
  return new Set<{ line: number }>([
    ...own,
    ...inHeredocs,
    ...directives.filter(({ within }) => within === undefined).map(({ block }) => block),
  ]);
}

/** An entry with what stands in it; the lines of here-documents stand for themselves. */
export function* withMembers(entry: Entry): Iterable<Entry> {
  yield entry;
  if (entry.style !== 'block') for (const child of entry.children ?? []) yield* withMembers(child);
}

function directivesOf(lines: readonly string[], { heredocs, quoted }: Texts): readonly Directive[] {
  const isWithin = (line: number): boolean => heredocs.some(({ heredoc }) => heredoc.first <= line && line < heredoc.end);
  const own = lines.flatMap((text, line) =>
    /^\s*(?:#|\/\/).*kafka-config:/.test(text) && !isWithin(line) ? (readDirective({ line, indent: 0, text }) ?? []) : [],
  );
  return [...own, ...heredocs.flatMap(({ tree }) => tree.directives), ...quoted.flatMap((text) => text.directives())];
}

/** The line of a block's closing brace. Braces within here-documents do not count. */
function endOfBlock(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let line = start; line < lines.length; line += 1) {
    const heredoc = heredocAt(lines, line);
    if (heredoc !== undefined) {
      line = heredoc.end;
      continue;
    }
    const text = (lines[line] ?? '').replace(/"(?:[^"\\]|\\.)*"|#.*$|\/\/.*$/g, '');
    depth += (text.match(/\{/g)?.length ?? 0) - (text.match(/\}/g)?.length ?? 0);
    if (depth <= 0 && (line > start || text.includes('}'))) return line;
  }
  return lines.length - 1;
}

function heredocAt(lines: readonly string[], line: number): Heredoc | undefined {
  const [, attribute, marker] = /^\s*([\w-]+)\s*=\s*<<-?\s*"?(\w+)"?\s*$/.exec(lines[line] ?? '') ?? [];
  if (attribute === undefined || marker === undefined) return undefined;
  let end = line + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== marker) end += 1;
  return { attribute, line, first: line + 1, end };
}

function readResource(lines: readonly string[], type: string, texts: Texts): Entry {
  const resource = entryOf(lines, 0, type, '', 'map');
  const children: Entry[] = [];
  const end = lines.length - 1;
  for (let line = 1; line < end; line += 1) {
    const heredoc = heredocAt(lines, line);
    const [, name, value] = /^\s*([\w-]+)\s*=\s*(.*\S)\s*$/.exec(lines[line] ?? '') ?? [];
    if (heredoc !== undefined) {
      children.push(Object.assign(readHeredoc(lines, heredoc, texts), { parent: resource }));
      line = heredoc.end;
    } else if (name !== undefined && value !== undefined && isExpression(value)) {
      const reader = { lines, line, at: (lines[line] ?? '').indexOf(value, (lines[line] ?? '').indexOf('=')) };
      children.push(expressionOf(entryOf(lines, line, name, value, 'map'), readExpression(reader), resource));
      line = Math.max(line, Math.min(reader.line, end));
    } else if (name !== undefined && value !== undefined) children.push(attributeOf(lines, line, name, value, resource, texts));
  }
  return Object.assign(resource, { children });
}

/** An attribute whose value is put together from maps and what stands elsewhere. */
interface ExpressionEntry extends Entry {
  readonly pieces: Pieces;
}

/** What the value of an attribute is put together from; undefined for plain values and texts. */
export function piecesOf(attribute: Entry): Pieces | undefined {
  return (attribute as Partial<ExpressionEntry>).pieces;
}

function expressionOf(attribute: Entry, pieces: Pieces, parent: Entry): ExpressionEntry {
  const children = pieces.literals.flat();
  const entry = Object.assign(attribute, { parent, pieces, children });
  for (const child of children) child.parent = entry;
  return entry;
}

/** A value in one line; between quotes it may be a property text. */
function attributeOf(lines: readonly string[], line: number, name: string, value: string, parent: Entry, texts: Texts): Entry {
  const plain = { ...entryOf(lines, line, name, value, 'string'), parent };
  if (!/^"(?:[^"\\]|\\.)*"$/.test(value)) return plain;
  const valueStart = (lines[line] ?? '').indexOf(value) + 1;
  const valueEnd = valueStart + value.length - 2;
  const decoded = decodeQuoted(plain.block.text, valueStart, valueEnd, 'json').text;
  const quoted = { ...plain, valueStart, valueEnd, value: decoded, style: 'quoted' } as const;
  const text = embedQuoted(quoted, quoted.block, 'json');
  if (text === undefined) return plain;
  texts.quoted.push(text);
  return quoted;
}

function readHeredoc(lines: readonly string[], heredoc: Heredoc, { heredocs }: Texts): Entry {
  const content = lines.slice(heredoc.first, heredoc.end);
  const indent = Math.min(...content.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length), 1000);
  const tree = parseProperties(
    content.map((line) => line.slice(indent)),
    { line: heredoc.first, indent: content.length === 0 ? 0 : indent },
  );
  const owner = { ...entryOf(lines, heredoc.line, heredoc.attribute, content.join('\n'), 'string'), style: 'block' } as const;
  const children = [...tree.entries()].filter(({ key }) => !/^[$%]\{/.test(key));
  for (const child of children) Object.assign(child, { parent: owner, format: properties });
  heredocs.push({ heredoc, tree });
  return Object.assign(owner, { children });
}

function entryOf(lines: readonly string[], line: number, key: string, value: string, kind: 'string' | 'map'): Entry {
  const text = lines[line] ?? '';
  const block: Block = { line, indent: 0, text };
  const keyStart = Math.max(0, text.indexOf(key));
  const valueStart = kind === 'map' || text.indexOf('=') === -1 ? text.length : Math.min(text.length, text.indexOf('=') + 1);
  return { block, key, value, keyStart, keyEnd: keyStart + key.length, valueStart, valueEnd: text.length, kind };
}
