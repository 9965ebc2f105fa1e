import type { Chunk } from './chunks.ts';
import type { Embedded } from './embedded.ts';
import { embedQuoted } from './embedded-quoted.ts';
import type { ValueKind } from './format.ts';
import { NestedEntry } from './nested-entry.ts';

/** What a line of JSON does, in order: an entry begins, a collection ends, a comma parts two. */
export type JsonStep =
  | { readonly kind: 'entry'; readonly entry: NestedEntry; readonly opens: boolean }
  | { readonly kind: 'close'; readonly at: number }
  | { readonly kind: 'comma'; readonly at: number };

/** A line of JSON, or several where a member's key and value stand on lines of their own. */
export interface JsonChunk extends Chunk {
  line: number;
  readonly steps: readonly JsonStep[];
  /** The property texts that stand in its strings. */
  texts: readonly Embedded[];
}

/** Reads the chunk that begins with a line. Strings never go over a line's end, so that nothing above needs to be known. */
export function readJsonChunk(lines: readonly string[], first: number): JsonChunk {
  let text = lines[first] ?? '';
  let count = 1;
  for (;;) {
    const chunk = {
      line: first,
      indent: 0,
      text,
      count,
      blank: text.trim() === '',
      steps: [] as JsonStep[],
      texts: [] as readonly Embedded[],
    };
    const waits = readSteps(chunk, chunk.steps);
    chunk.texts = chunk.steps.flatMap((step) => (step.kind === 'entry' ? (embedQuoted(step.entry, chunk, 'json') ?? []) : []));
    const next = lines[first + count];
    if (!waits || next === undefined || count >= (waits === 'remark' ? longestRemark : longest)) return chunk;
    if (waits === 'colon' && !/^\s*:/.test(next)) return chunk;
    text += `\n${next}`;
    count += 1;
  }
}

/** A member spread over more lines than this is no configuration; reading on would cost too much. */
const longest = 8;
const longestRemark = 100;

const token = /\s+|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** A string or literal that may be a key or a value. */
interface Scalar {
  readonly start: number;
  readonly end: number;
}

/** Returns what the text still waits for, if it ends within a member. */
function readSteps(chunk: JsonChunk, steps: JsonStep[]): 'colon' | 'value' | 'remark' | false {
  let pending: Scalar | undefined;
  let key: Scalar | undefined;
  let open = false;
  const flush = (): void => {
    if (pending !== undefined || key !== undefined) steps.push({ kind: 'entry', entry: scalarEntry(chunk, key, pending), opens: false });
    pending = undefined;
    key = undefined;
  };
  for (const match of chunk.text.matchAll(token)) {
    const [found] = match;
    const start = match.index;
    const character = found[0] ?? '';
    open = found.startsWith('/*') && !/^.{2}[\s\S]*\*\/$/.test(found);
    if (/\s/.test(character) || found.startsWith('//') || found.startsWith('/*')) continue;
    if (character === ':' && key === undefined) {
      key = pending;
      pending = undefined;
    } else if (character === '{' || character === '[') {
      steps.push({ kind: 'entry', entry: containerEntry(chunk, key, start, character === '{' ? 'map' : 'list'), opens: true });
      key = undefined;
      pending = undefined;
    } else if (character === ',' || character === '}' || character === ']') {
      flush();
      steps.push({ kind: character === ',' ? 'comma' : 'close', at: start });
    } else {
      if (pending !== undefined) flush();
      pending = { start, end: start + found.length };
    }
  }
  const waits = key !== undefined && pending === undefined ? 'value' : pending !== undefined && key === undefined ? 'colon' : false;
  flush();
  return open ? 'remark' : waits;
}

function keyOf(chunk: JsonChunk, key: Scalar | undefined, at: number): Pick<NestedEntry, 'key' | 'keyStart' | 'keyEnd'> {
  if (key === undefined) return { key: '', keyStart: at, keyEnd: at };
  const { value, valueStart, valueEnd } = readJsonScalar(chunk.text, key);
  return { key: value, keyStart: valueStart, keyEnd: valueEnd };
}

function containerEntry(block: JsonChunk, key: Scalar | undefined, at: number, kind: ValueKind): NestedEntry {
  return new NestedEntry({ block, ...keyOf(block, key, at), valueStart: at, valueEnd: at + 1, value: '', kind });
}

function scalarEntry(block: JsonChunk, key: Scalar | undefined, value: Scalar | undefined): NestedEntry {
  const at = value?.start ?? key?.end ?? 0;
  const scalar =
    value === undefined ? { valueStart: at, valueEnd: at, value: '', kind: 'null' as const } : readJsonScalar(block.text, value);
  return new NestedEntry({ block, ...keyOf(block, key, at), ...scalar });
}

/** A string's span is what stands between its quotes. */
function readJsonScalar(text: string, { start, end }: Scalar): Pick<NestedEntry, 'valueStart' | 'valueEnd' | 'value' | 'kind' | 'style'> {
  const raw = text.slice(start, end);
  if (!raw.startsWith('"')) return { valueStart: start, valueEnd: end, value: raw, kind: literalKind(raw), style: 'plain' };
  const closed = raw.length > 1 && /^"(?:[^"\\]|\\.)*"$/.test(raw);
  const inner = raw.slice(1, closed ? -1 : undefined);
  return { valueStart: start + 1, valueEnd: closed ? end - 1 : end, value: unescapeJson(inner), kind: 'string', style: 'quoted' };
}

function literalKind(text: string): ValueKind {
  if (text === 'null') return 'null';
  if (text === 'true' || text === 'false') return 'boolean';
  return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? 'number' : 'string';
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescapeJson(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, one: string) =>
    hex === undefined ? (escapes[one] ?? one) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
