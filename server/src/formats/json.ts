import { startOfLine } from '../text/block.ts';
import type { LineEdit } from '../text/lines.ts';
import { indexOfChunk, readChunks, rereadChunks } from './chunks.ts';
import { bringsCue, hasCue, losesCue } from './cues.ts';
import type { Delta, Directive, Entry, Format, Problem, Tree } from './format.ts';
import { type JsonChunk, readJsonChunk } from './json-chunk.ts';
import { link, linkWithin, pairsAround, replaceInPlace } from './json-link.ts';
import { writeAllJson, writeJson } from './json-write.ts';
import { pairOf } from './yaml-pairs.ts';

interface JsonTree extends Tree {
  readonly chunks: JsonChunk[];
  documents: readonly (readonly Entry[])[];
  directives: readonly Directive[];
}

/** JSON, and JSON with comments as editors allow it; what cannot be understood is passed over. */
export const json: Format = {
  id: 'json',
  comments: false,
  parse: parseJson,
  update: (tree, lines, edit) => updateJson(tree as JsonTree, lines, edit),
  write: writeJson,
  writeAll: writeAllJson,
};

function parseJson(lines: readonly string[]): JsonTree {
  const chunks = hasCue(lines) ? readChunks(lines, readJsonChunk) : [];
  const { documents = [] } = link(chunks, chunks);
  return {
    format: json,
    chunks,
    documents,
    directives: directivesOf(chunks),
    problems: [] as readonly Problem[],
    *entries(): Iterable<Entry> {
      for (const chunk of chunks) yield* entriesOf(chunk);
    },
    entryAt: (line, character) => entryAt(chunks[indexOfChunk(chunks, line)], line, character),
  };
}

function entriesOf(chunk: JsonChunk): Entry[] {
  const own = ownEntries(chunk);
  const pairs = own.flatMap(({ pair }) => pair ?? []);
  return chunk.texts.length + pairs.length === 0 ? own : [...own, ...pairs, ...chunk.texts.flatMap((text) => [...text.entries()])];
}

function ownEntries(chunk: JsonChunk): Entry[] {
  return chunk.steps.flatMap((step) => (step.kind === 'entry' ? [step.entry] : []));
}

/** The last entry that begins before the place; the first one of its lines where no character is given. */
function entryAt(chunk: JsonChunk | undefined, line: number, character: number | undefined): Entry | undefined {
  for (const text of chunk?.texts ?? []) {
    const inner = text.entryAt(line, character);
    if (inner !== undefined) return inner;
  }
  const entries = chunk === undefined ? [] : ownEntries(chunk);
  if (chunk === undefined || character === undefined || entries.length < 2) return entries[0] && (pairOf(entries[0]) ?? entries[0]);
  const start = startOfLine(chunk.text, line - chunk.line);
  if (start === undefined) return undefined;
  const found = entries.findLast((entry) => entry.keyStart <= start + character + 1) ?? entries[0];
  return found && (pairOf(found) ?? found);
}

function updateJson(tree: JsonTree, lines: readonly string[], edit: LineEdit): Delta | undefined {
  const { chunks } = tree;
  if (chunks.length === 0) return bringsCue(lines, edit) ? undefined : { removed: [], added: [], directives: false };
  const changed = rereadChunks(chunks, lines, edit, readJsonChunk, shift);
  const { removed, added } = changed;
  if (losesCue(lines, edit, removed)) return undefined;
  const delta = { removed: removed.flatMap(entriesOf), added: added.flatMap(entriesOf) };
  const directives = directivesOf(removed).length + directivesOf(added).length > 0;
  if (directives) tree.directives = directivesOf(chunks);
  const isInPlace = replaceInPlace(removed, added, tree.documents);
  if (isInPlace && edit.added === edit.removed) return { ...delta, directives };
  const links = isInPlace ? undefined : (linkWithin(chunks, changed) ?? link(chunks, added));
  tree.documents = links?.documents ?? tree.documents;
  const around = pairsAround(edit.added === edit.removed ? undefined : entryAbove(chunks, changed.at));
  return {
    removed: [...delta.removed, ...(links?.removed ?? []), ...around.removed],
    added: [...delta.added, ...(links?.added ?? []), ...around.added],
    directives,
    ...(links !== undefined && links.moved.length > 0 && { moved: links.moved }),
  };
}

function entryAbove(chunks: readonly JsonChunk[], index: number): Entry | undefined {
  let at = index - 1;
  while (at >= 0 && !chunks[at]?.steps.some(({ kind }) => kind === 'entry')) at -= 1;
  const above = chunks[at];
  return above && ownEntries(above).at(-1);
}

/** JSON has no comments, but texts in its strings may have some. */
function directivesOf(chunks: readonly JsonChunk[]): readonly Directive[] {
  return chunks.flatMap(({ texts }) => texts.flatMap((text) => text.directives()));
}

function shift(chunk: JsonChunk, by: number): void {
  chunk.line += by;
  if (by !== 0) for (const text of chunk.texts) text.move(by);
}
