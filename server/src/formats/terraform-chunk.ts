import type { Block } from '../text/block.ts';
import type { LineEdit } from '../text/lines.ts';
import type { Chunk } from './chunks.ts';
import { readDirective } from './directive.ts';
import type { Embedded } from './embedded.ts';
import { embedQuoted } from './embedded-quoted.ts';
import type { Delta, Directive, Entry } from './format.ts';
import { decodeQuoted } from './quoted.ts';
import { isExpression, type Pieces, readExpression } from './terraform-expression.ts';
import { type Heredoc, heredocAt, holdsLine, readHeredoc, updateHeredoc } from './terraform-heredoc.ts';

/** The texts that a block was found to hold: here-documents, and those between quotes. */
interface Texts {
  readonly heredocs: Heredoc[];
  readonly quoted: Embedded[];
}

/** A resource, or another block that is looked into, with all its lines; or a line that is in none. */
export interface TerraformChunk extends Chunk {
  line: number;
  readonly resource: Entry | undefined;
  readonly texts: Texts;
  directives: readonly Directive[];
  text: string;
  count: number;
}

/** Reads what begins with a line. Lines of other blocks count for nothing there. */
export function readTerraformChunk(lines: readonly string[], first: number): TerraformChunk {
  const start = lines[first] ?? '';
  const [, kind, type = ''] = /^\s*(resource|module|variable|locals)(?:\s+"([\w-]+)"|\s*\{)/.exec(start) ?? [];
  const own = kind === undefined ? [start] : lines.slice(first, endOfBlock(lines, first) + 1);
  const texts: Texts = { heredocs: [], quoted: [] };
  const resource = kind === undefined ? undefined : readResource(own, kind === 'resource' ? type : kind, texts);
  if (kind === 'variable' && resource !== undefined) Object.assign(resource, { value: type });
  const directives = directivesOf(own, 0, texts);
  const chunk = { line: 0, indent: 0, text: own.join('\n'), count: own.length, blank: false, resource, texts, directives };
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

/** Takes in an edit of the lines of a here-document, which leaves all others as they are; undefined where there is none, or it may be another. */
export function updateText(chunk: TerraformChunk, lines: readonly string[], edit: LineEdit): Delta | undefined {
  const { texts, line } = chunk;
  const heredoc = texts.heredocs.find((one) => holdsLine(one, edit.first));
  const delta = heredoc && updateHeredoc(heredoc, lines, edit);
  if (delta === undefined) return undefined;
  const by = edit.added - edit.removed;
  if (by !== 0) moveBelow(chunk, edit.first, by, heredoc);
  chunk.count += by;
  const own = lines.slice(line, line + chunk.count);
  chunk.text = own.join('\n');
  if (delta.directives) chunk.directives = directivesOf(own, line, texts);
  return delta;
}

/** The lines of a text have moved by themselves. */
function moveBelow(chunk: TerraformChunk, line: number, by: number, moved: Heredoc | undefined): void {
  for (const text of chunk.texts.quoted) if (text.owner.block.line > line) text.move(by);
  for (const block of blocksOf(chunk, moved)) if (block.line > line) block.line += by;
}

/** The blocks that stand in it, once each; those of texts between quotes move with their text. */
function blocksOf({ resource, texts, directives }: TerraformChunk, but?: Heredoc): Iterable<{ line: number }> {
  const entries = resource === undefined ? [] : [...withMembers(resource)];
  const quoted = new Set(texts.quoted.map(({ owner }) => owner));
  const own = entries.filter(({ parent }) => parent === undefined || !quoted.has(parent)).map(({ block }) => block);
  const inHeredocs = texts.heredocs.flatMap((one) => (one === but ? [] : one.tree.lines));
  const blocks = new Set<{ line: number }>([
    ...own,
    ...inHeredocs,
    ...directives.filter(({ within }) => within === undefined).map(({ block }) => block),
  ]);
  for (const line of but?.tree.lines ?? []) blocks.delete(line);
  return blocks;
}

/** An entry with what stands in it; the lines of here-documents stand for themselves. */
export function* withMembers(entry: Entry): Iterable<Entry> {
  yield entry;
  if (entry.style !== 'block') for (const child of entry.children ?? []) yield* withMembers(child);
}

function directivesOf(lines: readonly string[], first: number, { heredocs, quoted }: Texts): readonly Directive[] {
  const isWithin = (line: number): boolean => heredocs.some((heredoc) => holdsLine(heredoc, line));
  const own = lines.flatMap((text, index) => {
    const line = first + index;
    return /^\s*(?:#|\/\/).*kafka-config:/.test(text) && !isWithin(line) ? (readDirective({ line, indent: 0, text }) ?? []) : [];
  });
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

function readResource(lines: readonly string[], type: string, texts: Texts): Entry {
  const resource = entryOf(lines, 0, type, '', 'map');
  const children: Entry[] = [];
  const end = lines.length - 1;
  for (let line = 1; line < end; line += 1) {
    const bounds = heredocAt(lines, line);
    const [, name, value] = /^\s*([\w-]+)\s*=\s*(.*\S)\s*$/.exec(lines[line] ?? '') ?? [];
    if (bounds !== undefined) {
      const heredoc = readHeredoc(lines, bounds, { ...entryOf(lines, line, bounds.attribute, '', 'string'), parent: resource });
      texts.heredocs.push(heredoc);
      children.push(heredoc.owner);
      line = bounds.end;
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

function entryOf(lines: readonly string[], line: number, key: string, value: string, kind: 'string' | 'map'): Entry {
  const text = lines[line] ?? '';
  const block: Block = { line, indent: 0, text };
  const keyStart = Math.max(0, text.indexOf(key));
  const valueStart = kind === 'map' || text.indexOf('=') === -1 ? text.length : Math.min(text.length, text.indexOf('=') + 1);
  return { block, key, value, keyStart, keyEnd: keyStart + key.length, valueStart, valueEnd: text.length, kind };
}
