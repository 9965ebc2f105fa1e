import type { Block } from '../text/block.ts';
import type { ChunkDelta } from './chunks.ts';
import type { Entry } from './format.ts';
import type { NestedEntry } from './nested-entry.ts';
import { isTemplateLine } from './yaml-lines.ts';
import type { YamlChunk, YamlNode } from './yaml-node.ts';
import { nameAndValue } from './yaml-pairs.ts';

/** How a file's entries stand in one another. */
export interface Links {
  /** Undefined where the documents are the same rows as before. */
  readonly documents: readonly (readonly NestedEntry[])[] | undefined;
  /** Pairs that came and went with their parts. */
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
  /** What entries that stayed moved into or out of, what is another kind of thing now, and items that have another number. */
  readonly moved: readonly Entry[];
}

/** Puts the entries of chunks into one another, by their columns. `fresh` are those that were not there before. */
export function link(chunks: readonly YamlChunk[], fresh: ReadonlySet<YamlChunk>): Links {
  return linksAfter(nodesOf(chunks), fresh, () => withoutEmptyEnd(connect(chunks)));
}

/** What becomes of nodes that are put into one another, when somebody does so. */
export function linksAfter(nodes: readonly YamlNode[], fresh: ReadonlySet<YamlChunk>, connectAll: () => NestedEntry[][]): Links {
  const before = remember(nodes, fresh);
  const documents = connectAll();
  return { documents, moved: movedOf(before), ...pairs(nodes) };
}

/**
 * The same after an edit that lies within an entry which goes on below its line: only what stands in that is put together again.
 * Undefined where there is none, and {@link link} has to look at all of them.
 */
export function linkWithin(chunks: readonly YamlChunk[], { at, removed, added }: ChunkDelta<YamlChunk>): Links | undefined {
  const changed = [...removed, ...added];
  if (changed.some(({ kind }) => kind === 'marker')) return undefined;
  const columns = nodesOf(changed).map(({ column }) => column);
  const holder = holderOf(chunks, at, Math.min(...columns));
  if (holder === undefined) return undefined;
  const { entry } = holder.node;
  let end = at + added.length;
  while (end < chunks.length && !endsAt(chunks[end] as YamlChunk, holder.node)) end += 1;
  const head = chunks[holder.chunk]?.nodes ?? [];
  const inside = [...head.slice(head.indexOf(holder.node) + 1), ...nodesOf(chunks.slice(holder.chunk + 1, end))];
  const before = remember([holder.node, ...inside], new Set(added));
  empty(entry);
  const stack = [holder.node];
  for (const node of head.slice(head.indexOf(holder.node) + 1)) connectNode(node, stack, []);
  for (const chunk of chunks.slice(holder.chunk + 1, end)) connectChunk(chunk, stack, []);
  return { documents: undefined, moved: movedOf(before), ...pairs([holder.node, ...inside]) };
}

/** Whether what an entry holds ends above a chunk. */
function endsAt(chunk: YamlChunk, holder: YamlNode): boolean {
  const [node] = chunk.nodes;
  return chunk.kind === 'marker' || (node !== undefined && closes(holder, node));
}

/** The last entry before a chunk that goes on below its line and further out than a column, whatever stands between. */
function holderOf(
  chunks: readonly YamlChunk[],
  from: number,
  column: number,
): { readonly chunk: number; readonly node: YamlNode } | undefined {
  let outermost = column;
  for (let chunk = from - 1; chunk >= 0 && chunks[chunk]?.kind !== 'marker'; chunk -= 1) {
    for (const node of [...(chunks[chunk]?.nodes ?? [])].reverse()) {
      if (node.open && node.column < outermost) return { chunk, node };
      outermost = Math.min(outermost, node.column);
    }
  }
  return undefined;
}

/** The nodes of chunks, in order. */
export function nodesOf(chunks: readonly YamlChunk[]): readonly YamlNode[] {
  return chunks.flatMap(({ nodes }) => nodes);
}

function movedOf(before: readonly Standing[]): readonly Entry[] {
  return before.flatMap(({ entry, parent, kind, key }) => [
    ...(entry.parent === parent ? [] : [parent, entry.parent].filter((one) => one !== undefined)),
    ...(entry.kind === kind && entry.key === key ? [] : [entry]),
  ]);
}

/**
 * Lines that changed but in their scalars leave everything where it stands: the new entries take the old ones' places. False where
 * that is not so, and {@link link} has to look at all of them.
 */
export function replaceInPlace(
  removed: readonly YamlChunk[],
  added: readonly YamlChunk[],
  documents: readonly (readonly Entry[])[],
): boolean {
  if (removed.length !== added.length || !removed.every((chunk, i) => sameShape(chunk, added[i]))) return false;
  removed.forEach((chunk, i) => {
    chunk.nodes.forEach((node, j) => {
      const fresh = added[i]?.nodes[j]?.entry;
      if (fresh !== undefined) takePlace(node, fresh, documents);
    });
  });
  return true;
}

function sameShape(old: YamlChunk, fresh: YamlChunk | undefined): boolean {
  if (fresh === undefined || old.kind !== fresh.kind || old.kind === 'marker' || old.nodes.length !== fresh.nodes.length) return false;
  if (old.nodes.length === 0 && isTemplateLine(old.text) !== isTemplateLine(fresh.text)) return false;
  return old.nodes.every((node, i) => {
    const other = fresh.nodes[i];
    const isPart =
      node.entry.parent?.pair !== undefined ||
      node.entry.key === 'name' ||
      other?.entry.key === 'name' ||
      node.entry.key.startsWith('value') ||
      other?.entry.key.startsWith('value');
    return other !== undefined && node.column === other.column && node.item === other.item && !node.open && !other.open && !isPart;
  });
}

function takePlace({ entry, item }: YamlNode, fresh: NestedEntry, documents: readonly (readonly Entry[])[]): void {
  const { parent } = entry;
  if (parent !== undefined) fresh.parent = parent;
  if (item) fresh.key = entry.key;
  pairStandsIn(fresh, parent);
  const rows = parent === undefined ? documents : [parent.children ?? []];
  for (const row of rows) {
    const index = row.indexOf(entry);
    if (index !== -1) (row as Entry[])[index] = fresh;
  }
}

interface Standing {
  readonly entry: NestedEntry;
  readonly parent: Entry | undefined;
  readonly kind: NestedEntry['kind'];
  /** The number of an item. */
  readonly key: string;
}

function remember(nodes: readonly YamlNode[], fresh: ReadonlySet<Block>): readonly Standing[] {
  return nodes.flatMap(({ entry }) => (fresh.has(entry.block) ? [] : [{ entry, parent: entry.parent, kind: entry.kind, key: entry.key }]));
}

/** Puts nodes into one another: rows of those that stand in nothing else, by document, the first behind what stands `before`. The last one may be empty. */
export function connect(chunks: readonly YamlChunk[], before: readonly NestedEntry[] = []): NestedEntry[][] {
  let top = [...before];
  const documents = [top];
  const stack: YamlNode[] = [];
  for (const chunk of chunks) {
    if (chunk.kind === 'marker') {
      stack.length = 0;
      if (top.length > 0) {
        top = [];
        documents.push(top);
      }
    }
    connectChunk(chunk, stack, top);
  }
  return documents;
}

/** A marker at a file's end begins no document. */
export function withoutEmptyEnd(documents: NestedEntry[][]): NestedEntry[][] {
  return documents.length > 1 && documents.at(-1)?.length === 0 ? documents.slice(0, -1) : documents;
}

function connectChunk(chunk: YamlChunk, stack: YamlNode[], top: NestedEntry[]): void {
  if (chunk.nodes.length === 0 && isTemplateLine(chunk.text)) for (const { entry } of stack) entry.templated = true;
  for (const node of chunk.nodes) connectNode(node, stack, top);
}

/** As an entry is before others are put into it. */
function empty(entry: NestedEntry): void {
  delete entry.children;
  entry.kind = 'null';
  if (entry.templated) entry.templated = false;
}

function connectNode(node: YamlNode, stack: YamlNode[], top: NestedEntry[]): void {
  while (stack.length > 0 && closes(stack[stack.length - 1] as YamlNode, node)) stack.pop();
  attach(node, stack[stack.length - 1], top);
  // What stands further in below a scalar is a slip of indentation: it belongs to what the scalar belongs to.
  if (node.open) stack.push(node);
}

/** Items may stand at the column of the key whose list they are. */
function closes(open: YamlNode, next: YamlNode): boolean {
  return open.column > next.column || (open.column === next.column && !(next.item && !open.item));
}

function attach({ entry, item, open }: YamlNode, above: YamlNode | undefined, top: NestedEntry[]): void {
  if (open) empty(entry);
  const siblings = above === undefined ? top : childrenOf(above.entry, item);
  if (above === undefined) delete entry.parent;
  else entry.parent = above.entry;
  if (item) entry.key = String(siblings.length);
  pairStandsIn(entry, above?.entry);
  siblings.push(entry);
}

/** A pair stands in what its item stands in. */
function pairStandsIn({ pair }: NestedEntry, parent: Entry | undefined): void {
  if (pair === undefined) return;
  if (parent === undefined) delete (pair as { parent?: Entry }).parent;
  else (pair as { parent?: Entry }).parent = parent;
}

function childrenOf(parent: NestedEntry, item: boolean): NestedEntry[] {
  if (parent.children === undefined) {
    parent.children = [];
    parent.kind = item ? 'list' : 'map';
  }
  return parent.children as NestedEntry[];
}

/** Renews the pairs of the items that an entry stands in: lines came or went that may stand between their parts. */
export function pairsAround(entry: Entry | undefined): Pick<Links, 'removed' | 'added'> {
  const items: YamlNode[] = [];
  for (let at = entry; at !== undefined; at = at.parent)
    if (at.pair !== undefined && at.children !== undefined) items.push({ column: 0, entry: at as NestedEntry, item: true, open: true });
  return pairs(items);
}

/** Items with a name and a value get their pair, the one they had where nothing changed. */
function pairs(nodes: readonly YamlNode[]): { readonly removed: readonly Entry[]; readonly added: readonly Entry[] } {
  const removed: Entry[] = [];
  const added: Entry[] = [];
  for (const { entry, item, open } of nodes) {
    if (!item || !open) continue;
    const previous = entry.pair;
    const pair = nameAndValue(entry, previous);
    if (pair === previous) continue;
    if (previous !== undefined) removed.push(previous);
    if (pair !== undefined) added.push(pair);
    if (pair === undefined) delete entry.pair;
    else entry.pair = pair;
  }
  return { removed, added };
}
