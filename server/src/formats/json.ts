import type { LineEdit } from '../text/lines.ts';
import { indexOfChunk, readChunks, rereadChunks } from './chunks.ts';
import { bringsCue, hasCue, losesCue } from './cues.ts';
import type { Delta, Directive, Entry, Format, Problem, Tree } from './format.ts';
import { type JsonChunk, readJsonChunk } from './json-chunk.ts';
import { writeAllJson, writeJson } from './json-write.ts';
import type { NestedEntry } from './nested-entry.ts';

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
  const { documents } = link(chunks, new Set(chunks));
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
  return chunk.texts.length === 0 ? own : [...own, ...chunk.texts.flatMap((text) => [...text.entries()])];
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
  if (chunk === undefined || character === undefined || entries.length < 2) return entries[0];
  let offset = character;
  for (let skip = line - chunk.line; skip > 0; skip -= 1) offset += chunk.text.split('\n')[line - chunk.line - skip]?.length ?? 0;
  return entries.findLast((entry) => entry.keyStart <= offset + 1) ?? entries[0];
}

function updateJson(tree: JsonTree, lines: readonly string[], edit: LineEdit): Delta | undefined {
  const { chunks } = tree;
  if (chunks.length === 0) return bringsCue(lines, edit) ? undefined : { removed: [], added: [], directives: false };
  const { removed, added } = rereadChunks(chunks, lines, edit, readJsonChunk, shift);
  if (losesCue(lines, edit, removed)) return undefined;
  const delta = { removed: removed.flatMap(entriesOf), added: added.flatMap(entriesOf) };
  const directives = directivesOf(removed).length + directivesOf(added).length > 0;
  if (directives) tree.directives = directivesOf(chunks);
  if (replaceInPlace(removed, added, tree.documents)) return { ...delta, directives };
  const links = link(chunks, new Set(added));
  tree.documents = links.documents;
  return { ...delta, directives: directives || links.moved };
}

/** JSON has no comments, but texts in its strings may have some. */
function directivesOf(chunks: readonly JsonChunk[]): readonly Directive[] {
  return chunks.flatMap(({ texts }) => texts.flatMap((text) => text.directives()));
}

function shift(chunk: JsonChunk, by: number): void {
  chunk.line += by;
  if (by !== 0) for (const text of chunk.texts) text.move(by);
}

/** Lines that changed but in their scalars leave everything where it stands. */
function replaceInPlace(removed: readonly JsonChunk[], added: readonly JsonChunk[], documents: readonly (readonly Entry[])[]): boolean {
  if (removed.length !== added.length || !removed.every((chunk, i) => sameShape(chunk, added[i]))) return false;
  removed.forEach((chunk, i) => {
    takePlaces(chunk, added[i], documents);
  });
  return true;
}

/** Scalars with a comma behind each: other commas belong to entries of other lines. */
function sameShape(old: JsonChunk, fresh: JsonChunk | undefined): boolean {
  if (fresh === undefined || old.steps.length !== fresh.steps.length || old.steps[0]?.kind === 'comma') return false;
  return old.steps.every((step, i) => {
    const other = fresh.steps[i];
    if (step.kind === 'close' || other === undefined || step.kind !== other.kind) return false;
    return step.kind !== 'entry' || (other.kind === 'entry' && !step.opens && !other.opens && hasKey(step.entry) === hasKey(other.entry));
  });
}

function hasKey({ keyStart, keyEnd, block }: NestedEntry): boolean {
  return keyStart < keyEnd || block.text[keyStart - 1] === '"';
}

function takePlaces(old: JsonChunk, fresh: JsonChunk | undefined, documents: readonly (readonly Entry[])[]): void {
  let last: NestedEntry | undefined;
  old.steps.forEach((step, i) => {
    const other = fresh?.steps[i];
    if (fresh === undefined || other === undefined) return;
    if (other.kind === 'comma' && last !== undefined) last.comma = { block: fresh, at: other.at };
    if (step.kind !== 'entry' || other.kind !== 'entry') return;
    last = other.entry;
    takePlace(step.entry, other.entry, documents);
  });
}

function takePlace(old: NestedEntry, fresh: NestedEntry, documents: readonly (readonly Entry[])[]): void {
  if (old.parent !== undefined) fresh.parent = old.parent;
  if (!hasKey(fresh)) fresh.key = old.key;
  // A comma on a line below stays where it is.
  if (old.comma !== undefined && old.comma.block !== old.block) fresh.comma = old.comma;
  for (const row of old.parent === undefined ? documents : [old.parent.children ?? []]) {
    const index = row.indexOf(old);
    if (index !== -1) (row as Entry[])[index] = fresh;
  }
}

interface Links {
  readonly documents: readonly (readonly NestedEntry[])[];
  /** True where an entry that stayed stands in something else now. */
  readonly moved: boolean;
}

/** Puts the entries of chunks into one another. A file's outermost collection is the document: its members stand in nothing else. */
function link(chunks: readonly JsonChunk[], fresh: ReadonlySet<JsonChunk>): Links {
  const top: NestedEntry[] = [];
  const stack: NestedEntry[] = [];
  let moved = false;
  for (const chunk of chunks) {
    for (const step of chunk.steps) {
      if (step.kind === 'close') stack.pop();
      else if (step.kind === 'comma') markComma(stack.at(-1)?.children ?? top, chunk, step.at);
      else {
        const before = step.entry.parent;
        attach(step.entry, stack.at(-1), top);
        if (step.opens) stack.push(step.entry);
        moved ||= !fresh.has(chunk) && before !== step.entry.parent;
      }
    }
  }
  return { documents: [top], moved };
}

function markComma(siblings: readonly Entry[], block: JsonChunk, at: number): void {
  const last = siblings.at(-1) as NestedEntry | undefined;
  if (last !== undefined) last.comma = { block, at };
}

function attach(entry: NestedEntry, parent: NestedEntry | undefined, top: NestedEntry[]): void {
  delete entry.comma;
  if (entry.kind === 'map' || entry.kind === 'list') entry.children = [];
  if (parent === undefined) delete entry.parent;
  else entry.parent = parent;
  const siblings = (parent?.children ?? top) as NestedEntry[];
  if (entry.keyStart === entry.keyEnd && entry.block.text[entry.keyStart - 1] !== '"')
    entry.key = parent?.kind === 'list' ? String(siblings.length) : '';
  siblings.push(entry);
}
