import type { Edit } from '../text/edit.ts';
import type { Change, Entry, Writer } from './format.ts';
import type { NestedEntry } from './nested-entry.ts';
import { removeFromFlow } from './yaml-flow-write.ts';
import { isPlainSafe } from './yaml-scalar.ts';
import { leftEmpty, notes, scalarText, wholeItem, writeYaml } from './yaml-write.ts';

/** Writes lists of variables: `- NAME=value`, and `- name: NAME` with its value. */
export const variableList: Writer = { id: 'yaml', comments: true, write: (change) => writeVariables([change]), writeAll: writeVariables };

function writeVariables(changes: readonly Change[]): readonly Edit[] | undefined {
  const isPair = (change: Change): boolean => 'source' in (change.kind === 'add' ? change.after : change.entry);
  const items = new Set(changes.flatMap((change) => (change.kind === 'remove' ? itemOf(change.entry) : [])));
  const written = [
    ...changes.filter(isPair).map(writePair),
    writeEnvItems(changes.filter((change) => !isPair(change))),
    removeItems(new Set([...items].filter((item) => item.inFlow || item.kind !== 'map'))),
    ...leftEmpty(items, changes),
  ];
  return written.includes(undefined) ? undefined : written.flatMap((edits) => edits ?? []);
}

/** A name and a value that change together are one text. */
function writeEnvItems(changes: readonly Change[]): readonly Edit[] | undefined {
  const texts = new Map<Entry, { readonly key: string; readonly value: string }>();
  for (const change of changes) {
    if (change.kind !== 'set' && change.kind !== 'rename') continue;
    const { entry } = change;
    const { key, value } = texts.get(entry) ?? entry;
    texts.set(entry, change.kind === 'set' ? { key, value: change.value } : { key: change.key, value });
  }
  const written = [
    ...Array.from(texts, ([entry, { key, value }]) => setItem(entry as NestedEntry, key, value)),
    ...changes.map((change) =>
      change.kind === 'add'
        ? addItem(change.after as NestedEntry, change)
        : change.kind === 'comment'
          ? notes(change.entry.block, change.text)
          : [],
    ),
  ];
  return written.includes(undefined) ? undefined : written.flatMap((edits) => edits ?? []);
}

function setItem(entry: NestedEntry, key: string, value: string): readonly Edit[] | undefined {
  const { block } = entry;
  const separator = block.text.slice(entry.keyEnd, entry.valueStart);
  return entry.style === 'alias' ? undefined : [{ block, ...itemSpan(entry), text: itemText(entry, key + separator + value) }];
}

function addItem(after: NestedEntry, { key, value }: { readonly key: string; readonly value: string }): readonly Edit[] {
  const { block } = after;
  const text = itemText(after, `${key}=${value}`);
  const at = after.inFlow ? itemSpan(after).end : block.text.length;
  const lead = after.inFlow ? ', ' : `\n${/^[ ]*-[ \t]+/.exec(block.text)?.[0] ?? '- '}`;
  return [{ block, start: at, end: at, text: lead + text }];
}

/** The list's item that a pair stands for. */
function itemOf(pair: Entry): NestedEntry | readonly [] {
  return (pair.parent?.children?.find((item) => item.pair === pair) as NestedEntry | undefined) ?? [];
}

function removeItems(items: ReadonlySet<NestedEntry>): readonly Edit[] | undefined {
  const flows = new Set([...items].flatMap(({ inFlow, parent }) => (inFlow ? (parent ?? []) : [])));
  const written = [
    ...[...items].map((item) => (item.inFlow ? [] : wholeItem(item))),
    ...[...flows].map(({ children = [] }) => removeFromFlow(children as readonly NestedEntry[], items)),
  ];
  return written.includes(undefined) ? undefined : written.flatMap((edits) => edits ?? []);
}

function isQuoted(entry: Entry): boolean {
  return entry.style === 'quoted';
}

/** The item with its quotes. */
function itemSpan(entry: NestedEntry): { readonly start: number; readonly end: number } {
  const { text } = entry.block;
  if (!isQuoted(entry)) return { start: entry.keyStart, end: entry.valueEnd };
  const end = text[entry.valueEnd] === text[entry.keyStart - 1] ? entry.valueEnd + 1 : entry.valueEnd;
  return { start: entry.keyStart - 1, end };
}

function itemText(like: NestedEntry, text: string): string {
  if (!isQuoted(like) && isPlainSafe(text, like.inFlow)) return text;
  return scalarText(text, like.block.text[like.keyStart - 1] === "'" ? "'" : '"');
}

/** An item with a name and a value. */
interface NameAndValue extends Entry {
  readonly name: Entry;
  readonly source: Entry;
}

/** What changes is a part, which plain YAML writes. */
function writePair(change: Change): readonly Edit[] | undefined {
  const pair = (change.kind === 'add' ? change.after : change.entry) as NameAndValue;
  switch (change.kind) {
    case 'set':
      return pair.style === 'alias' ? undefined : writeYaml({ ...change, entry: pair.source });
    case 'rename':
      return writeYaml({ kind: 'set', entry: pair.name, value: change.key });
    case 'comment':
      return notes(pair.block, change.text);
    case 'remove':
      return removePair(pair);
    case 'add':
      return addPair(pair, change.key, change.value);
  }
}

/** The name stands behind the dash and the value is all that follows, or the pair stays. */
function removePair(pair: NameAndValue): readonly Edit[] | undefined {
  const item = pair.name.parent as NestedEntry | undefined;
  const { block } = pair;
  if (item?.children?.length !== 2 || item.anchor !== undefined || pair.style === 'alias') return undefined;
  // With its comma, and those of others that go.
  if (item.inFlow && item.parent !== undefined && (item.parent as NestedEntry).kind === 'list' && isInBrackets(item)) return [];
  return [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }];
}

/** `[{name: NAME, value: …}, …]` */
function isInBrackets({ inFlow, parent }: NestedEntry): boolean {
  return inFlow && parent?.block.text[parent.valueStart] === '[';
}

/** `- {name: NAME, value: …}` */
function isBraced({ name, source }: NameAndValue): boolean {
  return name.block === source.block;
}

function addPair(pair: NameAndValue, key: string, value: string): readonly Edit[] | undefined {
  const item = pair.name.parent as NestedEntry | undefined;
  const last = item?.children?.at(-1);
  if (item === undefined || last === undefined || last.children !== undefined) return undefined;
  if (isInBrackets(item)) {
    const end = item.valueEnd;
    return [{ block: item.block, start: end, end, text: `, {name: ${key}, value: ${scalarText(value, '"')}}` }];
  }
  const lead = /^[ ]*-[ \t]+/.exec(item.block.text)?.[0];
  if (lead === undefined) return undefined;
  const { block } = last;
  const at = block.text.length;
  const quoted = scalarText(value, '"');
  const text = isBraced(pair) ? `{name: ${key}, value: ${quoted}}` : `name: ${key}\n${' '.repeat(lead.length)}value: ${quoted}`;
  return [{ block, start: at, end: at, text: `\n${lead}${text}` }];
}
