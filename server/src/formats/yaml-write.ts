import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { Change, Entry } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { outerEnd, removeFromFlow } from './yaml-flow-write.ts';
import { indentOf } from './yaml-lines.ts';
import { escapeDouble, escapeSingle, isAmbiguous, isPlainSafe, plainKind } from './yaml-scalar.ts';

/** Writes a change of a map's member; undefined for what cannot be written without touching something else: aliases, anchors, block scalars. */
export function writeYaml(change: Change): readonly Edit[] | undefined {
  return writeAllYaml([change]);
}

/** Writes changes that are made together: members that leave side by side take the right commas with them, and a map may be left without any. */
export function writeAllYaml(changes: readonly Change[]): readonly Edit[] | undefined {
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? change.entry : [])));
  const written = [
    ...changes.map((change) => (change.kind === 'remove' ? removeMember(change.entry) : writeOne(change))),
    ...leftEmpty(removed, changes),
    ...flowsOf(removed).map((siblings) => removeFromFlow(siblings, removed)),
  ];
  return written.includes(undefined) ? undefined : written.flatMap((edits) => edits ?? []);
}

function writeOne(change: Exclude<Change, { kind: 'remove' }>): readonly Edit[] | undefined {
  const entry = change.kind === 'add' ? change.after : change.entry;
  if (!(entry instanceof NestedEntry)) return undefined;
  switch (change.kind) {
    case 'set':
      return setScalar(entry, change.value, change.quoted === true);
    case 'rename':
      return renameKey(entry, change.key);
    case 'add':
      return addMember(entry, change.key, change.value);
    case 'comment':
      return notes(entry.block, change.text);
  }
}

/** The collections in braces or brackets that something is taken out of. */
function flowsOf(removed: ReadonlySet<Entry>): readonly (readonly NestedEntry[])[] {
  const parents = new Set([...removed].flatMap((entry) => ((entry as NestedEntry).inFlow ? (entry.parent ?? []) : [])));
  return [...parents].map(({ children = [] }) => children as readonly NestedEntry[]);
}

/** A map or list of which nothing is left would be null: `{}` and `[]` are what is meant. */
export function leftEmpty(removed: ReadonlySet<Entry>, changes: readonly Change[]): readonly (readonly Edit[])[] {
  const parents = new Set([...removed].flatMap((entry) => ((entry as NestedEntry).inFlow ? [] : (entry.parent ?? []))));
  const grown = new Set(changes.flatMap((change) => (change.kind === 'add' ? (change.after.parent ?? []) : [])));
  return [...parents].flatMap((parent) => {
    const { block, valueStart, kind } = parent;
    if ((parent as NestedEntry).templated) return [];
    const isEmpty = (kind === 'map' || kind === 'list') && !grown.has(parent) && parent.children?.every((child) => removed.has(child));
    if (!isEmpty) return [];
    return [[{ block, start: valueStart, end: valueStart, text: kind === 'list' ? ' []' : ' {}' }]];
  });
}

/** A text between quotes; single ones where they can hold it. */
export function scalarText(value: string, quote: string): string {
  const single = quote === "'" ? escapeSingle(value) : undefined;
  return single === undefined ? `"${escapeDouble(value)}"` : `'${single}'`;
}

/** Remarks above the lines of an entry. */
export function notes(block: Block, text: string): readonly Edit[] {
  const lead = ' '.repeat(indentOf(block.text));
  return [
    {
      block,
      start: 0,
      end: 0,
      text: text
        .split('\n')
        .map((line) => `${lead}# ${line}\n`)
        .join(''),
    },
  ];
}

/** Takes a list's item away with its lines, where it stands alone on them. */
export function wholeItem(entry: Entry): readonly Edit[] | undefined {
  const { block, parent } = entry;
  if ((entry as NestedEntry).inFlow || !/^[ ]*-[ \t]+(?!-[ \t])/.test(block.text) || parent?.anchor !== undefined) return undefined;
  return [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }];
}

function setScalar(entry: NestedEntry, value: string, quoted: boolean): readonly Edit[] | undefined {
  const { block, style, anchor, kind } = entry;
  if (anchor !== undefined || style === 'alias' || style === 'block') return undefined;
  if (kind === 'list' && !isFlowList(entry)) return textForItems(entry, value);
  if (isCollection(entry) && !isFlowList(entry)) return undefined;
  const quote = style === 'quoted' ? (block.text[entry.valueStart - 1] ?? '"') : '';
  if (quote !== '') return [{ block, ...withQuotes(entry), text: scalarText(value, quote) }];
  if (kind === 'null' && entry.valueStart === entry.valueEnd) return [insertValue(entry, value)];
  return [{ block, start: entry.valueStart, end: entry.valueEnd, text: quoted ? scalarText(value, '"') : plainOrQuoted(entry, value) }];
}

function isCollection({ children, kind }: NestedEntry): boolean {
  return children !== undefined || kind === 'map' || kind === 'list';
}

/** A text behind the key in place of the lines of a list, where nothing but scalars stands on them. */
function textForItems(list: NestedEntry, value: string): readonly Edit[] | undefined {
  const { block, valueStart, children = [] } = list;
  const isPlain = children.every((item) => item.children === undefined && item.anchor === undefined && item.style !== 'block');
  const gone = isPlain && !list.templated ? children.map(wholeItem) : [undefined];
  if (gone.includes(undefined) || children.some((item) => item.block === block)) return undefined;
  return [{ block, start: valueStart, end: valueStart, text: ` ${plainOrQuoted(list, value)}` }, ...gone.flatMap((edits) => edits ?? [])];
}

/** `[a, b]` can become `a,b`. */
function isFlowList({ block, kind, valueStart, children = [] }: NestedEntry): boolean {
  return kind === 'list' && block.text[valueStart] === '[' && children.every(({ anchor }) => anchor === undefined);
}

/** An empty value, behind its colon. */
function insertValue(entry: NestedEntry, value: string): Edit {
  const { block, keyEnd, valueStart } = entry;
  const colon = /^["']?\s*:/.exec(block.text.slice(keyEnd))?.[0].length;
  const text = `${colon === undefined ? ':' : ''} ${plainOrQuoted(entry, value)}`;
  const at = Math.max(valueStart, keyEnd + (colon ?? 0));
  return { block, start: at, end: at, text };
}

function withQuotes({ block, valueStart, valueEnd }: NestedEntry): { readonly start: number; readonly end: number } {
  const quote = block.text[valueStart - 1];
  return { start: valueStart - 1, end: block.text[valueEnd] === quote ? valueEnd + 1 : valueEnd };
}

/** Numbers stay numbers and switches stay switches; what was a string is not made into something else. */
function plainOrQuoted(like: NestedEntry, value: string): string {
  if (!isPlainSafe(value, like.inFlow)) return scalarText(value, '"');
  if (!isAmbiguous(value)) return value;
  const kind = plainKind(value);
  const same = kind === like.kind && (kind === 'number' || kind === 'boolean') && !/^[-+]?0[\d_]/.test(value);
  return same ? value : scalarText(value, '"');
}

function renameKey(entry: NestedEntry, key: string): readonly Edit[] | undefined {
  const { block, keyStart, keyEnd, parent } = entry;
  if (keyStart === keyEnd || parent?.kind === 'list') return undefined;
  const quote = block.text[keyStart - 1];
  if (quote !== '"' && quote !== "'") return [{ block, start: keyStart, end: keyEnd, text: keyText(entry, key) }];
  return [{ block, start: keyStart - 1, end: keyEnd + 1, text: scalarText(key, quote) }];
}

function keyText(like: NestedEntry, key: string): string {
  return isPlainSafe(key, like.inFlow) && !isAmbiguous(key) && !/:|^[-?]/.test(key) ? key : scalarText(key, '"');
}

/** True where the block is this member's alone: no dash stands before its key. */
function standsAlone({ block, keyStart }: NestedEntry): boolean {
  return /^[ ]*["']?$/.test(block.text.slice(0, keyStart));
}

function removeMember(entry: Entry): readonly Edit[] | undefined {
  const { block, anchor, kind, children, style } = entry;
  if (!(entry instanceof NestedEntry)) return undefined;
  if (anchor !== undefined || (children !== undefined && style !== 'block') || kind === 'map' || kind === 'list') return undefined;
  if (entry.inFlow) return entry.parent === undefined ? undefined : [];
  if (entry.parent?.kind === 'list') return wholeItem(entry);
  return standsAlone(entry) ? [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }] : undefined;
}

function addMember(after: NestedEntry, key: string, value: string): readonly Edit[] | undefined {
  const { block, keyStart, children, style } = after;
  if (children !== undefined && style !== 'block') return undefined;
  if (after.parent?.kind === 'list') return undefined;
  if (after.inFlow)
    return [{ block, start: outerEnd(after), end: outerEnd(after), text: `, ${keyText(after, key)}: ${valueLike(after, value)}` }];
  const lineStart = block.text.lastIndexOf('\n', keyStart) + 1;
  const column = keyStart - lineStart - (/["']/.test(block.text[keyStart - 1] ?? '') ? 1 : 0);
  return [
    {
      block,
      start: block.text.length,
      end: block.text.length,
      text: `\n${' '.repeat(column)}${keyText(after, key)}: ${valueLike(after, value)}`,
    },
  ];
}

/** As the entry above is written: quoted below a quoted one, else plain where that is what it was. */
function valueLike(after: NestedEntry, value: string): string {
  if (after.style === 'quoted') return scalarText(value, after.block.text[after.valueStart - 1] ?? '"');
  if (!isPlainSafe(value, after.inFlow)) return scalarText(value, '"');
  const kind = plainKind(value);
  const typed = after.kind === 'number' || after.kind === 'boolean';
  if (!isAmbiguous(value)) return value;
  return typed && (kind === 'number' || kind === 'boolean') && !/^[-+]?0[\d_]/.test(value) ? value : scalarText(value, '"');
}
