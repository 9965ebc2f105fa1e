import type { Chunk } from './chunks.ts';
import { type Embedded, embed, looksEmbedded } from './embedded.ts';
import { NestedEntry } from './nested-entry.ts';
import { adopt, type Flow, readFlow } from './yaml-flow.ts';
import {
  blockExtent,
  type Extent,
  flowExtent,
  indentOf,
  isBlankLine,
  isDash,
  isMarker,
  keyAt,
  plainExtent,
  quotedExtent,
} from './yaml-lines.ts';
import { envItem } from './yaml-pairs.ts';
import { decodeBlock, decodeDouble, decodeSingle, readScalar } from './yaml-scalar.ts';

/** Where an entry begins: what is indented further belongs to it. */
export interface YamlNode {
  readonly column: number;
  readonly entry: NestedEntry;
  readonly item: boolean;
  /** True where nothing stands behind the key or dash on its own lines: a map or list may follow below. */
  readonly open: boolean;
}

/** A logical line of YAML: blank, the boundary of documents, or dashes and a key with the scalar or flow collection behind it. */
export class YamlChunk implements Chunk {
  line: number;
  readonly indent = 0;
  readonly count: number;
  readonly kind: 'blank' | 'marker' | 'nodes';
  nodes: readonly YamlNode[] = [];
  /** The property text that a block scalar holds. */
  embedded?: Embedded;
  readonly #lines: string[];
  #text: string | undefined;

  constructor(kind: YamlChunk['kind'], line: number, lines: string[]) {
    this.kind = kind;
    this.line = line;
    this.count = lines.length;
    this.#lines = lines;
  }

  get blank(): boolean {
    return this.kind === 'blank';
  }

  get text(): string {
    this.#text ??= this.#lines.length === 1 ? (this.#lines[0] ?? '') : this.#lines.join('\n');
    return this.#text;
  }

  /** Lines of the embedded text changed, others stay: what is known about the chunk's own entries stays too. */
  replaceLine(index: number, line: string): void {
    this.#lines[index] = line;
    this.#text = undefined;
  }
}

/** A value as it was found: which lines it covers, and how an entry is made of it. */
interface Found {
  readonly last: number;
  readonly open: boolean;
  make(chunk: YamlChunk, key: Key): NestedEntry;
}

interface Key {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly item: boolean;
}

/** Reads the chunk that begins with a line. */
export function readYamlChunk(lines: readonly string[], first: number): YamlChunk {
  const line = lines[first] ?? '';
  if (isMarker(line)) return new YamlChunk('marker', first, [line]);
  if (isBlankLine(line)) return new YamlChunk('blank', first, [line]);
  const heads: { readonly column: number; readonly key: Key }[] = [];
  let at = skipBlanks(line, indentOf(line));
  let column = at;
  while (isDash(line, at)) {
    column = at;
    heads.push({ column, key: { key: '', keyStart: at, keyEnd: at + 1, item: true } });
    at = skipBlanks(line, at + 1);
  }
  const key = keyAt(line, at);
  if (key !== undefined) {
    column = at;
    heads.push({ column, key: { ...keyText(line, at, key.end), item: false } });
    at = skipBlanks(line, key.colon + 1);
  }
  const found = heads.length === 0 ? bareText(lines, first, at) : readValue(lines, first, at, column);
  const chunk = new YamlChunk('nodes', first, lines.slice(first, found.last + 1));
  chunk.nodes = heads.map(({ column, key }, i) => {
    const last = i === heads.length - 1;
    return { column, item: key.item, open: !last || found.open, entry: last ? found.make(chunk, key) : container(chunk, key) };
  });
  return chunk;
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}

function keyText(line: string, start: number, end: number): Omit<Key, 'item'> {
  const quote = line[start];
  if (quote !== '"' && quote !== "'") return { key: line.slice(start, end), keyStart: start, keyEnd: end };
  const raw = line.slice(start + 1, end - 1);
  return { key: quote === '"' ? decodeDouble(raw) : decodeSingle(raw), keyStart: start + 1, keyEnd: end - 1 };
}

/** A dash before another dash or a key: what it holds stands behind it. */
function container(block: YamlChunk, { key, keyStart, keyEnd }: Key): NestedEntry {
  return new NestedEntry({ block, key, keyStart, keyEnd, valueStart: keyEnd, valueEnd: keyEnd, value: '', kind: 'null' });
}

/** Text that stands under no key: a document that is one scalar or one flow collection. */
function bareText(lines: readonly string[], first: number, at: number): Found {
  const bracket = /[{[]/.test(lines[first]?.[at] ?? '');
  return { last: bracket ? flowExtent(lines, first, at, -1).line : first, open: false, make: container };
}

interface Props {
  readonly at: number;
  readonly anchor?: string;
  readonly tag?: string;
}

/** Anchor and tag before a value. */
function readProps(line: string, from: number): Props {
  let props: Props = { at: from };
  for (;;) {
    const match = /^([&!])([^\s,[\]{}]*)[ \t]*/.exec(line.slice(props.at));
    if (match === null) return props;
    const at = props.at + match[0].length;
    props = match[1] === '&' ? { ...props, at, anchor: match[2] ?? '' } : { ...props, at, tag: match[2] ?? '' };
  }
}

function readValue(lines: readonly string[], first: number, from: number, column: number): Found {
  const line = lines[first] ?? '';
  const props = line[from] === '&' || line[from] === '!' ? readProps(line, from) : { at: from };
  const { at } = props;
  const character = line[at];
  if (character === undefined || character === '#') return readBelow(lines, first, props, column);
  if (character === '|' || character === '>') return readBlock(lines, first, props, column);
  return readInline(lines, first, first, props, column);
}

/** Nothing behind the key: an empty value, a collection, or a scalar that begins on a line below. */
function readBelow(lines: readonly string[], first: number, props: Props, column: number): Found {
  let next = first + 1;
  while (next < lines.length && isBlankLine(lines[next] ?? '')) next += 1;
  const line = lines[next];
  if (line === undefined || isMarker(line) || indentOf(line) <= column) return empty(first, props);
  const at = skipBlanks(line, 0);
  if (isDash(line, at) || keyAt(line, at) !== undefined || /[&!?|>]/.test(line[at] ?? '')) return empty(first, props);
  return readInline(lines, first, next, { ...props, at }, column);
}

function empty(first: number, { at, anchor }: Props): Found {
  return {
    last: first,
    open: true,
    make: (block, { key, keyStart, keyEnd }) => {
      const end = Math.max(keyEnd, block.text.slice(0, at).trimEnd().length);
      return new NestedEntry({
        block,
        key,
        keyStart,
        keyEnd,
        valueStart: end,
        valueEnd: end,
        value: '',
        kind: 'null',
        ...(anchor !== undefined && { anchor }),
      });
    },
  };
}

function readInline(lines: readonly string[], first: number, from: number, props: Props, column: number): Found {
  const { at } = props;
  const character = lines[from]?.[at] ?? '';
  const extent = extentOf(character, lines, from, at, column);
  const before = lengthBefore(lines, first, from);
  const start = before + at;
  const end = lengthBefore(lines, first, extent.line) + extent.end;
  const make = (block: YamlChunk, key: Key): NestedEntry => {
    if ((character === '{' && block.text[start + 1] !== '{') || character === '[')
      return flowEntry(readFlow(block, start, end), block, key, props);
    const entry = scalarEntry(block, key, start, end, props);
    if (key.item) envItem(entry);
    return entry;
  };
  return { last: extent.line, open: false, make };
}

function extentOf(character: string, lines: readonly string[], from: number, at: number, column: number): Extent {
  if (character === '"' || character === "'") return quotedExtent(lines, from, at, column);
  const template = lines[from]?.startsWith('{{', at);
  return (character === '{' && !template) || character === '[' ? flowExtent(lines, from, at, column) : plainExtent(lines, from, at, column);
}

function lengthBefore(lines: readonly string[], first: number, until: number): number {
  let length = 0;
  for (let line = first; line < until; line += 1) length += (lines[line] ?? '').length + 1;
  return length;
}

function scalarEntry(block: YamlChunk, { key, keyStart, keyEnd }: Key, start: number, end: number, { anchor, tag }: Props): NestedEntry {
  const scalar = readScalar(block.text, start, end, tag);
  return new NestedEntry({ block, key, keyStart, keyEnd, ...scalar, ...(anchor !== undefined && { anchor }) });
}

function flowEntry(flow: Flow, block: YamlChunk, { key, keyStart, keyEnd }: Key, { anchor }: Props): NestedEntry {
  const entry = new NestedEntry({
    block,
    key,
    keyStart,
    keyEnd,
    valueStart: flow.start,
    valueEnd: flow.end,
    value: '',
    kind: flow.kind,
    ...(anchor !== undefined && { anchor }),
  });
  adopt(entry, flow.children);
  return entry;
}

/** A block scalar's span is its content, from the first content line's text to the end of the last. */
function readBlock(lines: readonly string[], first: number, props: Props, column: number): Found {
  const line = lines[first] ?? '';
  const header = /^[|>][-+0-9]*/.exec(line.slice(props.at))?.[0] ?? '|';
  const last = blockExtent(lines, first, column);
  const content = lines.slice(first + 1, last + 1);
  const digit = /\d/.exec(header)?.[0];
  const firstText = content.find((text) => text.trim() !== '') ?? '';
  const indent = digit === undefined ? indentOf(firstText) : column + Number(digit);
  return {
    last,
    open: false,
    make: (block, { key, keyStart, keyEnd }) => {
      const start = last === first ? line.length : line.length + 1;
      const valueEnd = last === first ? start : start + content.reduce((sum, text) => sum + text.length + 1, -1);
      const { anchor } = props;
      const value = (): string => decodeBlock(block.text.split('\n').slice(1), indent, header);
      const entry = new NestedEntry({
        block,
        key,
        keyStart,
        keyEnd,
        valueStart: start,
        valueEnd,
        value,
        kind: 'string',
        style: 'block',
        ...(anchor !== undefined && { anchor }),
      });
      if (header.startsWith('|') && looksEmbedded(key, content)) block.embedded = embed(entry, block, content, indent);
      return entry;
    },
  };
}
