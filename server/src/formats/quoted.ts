import { simpleEscapes } from './yaml-scalar.ts';

/** The ways in which a text stands between quotes. */
export type Quoting = 'yaml-double' | 'yaml-single' | 'json';

/** What stands between quotes: the text, and where each of its characters begins in what was read; the last offset is the end. */
export interface Decoded {
  readonly text: string;
  readonly offsets: readonly number[];
}

interface Writer {
  text: string;
  readonly offsets: number[];
}

/** Resolves escapes and folded lines of `source` from `start` to `end`, and keeps where everything stood. */
export function decodeQuoted(source: string, start: number, end: number, quoting: Quoting): Decoded {
  const out: Writer = { text: '', offsets: [] };
  let at = start;
  // Blanks that are written as such go when a line is folded; escaped ones stay.
  let solid = 0;
  while (at < end) {
    const character = source[at] ?? '';
    if (character === '\n') {
      at = fold(source, at, end, out, solid);
      solid = out.text.length;
      continue;
    }
    const [length, text] = escapeAt(source, at, end, quoting) ?? [1, character];
    put(out, at, text);
    at += length;
    if (length > 1 || !/[ \t]/.test(character)) solid = out.text.length;
  }
  out.offsets.push(end);
  return out;
}

function put(out: Writer, at: number, text: string): void {
  for (let i = 0; i < text.length; i += 1) out.offsets.push(at);
  out.text += text;
}

/** A line end is a blank, empty lines are line ends; the blanks around them count for nothing. Returns where the next line's text begins. */
function fold(source: string, from: number, end: number, out: Writer, solid: number): number {
  const begin = out.offsets[solid] ?? from;
  out.text = out.text.slice(0, solid);
  out.offsets.length = solid;
  const ends: number[] = [];
  let at = from;
  for (; at < end && /[ \t\n]/.test(source[at] ?? ''); at += 1) if (source[at] === '\n') ends.push(at);
  if (ends.length === 1) put(out, begin, ' ');
  else for (let i = 1; i < ends.length; i += 1) put(out, i === 1 ? begin : (ends[i] ?? begin), '\n');
  return at;
}

const ofJson = /[bfnrt]/;

/** How long the escape is that begins at a place, and what it stands for; undefined where none begins. */
function escapeAt(source: string, at: number, end: number, quoting: Quoting): readonly [number, string] | undefined {
  if (quoting === 'yaml-single') return source.startsWith("''", at) && at + 1 < end ? [2, "'"] : undefined;
  if (source[at] !== '\\' || at + 1 >= end) return undefined;
  const rest = source.slice(at + 1, Math.min(end, at + 10));
  const hex = (quoting === 'json' ? /^u([0-9a-fA-F]{4})/ : /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/).exec(rest);
  if (hex !== null) {
    const code = Number.parseInt(hex[0].slice(1), 16);
    return [hex[0].length + 1, code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'];
  }
  const one = rest[0] ?? '';
  if (one === '\n') return [2 + (/^[ \t]*/.exec(source.slice(at + 2, end))?.[0].length ?? 0), ''];
  return [2, quoting === 'json' && !ofJson.test(one) ? one : (simpleEscapes[one] ?? one)];
}

/** Writes a text so that it can stand between the quotes; undefined where they cannot hold it. `indent` begins the lines of one that is folded. */
export function encodeQuoted(text: string, quoting: Quoting, indent: string): string | undefined {
  if (quoting !== 'yaml-single') return JSON.stringify(text).slice(1, -1);
  const lines = text.split('\n');
  const written = lines.every((line) => !/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/.test(line) && (lines.length === 1 || line === line.trim()));
  // A line end that is folded away, and one for each that is meant.
  return written ? text.replaceAll("'", "''").replace(/\n+/g, (ends) => `\n${ends}${indent}`) : undefined;
}
