import type { Embedded } from './embedded.ts';
import { embedQuoted } from './embedded-quoted.ts';
import type { Entry } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { embedYaml } from './yaml-embedded.ts';
import { readFlow } from './yaml-flow.ts';
import { flowExtent, indentOf, isBlankLine, isDash, isMarker, keyAt, skipBlanks } from './yaml-lines.ts';
import { type Key, YamlChunk } from './yaml-node.ts';
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
  if (heads.length === 0) return readBare(lines, first, at);
  const found = readValue(lines, first, at, column);
  const chunk = new YamlChunk('nodes', first, lines.slice(first, found.last + 1));
  chunk.nodes = heads.map(({ column, key }, i) => {
    const last = i === heads.length - 1;
    return { column, item: key.item, open: !last || found.open, entry: last ? found.make(chunk, key) : container(chunk, key) };
  });
  chunk.quoted = quotedTexts(chunk);
  const text = embedYaml(chunk, readYamlChunk);
  if (text !== undefined) chunk.embedded = text;
  return chunk;
}

/** Text that stands under no key: a document that is one scalar, or one collection with braces or brackets as JSON has it. */
function readBare(lines: readonly string[], first: number, at: number): YamlChunk {
  const bracket = /^(?:\[|\{(?!\{))/.test((lines[first] ?? '').slice(at));
  if (!bracket) return new YamlChunk('nodes', first, lines.slice(first, first + 1));
  const { line, end } = flowExtent(lines, first, at, -1);
  const chunk = new YamlChunk('nodes', first, lines.slice(first, line + 1));
  const before = chunk.text.length - (lines[line] ?? '').length;
  const { children, kind } = readFlow(chunk, at, before + end);
  chunk.bare = true;
  chunk.nodes = children.map((entry) => ({ column: 0, item: kind === 'list', open: false, entry }));
  chunk.quoted = quotedTexts(chunk);
  return chunk;
}

/** The texts between quotes, also within braces. */
function quotedTexts(chunk: YamlChunk): readonly Embedded[] {
  const found: Embedded[] = [];
  const visit = (entry: Entry): void => {
    const text = embedQuoted(entry, chunk, chunk.text[entry.valueStart - 1] === '"' ? 'yaml-double' : 'yaml-single');
    if (text !== undefined) found.push(text);
    else if (entry.kind === 'map' || entry.kind === 'list') for (const child of entry.children ?? []) visit(child);
  };
  for (const { entry } of chunk.nodes) visit(entry);
  return found;
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
