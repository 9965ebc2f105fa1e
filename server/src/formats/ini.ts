import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import { readDirective } from './directive.ts';
import type { Change, Directive, Entry, Format, Tree } from './format.ts';

/**
 * INI as Python's configparser and the readers of the confluent-kafka examples take it: `[section]`, `key = value` or
 * `key: value`, whole-line comments that begin with `#` or `;`, values that go on in indented lines.
 */
export const ini: Format = {
  id: 'ini',
  comments: true,
  parse: parseIni,
  update: () => undefined,
  write: writeIni,
};

/** The entry of a `[section]`; its children are the entries below it. Entries before the first section stand by themselves. */
interface Section extends Entry {
  readonly children: Entry[];
}

function parseIni(lines: readonly string[]): Tree {
  const top: Entry[] = [];
  const all: Entry[] = [];
  const directives: Directive[] = [];
  let section: Section | undefined;
  for (let next = 0; next < lines.length; ) {
    const line = lines[next] ?? '';
    const last = lastLineOf(lines, next);
    const block: Block = { line: next, indent: 0, text: lines.slice(next, last + 1).join('\n') };
    next = last + 1;
    if (isComment(line)) directives.push(...[readDirective(block)].filter((one) => one !== undefined));
    else if (/^\s*\[[^\]]*\]/.test(line)) {
      section = sectionOf(block);
      top.push(section);
    } else if (line.trim() !== '') {
      const entry = entryOf(block, section);
      (section?.children ?? top).push(entry);
      all.push(entry);
    }
  }
  const entryAt = (line: number): Entry | undefined =>
    all.findLast(({ block }) => block.line <= line && line < block.line + block.text.split('\n').length);
  const entries = (): readonly Entry[] => top.flatMap((entry) => [entry, ...(entry.children ?? [])]);
  return { format: ini, documents: [top], entries, directives, problems: [], entryAt };
}

function isComment(line: string): boolean {
  return /^\s*[#;]/.test(line);
}

/** A pair's value goes on in the lines below that are indented further than it. */
function lastLineOf(lines: readonly string[], first: number): number {
  const line = lines[first] ?? '';
  if (isComment(line) || line.trim() === '' || /^\s*\[/.test(line)) return first;
  const indent = indentOf(line);
  let last = first;
  while (last + 1 < lines.length && continues(lines[last + 1] ?? '', indent)) last += 1;
  return last;
}

function continues(line: string, indent: number): boolean {
  return line.trim() !== '' && !isComment(line) && indentOf(line) > indent;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function sectionOf(block: Block): Section {
  const start = block.text.indexOf('[') + 1;
  const end = block.text.indexOf(']', start);
  return {
    block,
    key: block.text.slice(start, end).trim(),
    value: '',
    keyStart: start,
    keyEnd: end,
    valueStart: end,
    valueEnd: end,
    kind: 'map',
    children: [],
  };
}

function entryOf(block: Block, parent: Entry | undefined): Entry {
  const { text } = block;
  const keyStart = indentOf(text.split('\n', 1)[0] ?? '');
  const separator = /[=:]/.exec(text)?.index ?? text.length;
  const keyEnd = text.slice(0, separator).trimEnd().length;
  const gap = /^[=:]?[ \t]*/.exec(text.slice(separator))?.[0].length ?? 0;
  const valueStart = Math.min(separator + gap, text.length);
  const valueEnd = Math.max(valueStart, text.trimEnd().length);
  const value = text
    .slice(valueStart, valueEnd)
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
  return { block, key: text.slice(keyStart, keyEnd), value, keyStart, keyEnd, valueStart, valueEnd, ...(parent && { parent }) };
}

function writeIni(change: Change): readonly Edit[] | undefined {
  switch (change.kind) {
    case 'set':
      return [setValue(change.entry, change.value)];
    case 'rename':
      return [{ block: change.entry.block, start: change.entry.keyStart, end: change.entry.keyEnd, text: change.key }];
    case 'remove':
      return [{ block: change.entry.block, start: 0, end: change.entry.block.text.length, text: '', wholeLines: true }];
    case 'add':
      return [
        insert(
          change.after,
          change.after.block.text.length,
          `\n${indentation(change.after)}${change.key}${separatorOf(change.after)}${oneLine(change.value)}`,
        ),
      ];
    case 'comment':
      return [
        insert(
          change.entry,
          0,
          change.text
            .split('\n')
            .map((line) => `${indentation(change.entry)}# ${line}\n`)
            .join(''),
        ),
      ];
  }
}

function setValue({ block, keyEnd, valueStart, valueEnd }: Entry, value: string): Edit {
  const missing = !/[=:]/.test(block.text.slice(keyEnd, valueStart));
  return { block, start: valueStart, end: valueEnd, text: (missing ? '=' : '') + oneLine(value) };
}

/** A line end in a value would begin a new entry. */
function oneLine(value: string): string {
  return value.replaceAll('\n', '\n  ');
}

function insert({ block }: Entry, at: number, text: string): Edit {
  return { block, start: at, end: at, text };
}

function indentation({ block, keyStart }: Entry): string {
  return block.text.slice(0, keyStart);
}

/** The separator as the neighbour writes it. */
function separatorOf({ block, keyEnd, valueStart }: Entry): string {
  const separator = block.text.slice(keyEnd, valueStart);
  return /[=:]/.test(separator) ? separator : '=';
}
