import type { Entry, Tree } from './format.ts';

/** The text that an entry's value is, as its own reader takes it. */
export type InnerTree = Omit<Tree, 'format'>;

const trees = new WeakMap<Entry, () => InnerTree>();

/** Says what the value of an entry is read as, when somebody asks. */
export function holdTree(owner: Entry, read: () => InnerTree): void {
  trees.set(owner, read);
}

/** What the value of an entry is read as; undefined where it is no text of another format. */
export function innerTree(owner: Entry): InnerTree | undefined {
  return trees.get(owner)?.();
}
