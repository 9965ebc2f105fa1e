import type { Block } from '../text/block.ts';
import type { Entry, Writer } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { variableList } from './yaml-pairs-write.ts';

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
    format: variableList,
  });
  pair.inFlow = item.inFlow;
  item.pair = pair;
}

/** `- name: NAME` with `value: …`, as containers have it; `previous` where both parts are still the same. */
export function nameAndValue(item: NestedEntry, previous: Entry | undefined, format: Writer = variableList): Entry | undefined {
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
