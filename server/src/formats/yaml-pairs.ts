import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { Change, Entry, Writer } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { isPlainSafe } from './yaml-scalar.ts';
import { notes, scalarText, wholeItem, writeYaml } from './yaml-write.ts';

/** A variable, or a line of a properties file: a name with dots may have blanks around what separates it. */
const assignment = /^(?:([A-Za-z_][\w-]*)(?:=|$)|([A-Za-z_][\w$-]*\.[\w.$-]*)[ \t]*=[ \t]*)/;

/** `- NAME=value` as environment lists have it: gives the item its pair. A name alone takes its value from elsewhere. */
export function envItem(item: NestedEntry): void {
  const { block, valueStart, valueEnd, value, style } = item;
  if (style !== 'plain' && style !== 'quoted') return;
  const [head = '', variable, property] = assignment.exec(value) ?? [];
  const name = variable ?? property;
  if (name === undefined || !block.text.slice(valueStart, valueEnd).startsWith(head)) return;
  const equals = value.length > name.length;
  if (!equals && !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name)) return;
  const keyEnd = valueStart + name.length;
  const start = valueStart + head.length;
  const pair = new NestedEntry({
    block,
    key: name,
    keyStart: valueStart,
    keyEnd,
    valueStart: start,
    valueEnd,
    value: value.slice(head.length),
    kind: 'string',
    style: equals ? style : 'alias',
    format: envList,
  });
  pair.inFlow = item.inFlow;
  item.pair = pair;
}

/** Writes `- NAME=value`. */
const envList: Writer = { id: 'yaml', comments: true, write: writeEnvItem };

function writeEnvItem(change: Change): readonly Edit[] | undefined {
  const entry = (change.kind === 'add' ? change.after : change.entry) as NestedEntry;
  const { block } = entry;
  switch (change.kind) {
    case 'set':
    case 'rename': {
      const key = change.kind === 'rename' ? change.key : entry.key;
      const value = change.kind === 'set' ? change.value : entry.value;
      const separator = block.text.slice(entry.keyEnd, entry.valueStart);
      return entry.style === 'alias' ? undefined : [{ block, ...itemSpan(entry), text: itemText(entry, key + separator + value) }];
    }
    case 'add': {
      if (entry.inFlow) return undefined;
      const lead = /^[ ]*-[ \t]+/.exec(block.text)?.[0] ?? '- ';
      return [
        { block, start: block.text.length, end: block.text.length, text: `\n${lead}${itemText(entry, `${change.key}=${change.value}`)}` },
      ];
    }
    case 'comment':
      return notes(block, change.text);
    case 'remove':
      return wholeItem(entry);
  }
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

/** `- name: NAME` with `value: …`, as containers have it; `previous` where both parts are still the same. */
export function nameAndValue(item: NestedEntry, previous: Entry | undefined, format: Writer = nameValueList): Entry | undefined {
  const name = item.children?.find((child) => child.key === 'name');
  const value = item.children?.find((child) => child.key === 'value' || child.key === 'valueFrom');
  if (name === undefined || value === undefined || name.style === 'block' || !/^(?:plain|quoted)$/.test(name.style ?? '')) return undefined;
  if (
    previous instanceof NameAndValue &&
    previous.name === name &&
    previous.source === value &&
    previous.gap === value.block.line - name.block.line &&
    previous.parent === item.parent
  )
    return previous;
  return new NameAndValue(name, value, item, format);
}

/** The lines from the name to the value, as one block. */
class PairBlock implements Block {
  readonly indent = 0;
  readonly text: string;
  readonly #first: Block;

  constructor(first: Block, last: Block, between: string) {
    this.#first = first;
    this.text = first === last ? first.text : `${first.text}\n${between}${last.text}`;
  }

  get line(): number {
    return this.#first.line;
  }
}

class NameAndValue implements Entry {
  readonly name: Entry;
  readonly source: Entry;
  /** Lines from the name down to the value. */
  readonly gap: number;
  readonly block: Block;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly parent?: Entry;
  readonly format: Writer;

  constructor(name: Entry, source: Entry, item: Entry, format: Writer) {
    this.format = format;
    this.name = name;
    this.source = source;
    this.gap = source.block.line - name.block.line;
    const [first, last] = name.block.line <= source.block.line ? [name.block, source.block] : [source.block, name.block];
    const gap = last.line - first.line - first.text.split('\n').length;
    const lineEnds = '\n'.repeat(Math.max(first === last ? 0 : gap, 0));
    this.block = first === last ? first : new PairBlock(first, last, lineEnds);
    const shift = first === last ? 0 : first.text.length + 1 + lineEnds.length;
    const ofName = name.block === first ? 0 : shift;
    const ofValue = source.block === first ? 0 : shift;
    this.keyStart = name.valueStart + ofName;
    this.keyEnd = name.valueEnd + ofName;
    this.valueStart = source.valueStart + ofValue;
    this.valueEnd = source.valueEnd + ofValue;
    if (item.parent !== undefined) this.parent = item.parent;
  }

  get key(): string {
    return this.name.value;
  }

  get value(): string {
    return this.source.value;
  }

  get kind(): NonNullable<Entry['kind']> {
    return this.source.kind ?? 'string';
  }

  /** A reference (`valueFrom`) has a value that stands elsewhere. */
  get style(): NonNullable<Entry['style']> {
    return this.source.key === 'valueFrom' ? 'alias' : (this.source.style ?? 'plain');
  }
}

/** The entries that a pair is made of. */
export function partsOf(pair: Entry): { readonly name: Entry; readonly source: Entry } | undefined {
  return pair instanceof NameAndValue ? pair : undefined;
}

/** The pair that an entry is part of, or stands for. */
export function pairOf(entry: Entry): Entry | undefined {
  const isPart = entry.key === 'name' || entry.key.startsWith('value');
  return entry.pair ?? (isPart ? entry.parent?.pair : undefined);
}

/** Writes `- name: NAME` with its value: what changes is a part, which plain YAML writes. */
const nameValueList: Writer = { id: 'yaml', comments: true, write: writePair };

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
  const item = pair.name.parent;
  const { block } = pair;
  if (
    item?.children?.length !== 2 ||
    (item as NestedEntry).inFlow ||
    pair.name.block === pair.source.block ||
    item.anchor !== undefined ||
    pair.style === 'alias'
  )
    return undefined;
  return [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }];
}

function addPair(pair: NameAndValue, key: string, value: string): readonly Edit[] | undefined {
  const item = pair.name.parent as NestedEntry | undefined;
  const last = item?.children?.at(-1);
  if (item === undefined || last === undefined || last.children !== undefined || item.inFlow || pair.name.block === pair.source.block)
    return undefined;
  const lead = /^[ ]*-[ \t]+/.exec(item.block.text)?.[0];
  if (lead === undefined) return undefined;
  const at = last.block.text.length;
  return [
    { block: last.block, start: at, end: at, text: `\n${lead}name: ${key}\n${' '.repeat(lead.length)}value: ${scalarText(value, '"')}` },
  ];
}
