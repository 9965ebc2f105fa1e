import type { ChunkDelta } from './chunks.ts';
import type { Entry } from './format.ts';
import type { JsonChunk, JsonStep } from './json-chunk.ts';
import { variableItems } from './json-pairs-write.ts';
import type { NestedEntry } from './nested-entry.ts';
import { nameAndValue } from './yaml-pairs.ts';

/** Lines that changed but in their scalars leave everything where it stands. */
export function replaceInPlace(
  removed: readonly JsonChunk[],
  added: readonly JsonChunk[],
  documents: readonly (readonly Entry[])[],
): boolean {
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
    if (step.kind !== 'entry' || other.kind !== 'entry') return true;
    return !step.opens && !other.opens && hasKey(step.entry) === hasKey(other.entry) && !isPart(step.entry, other.entry.key);
  });
}

const parts = /^(?:name|value|valueFrom)$/;

/** Whether an entry is part of a pair, or may become one under its new key. */
function isPart({ key, parent }: NestedEntry, fresh: string): boolean {
  return parent?.pair !== undefined || (parent?.parent?.kind === 'list' && (parts.test(key) || parts.test(fresh)));
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
  /** Undefined where the documents are the same rows as before. */
  readonly documents: readonly (readonly NestedEntry[])[] | undefined;
  /** Pairs that came and went with their parts. */
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
  /** What entries that stayed moved into or out of. */
  readonly moved: readonly Entry[];
}

/** What is open while entries are put into one another, and what came of it so far. */
interface Linking {
  readonly stack: NestedEntry[];
  readonly top: NestedEntry[];
  readonly fresh: ReadonlySet<JsonChunk>;
  readonly removed: Entry[];
  readonly added: Entry[];
  readonly moved: Entry[];
}

function linking(stack: NestedEntry[], fresh: Iterable<JsonChunk>): Linking {
  return { stack, top: [], fresh: new Set(fresh), removed: [], added: [], moved: [] };
}

/** Puts the entries of chunks into one another. A file's outermost collection is the document: its members stand in nothing else. */
export function link(chunks: readonly JsonChunk[], fresh: Iterable<JsonChunk>): Links {
  const state = linking([], fresh);
  for (const chunk of chunks) for (const step of chunk.steps) take(step, chunk, state);
  // What nothing closes ends with the file.
  for (const open of state.stack) renewPair(open, state);
  return { documents: [state.top], ...state };
}

/**
 * The same after an edit that opens and closes as much as before: only the collection around it is put together again. Undefined where
 * there is none, and {@link link} has to look at all of them.
 */
export function linkWithin(chunks: readonly JsonChunk[], { at, removed, added }: ChunkDelta<JsonChunk>): Links | undefined {
  const [before, now] = [depthOf(removed), depthOf(added)];
  const holder = before.end === now.end ? holderOf(chunks, at, -Math.min(before.least, now.least)) : undefined;
  if (holder === undefined) return undefined;
  const state = linking([holder.entry], added);
  holder.entry.children = [];
  for (let index = holder.chunk; index < chunks.length && state.stack.length > 0; index += 1) {
    const chunk = chunks[index] as JsonChunk;
    const steps = index === holder.chunk ? chunk.steps.slice(holder.step + 1) : chunk.steps;
    for (let i = 0; i < steps.length && state.stack.length > 0; i += 1) take(steps[i] as JsonStep, chunk, state);
  }
  for (const open of state.stack) renewPair(open, state);
  return { documents: undefined, ...state };
}

/** How much further in chunks end than they begin, and how far out they come. */
function depthOf(chunks: readonly JsonChunk[]): { readonly end: number; readonly least: number } {
  let [end, least] = [0, 0];
  for (const { steps } of chunks) {
    for (const step of steps) {
      if (step.kind === 'close') end -= 1;
      else if (step.kind === 'entry' && step.opens) end += 1;
      least = Math.min(least, end);
    }
  }
  return { end, least };
}

/** The collection that is open above a chunk, or one so many further out. */
function holderOf(
  chunks: readonly JsonChunk[],
  at: number,
  further: number,
): { readonly chunk: number; readonly step: number; readonly entry: NestedEntry } | undefined {
  let closed = further;
  for (let chunk = at - 1; chunk >= 0; chunk -= 1) {
    const steps = chunks[chunk]?.steps ?? [];
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      const step = steps[index];
      if (step?.kind === 'close') closed += 1;
      else if (step?.kind === 'entry' && step.opens && --closed < 0) return { chunk, step: index, entry: step.entry };
    }
  }
  return undefined;
}

function take(step: JsonStep, chunk: JsonChunk, state: Linking): void {
  const { stack, top, fresh, moved } = state;
  if (step.kind === 'close') renewPair(stack.pop(), state);
  else if (step.kind === 'comma') markComma(stack.at(-1)?.children ?? top, chunk, step.at);
  else {
    const before = step.entry.parent;
    attach(step.entry, stack.at(-1), top);
    if (step.opens) stack.push(step.entry);
    if (!fresh.has(chunk) && before !== step.entry.parent)
      for (const one of [before, step.entry.parent]) if (one !== undefined) moved.push(one);
  }
}

/** An item with a name and a value gets its pair, the one it had where nothing changed. */
function renewPair(item: NestedEntry | undefined, pairs: { readonly removed: Entry[]; readonly added: Entry[] }): void {
  if (item === undefined || item.kind !== 'map') return;
  const previous = item.pair;
  const pair = item.parent?.kind === 'list' ? nameAndValue(item, previous, variableItems) : undefined;
  if (pair === previous) return;
  if (previous !== undefined) pairs.removed.push(previous);
  if (pair === undefined) delete item.pair;
  else {
    pairs.added.push(pair);
    item.pair = pair;
  }
}

/** Renews the pairs of the items that an entry stands in: lines came or went that may stand between their parts. */
export function pairsAround(entry: Entry | undefined): Pick<Links, 'removed' | 'added'> {
  const found = { removed: [], added: [] };
  for (let at = entry; at !== undefined; at = at.parent) if (at.pair !== undefined) renewPair(at as NestedEntry, found);
  return found;
}

function markComma(siblings: readonly Entry[], block: JsonChunk, at: number): void {
  const last = siblings.at(-1) as NestedEntry | undefined;
  if (last !== undefined) last.comma = { block, at };
}

function attach(entry: NestedEntry, parent: NestedEntry | undefined, top: NestedEntry[]): void {
  // To delete what is not there costs as much, and slows down whoever reads the entry.
  if (entry.comma !== undefined) entry.comma = undefined;
  if (entry.kind === 'map' || entry.kind === 'list') entry.children = [];
  if (parent === undefined) delete entry.parent;
  else entry.parent = parent;
  const siblings = (parent?.children ?? top) as NestedEntry[];
  if (entry.keyStart === entry.keyEnd && entry.block.text[entry.keyStart - 1] !== '"')
    entry.key = parent?.kind === 'list' ? String(siblings.length) : '';
  siblings.push(entry);
}
