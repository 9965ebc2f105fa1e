import type { ChunkDelta } from './chunks.ts';
import type { Entry } from './format.ts';
import type { NestedEntry } from './nested-entry.ts';
import { connect, type Links, linksAfter, nodesOf, withoutEmptyEnd } from './yaml-link.ts';
import type { YamlChunk } from './yaml-node.ts';

type Rows = readonly (readonly Entry[])[];

/**
 * Puts the entries of chunks into one another again from the last key above an edit that nothing can be around to the next one below it,
 * whatever parts documents between them: what stands elsewhere stays as it is. Undefined where there is none above.
 */
export function linkBetweenKeys(chunks: readonly YamlChunk[], { at, added }: ChunkDelta<YamlChunk>, documents: Rows): Links | undefined {
  let from = at - 1;
  while (from >= 0 && !isOutermostKey(chunks[from])) from -= 1;
  let to = at + added.length;
  while (to < chunks.length && !isOutermostKey(chunks[to])) to += 1;
  const [start, end] = [placeOf(chunks[from], documents), placeOf(chunks[to], documents)];
  if (start === undefined || (to < chunks.length && end === undefined)) return undefined;
  const between = chunks.slice(from, to);
  const before = documents[start.row]?.slice(0, start.index) ?? [];
  const behind = end === undefined ? [] : (documents[end.row]?.slice(end.index) ?? []);
  // Items that stand in nothing are called by how many stand before them.
  if (behind.some(isItem)) return undefined;
  return linksAfter(nodesOf(between), new Set(added), () => {
    const rows = connect(between, before as NestedEntry[]);
    rows.at(-1)?.push(...(behind as NestedEntry[]));
    const rest = end === undefined ? [] : documents.slice(end.row + 1);
    return withoutEmptyEnd([...documents.slice(0, start.row), ...rows, ...rest] as NestedEntry[][]);
  });
}

/** A key that stands at the start of its line: what is open above ends there. */
function isOutermostKey(chunk: YamlChunk | undefined): boolean {
  const [node] = chunk?.nodes ?? [];
  return node !== undefined && node.column === 0 && !node.item;
}

/** An item, or a text that stands in nothing and is numbered like one. */
function isItem({ block, keyStart, keyEnd }: Entry): boolean {
  return keyStart === keyEnd || block.text.slice(keyStart, keyEnd) === '-';
}

interface RowPlace {
  readonly row: number;
  readonly index: number;
}

function placeOf(chunk: YamlChunk | undefined, documents: Rows): RowPlace | undefined {
  const entry = chunk?.nodes[0]?.entry;
  if (entry === undefined) return undefined;
  const row = documents.findIndex((one) => one.includes(entry));
  return row === -1 ? undefined : { row, index: documents[row]?.indexOf(entry) ?? 0 };
}
