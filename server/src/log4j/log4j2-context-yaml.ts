import type { Log4j2Context } from './log4j2-context.ts';
import { contextInJson } from './log4j2-context-json.ts';

/** A map that the place may be in. */
interface Level {
  readonly indent: number;
  readonly name: string;
  /** The keys of the map below, as far as they were read. */
  keys: string[];
  type?: string;
}

const keyed = /^([ \t]*)((?:-[ \t]+)*)(?:"([^"]*)"|'([^']*)'|([^\s#:"'{}[\],][^#:{}[\],]*?))[ \t]*:(?:[ \t]+|$)/;

/** The context of a place in YAML that may be half typed: by the indents of the lines before it. */
export function contextInYaml(text: string, offset: number): Log4j2Context | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const levels: Level[] = [{ indent: -1, name: '', keys: [] }];
  let block = -1;
  for (const line of text.slice(0, lineStart).split('\n')) {
    const indent = indentOf(line);
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    // The lines of a text below `|` or `>` are no keys.
    if (block !== -1 && indent > block) continue;
    block = readLine(line, levels) ? indent : -1;
  }
  const end = text.indexOf('\n', offset);
  const line = text.slice(lineStart, end === -1 ? text.length : end).replace(/\r$/, '');
  if (block !== -1 && (line.trim() === '' ? offset - lineStart : indentOf(line)) > block) return undefined;
  return inLine(text, line, lineStart, offset - lineStart, levels);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Takes a line in; true where a text of several lines begins. */
function readLine(line: string, levels: Level[]): boolean {
  const match = keyed.exec(line);
  if (match === null) return false;
  const [all, blanks = '', dashes = '', double, single, plain] = match;
  const key = double ?? single ?? plain ?? '';
  const indent = blanks.length + dashes.length;
  enter(levels, blanks.length, dashes, indent);
  const value = line.slice(all.length).trim();
  const inner = levels.at(-1);
  inner?.keys.push(key);
  if (inner !== undefined && /^type$/i.test(key)) inner.type = value.replace(/^["']|["']$/g, '');
  levels.push({ indent, name: key, keys: [] });
  return /^[|>][-+\d]*$/.test(value);
}

/** Leaves the maps that a line of this indent is not in; an item of a list begins a map of its own. */
function enter(levels: Level[], blanks: number, dashes: string, indent: number): void {
  const isItem = dashes !== '';
  while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) >= (isItem ? blanks + 1 : indent)) levels.pop();
  const inner = levels.at(-1);
  if (inner === undefined || !isItem) return;
  // The dash may stand right below its key.
  if (inner.indent >= blanks && inner.indent >= indent) levels.pop();
  inner.keys = [];
  delete inner.type;
}

function pathOf(levels: readonly Level[]): readonly string[] {
  return levels.filter(({ name }) => name !== '').map(({ name, type }) => type ?? name);
}

function inLine(text: string, line: string, lineStart: number, column: number, levels: Level[]): Log4j2Context | undefined {
  if (/^\s*#/.test(line) || /\s#/.test(line.slice(0, column).replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;
  const match = keyed.exec(line);
  const [blanks = '', dashes = ''] = match?.slice(1, 3) ?? /^([ \t]*)((?:-[ \t]+)*)/.exec(line)?.slice(1, 3) ?? [];
  const indent = line.trim() === '' ? column : blanks.length + dashes.length;
  enter(levels, line.trim() === '' ? column : blanks.length, dashes, indent);
  const inner = levels.at(-1);
  const path = pathOf(levels);
  const written = [...(inner?.keys ?? []), ...keysBehind(text, lineStart + line.length + 1, indent)];
  if (match === null || column < match[0].trimEnd().length) {
    const [all = '', quote = ''] = /^(["']?)[^:"'{}[\],]*/.exec(line.slice(indent)) ?? [];
    const bare = match === null ? all.slice(quote.length).trimEnd() : (match[3] ?? match[4] ?? match[5] ?? '');
    if (column < indent || /[{[]/.test(line.slice(0, column))) return inFlow(text, lineStart, column, line, path, 0);
    const start = lineStart + indent + (match === null ? 0 : quote.length);
    const at = { start, end: Math.max(match === null ? start + all.trimEnd().length : start + bare.length, lineStart + column) };
    return { what: 'key', path, at, written: written.filter((key) => key !== bare), isBare: match !== null };
  }
  const key = match[3] ?? match[4] ?? match[5] ?? '';
  const valueStart = match[0].length;
  if (/^[{[]/.test(line.slice(valueStart))) return inFlow(text, lineStart, column, line, [...path, key], valueStart);
  return inValue(line, lineStart, column, path, key, valueStart);
}

function inFlow(
  text: string,
  lineStart: number,
  column: number,
  line: string,
  outside: readonly string[],
  from: number,
): Log4j2Context | undefined {
  const begin = lineStart + (from === 0 ? line.search(/[{[]/) : from);
  const found = contextInJson(text.slice(begin, lineStart + line.length), lineStart + column - begin, outside);
  return found && { ...found, at: { start: found.at.start + begin, end: found.at.end + begin } };
}

function inValue(
  line: string,
  lineStart: number,
  column: number,
  path: readonly string[],
  attribute: string,
  start: number,
): Log4j2Context {
  const raw = line.slice(start);
  const quote = /^["']/.exec(raw)?.[0] ?? '';
  const close = quote === '' ? -1 : raw.indexOf(quote, 1);
  const plain = raw.replace(/\s+#.*$/, '').trimEnd();
  const from = Math.min(start + quote.length, column);
  const end = quote === '' ? start + plain.length : close === -1 ? column : start + close;
  return {
    what: 'value',
    path,
    attribute,
    at: { start: lineStart + from, end: lineStart + Math.max(end, column) },
    written: [],
    isBare: quote !== '',
  };
}

/** Keys of the same map behind the line. */
function keysBehind(text: string, from: number, indent: number): readonly string[] {
  const keys: string[] = [];
  for (const line of text.slice(from).split('\n')) {
    if (line.trim() === '') continue;
    const own = indentOf(line);
    if (own < indent || (own === indent && line[own] === '-')) break;
    const match = own === indent ? keyed.exec(line) : null;
    if (match !== null) keys.push(match[3] ?? match[4] ?? match[5] ?? '');
  }
  return keys;
}
