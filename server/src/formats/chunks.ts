import type { Block } from '../text/block.ts';
import type { LineEdit } from '../text/lines.ts';

/** Lines that are read as one. A document is a row of chunks without gaps. */
export interface Chunk extends Block {
  /** How many document lines it covers. */
  readonly count: number;
  /** True where nothing in it can be continued by what follows. */
  readonly blank: boolean;
}

/** Reads the chunk that begins with a line; what it makes of it depends on this line and those below only. */
export type ReadChunk<C extends Chunk> = (lines: readonly string[], first: number) => C;

/** What came and went. Chunks that read as before stay the same objects. */
export interface ChunkDelta<C> {
  /** The index at which they stood and stand. */
  readonly at: number;
  readonly removed: readonly C[];
  readonly added: readonly C[];
}

/** Reads a document from its first line to its last. */
export function readChunks<C extends Chunk>(lines: readonly string[], read: ReadChunk<C>): C[] {
  const chunks: C[] = [];
  for (let next = 0; next < lines.length; ) {
    const chunk = read(lines, next);
    chunks.push(chunk);
    next += chunk.count;
  }
  return chunks;
}

/** Reads again the chunks that an edit touches, until an old boundary behind it is met. `shift` moves what stands below. */
export function rereadChunks<C extends Chunk>(
  chunks: C[],
  lines: readonly string[],
  edit: LineEdit,
  read: ReadChunk<C>,
  shift: (chunk: C, by: number) => void,
): ChunkDelta<C> {
  const by = edit.added - edit.removed;
  const from = resumeAt(chunks, edit.first);
  const fresh: C[] = [];
  let until = from;
  let next = chunks[from]?.line ?? 0;
  while (next < lines.length) {
    while (until < chunks.length && startOf(chunks[until]) + by < next) until += 1;
    if (
      next >= edit.first + edit.added &&
      until < chunks.length &&
      startOf(chunks[until]) + by === next &&
      startOf(chunks[until]) >= edit.first + edit.removed
    )
      break;
    const chunk = read(lines, next);
    fresh.push(chunk);
    next += chunk.count;
  }
  if (next >= lines.length) until = chunks.length;
  const gone = chunks.slice(from, until);
  keepUnchanged(gone, fresh, by, shift);
  splice(chunks, from, until, fresh);
  if (by !== 0) for (let i = from + fresh.length; i < chunks.length; i += 1) shift(chunks[i] as C, by);
  const before = new Set(gone);
  const after = new Set(fresh);
  let same = 0;
  while (same < gone.length && gone[same] === fresh[same]) same += 1;
  return {
    at: from + same,
    removed: gone.filter((chunk) => !after.has(chunk)),
    added: fresh.filter((chunk) => !before.has(chunk)),
  };
}

/** The index of the chunk that covers a document line (binary search). */
export function indexOfChunk(chunks: readonly Chunk[], line: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(chunks[middle]) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startOf(chunk: Chunk | undefined): number {
  return chunk?.line ?? 0;
}

/** What ends above the edit may now go on into it. */
function resumeAt(chunks: readonly Chunk[], line: number): number {
  let index = indexOfChunk(chunks, line) - 1;
  while (index > 0 && chunks[index]?.blank) index -= 1;
  return Math.max(index, 0);
}

function keepUnchanged<C extends Chunk>(gone: readonly C[], fresh: C[], by: number, shift: (chunk: C, by: number) => void): void {
  let head = 0;
  while (
    head < gone.length &&
    head < fresh.length &&
    startOf(gone[head]) === startOf(fresh[head]) &&
    gone[head]?.text === fresh[head]?.text
  ) {
    fresh[head] = gone[head] as C;
    head += 1;
  }
  for (let i = 1; i <= Math.min(gone.length, fresh.length) - head; i += 1) {
    const old = gone[gone.length - i] as C;
    const now = fresh[fresh.length - i] as C;
    if (old.line + by !== now.line || old.text !== now.text) return;
    shift(old, by);
    fresh[fresh.length - i] = old;
  }
}

function splice<C>(chunks: C[], from: number, until: number, fresh: readonly C[]): void {
  if (fresh.length === until - from) {
    fresh.forEach((chunk, i) => {
      chunks[from + i] = chunk;
    });
    return;
  }
  const tail = chunks.slice(until);
  chunks.length = from;
  for (const chunk of fresh) chunks.push(chunk);
  for (const chunk of tail) chunks.push(chunk);
}
