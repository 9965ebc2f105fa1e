import type { NestedEntry } from './nested-entry.ts';
import { readTexts } from './terraform-lines.ts';
import { deepest, type Reader, readTerraformMap, skipGaps } from './terraform-map.ts';
import { isAtEnd, restOf, skipOperand, skipTo } from './terraform-skip.ts';

/** What an expression makes properties of, as far as that can be read. */
export interface Pieces {
  /** The maps and lists that are written in it, each with its members. */
  readonly literals: (readonly NestedEntry[])[];
  /** What it takes from elsewhere: `local.a`, `var.b`, `each.value.c`. */
  readonly references: string[];
  /** True where something is left that only Terraform knows. */
  unknown: boolean;
}

/** Whether an attribute's value is worth reading as an expression. */
export function isExpression(value: string): boolean {
  return /^(?:merge|tomap|join|lookup|try|sensitive|nonsensitive)\(|^\{|^(?:local|var|each)\./.test(value);
}

/**
 * Reads the expression that begins at a place: maps, what `merge` puts together, what `join` and `for` make lines or members of, and
 * references. The reader stands behind it then.
 */
export function readExpression(reader: Reader, depth = 0): Pieces {
  const before = [reader.line, reader.at] as const;
  const pieces: Pieces = { literals: [], references: [], unknown: false };
  readInto(pieces, reader, depth);
  if (isAtEnd(reader)) return pieces;
  // Something is done with it: an index, a condition.
  [reader.line, reader.at] = before;
  skipOperand(reader);
  return { literals: [], references: [], unknown: true };
}

/** The names and what is read from them: all arguments, or the first one. */
const functions: Readonly<Record<string, 'all' | 'first'>> = {
  merge: 'all',
  tomap: 'all',
  sensitive: 'all',
  nonsensitive: 'all',
  try: 'first',
};

function readInto(pieces: Pieces, reader: Reader, depth: number): void {
  skipGaps(reader);
  const text = restOf(reader);
  const name = /^(\w+)\(/.exec(text)?.[1];
  const reference = /^(?:local|var)\.[\w-]+|^each\.value(?:\.[\w-]+)?/.exec(text)?.[0];
  const looked = /^lookup\(\s*each\.value\s*,\s*"([\w-]+)"/.exec(text);
  const joined = /^join\(\s*"\\n"\s*,\s*/.exec(text)?.[0];
  if (depth > deepest) {
    pieces.unknown = true;
    skipOperand(reader);
  } else if (/^\{(?!\s*(?:for\b|$))/.test(text) || (text === '{' && !isLoop(reader))) readMap(pieces, reader);
  else if (text.startsWith('{')) readLoop(pieces, reader, '}', depth);
  else if (looked !== null) {
    pieces.references.push(`each.value.${looked[1]}`);
    skipOperand(reader);
  } else if (joined !== undefined) {
    reader.at += joined.length;
    readJoined(pieces, reader, depth);
  } else if (name !== undefined && Object.hasOwn(functions, name)) {
    reader.at += name.length + 1;
    readArguments(pieces, reader, functions[name] === 'first', depth);
  } else if (reference !== undefined) {
    pieces.references.push(reference);
    reader.at += reference.length;
  } else {
    pieces.unknown = true;
    skipOperand(reader);
  }
}

function readMap({ literals }: Pieces, reader: Reader): void {
  const map = readTerraformMap(reader.lines, reader.line, reader.at + 1);
  literals.push(map.entries);
  [reader.line, reader.at] = [map.line, map.at];
}

/** What stands between parentheses, and these. */
function readArguments(pieces: Pieces, reader: Reader, first: boolean, depth: number): void {
  for (let isFirst = true; ; isFirst = false) {
    skipGaps(reader);
    const text = restOf(reader);
    if (text === '' || text.startsWith(')')) break;
    const { line, at } = reader;
    const own = readExpression(reader, depth + 1);
    if (reader.line === line && reader.at === at) return;
    if (!isFirst && first) continue;
    pieces.literals.push(...own.literals);
    pieces.references.push(...own.references);
    pieces.unknown ||= own.unknown;
    // A list that `merge` takes apart.
    if (restOf(reader).startsWith('...')) reader.at += 3;
  }
  reader.at += 1;
}

/** What `join` makes lines of: a list of texts, or what `for` makes of a map. */
function readJoined(pieces: Pieces, reader: Reader, depth: number): void {
  skipGaps(reader);
  if (!restOf(reader).startsWith('[')) {
    pieces.unknown = true;
    skipOperand(reader);
  } else if (isLoop(reader)) readLoop(pieces, reader, ']', depth);
  else {
    const { entries, unknown } = readTexts(reader);
    pieces.literals.push(entries);
    pieces.unknown ||= unknown;
  }
  skipGaps(reader);
  if (restOf(reader).startsWith(')')) reader.at += 1;
}

/** Whether `for` follows the bracket, on its line or below. */
function isLoop({ lines, line, at }: Reader): boolean {
  const reader = { lines, line, at: at + 1 };
  skipGaps(reader);
  return /^for\b/.test(restOf(reader));
}

/** `for KEY, VALUE in MAP : …` that leaves both as they are. */
function readLoop(pieces: Pieces, reader: Reader, close: string, depth: number): void {
  reader.at += 1;
  skipGaps(reader);
  const [head, key = '', value = ''] = /^for\s+(\w+)\s*,\s*(\w+)\s+in\s+/.exec(restOf(reader)) ?? [];
  const own: Pieces = { literals: [], references: [], unknown: head === undefined };
  if (head !== undefined) {
    reader.at += head.length;
    readInto(own, reader, depth + 1);
    skipGaps(reader);
  }
  const body = head !== undefined && restOf(reader).startsWith(':') ? readBody(reader, close) : undefined;
  if (body === undefined) skipTo(reader, close);
  const kept = body !== undefined && keeps(body, key, value);
  if (kept) pieces.literals.push(...own.literals);
  if (kept) pieces.references.push(...own.references);
  pieces.unknown ||= !kept || own.unknown;
  reader.at += 1;
}

function readBody(reader: Reader, close: string): string {
  reader.at += 1;
  const from = { line: reader.line, at: reader.at };
  skipTo(reader, close);
  const lines = reader.lines.slice(from.line, reader.line + 1).map((text, i, all) => {
    const end = i === all.length - 1 ? reader.at : text.length;
    return text.slice(i === 0 ? from.at : 0, end);
  });
  return lines.join(' ').trim();
}

/** Whether the body of a loop writes each member down as it is. */
function keeps(body: string, key: string, value: string): boolean {
  const [made = ''] = body.split(/\s+if\s/);
  const bare = made.replace(/\s/g, '');
  return [
    `"\${${key}}=\${${value}}"`,
    `format("%s=%s",${key},${value})`,
    `join("=",[${key},${value}])`,
    `${key}=>${value}`,
    `${key}=>tostring(${value})`,
    `"\${${key}}"=>"\${${value}}"`,
    `"\${${key}}=\${tostring(${value})}"`,
  ].includes(bare);
}
