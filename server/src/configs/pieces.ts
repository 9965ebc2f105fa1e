import type { Delta, Entry } from '../formats/format.ts';

/** What was found out about a piece. */
interface Known {
  readonly roots: readonly Entry[];
  readonly given: string;
  readonly found: unknown;
  /** What was asked about other pieces on the way. */
  readonly inner: readonly Known[];
  /** The edit since which it is true. */
  readonly since: number;
  /** The last placement that it was part of: what is part of none is not kept up to date. */
  used: number;
}

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
  #known = new WeakMap<Entry, Map<string, Known>>();
  #inner: Known[] = [];

  /** The document is placed again. */
  begin(): void {
    this.#placements += 1;
    this.#inner = [];
  }

  /** What `find` makes of entries that stand side by side. Besides these it may look at nothing but what is `given`. */
  keep<T>(roots: readonly Entry[], what: string, find: () => T, given = ''): T {
    const [first] = roots;
    if (first === undefined) return find();
    const byWhat = this.#known.get(first) ?? new Map<string, Known>();
    this.#known.set(first, byWhat);
    const before = byWhat.get(what);
    const known = before !== undefined && this.#isTrue(before, roots, given) ? before : this.#find(roots, given, find);
    byWhat.set(what, known);
    this.#use(known);
    this.#inner.push(known);
    return known.found as T;
  }

  /** Takes an edit in that changes what configs there are. */
  touch({ removed, added, moved = [] }: Delta): void {
    this.#edits += 1;
    for (const entries of [removed, added, moved]) for (const entry of entries) this.#touchUpwards(entry);
  }

  #touchUpwards(entry: Entry): void {
    for (let at: Entry | undefined = entry; at !== undefined && this.#changed.get(at) !== this.#edits; at = at.parent) {
      // An alias may bring it into any other piece.
      if (at.anchor !== undefined) this.#known = new WeakMap();
      this.#changed.set(at, this.#edits);
    }
  }

  #isTrue({ roots, given, since, used }: Known, now: readonly Entry[], givenNow: string): boolean {
    if (given !== givenNow || used < this.#placements - 1 || roots.length !== now.length) return false;
    return roots.every((root, i) => root === now[i] && (this.#changed.get(root) ?? 0) <= since);
  }

  #find(roots: readonly Entry[], given: string, find: () => unknown): Known {
    const outer = this.#inner;
    const inner: Known[] = [];
    this.#inner = inner;
    const found = find();
    this.#inner = outer;
    return { roots: [...roots], given, found, inner, since: this.#edits, used: this.#placements };
  }

  #use(known: Known): void {
    known.used = this.#placements;
    for (const inner of known.inner) if (inner.used !== this.#placements) this.#use(inner);
  }
}
