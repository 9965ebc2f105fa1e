import type { Delta, Entry } from '../formats/format.ts';

/** What was found out about a piece. */
interface Known {
  readonly roots: readonly Entry[];
  readonly given: string;
  readonly found: unknown;
  /** What was asked about other pieces on the way. */
  readonly inner: readonly Known[];
  /** The entries that were looked up by their anchors on the way. */
  readonly marked: ReadonlyMap<string, Entry | undefined>;
  /** The edit since which it is true. */
  readonly since: number;
  /** The last placement that it was part of: what is part of none is not kept up to date. */
  used: number;
}

/** What is asked while something is found out. */
interface Asked {
  readonly inner: Known[];
  readonly marked: Map<string, Entry | undefined>;
}

/** The entry that an anchor marks. */
export type Anchors = (name: string) => Entry | undefined;

/**
 * What was found out about pieces of a document: entries with all that stands in them. It is true until an edit changes the piece, so
 * that in a file of many documents, services or connectors only the one that is edited is placed again.
 */
export class Pieces {
  #edits = 0;
  #placements = 0;
  /** When something last came, went or moved in an entry. */
  readonly #changed = new WeakMap<Entry, number>();
  /** By the first entry of a piece and by what is asked. */
  readonly #known = new WeakMap<Entry, Map<string, Known>>();
  #asked: Asked = { inner: [], marked: new Map() };
  #anchors: Anchors = () => undefined;

  /** The document is placed again. */
  begin(): void {
    this.#placements += 1;
    this.#asked = { inner: [], marked: new Map() };
    this.#anchors = () => undefined;
  }

  /** How anchors are looked up in this placement. */
  lookUpBy(anchors: Anchors): void {
    this.#anchors = anchors;
  }

  /** What an anchor marks, wherever it stands: what is being found out is true as long as that stays as it is. */
  readonly markedBy: Anchors = (name) => {
    const entry = this.#anchors(name);
    this.#asked.marked.set(name, entry);
    return entry;
  };

  /** What `find` makes of entries that stand side by side. Besides these it may look at what anchors mark and what is `given`, at nothing else. */
  keep<T>(roots: readonly Entry[], what: string, find: () => T, given = ''): T {
    const [first] = roots;
    if (first === undefined) return find();
    const byWhat = this.#known.get(first) ?? new Map<string, Known>();
    this.#known.set(first, byWhat);
    const before = byWhat.get(what);
    const known = before !== undefined && this.#isTrue(before, roots, given) ? before : this.#find(roots, given, find);
    byWhat.set(what, known);
    this.#use(known);
    this.#asked.inner.push(known);
    for (const [name, entry] of known.marked) this.#asked.marked.set(name, entry);
    return known.found as T;
  }

  /** Takes an edit in that changes what configs there are. */
  touch({ removed, added, moved = [] }: Delta): void {
    this.#edits += 1;
    for (const entries of [removed, added, moved]) for (const entry of entries) this.#touchUpwards(entry);
  }

  #touchUpwards(entry: Entry): void {
    for (let at: Entry | undefined = entry; at !== undefined && this.#changed.get(at) !== this.#edits; at = at.parent)
      this.#changed.set(at, this.#edits);
  }

  #isTrue({ roots, given, marked, since, used }: Known, now: readonly Entry[], givenNow: string): boolean {
    if (given !== givenNow || used < this.#placements - 1 || roots.length !== now.length) return false;
    const isAsBefore = (entry: Entry): boolean => (this.#changed.get(entry) ?? 0) <= since;
    if (!roots.every((root, i) => root === now[i] && isAsBefore(root))) return false;
    for (const [name, entry] of marked) if (this.#anchors(name) !== entry || (entry !== undefined && !isAsBefore(entry))) return false;
    return true;
  }

  #find(roots: readonly Entry[], given: string, find: () => unknown): Known {
    const outer = this.#asked;
    const asked: Asked = { inner: [], marked: new Map() };
    this.#asked = asked;
    const found = find();
    this.#asked = outer;
    return { roots: [...roots], given, found, ...asked, since: this.#edits, used: this.#placements };
  }

  #use(known: Known): void {
    known.used = this.#placements;
    for (const inner of known.inner) if (inner.used !== this.#placements) this.#use(inner);
  }
}
