import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { LineEdit } from '../text/lines.ts';
import { type Chunk, indexOfChunk, readChunks, rereadChunks } from './chunks.ts';
import { readDirective } from './directive.ts';
import type { Change, Delta, Directive, Entry, Format, Tree } from './format.ts';

/**
 * INI as Python's configparser and the readers of the confluent-kafka examples take it: `[section]`, `key = value` or
 * `key: value`, whole-line comments that begin with `#` or `;`, values that go on in indented lines.
 */
export const ini: Format = {
  id: 'ini',
  comments: true,
  parse: parseIni,
  update: (tree, lines, edit) => updateIni(tree as IniTree, lines, edit),
  write: writeIni,
};

/** A `[section]`; its children are the entries below it. Entries before the first section stand by themselves. */
interface Section extends Entry {
  children: readonly Entry[];
}

interface Pair extends Entry {
  parent?: Entry;
}

/** A line, or a pair's line with those that its value goes on in. */
interface IniChunk extends Chunk {
  line: number;
  readonly section?: Section;
  readonly pair?: Pair;
}

interface IniTree extends Tree {
  readonly chunks: IniChunk[];
  documents: readonly (readonly Entry[])[];
  directives: readonly Directive[];
}

function parseIni(lines: readonly string[]): IniTree {
  const chunks = readChunks(lines, readLine);
  const tree: IniTree = {
    format: ini,
    chunks,
    documents: link(chunks),
    entries: () => tree.documents.flat().flatMap((entry) => [entry, ...(entry.children ?? [])]),
    directives: directivesOf(chunks),
    problems: [],
    entryAt: (line) => chunks[indexOfChunk(chunks, line)]?.pair,
  };
  return tree;
}

function readLine(lines: readonly string[], first: number): IniChunk {
  const line = lines[first] ?? '';
  const last = lastLineOf(lines, first);
  const text = last === first ? line : lines.slice(first, last + 1).join('\n');
  const chunk = { line: first, indent: 0, text, count: last - first + 1, blank: false };
  if (isComment(line) || line.trim() === '') return chunk;
  return /^\s*\[[^\]]*\]/.test(line) ? Object.assign(chunk, { section: sectionOf(chunk) }) : Object.assign(chunk, { pair: entryOf(chunk) });
}

/** Puts the pairs into their sections. */
function link(chunks: readonly IniChunk[]): readonly (readonly Entry[])[] {
  const top: Entry[] = [];
  let section: Section | undefined;
  let row = top;
  for (const chunk of chunks) {
    if (chunk.section !== undefined) {
      section = chunk.section;
      row = [];
      section.children = row;
      top.push(section);
    } else if (chunk.pair !== undefined) {
      if (section === undefined) delete chunk.pair.parent;
      else chunk.pair.parent = section;
      row.push(chunk.pair);
    }
  }
  return [top];
}

function directivesOf(chunks: readonly IniChunk[]): readonly Directive[] {
  return chunks.filter(isDirective).flatMap((chunk) => readDirective(chunk) ?? []);
}

function isDirective({ text, pair, section }: IniChunk): boolean {
  return pair === undefined && section === undefined && text.includes('kafka-config:');
}

function updateIni(tree: IniTree, lines: readonly string[], edit: LineEdit): Delta {
  const { removed, added } = rereadChunks(tree.chunks, lines, edit, readLine, (chunk, by) => {
    chunk.line += by;
  });
  tree.documents = link(tree.chunks);
  const changed = [...removed, ...added];
  const directives = changed.some(isDirective);
  if (directives) tree.directives = directivesOf(tree.chunks);
  const moved = changed.flatMap(({ section }) => section ?? []);
  return { removed: entriesOf(removed), added: entriesOf(added), directives, ...(moved.length > 0 && { moved }) };
}

function entriesOf(chunks: readonly IniChunk[]): readonly Entry[] {
  return chunks.flatMap(({ section, pair }) => section ?? pair ?? []);
}

function isComment(line: string): boolean {
  return /^\s*[#;]/.test(line);
}

/** A pair's value goes on in the lines below that are indented further than it. */
function lastLineOf(lines: readonly string[], first: number): number {
  const line = lines[first] ?? '';
  if (isComment(line) || line.trim() === '' || /^\s*\[/.test(line)) return first;
  const indent = indentOf(line);
  let last = first;
  while (last + 1 < lines.length && continues(lines[last + 1] ?? '', indent)) last += 1;
  return last;
}

function continues(line: string, indent: number): boolean {
  return line.trim() !== '' && !isComment(line) && indentOf(line) > indent;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function sectionOf(block: Block): Section {
  const start = block.text.indexOf('[') + 1;
  const end = block.text.indexOf(']', start);
  return {
    block,
    key: block.text.slice(start, end).trim(),
    value: '',
    keyStart: start,
    keyEnd: end,
    valueStart: end,
    valueEnd: end,
    kind: 'map',
    children: [],
  };
}

function entryOf(block: Block): Pair {
  const { text } = block;
  const keyStart = indentOf(text.split('\n', 1)[0] ?? '');
  const separator = /[=:]/.exec(text)?.index ?? text.length;
  const keyEnd = text.slice(0, separator).trimEnd().length;
  const gap = /^[=:]?[ \t]*/.exec(text.slice(separator))?.[0].length ?? 0;
  const valueStart = Math.min(separator + gap, text.length);
  const valueEnd = Math.max(valueStart, text.trimEnd().length);
  const value = text
    .slice(valueStart, valueEnd)
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
  return { block, key: text.slice(keyStart, keyEnd), value, keyStart, keyEnd, valueStart, valueEnd };
}

function writeIni(change: Change): readonly Edit[] | undefined {
  switch (change.kind) {
    case 'set':
      return [setValue(change.entry, change.value)];
    case 'rename':
      return [{ block: change.entry.block, start: change.entry.keyStart, end: change.entry.keyEnd, text: change.key }];
    case 'remove':
      return [{ block: change.entry.block, start: 0, end: change.entry.block.text.length, text: '', wholeLines: true }];
    case 'add':
      return [
        insert(
          change.after,
          change.after.block.text.length,
          `\n${indentation(change.after)}${change.key}${separatorOf(change.after)}${oneLine(change.value, change.after)}`,
        ),
      ];
    case 'comment':
      return [
        insert(
          change.entry,
          0,
          change.text
            .split('\n')
            .map((line) => `${indentation(change.entry)}# ${line}\n`)
            .join(''),
        ),
      ];
  }
}

function setValue(entry: Entry, value: string): Edit {
  const { block, keyEnd, valueStart, valueEnd } = entry;
  const missing = !/[=:]/.test(block.text.slice(keyEnd, valueStart));
  return { block, start: valueStart, end: valueEnd, text: (missing ? '=' : '') + oneLine(value, entry) };
}

/** A line end in a value would begin a new entry where the next line is not further in. */
function oneLine(value: string, near: Entry): string {
  return value.replaceAll('\n', `\n${indentation(near)}  `);
}

function insert({ block }: Entry, at: number, text: string): Edit {
  return { block, start: at, end: at, text };
}

function indentation({ block, keyStart }: Entry): string {
  return block.text.slice(0, keyStart);
}

/** The separator as the neighbour writes it. */
function separatorOf({ block, keyEnd, valueStart }: Entry): string {
  const separator = block.text.slice(keyEnd, valueStart);
  return /[=:]/.test(separator) ? separator : '=';
}
