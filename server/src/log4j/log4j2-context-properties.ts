import type { Entry } from '../formats/format.ts';
import { parseProperties } from '../formats/properties.ts';
import { splitLines } from '../text/lines.ts';
import type { Log4j2Context } from './log4j2-context.ts';

/** The context of a place in the properties form: the elements come from the `type` of each prefix. */
export function contextInProperties(text: string, offset: number): Log4j2Context | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const entries = [...parseProperties(splitLines(text).lines).entries()];
  const values = new Map(entries.map(({ key, value }) => [key, value.trim()]));
  const line = text.slice(0, lineStart).split('\n').length - 1;
  const entry = entries.find(({ block }) => block.line <= line && line < block.line + block.text.split('\n').length);
  if (entry === undefined) return isComment(text, lineStart) ? undefined : keyContext('', { start: offset, end: offset }, values);
  const starts = offset - lineStart + lineOffset(entry, line);
  if (starts < entry.keyStart) return undefined;
  const blockStart = offset - starts;
  if (starts <= entry.keyEnd) {
    const typed = entry.block.text.slice(entry.keyStart, starts);
    return keyContext(typed, { start: blockStart + entry.keyStart, end: blockStart + entry.keyEnd }, values, entry.key);
  }
  if (starts < entry.valueStart) return undefined;
  const { path, rest } = pathOf(entry.key, values);
  const at = { start: blockStart + entry.valueStart, end: Math.max(blockStart + entry.valueEnd, offset) };
  return { what: 'value', path, attribute: rest, at, written: [], isBare: true, prefix: entry.key.replace(/[^.]*$/, '') };
}

function isComment(text: string, lineStart: number): boolean {
  return /^[ \t]*[#!]/.test(text.slice(lineStart, lineStart + 200));
}

/** Where a line of an entry begins in its block. */
function lineOffset({ block }: Entry, line: number): number {
  return block.text
    .split('\n')
    .slice(0, line - block.line)
    .reduce((sum, one) => sum + one.length + 1, 0);
}

function keyContext(typed: string, at: Log4j2Context['at'], values: ReadonlyMap<string, string>, own?: string): Log4j2Context {
  const prefix = typed.replace(/[^.]*$/, '');
  const { path } = pathOf(typed, values);
  const written = [...values.keys()].filter((key) => key !== own && key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return { what: 'key', path, at, written, isBare: true, prefix };
}

/** The elements that a key stands in, and its last word. An id that has no `type` yet is an element without a name. */
function pathOf(key: string, values: ReadonlyMap<string, string>): { readonly path: readonly string[]; readonly rest: string } {
  const words = key.split('.');
  const rest = words.pop() ?? '';
  const [first = '', ...ids] = words;
  if (words.length === 0) return { path: first === 'rootLogger' ? ['Configuration', 'Loggers', 'Root'] : ['Configuration'], rest };
  const path = ['Configuration', ...(sections[first] ?? [])];
  if (first === 'rootLogger') path.push('Root');
  let prefix = first;
  for (const [index, id] of ids.entries()) {
    prefix += `.${id}`;
    const isGroup = id === 'filter' || id === 'appenderRef';
    if (isGroup && index < ids.length) continue;
    path.push(values.get(`${prefix}.type`) ?? elementWithout(first, ids, index));
  }
  return { path, rest };
}

const sections: Readonly<Record<string, readonly string[]>> = {
  appender: ['Appenders'],
  logger: ['Loggers'],
  rootLogger: ['Loggers'],
  script: ['Scripts'],
  property: ['Properties'],
  customLevel: ['CustomLevels'],
};

function elementWithout(first: string, ids: readonly string[], index: number): string {
  if (ids[index - 1] === 'appenderRef') return 'AppenderRef';
  return first === 'logger' && index === 0 ? 'Logger' : '';
}
