import { type DataMember, type DataNode, readData } from './log4j2-data.ts';
import type { Range, WrittenFile } from './log4j2-tree.ts';

/** A reader's place in the text; `fault` ends the reading. */
interface Reader {
  readonly text: string;
  at: number;
  fault: { readonly broken: string; readonly at: Range } | undefined;
}

/** Jackson's limit. */
const deepest = 1000;

/** Reads Log4j2 JSON with positions, as strictly as Jackson: Java's comments are allowed, and nothing else beyond JSON. What follows the first value is not looked at. */
export function readLog4j2Json(text: string): WrittenFile {
  const reader: Reader = { text, at: text.startsWith('\ufeff') ? 1 : 0, fault: undefined };
  const data = readValue(reader, 0);
  return reader.fault ?? readData(data, text);
}

function fail(reader: Reader, broken: string, length = 1): undefined {
  const start = Math.min(reader.at, reader.text.length);
  reader.fault ??= { broken, at: { start, end: Math.min(start + length, reader.text.length) } };
  return undefined;
}

const gap = /(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not stand in a string as they are
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

function match(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  return pattern.exec(reader.text)?.[0] ?? '';
}

function skip(reader: Reader): string {
  reader.at += match(reader, gap).length;
  return reader.text[reader.at] ?? '';
}

function readValue(reader: Reader, depth: number): DataNode | undefined {
  const first = skip(reader);
  if (depth > deepest) return fail(reader, 'Lists and objects are nested too deeply');
  if (first === '{') return readObject(reader, depth);
  if (first === '[') return readList(reader, depth);
  if (first === '"') return readString(reader);
  const word = match(reader, scalar);
  if (word === '')
    return fail(
      reader,
      first === '' ? 'The text ends before its value' : first === "'" ? 'A text must stand in double quotes' : 'A value is expected here',
    );
  const start = reader.at;
  reader.at += word.length;
  return { kind: 'value', text: word, at: { start, end: reader.at } };
}

function readString(reader: Reader): (DataNode & { kind: 'value' }) | undefined {
  const start = reader.at;
  const raw = match(reader, string);
  if (raw === '') return fail(reader, 'The text in quotes is not closed in its line, or holds a tab or a `\\` that JSON does not allow');
  reader.at += raw.length;
  return { kind: 'value', text: String(JSON.parse(raw)), at: { start, end: reader.at } };
}

function readObject(reader: Reader, depth: number): DataNode | undefined {
  const start = reader.at;
  const members: DataMember[] = [];
  reader.at += 1;
  if (skip(reader) !== '}') {
    for (;;) {
      const next = skip(reader);
      if (next !== '"')
        return fail(
          reader,
          next === '}' ? 'A comma stands before `}`' : next === '' ? '`}` is missing' : 'A name in double quotes is expected here',
        );
      const key = readString(reader);
      if (key === undefined) return undefined;
      if (skip(reader) !== ':') return fail(reader, 'A colon is expected here');
      reader.at += 1;
      const value = readValue(reader, depth + 1);
      if (value === undefined) return undefined;
      members.push({ key: key.text, at: key.at, value });
      const behind = skip(reader);
      if (behind === '}') break;
      if (behind !== ',') return fail(reader, behind === '' ? '`}` is missing' : 'A comma or `}` is expected here');
      reader.at += 1;
    }
  }
  reader.at += 1;
  return { kind: 'map', members, at: { start, end: reader.at } };
}

function readList(reader: Reader, depth: number): DataNode | undefined {
  const start = reader.at;
  const items: DataNode[] = [];
  reader.at += 1;
  if (skip(reader) !== ']') {
    for (;;) {
      const item = readValue(reader, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      const behind = skip(reader);
      if (behind === ']') break;
      if (behind !== ',') return fail(reader, behind === '' ? '`]` is missing' : 'A comma or `]` is expected here');
      reader.at += 1;
    }
  }
  reader.at += 1;
  return { kind: 'list', items, at: { start, end: reader.at } };
}
