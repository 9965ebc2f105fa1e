import { type Block, lineCount } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { LineEdit } from '../text/lines.ts';
import { readDirective } from './directive.ts';
import type { Change, Delta, Directive, Entry, Format, Problem, Tree } from './format.ts';
import { continues, escapeKey, escapeValue } from './java-properties.ts';
import { type PropertyLine, pairsOf, readLogicalLine } from './property-line.ts';

/** A properties file as its logical lines, in order and without gaps. */
export interface PropertiesTree extends Tree {
  readonly lines: PropertyLine[];
  /** Known from one question for the entries to the next edit. */
  pairs: readonly Entry[] | undefined;
}

/** java.util.Properties, as Kafka and log4j 1 read it: `Utils.loadProps`, `PropertyConfigurator`. */
export const properties: Format = {
  id: 'properties',
  comments: true,
  parse: parseProperties,
  update: (tree, lines, edit) => updateProperties(tree as PropertiesTree, lines, edit),
  write: writeProperties,
};

/** Reads the lines of a properties text; `at` places an embedded text in its document. */
export function parseProperties(
  lines: readonly string[],
  at: { readonly line: number; readonly indent: number } = { line: 0, indent: 0 },
): PropertiesTree {
  const logical: PropertyLine[] = [];
  for (let next = 0; next < lines.length; ) {
    const line = readLogicalLine(lines, next, at);
    logical.push(line);
    next = line.line - at.line + lineCount(line);
  }
  return treeOf(logical);
}

function treeOf(lines: PropertyLine[]): PropertiesTree {
  const tree = {
    format: properties,
    lines,
    directives: [] as readonly Directive[],
    problems: [] as readonly Problem[],
    pairs: undefined as readonly Entry[] | undefined,
    entries: (): readonly Entry[] => {
      tree.pairs ??= pairsOf(lines);
      return tree.pairs;
    },
    entryAt: (line: number) => lines[indexOfLine(lines, line)]?.entry,
  };
  refreshDirectives(tree);
  return tree;
}

function refreshDirectives(tree: { readonly lines: readonly PropertyLine[]; directives: readonly Directive[] }): void {
  tree.directives = tree.lines.filter((line) => line.lineKind === 'comment').flatMap((line) => readDirective(line) ?? []);
}

/** Reads again the logical lines that the edit touches, until an old boundary is met. `at` places an embedded text, the edit is the document's. */
export function updateProperties(tree: PropertiesTree, lines: readonly string[], edit: LineEdit, at = { line: 0, indent: 0 }): Delta {
  const old = tree.lines;
  // Two lines further up: at the end of a file a continuing line has nothing to continue with until something is typed behind it.
  const from = Math.max(0, indexOfLine(old, edit.first) - 2);
  const shift = edit.added - edit.removed;
  const fresh: PropertyLine[] = [];
  let until = from;
  let next = old[from]?.line ?? at.line;
  const end = lines.length + at.line;
  while (next < end) {
    while (until < old.length && (old[until]?.line ?? 0) + shift < next) until += 1;
    if (
      next >= edit.first + edit.added &&
      (old[until]?.line ?? -1) + shift === next &&
      (old[until]?.line ?? 0) >= edit.first + edit.removed
    )
      break;
    const line = readLogicalLine(lines, next - at.line, at);
    fresh.push(line);
    next += lineCount(line);
  }
  if (next >= end) until = old.length;
  return replaceLines(tree, from, until, fresh, shift);
}

function replaceLines(tree: PropertiesTree, from: number, until: number, fresh: PropertyLine[], shift: number): Delta {
  const { lines } = tree;
  tree.pairs = undefined;
  const gone = lines.slice(from, until);
  keepUnchanged(gone, fresh);
  if (fresh.length === gone.length)
    fresh.forEach((line, i) => {
      lines[from + i] = line;
    });
  else replaceTail(lines, from, [...fresh, ...lines.slice(until)]);
  if (shift !== 0) for (let i = from + fresh.length; i < lines.length; i += 1) (lines[i] as PropertyLine).line += shift;
  const before = new Set(gone);
  const after = new Set(fresh);
  const removed = gone.filter((line) => !after.has(line));
  const added = fresh.filter((line) => !before.has(line));
  const changed = [...removed, ...added];
  const directives = changed.some(({ lineKind, text }) => lineKind === 'comment' && text.includes('kafka-config:'));
  if (directives) refreshDirectives(tree as { lines: PropertyLine[]; directives: readonly Directive[] });
  return { removed: pairsOf(removed), added: pairsOf(added), directives, ...(changed.some(isSeparator) && { moved: [] }) };
}

function replaceTail(lines: PropertyLine[], from: number, tail: readonly PropertyLine[]): void {
  lines.length = from;
  for (const line of tail) lines.push(line);
}

/** Lines at the head of the region that read as before stay the same objects, with what others know about them. */
function keepUnchanged(gone: readonly PropertyLine[], fresh: PropertyLine[]): void {
  const count = Math.min(gone.length, fresh.length);
  for (let i = 0; i < count; i += 1) {
    const old = gone[i];
    const line = fresh[i];
    if (old === undefined || old.text !== line?.text || old.line !== line.line || old.lineKind !== line.lineKind) return;
    fresh[i] = old;
  }
}

/** Spring Boot splits a file in documents at such lines: what stands below belongs elsewhere. */
export function isSeparator({ lineKind, text }: PropertyLine): boolean {
  return lineKind === 'comment' && /^[#!]---\s*$/.test(text);
}

/** The index of the logical line that covers a document line (binary search). */
function indexOfLine(lines: readonly PropertyLine[], line: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

function writeProperties(change: Change): readonly Edit[] {
  switch (change.kind) {
    case 'set':
      return [setValue(change.entry, escapeValue(change.value))];
    case 'rename':
      return [{ block: change.entry.block, start: change.entry.keyStart, end: change.entry.keyEnd, text: escapeKey(change.key) }];
    case 'remove':
      return [removeLine(change.entry)];
    case 'add':
      return [addBelow(change.after.block, `\n${escapeKey(change.key)}=${escapeValue(change.value)}`)];
    case 'comment':
      return [
        insert(
          change.entry,
          0,
          `${change.text
            .split('\n')
            .map((line) => `# ${line}`)
            .join('\n')}\n`,
        ),
      ];
  }
}

function setValue(entry: Entry, text: string): Edit {
  const { block, keyEnd, valueStart, valueEnd } = entry;
  const separated = /[=:]/.test(block.text.slice(keyEnd, valueStart));
  // Behind blanks alone, a value that begins with `=` or `:` would be taken for the separator.
  const guard = separated ? '' : valueStart === valueEnd ? '=' : /^[=:]/.test(text) ? '\\' : '';
  return { block, start: valueStart, end: valueEnd, text: guard + text };
}

/** A backslash at the end of the file would make the new line part of the old one. */
function addBelow(block: Block, text: string): Edit {
  const end = block.text.length;
  return { block, start: continues(block.text) ? end - 1 : end, end, text };
}

function insert(entry: Entry, at: number, text: string): Edit {
  return { block: entry.block, start: at, end: at, text };
}

/** Takes the whole logical line; the line end that goes with it is a matter of the document (see `placeEdits`). */
function removeLine(entry: Entry): Edit {
  return { block: entry.block, start: 0, end: entry.block.text.length, text: '', wholeLines: true };
}
