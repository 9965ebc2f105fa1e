import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { Change, Entry, Writer } from './format.ts';
import { encodeQuoted } from './quoted.ts';
import { joinRanges, type Range } from './ranges.ts';

/** Writes the members of a map. */
export const mapWriter: Writer = { id: 'terraform', comments: true, write: (change) => writeMembers([change]), writeAll: writeMembers };

function writeMembers(changes: readonly Change[]): readonly Edit[] | undefined {
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? change.entry : [])));
  const written = [
    ...changes.map((change) => (change.kind === 'remove' ? [] : writeMember(change))),
    [...removed].filter(standsAlone).map(wholeLine),
    removeInLines([...removed].filter((entry) => !standsAlone(entry))),
  ];
  return written.includes(undefined) ? undefined : written.flatMap((edits) => edits ?? []);
}

function writeMember(change: Exclude<Change, { readonly kind: 'remove' }>): readonly Edit[] | undefined {
  const entry = change.kind === 'add' ? change.after : change.entry;
  const { block, keyStart, keyEnd } = entry;
  switch (change.kind) {
    case 'set':
      return setValue(entry, change.value);
    case 'rename': {
      const quotes = block.text[keyStart - 1] === '"' ? 1 : 0;
      return [{ block, start: keyStart - quotes, end: keyEnd + quotes, text: quotedText(change.key) }];
    }
    case 'comment':
      return [{ block, start: 0, end: 0, text: change.text.replace(/^.*$/gm, (line) => `${leadOf(entry)}# ${line}`).concat('\n') }];
    case 'add':
      return addMember(entry, `${quotedText(change.key)} = ${quotedText(change.value)}`);
  }
}

function leadOf({ block }: Entry): string {
  return /^\s*/.exec(block.text)?.[0] ?? '';
}

function beginsLine({ block, keyStart }: Entry): boolean {
  return /^\s*"?$/.test(block.text.slice(0, keyStart));
}

/** Nothing but a comma or a remark follows. */
function endsLine({ block, valueEnd, style }: Entry): boolean {
  return style !== 'alias' && /^"?\s*,?\s*(?:$|#|\/\/)/.test(block.text.slice(valueEnd));
}

function standsAlone(entry: Entry): boolean {
  return beginsLine(entry) && endsLine(entry);
}

function wholeLine({ block }: Entry): Edit {
  return { block, start: 0, end: block.text.length, text: '', wholeLines: true };
}

function addMember(after: Entry, member: string): readonly Edit[] | undefined {
  const { block, style } = after;
  if (style === 'alias') return undefined;
  if (!standsAlone(after)) return [{ block, start: outerEnd(after), end: outerEnd(after), text: `, ${member}` }];
  const comma = /,\s*$/.test(block.text) ? ',' : '';
  return [{ block, start: block.text.length, end: block.text.length, text: `\n${leadOf(after)}${member}${comma}` }];
}

/** Takes members out of lines that hold more, each with a comma. */
function removeInLines(removed: readonly Entry[]): readonly Edit[] | undefined {
  const ranges = new Map<Block, readonly Range[]>();
  for (const entry of removed) {
    const range = rangeOf(entry, new Set(removed));
    if (range === undefined) return undefined;
    ranges.set(entry.block, [...(ranges.get(entry.block) ?? []), range]);
  }
  return [...ranges].flatMap(([block, own]) => joinRanges(own).map((range) => ({ block, ...range, text: '' })));
}

/** A member with the comma behind it, or, where none behind it stays, with the one before. */
function rangeOf(entry: Entry, removed: ReadonlySet<Entry>): Range | undefined {
  const { block, style, kind, parent } = entry;
  if (style === 'alias' || kind === 'map') return undefined;
  const members = (parent?.children ?? []).filter((one) => one.block === block);
  const index = members.indexOf(entry);
  const [above, next] = [members[index - 1], members[index + 1]];
  const [start, end] = [outerStart(entry), outerEnd(entry)];
  const isParted = next === undefined || isComma(block.text.slice(end, outerStart(next)));
  if (!isParted || (above !== undefined && !isComma(block.text.slice(outerEnd(above), start)))) return undefined;
  if (next !== undefined && members.slice(index + 1).some((one) => !removed.has(one))) return { start, end: outerStart(next) };
  const isLeft = members.some((one) => !removed.has(one));
  const comma = next === undefined && !isLeft ? (/^\s*,/.exec(block.text.slice(end))?.[0].length ?? 0) : 0;
  return { start: above === undefined ? start : outerEnd(above), end: end + comma };
}

function isComma(text: string): boolean {
  return /^\s*,\s*$/.test(text);
}

/** The key with its quote. */
function outerStart({ block, keyStart }: Entry): number {
  return block.text[keyStart - 1] === '"' ? keyStart - 1 : keyStart;
}

/** Behind the value and its quote. */
function outerEnd({ valueEnd, style }: Entry): number {
  return style === 'quoted' ? valueEnd + 1 : valueEnd;
}

function setValue({ block, valueStart, valueEnd, style, kind }: Entry, value: string): readonly Edit[] | undefined {
  if (style === 'alias') return undefined;
  if (style === 'quoted') {
    // A template that stays is still one.
    const isTemplate = /(?<![$%])[$%]\{/.test(block.text.slice(valueStart, valueEnd));
    return [
      {
        block,
        start: valueStart - 1,
        end: valueEnd + 1,
        text: isTemplate ? `"${encodeQuoted(value, 'json', '') ?? ''}"` : quotedText(value),
      },
    ];
  }
  const same = kind === 'boolean' ? /^(?:true|false)$/.test(value) : /^-?\d+(?:\.\d+)?$/.test(value);
  return [{ block, start: valueStart, end: valueEnd, text: same ? value : quotedText(value) }];
}

function quotedText(text: string): string {
  return `"${(encodeQuoted(text, 'json', '') ?? '').replace(/([$%])\{/g, '$1$1{')}"`;
}
