import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import { readDirective } from './directive.ts';
import type { Change, Directive, Entry, Format, Tree } from './format.ts';
import { commentSyntax, findComments, firstLineOf } from './whole-comments.ts';

/** A document of a program whose own reader takes it as a whole: one entry, whose value is the text. */
export const whole: Format = {
  id: 'whole',
  comments: true,
  parse: parseWhole,
  update: () => undefined,
  write: writeWhole,
};

function parseWhole(lines: readonly string[]): Tree {
  let found: Entry | undefined;
  // Read when asked for: most documents of this kind are somebody else's.
  const entry = (): Entry => {
    found ??= wholeEntry({ line: 0, indent: 0, text: lines.join('\n') });
    return found;
  };
  return {
    format: whole,
    *entries(): Iterable<Entry> {
      const only = entry();
      if (only.value.trim() !== '') yield only;
    },
    directives: lines.some((line) => line.includes('kafka-config:')) ? wholeDirectives(entry().block) : [],
    problems: [],
    entryAt: entry,
  };
}

/** The one entry of such a text. */
export function wholeEntry(block: Block): Entry {
  const { text } = block;
  return { block, key: 'Configuration', value: text, keyStart: 0, keyEnd: 0, valueStart: 0, valueEnd: text.length, kind: 'map' };
}

/**
 * What the author says in the comments of such a text. A comment that stands alone speaks of the element that begins below it, one
 * behind something of what stands on its line.
 */
export function wholeDirectives(block: Block): readonly Directive[] {
  const { text } = block;
  const comments = findComments(text);
  return comments.flatMap(({ start, end }) => {
    const directive = readDirective(block, start, end);
    if (directive === undefined) return [];
    const own = start > 0 && text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() !== '';
    const target = firstLineOf(text, own ? start : nextThing(text, end, comments));
    return [{ ...directive, covers: ({ block: of }: Entry, offset: number) => of === block && firstLineOf(text, offset) === target }];
  });
}

/** Where the text goes on behind a comment, blanks and other comments left out. */
function nextThing(text: string, from: number, comments: ReturnType<typeof findComments>): number {
  let at = from;
  for (;;) {
    at += text.slice(at).search(/\S|$/);
    const comment = comments.find(({ start }) => start === at);
    if (comment === undefined) return at;
    at = comment.end;
  }
}

function writeWhole(change: Change): readonly Edit[] | undefined {
  if (change.kind === 'set') return [difference(change.entry.block, change.value)];
  return change.kind === 'comment' ? [remark(change.entry.block, change.text, change.at ?? 0)] : undefined;
}

/** Only what differs is replaced. */
function difference(block: Block, after: string): Edit {
  const before = block.text;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { block, start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** A comment on a line of its own above what stands at an offset; nothing may stand before an XML declaration. */
function remark(block: Block, words: string, at: number): Edit {
  const { text } = block;
  const [open, close] = commentSyntax(text);
  const comment = words
    .split('\n')
    .map((line) => `${open}${line}${close}`)
    .join('\n');
  const start = firstLineOf(text, at);
  const declaration = start === 0 ? (/^\s*<\?xml[^>]*\?>/.exec(text)?.[0].length ?? 0) : 0;
  if (declaration > 0) return { block, start: declaration, end: declaration, text: `\n${comment}\n` };
  const lead = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  return { block, start, end: start, text: `${lead}${comment.replaceAll('\n', `\n${lead}`)}\n` };
}
