import type { Entry } from './format.ts';
import type { NestedEntry } from './nested-entry.ts';
import type { YamlChunk, YamlNode } from './yaml-node.ts';
import { nameAndValue } from './yaml-pairs.ts';

/** How a file's entries stand in one another. */
export interface Links {
  readonly documents: readonly (readonly NestedEntry[])[];
  /** Pairs that came and went with their parts. */
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
  /** Entries that stayed and that others moved into or out of, or that are another kind of thing now. */
  readonly moved: readonly Entry[];
}

/** Puts the entries of chunks into one another, by their columns. `fresh` are those that were not there before. */
export function link(chunks: readonly YamlChunk[], fresh: ReadonlySet<YamlChunk>): Links {
  const before = remember(chunks, fresh);
  const documents = connect(chunks);
  const moved = before.flatMap(({ entry, parent, kind }) =>
    entry.parent !== parent ? [entry, ...(parent === undefined ? [] : [parent])] : entry.kind !== kind ? [entry] : [],
  );
  return { documents, moved, ...pairs(chunks) };
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
}

function remember(chunks: readonly YamlChunk[], fresh: ReadonlySet<YamlChunk>): readonly Standing[] {
  const standing: Standing[] = [];
  for (const chunk of chunks) {
    if (fresh.has(chunk)) continue;
    for (const { entry } of chunk.nodes) standing.push({ entry, parent: entry.parent, kind: entry.kind });
  }
  return standing;
}

function connect(chunks: readonly YamlChunk[]): NestedEntry[][] {
  let top: NestedEntry[] = [];
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
    for (const node of chunk.nodes) {
      while (stack.length > 0 && closes(stack[stack.length - 1] as YamlNode, node)) stack.pop();
      attach(node, stack[stack.length - 1], top);
      // What stands further in below a scalar is a slip of indentation: it belongs to what the scalar belongs to.
      if (node.open) stack.push(node);
    }
  }
  return top.length === 0 && documents.length > 1 ? documents.slice(0, -1) : documents;
}

/** Items may stand at the column of the key whose list they are. */
function closes(open: YamlNode, next: YamlNode): boolean {
  return open.column > next.column || (open.column === next.column && !(next.item && !open.item));
}

function attach({ entry, item, open }: YamlNode, above: YamlNode | undefined, top: NestedEntry[]): void {
  if (open) {
    delete entry.children;
    entry.kind = 'null';
  }
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

/** Items with a name and a value get their pair, the one they had where nothing changed. */
function pairs(chunks: readonly YamlChunk[]): { readonly removed: readonly Entry[]; readonly added: readonly Entry[] } {
  const removed: Entry[] = [];
  const added: Entry[] = [];
  for (const chunk of chunks) {
    for (const { entry, item, open } of chunk.nodes) {
      if (!item || !open) continue;
      const previous = entry.pair;
      const pair = nameAndValue(entry, previous);
      if (pair === previous) continue;
      if (previous !== undefined) removed.push(previous);
      if (pair !== undefined) added.push(pair);
      if (pair === undefined) delete entry.pair;
      else entry.pair = pair;
    }
  }
  return { removed, added };
}
