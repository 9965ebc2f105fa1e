/**
 * How java.util.Properties reads one logical line (`Properties.LineReader` and `Properties.load0`), with positions.
 * A logical line is one natural line, or several joined by a backslash at the end.
 */

/** What a logical line with escapes holds; offsets into the logical line's raw text (natural lines joined by `\n`). */
export interface Pair {
  readonly key: string;
  readonly value: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly malformed?: string;
}

const SPACE = 32;
const TAB = 9;
const FORM_FEED = 12;
const NEWLINE = 10;
const BACKSLASH = 92;
const EQUALS = 61;
const COLON = 58;
const HASH = 35;
const BANG = 33;

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === FORM_FEED;
}

/** What a natural line is to the reader, when it stands at the start of a logical line. */
export function lineKind(line: string): 'blank' | 'comment' | 'pair' {
  const start = skipBlanks(line, 0);
  if (start === line.length) return 'blank';
  const code = line.charCodeAt(start);
  return code === HASH || code === BANG ? 'comment' : 'pair';
}

/** True where the natural line ends with an odd number of backslashes, so that the next one belongs to it. */
export function continues(line: string): boolean {
  let count = 0;
  while (count < line.length && line.charCodeAt(line.length - 1 - count) === BACKSLASH) count += 1;
  return count % 2 === 1;
}

/** True where the line consists of blanks and the continuing backslash: the next line then starts a logical line of its own. */
export function isBareContinuation(line: string): boolean {
  return skipBlanks(line, 0) === line.length - 1 && line.charCodeAt(line.length - 1) === BACKSLASH;
}

/** Where the key of a logical line without a backslash ends: there positions in the logical line are positions in the text. */
export function plainKeyEnd(text: string, keyStart: number): number {
  let end = keyStart;
  while (end < text.length && !endsKey(text.charCodeAt(end))) end += 1;
  return end;
}

function endsKey(code: number): boolean {
  return code === EQUALS || code === COLON || isBlank(code);
}

/** Behind what parts a key from its value: one `=` or `:` with blanks around it, or blanks alone. */
export function skipSeparator(text: string, from: number): number {
  const at = skipBlanks(text, from);
  const code = text.charCodeAt(at);
  return code === EQUALS || code === COLON ? skipBlanks(text, at + 1) : at;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The logical line's characters, and for each the offset of its source in the raw text. */
interface Joined {
  readonly text: string;
  readonly source: Int32Array;
}

/** Reads the raw text of a logical line of kind `pair` in which there is a backslash. */
export function readEscaped(raw: string): Pair {
  const { text, source } = joinNaturalLines(raw);
  const keyLength = escapedKeyLength(text);
  const valueStart = skipSeparator(text, keyLength);
  const end = text.length === 0 ? raw.length : (source[text.length - 1] ?? 0) + 1;
  const key = resolveEscapes(text.slice(0, keyLength));
  const value = resolveEscapes(text.slice(valueStart));
  const malformed = key.malformed ?? value.malformed;
  return {
    key: key.text,
    value: value.text,
    keyStart: source[0] ?? 0,
    keyEnd: keyLength === 0 ? (source[0] ?? 0) : (source[keyLength - 1] ?? 0) + 1,
    valueStart: valueStart < text.length ? (source[valueStart] ?? end) : end,
    valueEnd: end,
    ...(malformed === undefined ? {} : { malformed }),
  };
}

/** Drops leading blanks, continuing backslashes with their line ends, and the blanks that begin a continuation line. */
function joinNaturalLines(raw: string): Joined {
  const source = new Int32Array(raw.length);
  let text = '';
  let at = skipBlanks(raw, 0);
  let escaped = false;
  while (at < raw.length) {
    const code = raw.charCodeAt(at);
    if (code === NEWLINE) {
      // Only a continuing backslash lets a line end into a logical line: take it back.
      text = text.slice(0, -1);
      escaped = false;
      at = skipBlanks(raw, at + 1);
      continue;
    }
    source[text.length] = at;
    text += raw[at];
    escaped = code === BACKSLASH && !escaped;
    at += 1;
  }
  // A lone backslash at the end of the file is dropped (LineReader: "len - 1").
  return { text: escaped ? text.slice(0, -1) : text, source };
}

function escapedKeyLength(text: string): number {
  let escaped = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!escaped && endsKey(code)) return at;
    escaped = code === BACKSLASH && !escaped;
  }
  return text.length;
}

const simpleEscapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n', f: '\f' };

/** `Properties.loadConvert`: `\t \r \n \f \uXXXX`; any other backslash is dropped and the character behind it stays. */
function resolveEscapes(text: string): { readonly text: string; readonly malformed?: string } {
  if (!text.includes('\\')) return { text };
  let out = '';
  let malformed: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== BACKSLASH) {
      out += text[at];
      continue;
    }
    at += 1;
    const next = text[at] ?? '';
    if (next !== 'u') {
      out += simpleEscapes[next] ?? next;
      continue;
    }
    const hex = text.slice(at + 1, at + 5);
    if (/^[0-9a-fA-F]{4}$/.test(hex)) {
      out += String.fromCharCode(Number.parseInt(hex, 16));
      at += 4;
    } else {
      malformed = malformed ?? `\\u${hex}`;
      out += next;
    }
  }
  return malformed === undefined ? { text: out } : { text: out, malformed };
}

/** Writes a value so that java.util.Properties reads it back as given (ISO-8859-1 safe). */
export function escapeValue(value: string): string {
  return escapeCommon(value).replace(/^[ \t\f]/, (blank) => `\\${blank === ' ' ? ' ' : blank === '\t' ? 't' : 'f'}`);
}

/** Writes a key so that java.util.Properties reads it back as given. */
export function escapeKey(key: string): string {
  return escapeCommon(key)
    .replace(/[ =:]/g, (special) => `\\${special}`)
    .replace(/^[#!]/, (special) => `\\${special}`);
}

const controlEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f' };

function escapeCommon(text: string): string {
  return text.replace(/[\\\n\r\t\f]|[^\x20-\x7e]/g, (special) => {
    const simple = controlEscapes[special];
    return simple ?? `\\u${special.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
