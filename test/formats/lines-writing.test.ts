import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { env } from '../../server/src/formats/env.ts';
import type { Change, Entry, Format, Tree } from '../../server/src/formats/format.ts';
import { ini } from '../../server/src/formats/ini.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { terraform } from '../../server/src/formats/terraform.ts';
import { lineCount } from '../../server/src/text/block.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { insertedAt, withChanges } from './keeping.ts';

/** Formats in which an entry has its lines to itself: other lines stay byte for byte, whatever ends them. */
interface Lines {
  readonly name: string;
  readonly format: Format;
  readonly head?: string;
  readonly tail?: string;
  readonly line: readonly string[];
  readonly value: readonly string[];
}

const formats: readonly Lines[] = [
  {
    name: 'properties',
    format: properties,
    line: [
      'a=b',
      ' c : d ',
      'e f',
      'lonely',
      'x=1 \\\n   2 \\\n\t3',
      '# remark',
      '! remark',
      '',
      '   ',
      '\tg\\=h = i',
      'u=\\u00e9',
      'a=b # c',
      'e=',
      '\ufeffz=1',
    ],
    value: ['1', ' x', 'x ', '', 'a\\b', 'é', '=b', ':b', '# x', 'a\nb'],
  },
  {
    name: 'env',
    format: env,
    line: [
      'A=b',
      'export B=c',
      'C="d # e" # f',
      "D='$x'",
      'E=',
      'F = g',
      'G=h # i',
      '# remark',
      '',
      'export',
      'H="a\nb"',
      "I='a\n\nb'",
      'J="x \\"y\\""',
      '\texport K=l',
    ],
    value: ['1', 'a b', 'a # b', "it's", '"q"', '', ' x', '#', 'a\\b', '\'"', 'PLAINTEXT://a:1,b:2', 'x=y'],
  },
  {
    name: 'ini',
    format: ini,
    line: [
      '[default]',
      '[consumer]',
      'a=b',
      'c : d',
      'e = f ; no remark',
      '# remark',
      '; remark',
      '  # remark',
      '',
      'lonely',
      'g=h\n  i\n\tj',
      'k =',
      '  l=m',
    ],
    value: ['1', 'a # b', 'h:1,i:2', '', 'a=b', 'a\nb'],
  },
  {
    name: 'a map of Terraform’s',
    format: terraform,
    head: 'resource "kafka_topic" "t" {\n  config = {\n',
    tail: '  }\n}\n',
    line: [
      '"a.b" = "c"',
      'd = 1',
      '"e" = true,',
      '"f" : "g" # remark',
      '"h" = "i", // remark',
      '# remark',
      '',
      '"j" = join(",", [\n  "k"\n])',
      'l = var.m',
      '"n" = "${var.o}"',
      '"p" = "a\\"b $${c} %%{d}"',
      '"q" = 1, "r.s" = "t"',
      'u = "v", w = true , "x"="y", # remark',
      '"z" = 1, aa = var.b, "bb" = 2',
    ],
    value: ['1', 'true', 'a "b"', '${x}', '%{x}', ''],
  },
];

const kinds = fc.constantFrom<readonly Kind[]>(['set'], ['rename'], ['add'], ['remove'], ['comment'], ['rename', 'set'], ['set', 'add']);

type Kind = Change['kind'];

function changeOf(kind: Kind, entry: Entry, value: string): Change {
  switch (kind) {
    case 'set':
      return { kind, entry, value };
    case 'rename':
      return { kind, entry, key: 'NEW' };
    case 'add':
      return { kind, after: entry, key: 'ADDED', value };
    case 'remove':
      return { kind, entry };
    case 'comment':
      return { kind, entry, text: 'one\ntwo' };
  }
}

describe.each(formats)('lines of $name', ({ format, head = '', tail = '', line, value }) => {
  const text = fc
    .tuple(fc.array(fc.constantFrom(...line), { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, eol, ends]) => (head + lines.join('\n') + (ends || tail !== '' ? '\n' : '') + tail).replaceAll('\n', eol));
  const read = (whole: string): Tree => format.parse(splitLines(whole).lines);
  const entries = (tree: Tree): readonly Entry[] =>
    [...tree.entries()].filter(({ children, parent }) => children === undefined && (tail === '' || parent?.key === 'config'));
  const pairs = (whole: string): readonly (readonly [string, string, string])[] =>
    entries(read(whole)).map(({ parent, key, value: own }) => [parent?.key ?? '', key, own]);

  it('keep their bytes where nothing is asked of them', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(20),
        fc.constantFrom<Kind>('set', 'rename', 'add', 'remove', 'comment'),
        fc.constantFrom(...value),
        (whole, pick, kind, word) => {
          const all = entries(read(whole));
          const entry = all[pick % Math.max(all.length, 1)];
          if (entry === undefined) return;
          const after = withChanges(format, whole, (tree) => [changeOf(kind, entries(tree)[pick % all.length] as Entry, word)]);
          if (after === undefined) {
            expect(entry.style === 'alias' || (kind === 'set' && format === env)).toBe(true);
            return;
          }
          const lines = whole.split(/(?<=\n)/);
          const first = entry.block.line;
          const before = lines.slice(0, first).join('');
          const behind = lines.slice(first + lineCount(entry.block)).join('');
          const isAlone = all.filter(({ block }) => block.line === first).length === 1;
          if (kind === 'remove' && isAlone) expect(after).toBe(before + behind);
          else if (kind === 'set' || kind === 'rename' || kind === 'remove')
            expect(after.startsWith(before) && after.endsWith(behind)).toBe(true);
          else expect(insertedAt(whole, after)).toBeDefined();
          if (whole.includes('\r\n')) expect(after).not.toMatch(/(?<!\r)\n/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are read as what was asked, also after several changes at once', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(20), kinds), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...value),
        (whole, picks, word) => {
          const before = pairs(whole);
          const all = entries(read(whole));
          if (before.length === 0) return;
          const chosen = new Map(picks.map(([pick, own]) => [pick % before.length, own]));
          const after = withChanges(format, whole, (tree) =>
            [...chosen].flatMap(([index, own]) => own.map((kind) => changeOf(kind, entries(tree)[index] as Entry, word))),
          );
          if (after === undefined) {
            expect([...chosen.keys()].some((index) => all[index]?.style === 'alias') || format === env).toBe(true);
            return;
          }
          const expected = before.flatMap(([parent, key, old], i) => {
            const own = chosen.get(i) ?? [];
            if (own.includes('remove')) return [];
            const now = [parent, own.includes('rename') ? 'NEW' : key, own.includes('set') ? word : old];
            return own.includes('add') ? [now, [parent, 'ADDED', word]] : [now];
          });
          expect(pairs(after)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what a value refers to', () => {
  it.each([
    [env, 'A="$X/y z"', '$X/y', 'A="$X/y"'],
    [env, 'A="\\$X/y z"', '$X/y', 'A="\\$X/y"'],
    [env, "A='$X/y z'", '$X/y', "A='$X/y'"],
    [env, 'A=$X/y', '$X/y # z', 'A="$X/y # z"'],
    [env, 'A=b', '$X # z', "A='$X # z'"],
    [env, 'A=b # c', '', 'A="" # c'],
  ] as const)('stays what it is: %#', (format, text, value, expected) => {
    expect(withChanges(format, text, (tree) => [{ kind: 'set', entry: [...tree.entries()][0] as Entry, value }])).toBe(expected);
  });

  it.each([
    ['"${var.x}, y"', '${var.x}', '"${var.x}"'],
    ['"$${x}, y"', '${x}', '"$${x}"'],
    ['"y"', '%{x}', '"%%{x}"'],
  ])('stays a template where it was one: %s', (before, value, expected) => {
    const text = (own: string): string => `resource "kafka_topic" "t" {\n  config = {\n    "a.b" = ${own}\n  }\n}\n`;
    const after = withChanges(terraform, text(before), (tree) => [
      { kind: 'set', entry: [...tree.entries()].find(({ key }) => key === 'a.b') as Entry, value },
    ]);
    expect(after).toBe(text(expected));
  });
});
