import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { answers } from './answers.ts';

const folder = new URL('../../examples/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => pickFormat(path) !== undefined)
  .sort();

/** What is done to a line; `asked` is whether somebody looks at the document while it is done, and behind it. */
interface Doing {
  readonly how: keyof typeof ways;
  readonly line: number;
  readonly other: number;
  readonly sign: string;
  readonly asked: boolean;
}

interface Editing {
  readonly document: Document;
  /** The line, another, and the text of that in the file as it was. */
  readonly line: number;
  readonly other: number;
  readonly text: string;
  readonly sign: string;
  /** Somebody may look. */
  readonly look: () => void;
}

function replace(document: Document, line: number, from: number, until: number, text: string): void {
  document.change({ range: { start: { line, character: from }, end: { line, character: until } }, text });
}

/** Whole lines, by others: each with its line end. */
function replaceLines(document: Document, first: number, count: number, lines: readonly string[]): void {
  const range = { start: { line: first, character: 0 }, end: { line: first + count, character: 0 } };
  document.change({ range, text: lines.map((line) => `${line}\n`).join('') });
}

/** What people do to a line. */
const ways = {
  'type a line': ({ document, line, text, look }: Editing) => {
    replaceLines(document, line, 0, ['']);
    for (let at = 0; at < text.length; at += 3) {
      replace(document, line, at, at, text.slice(at, at + 3));
      look();
    }
  },
  'cut lines': ({ document, line, other }: Editing) => replaceLines(document, line, 1 + (other % 3), []),
  'copy a line': ({ document, line, text }: Editing) => replaceLines(document, line, 0, [text]),
  'move a line': ({ document, line, other, look }: Editing) => {
    const moved = document.lines[line] ?? '';
    replaceLines(document, line, 1, []);
    look();
    replaceLines(document, Math.min(other, document.lines.length - 1), 0, [moved]);
  },
  'indent a line': ({ document, line }: Editing) => replace(document, line, 0, 0, '  '),
  'indent it less': ({ document, line }: Editing) => replace(document, line, 0, Math.min(2, indentOf(document, line)), ''),
  'make a remark of it': ({ document, line }: Editing) => replace(document, line, 0, 0, '# '),
  'make none of it': ({ document, line }: Editing) => {
    const [mark = ''] = /^\s*# ?/.exec(document.lines[line] ?? '') ?? [];
    replace(document, line, 0, mark.length, '');
  },
  'change its value': ({ document, line, sign }: Editing) => {
    const text = document.lines[line] ?? '';
    const at = /[=:]\s*/.exec(text);
    if (at !== null) replace(document, line, at.index + at[0].length, text.length, sign);
  },
  'type a sign, and take it away': ({ document, line, other, sign, look }: Editing) => {
    const at = Math.min(other, document.lines[line]?.length ?? 0);
    replace(document, line, at, at, sign);
    look();
    replace(document, line, at, at + sign.length, '');
  },
  'type a sign': ({ document, line, other, sign }: Editing) => {
    const at = Math.min(other, document.lines[line]?.length ?? 0);
    replace(document, line, at, at, sign);
  },
  'join it with the next': ({ document, line }: Editing) => {
    const end = document.lines[line]?.length ?? 0;
    document.change({ range: { start: { line, character: end }, end: { line: line + 1, character: 0 } }, text: '' });
  },
  'take a word out wherever it stands': ({ document, line }: Editing) => {
    const word = /[\w-]{4,}/.exec(document.lines[line] ?? '')?.[0];
    if (word === undefined) return;
    for (let at = document.lines.length - 1; at >= 0; at -= 1) {
      const from = document.lines[at]?.indexOf(word) ?? -1;
      if (from !== -1) replace(document, at, from, from + word.length, '');
    }
  },
} as const;

function indentOf(document: Document, line: number): number {
  return /^ */.exec(document.lines[line] ?? '')?.[0].length ?? 0;
}

const doing: fc.Arbitrary<Doing> = fc.record({
  how: fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
  line: fc.nat(200),
  other: fc.nat(60),
  sign: fc.constantFrom(...'{}[]"\'#:=x-', '---', '${A}', '4.0.0', '', 'broker', 'Kafka', 'v1'),
  asked: fc.boolean(),
});

describe.each(files)('%s', (path) => {
  it('is told of as if it were opened afresh, whatever people do to it', () => {
    const text = readFileSync(new URL(path, folder), 'utf8');
    const open = (content: string): Document => new Document(content, pickFormat(path) ?? expect.unreachable(), { path });
    const before = text.split('\n');
    fc.assert(
      fc.property(fc.array(doing, { minLength: 1, maxLength: 5 }), fc.nat(200), (all, seen) => {
        const document = open(text);
        document.reports(new Map());
        for (const { how, line, other, sign, asked } of all) {
          const look = (): void => void (asked && document.reports(new Map()));
          const at = line % document.lines.length;
          ways[how]({ document, line: at, other, text: before[other % before.length] ?? '', sign, look });
          look();
        }
        const line = seen % document.lines.length;
        const places = [0, (document.lines[line]?.length ?? 0) >> 1].map((character) => ({ line, character }));
        expect(answers(document, places)).toEqual(answers(open(document.text()), places));
      }),
      { numRuns: 80 },
    );
  });
});
