import type { Edit } from '../text/edit.ts';
import type { Change, Entry } from './format.ts';
import { NestedEntry } from './nested-entry.ts';

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
  for (const entry of removed) {
    const written = remove(entry, removed);
    if (written === undefined) return undefined;
    edits.push(...written);
  }
  return edits;
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
  if (kind === 'map' || kind === 'list' || (valueStart === valueEnd && style !== 'quoted')) return undefined;
  const quoted = style === 'quoted' ? 1 : 0;
  const literal =
    quoted === 0 && (kind === 'number' ? /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) : kind === 'boolean' && /^(?:true|false)$/.test(value));
  const closed = quoted === 1 && block.text[valueEnd] === '"' ? 1 : 0;
  return [{ block, start: valueStart - quoted, end: valueEnd + closed, text: literal ? value : JSON.stringify(value) }];
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

/** The member with the comma behind it; at the end of a collection the comma before the members that leave. */
function remove(entry: Entry, removed: ReadonlySet<Entry>): readonly Edit[] | undefined {
  if (!(entry instanceof NestedEntry) || entry.kind === 'map' || entry.kind === 'list' || entry.parent === undefined) return undefined;
  const siblings = entry.parent.children ?? [];
  const index = siblings.indexOf(entry);
  const staysBehind = siblings.slice(index + 1).some((sibling) => !removed.has(sibling));
  if (staysBehind || entry.comma === undefined) {
    const own = removeOwn(entry, staysBehind);
    const previous = staysBehind ? undefined : lastKept(siblings, index, removed);
    return previous?.comma === undefined ? own : [...commaOf(previous, entry), ...own];
  }
  const previous = lastKept(siblings, index, removed);
  return siblings[index - 1] === previous && previous?.comma !== undefined
    ? [...commaOf(previous, entry), ...removeOwn(entry, true)]
    : removeOwn(entry, true);
}

function lastKept(siblings: readonly Entry[], index: number, removed: ReadonlySet<Entry>): NestedEntry | undefined {
  return siblings.slice(0, index).findLast((sibling) => !removed.has(sibling)) as NestedEntry | undefined;
}

/** The comma that parted a member from what leaves behind it; gone already where it stands on the leaving lines. */
function commaOf(previous: NestedEntry, leaving: NestedEntry): readonly Edit[] {
  const { comma } = previous;
  if (comma === undefined || (comma.block === leaving.block && standsAlone(leaving, true))) return [];
  return [{ block: comma.block, start: comma.at, end: comma.at + 1, text: '' }];
}

function removeOwn(entry: NestedEntry, withComma: boolean): readonly Edit[] {
  const { block, comma } = entry;
  if (standsAlone(entry, withComma)) return [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }];
  const end = withComma && comma?.block === block ? comma.at + 1 : outerEnd(entry);
  const gap = withComma ? (/^[ \t]*/.exec(block.text.slice(end))?.[0].length ?? 0) : 0;
  const start = withComma
    ? outerStart(entry)
    : outerStart(entry) - (/[ \t]*$/.exec(block.text.slice(0, outerStart(entry)))?.[0].length ?? 0);
  return [{ block, start, end: end + gap, text: '' }];
}

/** True where nothing but the member (with its comma, or one that goes with it) stands on its lines. */
function standsAlone(entry: NestedEntry, withComma: boolean): boolean {
  const { text } = entry.block;
  const rest = text.slice(0, outerStart(entry)) + text.slice(outerEnd(entry));
  return withComma
    ? /^\s*,?\s*$/.test(rest) && (entry.comma === undefined || entry.comma.block === entry.block || !rest.includes(','))
    : rest.trim() === '';
}

function outerStart({ block, keyStart, keyEnd, valueStart, style }: Entry): number {
  const at = keyStart === keyEnd ? valueStart - (style === 'quoted' ? 1 : 0) : keyStart;
  return keyStart !== keyEnd && block.text[keyStart - 1] === '"' ? at - 1 : at;
}

function outerEnd({ block, valueEnd, style }: Entry): number {
  return style === 'quoted' && block.text[valueEnd] === '"' ? valueEnd + 1 : valueEnd;
}
