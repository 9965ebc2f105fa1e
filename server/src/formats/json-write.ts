import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { Change, Entry } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { joinRanges, type Range } from './ranges.ts';

/** Writes one change of a member; undefined for what JSON cannot hold (remarks) or what would change a collection. */
export function writeJson(change: Change): readonly Edit[] | undefined {
  return writeAllJson([change]);
}

/** Writes changes that are made together: members that leave side by side take the right commas with them. */
export function writeAllJson(changes: readonly Change[]): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const removed = new Set<Entry>();
  for (const change of changes) {
    if (change.kind === 'remove') {
      removed.add(change.entry);
      continue;
    }
    const written = writeOne(change);
    if (written === undefined) return undefined;
    edits.push(...written);
  }
  const written = removeAll(removed);
  return written && [...edits, ...written];
}

function writeOne(change: Exclude<Change, { kind: 'remove' }>): readonly Edit[] | undefined {
  switch (change.kind) {
    case 'set':
      return set(change.entry, change.value);
    case 'rename':
      return rename(change.entry, change.key);
    case 'add':
      return add(change.after, change.key, change.value);
    case 'comment':
      return undefined;
  }
}

function set(entry: Entry, value: string): readonly Edit[] | undefined {
  const { block, kind, valueStart, valueEnd, style } = entry;
  if (kind === 'list') return textForItems(entry, value);
  if (kind === 'map' || (valueStart === valueEnd && style !== 'quoted')) return undefined;
  const quoted = style === 'quoted' ? 1 : 0;
  const literal =
    quoted === 0 && (kind === 'number' ? /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) : kind === 'boolean' && /^(?:true|false)$/.test(value));
  const closed = quoted === 1 && block.text[valueEnd] === '"' ? 1 : 0;
  return [{ block, start: valueStart - quoted, end: valueEnd + closed, text: literal ? value : JSON.stringify(value) }];
}

/** `["a", "b"]` can become `"a,b"`, where it ends on its line. */
function textForItems({ block, valueStart, children = [] }: Entry, value: string): readonly Edit[] | undefined {
  const last = children.at(-1);
  if (last === undefined || children.some((item) => item.block !== block || item.children !== undefined)) return undefined;
  const end = outerEnd(last);
  const closing = /^\s*,?\s*\]/.exec(block.text.slice(end))?.[0].length;
  return closing === undefined ? undefined : [{ block, start: valueStart, end: end + closing, text: JSON.stringify(value) }];
}

function rename({ block, keyStart, keyEnd }: Entry, key: string): readonly Edit[] | undefined {
  if (block.text[keyStart - 1] !== '"' || block.text[keyEnd] !== '"') return undefined;
  return [{ block, start: keyStart - 1, end: keyEnd + 1, text: JSON.stringify(key) }];
}

function add(after: Entry, key: string, value: string): readonly Edit[] | undefined {
  const { block, kind, parent, keyStart } = after;
  if (kind === 'map' || kind === 'list' || parent?.kind === 'list' || keyStart === after.keyEnd) return undefined;
  const line = block.text.slice(block.text.lastIndexOf('\n', keyStart) + 1);
  const lead = /^[ \t]*(?=")/.exec(line)?.[0];
  const ownLine =
    lead !== undefined &&
    block.text.slice(0, keyStart - 1).endsWith(lead) &&
    keyStart - 1 - (block.text.lastIndexOf('\n', keyStart) + 1) === lead.length;
  const gap = ownLine ? `,\n${lead}` : ', ';
  const text = after.style === 'quoted' ? JSON.stringify(value) : literalOr(value);
  return [{ block, start: outerEnd(after), end: outerEnd(after), text: `${gap}${JSON.stringify(key)}: ${text}` }];
}

function literalOr(value: string): string {
  return /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/.test(value) ? value : JSON.stringify(value);
}

/** Takes members away with their commas, and with their lines where nothing else stands on them. */
function removeAll(removed: ReadonlySet<Entry>): readonly Edit[] | undefined {
  const ranges = new Map<Block, Range[]>();
  const take = (block: Block, range: Range): void => void ranges.set(block, [...(ranges.get(block) ?? []), range]);
  const parents = new Set<Entry>();
  for (const entry of removed) {
    if (!(entry instanceof NestedEntry) || entry.parent === undefined) return undefined;
    if ((entry.kind === 'map' || entry.kind === 'list') && (entry.pair === undefined || endOfItem(entry) === undefined)) return undefined;
    parents.add(entry.parent);
    takeMember(entry, commaWith(entry, removed), take);
  }
  for (const { children = [] } of parents) takeLastComma(children as readonly NestedEntry[], removed, take);
  return Array.from(ranges, ([block, own]) => withoutRanges(block, own)).flat();
}

/** The comma that goes with a member: its own, or that of the one above, where commas begin the lines. */
function commaWith(entry: NestedEntry, removed: ReadonlySet<Entry>): NestedEntry['comma'] {
  const { block, comma, parent } = entry;
  const siblings = (parent?.children ?? []) as readonly NestedEntry[];
  const above = siblings[siblings.indexOf(entry) - 1];
  // The last one has none behind it: one that its neighbour leaves goes with it.
  if (comma === undefined)
    return above !== undefined && removed.has(above) && commaWith(above, removed) !== above.comma ? above.comma : undefined;
  const begins = above?.comma?.block === block && above.block !== block && comma.block !== block;
  if (!begins || (removed.has(above) && commaWith(above, removed) === above.comma)) return comma;
  return above.comma;
}

function takeMember(entry: NestedEntry, comma: NestedEntry['comma'], take: (block: Block, range: Range) => void): void {
  const { block } = entry;
  const { text } = block;
  const [start, end] = [outerStart(entry), outerEnd(entry)];
  if (comma !== undefined)
    take(comma.block, { start: comma.at, end: comma.at + 1 + blanks(comma.block.text.slice(comma.at + 1), /^[ \t]*/) });
  const gap =
    comma?.block === block && comma.at >= end && text.slice(end, comma.at).trim() === '' ? 0 : blanks(text.slice(0, start), /[ \t]*$/);
  take(block, { start: start - gap, end: gap === 0 && comma?.block === block ? end + blanks(text.slice(end), /^[ \t]*(?=,)/) : end });
}

function blanks(text: string, at: RegExp): number {
  return at.exec(text)?.[0].length ?? 0;
}

/** Where the end of a collection goes, the comma before it has nothing to part any more, unless the author ends all members with one. */
function takeLastComma(children: readonly NestedEntry[], removed: ReadonlySet<Entry>, take: (block: Block, range: Range) => void): void {
  const kept = children.findLast((child) => !removed.has(child));
  const last = children.at(-1);
  if (kept?.comma === undefined || kept === last || last?.comma !== undefined) return;
  const { block, at } = kept.comma;
  const next = children[children.indexOf(kept) + 1];
  const gap = next?.block === block ? block.text.slice(at + 1, outerStart(next)) : '';
  take(block, { start: at, end: at + 1 + (/^[ \t]*$/.test(gap) ? gap.length : 0) });
}

/** The block without some of its text; without its lines where nothing is left on them. */
function withoutRanges(block: Block, ranges: readonly Range[]): readonly Edit[] {
  const joined = joinRanges(ranges);
  let rest = '';
  let at = 0;
  for (const { start, end } of [...joined, { start: block.text.length, end: block.text.length }]) {
    rest += block.text.slice(at, start);
    at = end;
  }
  if (rest.trim() === '') return [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }];
  return joined.map((range) => ({ block, ...range, text: '' }));
}

function outerStart({ block, keyStart, keyEnd, valueStart, style }: Entry): number {
  const at = keyStart === keyEnd ? valueStart - (style === 'quoted' ? 1 : 0) : keyStart;
  return keyStart !== keyEnd && block.text[keyStart - 1] === '"' ? at - 1 : at;
}

/** Behind the brace that closes an item of a list; undefined where that is on another line than the one that opens it. */
export function endOfItem({ block, children = [] }: Entry): number | undefined {
  const last = children.at(-1);
  if (last === undefined || last.kind === 'map' || last.kind === 'list' || children.some((child) => child.block !== block))
    return undefined;
  const end = outerEnd(last);
  const closing = /^\s*\}/.exec(block.text.slice(end))?.[0].length;
  return closing === undefined ? undefined : end + closing;
}

function outerEnd(entry: Entry): number {
  const { block, valueEnd, style } = entry;
  if (entry.pair !== undefined) return endOfItem(entry) ?? valueEnd;
  return style === 'quoted' && block.text[valueEnd] === '"' ? valueEnd + 1 : valueEnd;
}
