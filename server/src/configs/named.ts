import { type Entry, holdsText, type Tree } from '../formats/format.ts';
import { isSeparator, type PropertiesTree } from '../formats/properties.ts';
import type { PropertyLine } from '../formats/property-line.ts';
import { type Block, placeOf } from '../text/block.ts';
import { comparePlaces } from '../text/edit.ts';

/** A scalar with its whole name, as frameworks flatten nested files: `spring.kafka.producer.acks`, and the document it stands in. */
export interface Name {
  readonly text: string;
  /** The index of the part of the file between two `---` (or `#---`) lines. */
  readonly document: number;
}

/** Names the entries of a tree. */
export interface Namer {
  (entry: Entry): Name | undefined;
  /** What an entry was last called, if it was. */
  known(entry: Entry): Name | undefined;
  /** Names an entry again: what it stands in may be called otherwise. */
  again(entry: Entry): Name | undefined;
}

/**
 * The name of an entry: from its place in nested formats, its key in flat ones. Undefined for what holds others. An entry keeps the
 * name that it had when first asked for, so that it can be found again when it is gone.
 */
export function namer(tree: Tree): Namer {
  const nameOf = tree.documents === undefined ? flatNamer(tree) : nestedNamer(tree);
  const known = new WeakMap<Entry, Name>();
  const named = (entry: Entry): Name | undefined => {
    const name = known.get(entry) ?? nameOf(entry);
    if (name !== undefined) known.set(entry, name);
    return name;
  };
  const again = (entry: Entry): Name | undefined => {
    known.delete(entry);
    return named(entry);
  };
  return Object.assign(named, { known: (entry: Entry) => known.get(entry), again });
}

function flatNamer(tree: Tree): (entry: Entry) => Name {
  let separators: readonly PropertyLine[] | undefined;
  return ({ key, block }) => {
    separators ??= separatorLines(tree);
    return { text: plain(key), document: countAbove(separators, block) };
  };
}

/** How many of some lines stand above a block (binary search). */
function countAbove(lines: readonly PropertyLine[], block: Block): number {
  if (lines.length === 0) return 0;
  const at = placeOf(block, 0);
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line !== undefined && comparePlaces(placeOf(line, 0), at) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As many entries as tell what a file is; longer ones are no framework's. */
const sample = 5000;

/** The entries by whose keys a file is recognized: those that stand in nothing else. */
export function glance(tree: Tree): readonly Entry[] {
  const entries = tree.documents?.flat() ?? tree.entries();
  return (Array.isArray(entries) ? entries : [...entries]).slice(0, sample);
}

/** Whether one of the entries passes. */
export function some(entries: Iterable<Entry>, test: (entry: Entry) => boolean): boolean {
  if (Array.isArray(entries)) return entries.some(test);
  for (const entry of entries) if (test(entry)) return true;
  return false;
}

/** All scalars of a tree. */
export function* scalars(tree: Tree): Generator<Entry> {
  for (const document of tree.documents ?? [[...tree.entries()]]) yield* below(document);
}

/** The scalars in an entry. */
export function scalarsBelow({ children = [] }: Entry): Iterable<Entry> {
  return below(children);
}

function* below(entries: readonly Entry[]): Generator<Entry> {
  for (const entry of entries) {
    if (entry.children === undefined || holdsText(entry)) yield entry;
    else yield* below(entry.children);
  }
}

/** Spring Boot splits a properties file at `#---` and `!---`. */
function separatorLines(tree: Tree): readonly PropertyLine[] {
  return 'lines' in tree ? (tree as PropertiesTree).lines.filter(isSeparator) : [];
}

function nestedNamer(tree: Tree): (entry: Entry) => Name | undefined {
  let documentOf = documentsOf(tree);
  return (entry) => {
    if (entry.kind === 'map' || entry.kind === 'list') return undefined;
    const parts: string[] = [];
    let top = entry;
    // What a text of another document holds is called by its place in that text.
    for (let at: Entry | undefined = entry; at !== undefined && (at === entry || !holdsText(at)); at = at.parent) {
      parts.unshift(at.parent?.kind === 'list' ? `[${at.key}]` : at.key);
      top = at;
    }
    if (!documentOf.has(top)) documentOf = documentsOf(tree);
    // What stands in a text of this document is none of its own.
    if (top.parent !== undefined && !documentOf.has(top)) return undefined;
    return { text: plain(parts.join('.')), document: documentOf.get(top) ?? 0 };
  };
}

function documentsOf(tree: Tree): ReadonlyMap<Entry, number> {
  return new Map((tree.documents ?? []).flatMap((document, index) => document.map((entry) => [entry, index] as const)));
}

/** `a[b.c]` and `a."b.c"` are `a.b.c`; numbers in brackets stay. */
function plain(name: string): string {
  if (!/["[\]]/.test(name)) return name;
  return name
    .replace(/\.?\[(\d+)\]/g, '[$1]')
    .replace(/\.?\["?([^\]"\d][^\]"]*)"?\]/g, '.$1')
    .replaceAll('"', '')
    .replace(/^\./, '');
}
