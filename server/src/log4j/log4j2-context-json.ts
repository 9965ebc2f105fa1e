import type { Log4j2Context } from './log4j2-context.ts';

/** An object or a list that the place is in. */
interface Open {
  readonly kind: '{' | '[';
  /** The key it stands under, or what its `type` says. */
  name: string;
  readonly keys: string[];
  /** The key whose value comes next. */
  key: string | undefined;
}

const token = /"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\r\n])*'?|\/\/[^\r\n]*|#[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|[{}[\],:]|[^\s"'{}[\],:#/]+|[#/]/g;

/** The context of a place in JSON, or in YAML's brackets, that may be half typed. `outside` are the elements around the text. */
export function contextInJson(text: string, offset: number, outside: readonly string[] = []): Log4j2Context | undefined {
  const open: Open[] = [];
  for (const match of text.matchAll(token)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    if (start >= offset) break;
    const isText = !/^[{}[\],:]$/.test(word) && !/^(?:\/[/*]|#)/.test(word);
    if (end > offset || (end === offset && isText)) return isText ? inWord(text, word, start, offset, open, outside) : undefined;
    step(word, isText, open, outside);
  }
  return inGap(text, offset, open, outside);
}

function step(word: string, isText: boolean, open: Open[], outside: readonly string[]): void {
  const inner = open.at(-1);
  if (word === '{' || word === '[') {
    // Items of a list go by the list's own key.
    const name = inner?.kind === '[' ? inner.name : (inner?.key ?? '');
    open.push({ kind: word, name: open.length === 0 && outside.length > 0 ? (outside.at(-1) ?? '') : name, keys: [], key: undefined });
  } else if (word === '}' || word === ']') {
    const index = open.findLastIndex(({ kind }) => kind === (word === '}' ? '{' : '['));
    if (index !== -1) open.splice(index);
    const parent = open.at(-1);
    if (parent !== undefined) parent.key = undefined;
  } else if (inner?.kind === '{') {
    if (word === ',') inner.key = undefined;
    else if (isText && inner.key === undefined) {
      inner.key = unquoted(word);
      inner.keys.push(inner.key);
    } else if (isText && /^type$/i.test(inner.key ?? '')) inner.name = unquoted(word);
  }
}

function unquoted(word: string): string {
  return word.replace(/^["']|["']$/g, '');
}

function pathOf(open: readonly Open[], outside: readonly string[]): readonly string[] {
  const own = open.filter(({ kind, name }) => kind === '{' && name !== '').map(({ name }) => name);
  return outside.length === 0 ? own : [...outside.slice(0, -1), ...own];
}

function inWord(
  text: string,
  word: string,
  start: number,
  offset: number,
  open: readonly Open[],
  outside: readonly string[],
): Log4j2Context | undefined {
  const inner = open.at(-1);
  if (inner === undefined) return undefined;
  const quote = /^["']/.test(word) ? 1 : 0;
  if (quote === 1 && offset === start + word.length && word.length > 1 && word.endsWith(word[0] ?? '')) return undefined;
  const isClosed = quote === 1 && word.length > 1 && word.endsWith(word[0] ?? '');
  const at = { start: start + quote, end: start + word.length - (isClosed ? 1 : 0) };
  const path = pathOf(open, outside);
  const written = keysOf(inner, text, start + word.length);
  if (inner.kind === '{' && inner.key === undefined) {
    const isBare = /^\s*:/.test(text.slice(start + word.length));
    if (isBare) return { what: 'key', path, at, written, isBare };
    // Quotes are taken in, so that the whole can be written; one that is not closed yet ends at the place.
    return { what: 'key', path, at: { start, end: quote === 1 && !isClosed ? offset : start + word.length }, written, isBare };
  }
  return {
    what: 'value',
    path,
    attribute: inner.key ?? '',
    at: isClosed || quote === 0 ? at : { ...at, end: offset },
    written,
    isBare: quote === 1,
  };
}

function inGap(text: string, offset: number, open: readonly Open[], outside: readonly string[]): Log4j2Context | undefined {
  const inner = open.at(-1);
  const path = pathOf(open, outside);
  const at = { start: offset, end: offset };
  if (inner === undefined || inner.kind === '[') return undefined;
  const before = text.slice(0, offset).trimEnd().at(-1);
  if (before === ':') return { what: 'value', path, attribute: inner.key ?? '', at, written: inner.keys, isBare: false };
  return before === '{' || before === ',' ? { what: 'key', path, at, written: keysOf(inner, text, offset), isBare: false } : undefined;
}

/** The keys before the place, and those behind it in the same object. */
function keysOf(inner: Open, text: string, from: number): readonly string[] {
  const keys = [...inner.keys];
  let depth = 0;
  for (const [word] of text.slice(from).matchAll(/"((?:[^"\\\r\n]|\\.)*)"\s*:|[{}[\]]/g)) {
    if (word === '{' || word === '[') depth += 1;
    else if (word === '}' || word === ']') depth -= 1;
    else if (depth === 0) keys.push(unquoted(word.replace(/\s*:$/, '')));
    if (depth < 0) break;
  }
  return keys;
}
