import { embed, embeddedKind } from './embedded.ts';
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
  type Props,
  plainExtent,
  quotedExtent,
  readProps,
  skipBlanks,
} from './yaml-lines.ts';
import type { Found, Key, YamlChunk } from './yaml-node.ts';
import { envItem, nameAndValue } from './yaml-pairs.ts';
import { decodeBlock, readScalar } from './yaml-scalar.ts';

/** Reads what stands behind a key or a dash, or below it. */
export function readValue(lines: readonly string[], first: number, from: number, column: number): Found {
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
  const found = readInline(lines, first, next, { ...props, at }, column);
  return isHalfTyped(lines, next, found.last) ? empty(first, props) : found;
}

/** A key that still lacks its colon, above other keys: no scalar can stand there. All of its lines are such as make no entry by themselves. */
function isHalfTyped(lines: readonly string[], first: number, last: number): boolean {
  for (let line = first; line <= last; line += 1) if (/^\s*(?:["'[{]|-(?:\s|$))/.test(lines[line] ?? '')) return false;
  let next = last + 1;
  while (next < lines.length && isBlankLine(lines[next] ?? '')) next += 1;
  const [above, below = ''] = [lines[first] ?? '', lines[next]];
  const at = indentOf(below);
  return at === indentOf(above) && !isMarker(below) && keyAt(below, at) !== undefined;
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

function flowEntry(flow: Flow, block: YamlChunk, { key, keyStart, keyEnd, item }: Key, { anchor }: Props): NestedEntry {
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
  const pair = item && flow.kind === 'map' ? nameAndValue(entry, undefined) : undefined;
  if (pair !== undefined) entry.pair = pair;
  return entry;
}

/** A block scalar's span is its content, from the first content line's text to the end of the last. */
function readBlock(lines: readonly string[], first: number, props: Props, column: number): Found {
  const line = lines[first] ?? '';
  const header = /^[|>][-+0-9]*/.exec(line.slice(props.at))?.[0] ?? '|';
  const last = blockExtent(lines, first, column, header.includes('+'));
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
      const kind = header.startsWith('|') ? embeddedKind(key, content) : undefined;
      if (kind !== undefined) block.embedded = embed(entry, block, content, indent, kind);
      return entry;
    },
  };
}
