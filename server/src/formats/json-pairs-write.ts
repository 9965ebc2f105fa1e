import type { Edit } from '../text/edit.ts';
import type { Change, Entry, Writer } from './format.ts';
import { endOfItem, writeAllJson } from './json-write.ts';
import { partsOf } from './yaml-pairs.ts';

/** Writes `{ "name": NAME, "value": … }`: what changes is a part, which plain JSON writes, or the item comes or goes. */
export const variableItems: Writer = { id: 'json', comments: false, write: (change) => writeItems([change]), writeAll: writeItems };

function writeItems(changes: readonly Change[]): readonly Edit[] | undefined {
  const inParts = changes.map(ofPart);
  if (inParts.includes(undefined)) return undefined;
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? itemOf(change.entry) : [])));
  const added = changes.flatMap((change) => (change.kind === 'add' ? [addItem(change, removed)] : []));
  const written = writeAllJson(inParts.flatMap((change) => change ?? []));
  return written === undefined || added.includes(undefined) ? undefined : [...written, ...added.flatMap((edits) => edits ?? [])];
}

/** The change of a name, a value or an item that one of a pair is; none for what is added, undefined where it cannot be. */
function ofPart(change: Change): readonly Change[] | undefined {
  if (change.kind === 'add') return [];
  const parts = partsOf(change.entry);
  const [item] = itemOf(change.entry);
  if (parts === undefined || item === undefined || change.kind === 'comment') return undefined;
  if (change.kind === 'rename') return [{ kind: 'set', entry: parts.name, value: change.key }];
  if (change.kind === 'remove') return endOfItem(item) === undefined ? undefined : [{ kind: 'remove', entry: item }];
  return change.entry.style === 'alias' ? undefined : [{ ...change, entry: parts.source }];
}

function itemOf(pair: Entry): readonly Entry[] {
  return partsOf(pair)?.name.parent === undefined ? [] : [partsOf(pair)?.name.parent as Entry];
}

/** Behind the item, where it ends on a line of its own, else before it: the order of variables is of no account. */
function addItem({ after, key, value }: Change & { readonly kind: 'add' }, removed: ReadonlySet<Entry>): readonly Edit[] | undefined {
  const [item] = itemOf(after);
  if (item === undefined || removed.has(item)) return undefined;
  const { block, valueStart } = item;
  const line = block.text.slice(block.text.lastIndexOf('\n', valueStart) + 1, valueStart);
  const gap = line.trim() === '' ? `\n${line}` : ' ';
  const text = `{ "name": ${JSON.stringify(key)}, "value": ${JSON.stringify(value)} }`;
  const end = endOfItem(item);
  if (end === undefined) return [{ block, start: valueStart, end: valueStart, text: `${text},${gap}` }];
  return [{ block, start: end, end, text: `,${gap}${text}` }];
}
