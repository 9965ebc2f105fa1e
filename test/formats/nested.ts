import type { Change, Entry, Format, Tree } from '../../server/src/formats/format.ts';
import { placeOf } from '../../server/src/text/block.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';

/** An entry's way from the top, with list items by their index. */
export function pathOf(entry: Entry): string {
  return entry.parent === undefined ? entry.key : `${pathOf(entry.parent)}/${entry.key}`;
}

/** All that is known of a tree's entries, in document coordinates. */
export function picture(tree: Tree): unknown {
  return Array.from(tree.entries(), (entry) => {
    const [keyStart, keyEnd, valueStart, valueEnd] = [entry.keyStart, entry.keyEnd, entry.valueStart, entry.valueEnd].map((offset) =>
      placeOf(entry.block, offset),
    );
    return [pathOf(entry), entry.value, entry.kind, entry.style, entry.children?.length, keyStart, keyEnd, valueStart, valueEnd];
  });
}

/** Scalars by their way from the top. */
export function scalars(tree: Tree): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of tree.entries()) if (entry.kind !== 'map' && entry.kind !== 'list') found.set(pathOf(entry), entry.value);
  return found;
}

/** The entry of a way from the top; the last where there are several. */
export function find(tree: Tree, path: string): Entry {
  const entry = [...tree.entries()].findLast((one) => pathOf(one) === path);
  if (entry === undefined) throw new Error(`nothing at ${path}`);
  return entry;
}

/** A text after a change; undefined where the format cannot write it. */
export function changed(format: Format, text: string, change: (tree: Tree) => Change | readonly Change[]): string | undefined {
  const lines = text.split('\n');
  const wanted = change(format.parse(lines));
  const changes = Array.isArray(wanted) ? (wanted as readonly Change[]) : [wanted as Change];
  const writer = (entry: Entry): Pick<Format, 'write' | 'writeAll'> => entry.format ?? format;
  const first = changes[0];
  if (first === undefined) return text;
  const all = writer(first.kind === 'add' ? first.after : first.entry).writeAll;
  const edits = all === undefined ? changes.map((one) => writer(one.kind === 'add' ? one.after : one.entry).write(one)) : [all(changes)];
  const flat = edits.flatMap((edit) => edit ?? []);
  return edits.includes(undefined) ? undefined : applyEdits(lines, placeEdits(flat, '\n'), '\n');
}
