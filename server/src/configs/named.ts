import { type Entry, holdsText, type Tree } from '../formats/format.ts';
import { type DocumentNumbers, flatNumbers, nestedNumbers } from './document-numbers.ts';

/** A scalar with its whole name, as frameworks flatten nested files: `spring.kafka.producer.acks`, and the document it stands in. */
export interface Name {
  readonly text: string;
  /** Which part of the file between two `---` (or `#---`) lines: 0 is the first, others have a number of their own. */
  readonly document: number;
}

/** Names the entries of a tree. */
export interface Namer {
  (entry: Entry): Name | undefined;
  /** What an entry was last called, if it was. */
  known(entry: Entry): Name | undefined;
  /** Names an entry again: what it stands in may be called otherwise. */
  again(entry: Entry): Name | undefined;
  /** Looks for the documents again: entries that stand in another than before, of a nested file those that stand in nothing else. */
  renumbered(): readonly Entry[];
}

/**
 * The name of an entry: from its place in nested formats, its key in flat ones. Undefined for what holds others. An entry keeps the
 * name that it had when first asked for, so that it can be found again when it is gone.
 */
export function namer(tree: Tree): Namer {
  const numbers = tree.documents === undefined ? flatNumbers(tree) : nestedNumbers(tree);
  const nameOf = tree.documents === undefined ? flatNamer(numbers) : nestedNamer(numbers);
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
  const renumbered = (): readonly Entry[] => numbers.renew((entry) => known.get(entry)?.document);
  return Object.assign(named, { known: (entry: Entry) => known.get(entry), again, renumbered });
}

function flatNamer(numbers: DocumentNumbers): (entry: Entry) => Name {
  return (entry) => ({ text: plain(entry.key), document: numbers.of(entry) ?? 0 });
}

/** As many entries as tell what a file is; longer ones are no framework's. */
const sample = 5000;

/** The entries by whose keys a file is recognized: those that stand in nothing else. */
export function glance(tree: Tree): readonly Entry[] {
  const entries = tree.documents?.flat() ?? tree.entries();
  const all = Array.isArray(entries) ? (entries as readonly Entry[]) : [...entries];
  return all.length > sample ? all.slice(0, sample) : all;
}

/** What keys begin with in the files of frameworks. */
const frameworks = /^(?:spring|micronaut|quarkus|mp|debezium|kafka)(?:\.|$)|^"?%/;

/** A tree gives the same entries until an edit. */
const glances = new WeakMap<Iterable<Entry>, readonly Entry[]>();

/** Those of them by which a framework's file is recognized. Each framework looks for its own among them; most files have none. */
export function glanceForFrameworks(tree: Tree): readonly Entry[] {
  const entries = tree.entries();
  const known = glances.get(entries) ?? glance(tree).filter(({ key }) => frameworks.test(key));
  glances.set(entries, known);
  return known;
}

/** Takes entries one after the other: of an array each step of an iterator would leave an object behind. */
export function inTurn(entries: Iterable<Entry>, take: (entry: Entry) => void): void {
  if (Array.isArray(entries)) entries.forEach(take);
  else for (const entry of entries) take(entry);
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

function nestedNamer(numbers: DocumentNumbers): (entry: Entry) => Name | undefined {
  return (entry) => {
    if (entry.kind === 'map' || entry.kind === 'list' || isPair(entry)) return undefined;
    const parts: string[] = [];
    let top = entry;
    // What a text of another document holds is called by its place in that text.
    for (let at: Entry | undefined = entry; at !== undefined && (at === entry || !holdsText(at)); at = at.parent) {
      parts.unshift(at.parent?.kind === 'list' ? `[${at.key}]` : at.key);
      top = at;
    }
    const document = numbers.of(top);
    // What stands in a text of this document is none of its own.
    if (top.parent !== undefined && document === undefined) return undefined;
    return { text: plain(parts.join('.')), document: document ?? 0 };
  };
}

/** What a list item stands for as a name and a value brings what writes it, as the entries of texts do: to frameworks it is an item. */
function isPair({ format, parent }: Entry): boolean {
  return format !== undefined && (parent === undefined || !holdsText(parent));
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
