import type { Block } from '../text/block.ts';
import type { Entry, ValueKind, Writer } from './format.ts';
import { type EntryParts, NestedEntry } from './nested-entry.ts';
import { decodeQuoted } from './quoted.ts';
import { mapWriter } from './terraform-map-write.ts';

/** The members of a map, and the place behind its closing brace. */
export interface TerraformMap {
  readonly entries: readonly NestedEntry[];
  readonly line: number;
  readonly at: number;
}

/** Reads `{ "key" = value … }` from the place behind its brace. What an expression yields is not known. */
export function readTerraformMap(lines: readonly string[], line: number, at: number, depth = 0): TerraformMap {
  const reader = { lines, line, at };
  const entries: NestedEntry[] = [];
  let block: Block | undefined;
  for (;;) {
    skipGaps(reader);
    const text = reader.lines[reader.line];
    if (text === undefined || text[reader.at] === '}') return { entries, line: reader.line, at: reader.at + 1 };
    if (block?.line !== reader.line) block = { line: reader.line, indent: 0, text };
    const entry = readMember(reader, block, depth);
    if (entry !== undefined) entries.push(entry);
  }
}

/** Where in the lines somebody reads. */
export interface Reader {
  readonly lines: readonly string[];
  line: number;
  at: number;
}

/** Blanks, line ends, commas and remarks. */
export function skipGaps(reader: Reader): void {
  for (; reader.line < reader.lines.length; [reader.line, reader.at] = [reader.line + 1, 0]) {
    const text = reader.lines[reader.line] ?? '';
    while (/[\s,]/.test(text[reader.at] ?? '')) reader.at += 1;
    if (reader.at < text.length && !/^(?:#|\/\/)/.test(text.slice(reader.at))) return;
  }
}

const plainKey = /^[A-Za-z_][\w.-]*/;
const literal = /^(?:true|false|-?\d+(?:\.\d+)?)(?=\s*(?:$|[,}#]|\/\/))/;

/** What is further in than anybody writes it is not read: each level takes a part of the stack. */
export const deepest = 40;

function readMember(reader: Reader, block: Block, depth: number): NestedEntry | undefined {
  const { text } = block;
  const from = reader.at;
  const quoted = text[from] === '"';
  const end = quoted ? stringEnd(text, from) : from + (plainKey.exec(text.slice(from))?.[0].length ?? 0);
  const separator = /^\s*[=:]\s*/.exec(text.slice(end))?.[0];
  if (end === from || separator === undefined) {
    skipExpression(reader);
    return undefined;
  }
  const [keyStart, keyEnd] = quoted ? [from + 1, end - 1] : [from, end];
  const key = quoted ? decodeQuoted(text, keyStart, keyEnd, 'json').text : text.slice(keyStart, keyEnd);
  reader.at = end + separator.length;
  const isMap = depth < deepest && /^\{(?!\s*for\b)/.test(text.slice(reader.at));
  const nested = isMap ? readTerraformMap(reader.lines, reader.line, reader.at + 1, depth + 1) : undefined;
  if (nested !== undefined) return readNested(reader, { block, key, keyStart, keyEnd }, nested);
  return new NestedEntry({ block, key, keyStart, keyEnd, ...readValue(reader, text) });
}

/** A map in a map. */
function readNested(reader: Reader, parts: Pick<EntryParts, 'block' | 'key' | 'keyStart' | 'keyEnd'>, map: TerraformMap): NestedEntry {
  const entry = new NestedEntry({ ...parts, valueStart: reader.at, valueEnd: reader.at, value: '', kind: 'map', format: mapWriter });
  entry.children = map.entries;
  for (const child of map.entries) child.parent = entry;
  [reader.line, reader.at] = [map.line, map.at];
  return entry;
}

type Value = Pick<NestedEntry, 'valueStart' | 'valueEnd' | 'value' | 'kind'> & { readonly style: NonNullable<Entry['style']> };

function readValue(reader: Reader, text: string): Value & { readonly format: Writer } {
  const start = reader.at;
  if (text[start] === '"') {
    const end = stringEnd(text, start);
    if (/^\s*(?:$|[,}#]|\/\/)/.test(text.slice(end))) {
      reader.at = end;
      const value = decodeQuoted(text, start + 1, end - 1, 'json').text.replace(/([$%])\1\{/g, '$1{');
      return { valueStart: start + 1, valueEnd: end - 1, value, kind: 'string', style: 'quoted', format: mapWriter };
    }
  }
  const found = literal.exec(text.slice(start))?.[0];
  if (found !== undefined) {
    reader.at = start + found.length;
    const kind: ValueKind = /^[tf]/.test(found) ? 'boolean' : 'number';
    return { valueStart: start, valueEnd: reader.at, value: found, kind, style: 'plain', format: mapWriter };
  }
  skipExpression(reader);
  const valueEnd = block(reader, start, text);
  return { valueStart: start, valueEnd, value: text.slice(start, valueEnd), kind: 'string', style: 'alias', format: mapWriter };
}

/** Where an expression ends on the line that it began on. */
function block({ lines, line, at }: Reader, start: number, text: string): number {
  return lines[line] === text && at >= start ? start + text.slice(start, at).trimEnd().length : text.trimEnd().length;
}

/** Behind the closing quote; quotes within `${ … }` are the template's. */
export function stringEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (/[$%]/.test(text[at] ?? '') && text[at + 1] === '{') depth += 1;
    else if (text[at] === '}' && depth > 0) depth -= 1;
    else if (text[at] === '"' && depth === 0) return at + 1;
  }
  return text.length;
}

/** On to the comma, the line end or the brace that ends an expression. */
function skipExpression(reader: Reader): void {
  let depth = 0;
  for (;;) {
    const text = reader.lines[reader.line];
    if (text === undefined) return;
    const marker = /<<-?\s*"?(\w+)"?\s*$/.exec(text.slice(reader.at))?.[1];
    if (marker !== undefined) {
      const end = reader.lines.findIndex((line, i) => i > reader.line && line.trim() === marker);
      reader.line = end === -1 ? reader.lines.length : end;
      reader.at = (reader.lines[reader.line] ?? '').length;
    }
    for (; reader.at < text.length && marker === undefined; reader.at += 1) {
      const character = text[reader.at] ?? '';
      if (character === '"') reader.at = stringEnd(text, reader.at) - 1;
      else if (/[([{]/.test(character)) depth += 1;
      else if (depth === 0 && /[,}]/.test(character)) return;
      else if (/[)\]}]/.test(character)) depth -= 1;
      else if (/^(?:#|\/\/)/.test(text.slice(reader.at))) break;
    }
    if (depth <= 0) {
      reader.at = text.length;
      return;
    }
    [reader.line, reader.at] = [reader.line + 1, 0];
  }
}
