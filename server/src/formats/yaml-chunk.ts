import { NestedEntry } from './nested-entry.ts';
import { flowExtent, indentOf, isBlankLine, isDash, isMarker, keyAt, skipBlanks } from './yaml-lines.ts';
import { type Found, type Key, YamlChunk } from './yaml-node.ts';
import { decodeDouble, decodeSingle } from './yaml-scalar.ts';
import { readValue } from './yaml-value.ts';

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
