import type { Block } from '../text/block.ts';
import type { ValueKind } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { closingQuote, readProps } from './yaml-lines.ts';
import { envItem, nameAndValue } from './yaml-pairs.ts';
import { readScalar } from './yaml-scalar.ts';

/** A collection in braces or brackets. */
export interface Flow {
  readonly kind: ValueKind;
  readonly start: number;
  readonly end: number;
  readonly children: readonly NestedEntry[];
}

/** Deeper collections are left unread: no configuration is that deep, and reading calls itself. */
const deepest = 40;

interface Reader {
  readonly block: Block;
  readonly text: string;
  readonly end: number;
  at: number;
}

/** Reads the collection at `[start, end)` of a block. Members that cannot be understood are left out. */
export function readFlow(block: Block, start: number, end: number): Flow {
  return readCollection({ block, text: block.text, end, at: start }, 0);
}

function readCollection(reader: Reader, depth: number): Flow {
  const start = reader.at;
  const close = reader.text[start] === '{' ? '}' : ']';
  const children: NestedEntry[] = [];
  reader.at += 1;
  while (reader.at < reader.end) {
    skipGap(reader);
    const character = reader.text[reader.at];
    if (reader.at >= reader.end) break;
    if (character === close || character === '}' || character === ']') {
      reader.at += 1;
      break;
    }
    if (character === ',') {
      const last = children.at(-1);
      if (last !== undefined) last.comma ??= { block: reader.block, at: reader.at };
      reader.at += 1;
    } else children.push(readMember(reader, close === '}', children.length, depth));
  }
  return { kind: close === '}' ? 'map' : 'list', start, end: reader.at, children };
}

function skipGap(reader: Reader): void {
  for (; reader.at < reader.end; reader.at += 1) {
    const character = reader.text[reader.at] ?? '';
    if (character === '#' && /\s/.test(reader.text[reader.at - 1] ?? ' ')) {
      const end = reader.text.indexOf('\n', reader.at);
      reader.at = end === -1 ? reader.end : end;
    } else if (!/\s/.test(character)) return;
  }
}

function readMember(reader: Reader, inMap: boolean, index: number, depth: number): NestedEntry {
  const { block, text } = reader;
  const start = reader.at;
  if (!inMap) return member(reader, { key: String(index), keyStart: start, keyEnd: start }, depth);
  const end = scalarEnd(reader, true);
  reader.at = end;
  const name = readScalar(text, start, end);
  const key = { key: name.value, keyStart: name.valueStart, keyEnd: name.valueEnd };
  skipGap(reader);
  if (text[reader.at] !== ':') {
    if (reader.at === start) reader.at += 1;
    return finish(new NestedEntry({ block, ...key, valueStart: end, valueEnd: end, value: '', kind: 'null' }));
  }
  reader.at += 1;
  skipGap(reader);
  return member(reader, key, depth);
}

function member(
  reader: Reader,
  key: { readonly key: string; readonly keyStart: number; readonly keyEnd: number },
  depth: number,
): NestedEntry {
  const { block, text } = reader;
  const { at: start, anchor, tag } = readProps(text, reader.at);
  const named = anchor === undefined ? undefined : { anchor };
  reader.at = start;
  if ((text[start] === '{' || text[start] === '[') && depth < deepest) {
    const flow = readCollection(reader, depth + 1);
    const entry = new NestedEntry({ block, ...key, valueStart: flow.start, valueEnd: flow.end, value: '', kind: flow.kind, ...named });
    adopt(entry, flow.children);
    return finish(entry);
  }
  reader.at = scalarEnd(reader, false);
  if (reader.at === start && !/[,}\]]/.test(text[start] ?? ',')) reader.at += 1;
  const entry = finish(new NestedEntry({ block, ...key, ...readScalar(text, start, reader.at, tag), ...named }));
  if (key.keyStart === key.keyEnd) envItem(entry);
  return entry;
}

/** Members belong to their collection, and so do the pairs that items stand for. */
export function adopt(parent: NestedEntry, children: readonly NestedEntry[]): void {
  parent.children = children;
  for (const child of children) {
    child.parent = parent;
    if (child.pair instanceof NestedEntry) child.pair.parent = parent;
    const pair = child.kind === 'map' && parent.kind === 'list' ? nameAndValue(child, undefined) : undefined;
    if (pair !== undefined) child.pair = pair;
  }
}

function finish(entry: NestedEntry): NestedEntry {
  entry.inFlow = true;
  return entry;
}

/** Where the scalar at the reader's place ends; a key ends at its colon. */
function scalarEnd({ text, at, end }: Reader, isKey: boolean): number {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = closingQuote(text, at + 1, quote);
    return close === -1 || close >= end ? end : close + 1;
  }
  let stop = at;
  while (stop < end && !/[,{}[\]]/.test(text[stop] ?? '')) {
    if (isKey && text[stop] === ':' && /[\s,}\]]|^$/.test(text[stop + 1] ?? '')) break;
    if (text[stop] === '#' && /\s/.test(text[stop - 1] ?? '')) break;
    stop += 1;
  }
  return at + text.slice(at, stop).trimEnd().length;
}
