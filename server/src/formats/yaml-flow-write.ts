import type { Edit } from '../text/edit.ts';
import type { Entry } from './format.ts';
import type { NestedEntry } from './nested-entry.ts';
import { joinRanges, type Range } from './ranges.ts';

/**
 * Takes members or items out of a collection in braces or brackets, each with its comma, or with its lines where nothing else stands
 * on them. Remarks of what stays are kept.
 */
export function removeFromFlow(siblings: readonly NestedEntry[], removed: ReadonlySet<Entry>): readonly Edit[] {
  const leaving = siblings.filter((entry) => removed.has(entry));
  const ranges = leaving.flatMap((entry) => rangesOf(entry, siblings, removed));
  const kept = siblings.findLast((entry) => !removed.has(entry));
  const last = siblings.at(-1);
  // Where the end goes, the comma before it has nothing to part any more, unless the author ends all of them with one.
  if (kept?.comma !== undefined && kept !== last && last?.comma === undefined)
    ranges.push({ start: kept.comma.at, end: kept.comma.at + 1 });
  const block = leaving[0]?.block;
  return block === undefined ? [] : joinRanges(ranges).map((range) => ({ block, ...range, text: '' }));
}

function rangesOf(entry: NestedEntry, siblings: readonly NestedEntry[], removed: ReadonlySet<Entry>): Range[] {
  const { text } = entry.block;
  const index = siblings.indexOf(entry);
  const [start, end] = [outerStart(entry), outerEnd(entry)];
  const lines = ownLines(entry, start, end, removed.has(siblings[index - 1] ?? entry));
  if (lines !== undefined) return [lines];
  const comma = entry.comma?.at;
  const behind = comma === undefined ? end : comma + 1;
  const next = siblings[index + 1];
  const staysBehind = siblings.slice(index + 1).some((sibling) => !removed.has(sibling));
  if (staysBehind && next !== undefined && text.slice(behind, outerStart(next)).trim() === '') return [{ start, end: outerStart(next) }];
  const own = comma === undefined ? [] : [{ start: comma, end: comma + 1 }];
  return [{ start, end }, ...own, ...gapBefore(text, start)];
}

/** The blanks before what goes, up to what stands before it; those that begin a line stay where a remark stands above. */
function gapBefore(text: string, start: number): Range[] {
  const gap = /\s*$/.exec(text.slice(0, start))?.[0] ?? '';
  const from = start - gap.length;
  const above = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return gap.includes('\n') && /(?:^|\s)#/.test(above) ? [] : [{ start: from, end: start }];
}

/** The lines of an entry, if only it and one comma stand on them; a comma before it is that of the entry above. */
function ownLines({ comma, block: { text } }: NestedEntry, start: number, end: number, aboveLeaves: boolean): Range | undefined {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  if (first === 0 || next === -1) return undefined;
  const before = text.slice(first, start).trim();
  const after = text.slice(end, next).trim();
  const hasComma = comma !== undefined && comma.at < next;
  const fits = before === '' ? /^,?\s*(?:#.*)?$/.test(after) && hasComma === (comma !== undefined) : before === ',' && !aboveLeaves;
  return fits && (before === '' || (!hasComma && /^(?:#.*)?$/.test(after))) ? { start: first, end: next + 1 } : undefined;
}

/** The key with its quote; for an item of a list, the value with its own. */
function outerStart({ block, key, keyStart, keyEnd, valueStart, style }: Entry): number {
  if (keyStart < keyEnd)
    return /["']/.test(block.text[keyStart - 1] ?? '') && block.text[keyEnd] === block.text[keyStart - 1] ? keyStart - 1 : keyStart;
  return key !== '' && style === 'quoted' ? valueStart - 1 : keyStart;
}

/** Behind the value, its quote included. */
export function outerEnd(entry: Entry): number {
  const { block, style, valueStart, valueEnd } = entry;
  return style === 'quoted' && block.text[valueEnd] === block.text[valueStart - 1] ? valueEnd + 1 : valueEnd;
}
