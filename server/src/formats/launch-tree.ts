import type { Block } from '../text/block.ts';
import { readDirective } from './directive.ts';
import type { Directive, Entry, Format, Tree } from './format.ts';
import { speaksOfLogging } from './launch-entries.ts';
import { logicalLines } from './logical-lines.ts';

/** How lines belong together where a backslash at the end is not all. */
interface Lines {
  /** True while a quote is open. */
  readonly goesOn?: (text: string) => boolean;
  /** Instead of all that: the logical lines. */
  readonly blocksOf?: (lines: readonly string[]) => readonly Block[];
}

/** Makes a format of which only what is said about logging is read. A text that says nothing about it costs one look at each line. */
export function launchFormat(
  id: Format['id'],
  entriesIn: (blocks: readonly Block[]) => readonly Entry[],
  { goesOn = () => false, blocksOf = (lines) => logicalLines(lines, goesOn) }: Lines = {},
): Format {
  const format: Format = {
    id,
    comments: true,
    parse: (lines) => treeOf(format, lines, lines.some(speaksOfLogging) ? read(lines) : []),
    update: () => undefined,
    // Its entries bring what writes them.
    write: () => undefined,
  };
  const read = (lines: readonly string[]): readonly Entry[] => entriesIn(blocksOf(lines));
  return format;
}

function treeOf(format: Format, lines: readonly string[], entries: readonly Entry[]): Tree {
  const directives = lines.flatMap((text, line): readonly Directive[] =>
    text.includes('kafka-config:') && /^\s*(?:#|@?rem\b|::)/i.test(text)
      ? [readDirective({ line, indent: 0, text })].filter((one) => one !== undefined)
      : [],
  );
  const covers = ({ block }: Entry, line: number): boolean => block.line <= line && line < block.line + block.text.split('\n').length;
  return { format, entries: () => entries, directives, problems: [], entryAt: (line) => entries.find((entry) => covers(entry, line)) };
}
