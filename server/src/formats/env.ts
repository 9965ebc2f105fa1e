import type { Edit } from '../text/edit.ts';
import type { LineEdit } from '../text/lines.ts';
import { type Chunk, indexOfChunk, readChunks, rereadChunks } from './chunks.ts';
import { readDirective } from './directive.ts';
import type { Change, Delta, Directive, Entry, Format, Problem, Tree } from './format.ts';
import { NestedEntry } from './nested-entry.ts';

/** One line of a file of variables, or several that a quoted value goes over. */
interface EnvLine extends Chunk {
  line: number;
  entry: Entry | undefined;
  /** True where a quote is opened that nothing closes: what is typed far below may. */
  readonly open: boolean;
}

interface EnvTree extends Tree {
  readonly chunks: EnvLine[];
  directives: readonly Directive[];
}

/** `.env` files, as Docker Compose and shells read them: `NAME=value`, with quotes where the author wants them. */
export const env: Format = {
  id: 'env',
  comments: true,
  parse: parseEnv,
  update: (tree, lines, edit) => updateEnv(tree as EnvTree, lines, edit),
  write: writeEnv,
};

function parseEnv(lines: readonly string[]): EnvTree {
  const chunks = readChunks(lines, readLine);
  const tree: EnvTree = {
    format: env,
    chunks,
    directives: directivesOf(chunks),
    problems: [] as readonly Problem[],
    *entries(): Iterable<Entry> {
      for (const { entry } of chunks) if (entry !== undefined) yield entry;
    },
    entryAt: (line) => chunks[indexOfChunk(chunks, line)]?.entry,
  };
  return tree;
}

function directivesOf(chunks: readonly EnvLine[]): readonly Directive[] {
  return chunks.filter(isDirective).flatMap((chunk) => readDirective(chunk) ?? []);
}

function isDirective({ text }: EnvLine): boolean {
  return text.includes('kafka-config:') && text.trimStart().startsWith('#');
}

const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;

function readLine(lines: readonly string[], first: number): EnvLine {
  const start = lines[first] ?? '';
  const head = assignment.exec(start);
  if (head === null) return { line: first, indent: 0, text: start, count: 1, blank: false, entry: undefined, open: false };
  const { text, count, open } = wholeText(lines, first, head[0].length);
  const chunk: EnvLine = { line: first, indent: 0, text, count, blank: false, entry: undefined, open };
  const key = head[1] ?? '';
  const keyStart = text.indexOf(key, text.trimStart().startsWith('export') && /export[ \t]/.test(text) ? text.indexOf('export') + 6 : 0);
  chunk.entry = new NestedEntry({
    block: chunk,
    key,
    keyStart,
    keyEnd: keyStart + key.length,
    ...readValue(text, head[0].length),
    kind: 'string',
  });
  return chunk;
}

/** Begins a variable, whatever is open above. */
const variable = /^(?:export )?[A-Z_][A-Z\d_]*=/;

/** A value over more lines than this is none. */
const longest = 100;

/** The lines up to the one that closes the quote which a value begins with; the first alone where none does. */
function wholeText(lines: readonly string[], first: number, at: number): Pick<EnvLine, 'text' | 'count' | 'open'> {
  const start = lines[first] ?? '';
  const quote = start[at] ?? '';
  if ((quote !== '"' && quote !== "'") || isClosed(start, at, quote)) return { text: start, count: 1, open: false };
  let text = start;
  for (let count = 2; count <= longest && first + count <= lines.length; count += 1) {
    const next = lines[first + count - 1] ?? '';
    // Whoever forgets a quote does not mean the variables below.
    if (variable.test(next)) break;
    text += `\n${next}`;
    if (isClosed(text, at, quote)) return { text, count, open: false };
  }
  return { text: start, count: 1, open: true };
}

function isClosed(text: string, at: number, quote: string): boolean {
  return closing(text, at + 1, quote) < text.length;
}

function readValue(text: string, start: number): Pick<Entry, 'valueStart' | 'valueEnd' | 'value'> & { style: 'plain' | 'quoted' } {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const end = closing(text, start + 1, quote);
    const raw = text.slice(start + 1, end);
    return { valueStart: start + 1, valueEnd: end, value: quote === '"' ? raw.replace(/\\(["\\$])/g, '$1') : raw, style: 'quoted' };
  }
  const remark = /[ \t]#/.exec(text.slice(start));
  const end = text.slice(0, remark === null ? undefined : start + remark.index).trimEnd().length;
  return { valueStart: start, valueEnd: Math.max(start, end), value: text.slice(start, end), style: 'plain' };
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

/** The line from which on others may be read differently after an edit: that of a quote which is open above it, with nothing between that ends it. */
function firstConcerned(chunks: readonly EnvLine[], line: number): number {
  let first = line;
  for (let index = indexOfChunk(chunks, line); index >= 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk === undefined || chunk.line <= line - longest) break;
    if (chunk.open) first = Math.min(first, chunk.line);
    if (chunk.line < line && variable.test(chunk.text)) break;
  }
  return first;
}

function updateEnv(tree: EnvTree, lines: readonly string[], edit: LineEdit): Delta {
  const first = firstConcerned(tree.chunks, edit.first);
  const more = edit.first - first;
  const whole = { first, removed: edit.removed + more, added: edit.added + more };
  const { removed, added } = rereadChunks(tree.chunks, lines, whole, readLine, (chunk, by) => {
    chunk.line += by;
  });
  const directives = [...removed, ...added].some(isDirective);
  if (directives) tree.directives = directivesOf(tree.chunks);
  return { removed: removed.flatMap(({ entry }) => entry ?? []), added: added.flatMap(({ entry }) => entry ?? []), directives };
}

function writeEnv(change: Change): readonly Edit[] | undefined {
  const entry = change.kind === 'add' ? change.after : change.entry;
  const { block } = entry;
  switch (change.kind) {
    case 'set':
      return setValue(entry, change.value);
    case 'rename':
      return [{ block, start: entry.keyStart, end: entry.keyEnd, text: change.key }];
    case 'remove':
      return [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }];
    case 'comment':
      return [
        {
          block,
          start: 0,
          end: 0,
          text: change.text
            .split('\n')
            .map((line) => `# ${line}\n`)
            .join(''),
        },
      ];
    case 'add': {
      const value = written(change.value, quoteOf(entry));
      const lead = /^[ \t]*(?:export[ \t]+)?/.exec(block.text)?.[0] ?? '';
      return value === undefined
        ? undefined
        : [{ block, start: block.text.length, end: block.text.length, text: `\n${lead}${change.key}=${value}` }];
    }
  }
}

function quoteOf({ block, valueStart, style }: Entry): string {
  return style === 'quoted' ? (block.text[valueStart - 1] ?? '"') : '';
}

function setValue(entry: Entry, value: string): readonly Edit[] | undefined {
  const { block, valueStart, valueEnd } = entry;
  const quote = quoteOf(entry);
  // Behind nothing, a remark would be the value; a variable that stays is still one.
  const refersTo = /(?<!\\)\$/.test(block.text.slice(valueStart, valueEnd));
  const text = value === '' && quote === '' && /^[ \t]+#/.test(block.text.slice(valueEnd)) ? '""' : written(value, quote, refersTo);
  if (text === undefined) return undefined;
  const closed = quote !== '' && block.text[valueEnd] === quote ? 1 : 0;
  return [{ block, start: valueStart - quote.length, end: valueEnd + closed, text }];
}

/** The value with the quotes it needs; undefined where a line cannot hold it. `refersTo`: a `$` in it is that of a variable. */
function written(value: string, quote: string, refersTo = false): string | undefined {
  if (/[\n\r]/.test(value)) return undefined;
  if (quote === '' && !/^["'\s]|\s#|\s$|^#/.test(value)) return value;
  const literal = quote === "'" || !refersTo;
  if (quote !== '"' && !value.includes("'") && literal) return `'${value}'`;
  return `"${value.replace(literal ? /[\\"$]/g : /[\\"]/g, '\\$&')}"`;
}
