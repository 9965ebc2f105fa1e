import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import { readDirective } from './directive.ts';
import type { Change, Directive, Entry, Format, Tree } from './format.ts';

/** A document of a program whose own reader takes it as a whole: one entry, whose value is the text. */
export const whole: Format = {
  id: 'whole',
  // What a comment looks like depends on the text.
  comments: false,
  parse: parseWhole,
  update: () => undefined,
  write: writeWhole,
};

function parseWhole(lines: readonly string[]): Tree {
  let found: Entry | undefined;
  // Read when asked for: most documents of this kind are somebody else's.
  const entry = (): Entry => {
    found ??= entryOf(lines.join('\n'));
    return found;
  };
  return {
    format: whole,
    *entries(): Iterable<Entry> {
      const only = entry();
      if (only.value.trim() !== '') yield only;
    },
    directives: directivesOf(lines),
    problems: [],
    entryAt: entry,
  };
}

function entryOf(text: string): Entry {
  const block: Block = { line: 0, indent: 0, text };
  return { block, key: 'Configuration', value: text, keyStart: 0, keyEnd: 0, valueStart: 0, valueEnd: text.length, kind: 'map' };
}

function directivesOf(lines: readonly string[]): readonly Directive[] {
  return lines.flatMap((text, line) => (text.includes('kafka-config:') ? (readDirective({ line, indent: 0, text }) ?? []) : []));
}

/** Only what differs is replaced. */
function writeWhole(change: Change): readonly Edit[] | undefined {
  if (change.kind !== 'set') return undefined;
  const { block } = change.entry;
  const [before, after] = [block.text, change.value];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return [{ block, start, end: before.length - same, text: after.slice(start, after.length - same) }];
}
