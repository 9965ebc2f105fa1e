import type { Entry, ValueKind } from './format.ts';
import { closingQuote } from './yaml-lines.ts';

const nulls = /^(?:~|null|Null|NULL)?$/;
const booleans = /^(?:true|True|TRUE|false|False|FALSE)$/;
const numbers =
  /^[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|\d[\d_]*|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/;
/** What YAML 1.1 readers (PyYAML, Go's yaml.v2, SnakeYAML) take for booleans, and base-60 or octal-looking numbers. */
const oldBooleans = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
const sexagesimal = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/;

/** What a plain scalar is by YAML's core schema. */
export function plainKind(text: string): ValueKind {
  if (nulls.test(text)) return 'null';
  if (booleans.test(text)) return 'boolean';
  return numbers.test(text) ? 'number' : 'string';
}

/** True where some readers take the plain text for something else than a string. */
export function isAmbiguous(text: string): boolean {
  return plainKind(text) !== 'string' || oldBooleans.test(text) || sexagesimal.test(text);
}

/** Whether a text can stand unquoted and be read back as it is. `inFlow` between braces or brackets. */
export function isPlainSafe(text: string, inFlow: boolean): boolean {
  if (text === '' || (/^[\s\-?:,[\]{}#&*!|>'"%@`=]/.test(text) && !/^[-?:][^\s,[\]{}]/.test(text))) return false;
  if (/[\n\r\t]|[^\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd]|:(?:\s|$)|\s#|\s$|^(?:---|\.\.\.)/.test(text)) return false;
  return !(inFlow && /[,[\]{}]|:$|^:/.test(text));
}

/** Writes what stands between double quotes. */
export function escapeDouble(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Writes what stands between single quotes; undefined where they cannot hold it. */
export function escapeSingle(text: string): string | undefined {
  return /[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/.test(text) ? undefined : text.replaceAll("'", "''");
}

/** What one character behind a backslash stands for between double quotes; others stand for themselves. */
export const simpleEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** The text between double quotes, lines folded and escapes resolved. */
export function decodeDouble(raw: string): string {
  const folded = raw.includes('\n') ? fold(raw.replace(/((?:^|[^\\])(?:\\\\)*)\\\n[ \t]*/g, '$1')) : raw;
  if (!folded.includes('\\')) return folded;
  return folded.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (_, x: string, u: string, long: string, one: string) => {
      const hex = x ?? u ?? long;
      if (hex === undefined) return simpleEscapes[one] ?? one;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

/** The text between single quotes. */
export function decodeSingle(raw: string): string {
  return fold(raw).replaceAll("''", "'");
}

/** Lines of a flow scalar become one: a line end is a blank, empty lines are line ends. */
function fold(raw: string): string {
  if (!raw.includes('\n')) return raw;
  const lines = raw.split('\n');
  let out = (lines[0] ?? '').replace(/[ \t]+$/, '');
  let empty = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const last = i === lines.length - 1;
    const line = (lines[i] ?? '').replace(last ? /^[ \t]+/ : /^[ \t]+|[ \t]+$/g, '');
    if (line === '' && !last) empty += 1;
    else {
      out += (empty === 0 ? ' ' : '\n'.repeat(empty)) + line;
      empty = 0;
    }
  }
  return out;
}

/** The text of a block scalar's content lines, by its header (`|`, `>-`, `|+`). */
export function decodeBlock(lines: readonly string[], indent: number, header: string): string {
  const content = lines.map((line) => line.slice(indent));
  while (!header.includes('+') && content.length > 0 && content.at(-1) === '') content.pop();
  const text = header.startsWith('>') ? foldBlock(content) : content.join('\n');
  return header.includes('-') || text === '' ? text : `${text}\n`;
}

/** Lines that begin with a blank keep their line ends, and so do empty ones at the end. */
function foldBlock(lines: readonly string[]): string {
  let out = '';
  let breaks = 0;
  let kept = true;
  for (const line of lines) {
    if (line === '') {
      breaks += 1;
      continue;
    }
    const keep = /^[ \t]/.test(line);
    const folded = !keep && !kept && breaks === 1 ? ' ' : '\n'.repeat(!keep && !kept ? Math.max(breaks - 1, 0) : breaks);
    out += out === '' ? '\n'.repeat(breaks) + line : folded + line;
    breaks = 1;
    kept = keep;
  }
  return out + '\n'.repeat(Math.max(breaks - 1, 0));
}

/** What an entry gets to know of a scalar. */
export type Scalar = Pick<Entry, 'valueStart' | 'valueEnd' | 'value' | 'style' | 'alias'> & { readonly kind: ValueKind };

/** A quoted or plain scalar or an alias; spans are those of the text between the quotes. */
export function readScalar(text: string, start: number, end: number, tag?: string): Scalar {
  const raw = text.slice(start, end);
  const quote = raw[0];
  if (quote === '"' || quote === "'") {
    const closed = closingQuote(raw, 1, quote) === raw.length - 1 && raw.length > 1;
    const inner = raw.slice(1, closed ? -1 : undefined);
    const value = quote === '"' ? decodeDouble(inner) : decodeSingle(inner);
    return { valueStart: start + 1, valueEnd: closed ? end - 1 : end, value, kind: 'string', style: 'quoted' };
  }
  if (quote === '*') return { valueStart: start, valueEnd: end, value: raw, kind: 'string', style: 'alias', alias: raw.slice(1) };
  const value = fold(raw.includes('\n') ? raw.replace(/[ \t]#.*$/gm, '') : raw);
  return { valueStart: start, valueEnd: end, value, kind: tag === '!str' ? 'string' : plainKind(value), style: 'plain' };
}
