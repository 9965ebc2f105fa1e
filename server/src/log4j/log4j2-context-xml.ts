import type { Log4j2Context } from './log4j2-context.ts';
import { pluginOf } from './log4j2-plugins.ts';

/** An element that the place is in. */
interface Open {
  readonly tag: string;
  /** The tag, or what its `type` says. */
  readonly name: string;
}

const tag = /<(\/?)([\w:.-]*)/y;
const attribute = /(\s+)([\w:.-]*)(\s*=\s*)?(?:(["'])([^"'<]*)(["'])?)?/y;

/** The context of a place in XML that may be half typed: a tag ends at `>` or where the next one begins. */
export function contextInXml(text: string, offset: number): Log4j2Context | undefined {
  const open: Open[] = [];
  const written: string[][] = [[]];
  let at = 0;
  while (at < offset) {
    const next = text.indexOf('<', at);
    if (next === -1 || next >= offset) break;
    const skipped = skip(text, next);
    if (skipped !== undefined) {
      if (skipped >= offset) return undefined;
      at = skipped;
      continue;
    }
    const read = readTag(text, next, offset);
    if (read.context !== undefined) return withPath(read.context, open, written);
    if (offset < read.end) return undefined;
    if (read.isClosing) close(open, written, read.name);
    else if (read.name !== '') {
      written.at(-1)?.push(read.name);
      if (!read.isEmpty) {
        open.push({ tag: read.name, name: read.type ?? read.name });
        written.push([]);
      }
    }
    at = read.end;
  }
  return inText(text, at, offset, open, written.at(-1) ?? []);
}

/** The end of a comment, a CDATA section, an instruction or a document type. */
function skip(text: string, at: number): number | undefined {
  const ends: readonly (readonly [string, string])[] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!', '>'],
  ];
  const [begin, end] = ends.find(([one]) => text.startsWith(one, at)) ?? [];
  if (begin === undefined || end === undefined || begin === '<![CDATA[') return begin === undefined ? undefined : at + begin.length;
  const found = text.indexOf(end, at + begin.length);
  return found === -1 ? text.length : found + end.length;
}

interface ReadTag {
  readonly name: string;
  readonly type?: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  readonly end: number;
  /** Where the place is inside the tag. */
  readonly context?: Log4j2Context & { readonly own?: string };
}

function readTag(text: string, start: number, offset: number): ReadTag {
  tag.lastIndex = start;
  const [all = '<', slash = '', name = ''] = tag.exec(text) ?? [];
  let at = start + all.length;
  const isClosing = slash !== '';
  if (offset <= at) {
    const range = { start: start + 1 + slash.length, end: at };
    const isBare = isClosing || /^\s*(?:\/?>|[\w:.-]+\s*=)/.test(text.slice(at, at + 200));
    const context = isClosing || offset <= start ? undefined : { what: 'element' as const, path: [], at: range, written: [], isBare };
    return { name, isClosing, isEmpty: false, end: at, ...(context && { context }) };
  }
  const names: string[] = [];
  let type: string | undefined;
  let found: (Omit<Log4j2Context, 'path' | 'written'> & { readonly own: string }) | undefined;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (match === null || match[0].length === 0) break;
    const [piece, gap = '', word = '', equals = '', quote = '', value = '', closing] = match;
    const end = at + piece.length;
    if (offset > at && offset <= end && found === undefined)
      found = inAttribute(text, offset, at + gap.length, { word, equals, quote, value });
    if (word !== '' && offset !== at + gap.length + word.length) names.push(word);
    if (/^type$/i.test(word) && closing !== undefined) type = value;
    at = end;
    if (word === '' && quote === '') break;
  }
  const own = type ?? name;
  if (found !== undefined) {
    const others = names.filter((one) => one !== found?.own);
    return { name, isClosing, isEmpty: false, end: at, context: { ...found, path: [own], written: others, own } };
  }
  const [rest = ''] = /^[^<>]*(?:\/?>)?/.exec(text.slice(at, at + 1000)) ?? [];
  return {
    name,
    isClosing,
    isEmpty: rest.endsWith('/>') || (!rest.endsWith('>') && at + rest.length < text.length),
    end: at + rest.length,
    ...(type !== undefined && { type }),
  };
}

interface Written {
  readonly word: string;
  readonly equals: string;
  readonly quote: string;
  readonly value: string;
}

function inAttribute(
  text: string,
  offset: number,
  start: number,
  { word, equals, quote, value }: Written,
): (Omit<Log4j2Context, 'path' | 'written'> & { readonly own: string }) | undefined {
  const nameEnd = start + word.length;
  if (offset <= nameEnd || quote === '')
    return {
      what: 'attribute',
      at: { start: Math.min(start, offset), end: Math.max(nameEnd, Math.min(start, offset)) },
      isBare: equals !== '',
      own: word,
    };
  const from = nameEnd + equals.length + quote.length;
  if (offset < from) return undefined;
  // A quote that is not closed yet ends with the line.
  const isClosed = text[from + value.length] === quote;
  const end = isClosed ? from + value.length : from + (/^[^\r\n/>]*/.exec(value)?.[0].trimEnd().length ?? 0);
  return { what: 'value', attribute: word, at: { start: from, end: Math.max(end, offset) }, isBare: true, own: word };
}

function withPath(context: Log4j2Context & { readonly own?: string }, open: readonly Open[], written: readonly string[][]): Log4j2Context {
  const { own: _, ...rest } = context;
  const around = open.map(({ name }) => name);
  return { ...rest, path: [...around, ...rest.path], written: rest.what === 'element' ? (written.at(-1) ?? []) : rest.written };
}

function close(open: Open[], written: string[][], name: string): void {
  const index = open.findLastIndex((one) => one.tag === name);
  if (index === -1) return;
  open.splice(index);
  written.splice(index + 1);
}

/** Between tags: the value of the element's only text, or a place for another element. */
function inText(text: string, start: number, offset: number, open: readonly Open[], written: readonly string[]): Log4j2Context | undefined {
  const inner = open.at(-1);
  const path = open.map(({ name }) => name);
  if (inner !== undefined) {
    const next = text.indexOf('<', offset);
    const cdata =
      text.startsWith(']]>', text.indexOf(']]>', offset)) && text.lastIndexOf('<![CDATA[', offset) >= start - 9
        ? text.indexOf(']]>', offset)
        : -1;
    const at = { start, end: cdata !== -1 ? cdata : next === -1 ? offset : next };
    const plugin = pluginOf(inner.name);
    if (plugin === undefined && open.length > 1 && written.length === 0)
      return { what: 'value', path: path.slice(0, -1), attribute: inner.name, at, written: [], isBare: true };
    if (plugin?.attributes.has('value')) return { what: 'value', path, attribute: 'value', at, written: [], isBare: true };
  }
  const [typed = ''] = /[\w:.-]*$/.exec(text.slice(Math.max(start, offset - 100), offset)) ?? [];
  return { what: 'element', path, at: { start: offset - typed.length, end: offset }, written, isBare: false };
}
