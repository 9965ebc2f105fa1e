import type { Delta, Entry } from '../formats/format.ts';

/** What was found out about a piece, and when. */
interface Known {
  readonly roots: readonly Entry[];
  readonly since: number;
  readonly found: unknown;
}

/**
 * What was found out about pieces of a document: entries with all that stands in them. It is true until an edit changes the piece, so
 * that in a file of many documents, services or connectors only the one that is edited is placed again.
 */
export class Pieces {
  /** Counts the edits. */
  #now = 0;
  /** When something last came, went or moved in an entry. */
  #changed = new WeakMap<Entry, number>();
  /** By the first entry of each piece. */
  #known = new WeakMap<Entry, Map<string, Known>>();

  /** What `find` makes of entries that stand side by side. Besides these it may look at nothing but what `given` tells apart. */
  keep<T>(roots: readonly Entry[], given: string, find: () => T): T {
    const [first] = roots;
    if (first === undefined) return find();
    const byGiven = this.#known.get(first) ?? new Map<string, Known>();
    const known = byGiven.get(given);
    if (known !== undefined && this.#stands(known, roots)) return known.found as T;
    const found = find();
    byGiven.set(given, { roots: [...roots], since: this.#now, found });
    this.#known.set(first, byGiven);
    return found;
  }

  /** Takes an edit in that changes what configs there are. */
  touch({ removed, added, moved = [] }: Delta): void {
    this.#now += 1;
    for (const entries of [removed, added, moved]) for (const entry of entries) this.#touchUpwards(entry);
  }

  #touchUpwards(entry: Entry): void {
    for (let at: Entry | undefined = entry; at !== undefined && this.#changed.get(at) !== this.#now; at = at.parent) {
      // An alias may bring it into any other piece.
      if (at.anchor !== undefined) this.#known = new WeakMap();
      this.#changed.set(at, this.#now);
    }
  }

  #stands({ roots, since }: Known, now: readonly Entry[]): boolean {
    return roots.length === now.length && roots.every((root, i) => root === now[i] && (this.#changed.get(root) ?? 0) <= since);
  }
}
