import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { env } from '../../server/src/formats/env.ts';
import type { Change, Tree } from '../../server/src/formats/format.ts';
import { changed, picture } from './nested.ts';

function values(tree: Tree): (readonly [string, string])[] {
  return Array.from(tree.entries(), (entry) => [entry.key, entry.value] as const);
}

describe('.env files', () => {
  it.each([
    ['A=b', 'A', 'b'],
    ['export A=b', 'A', 'b'],
    ['A=b # remark', 'A', 'b'],
    ['A="b # c"', 'A', 'b # c'],
    ["A='b' # x", 'A', 'b'],
    ['A=', 'A', ''],
    ['A = b', 'A', 'b'],
    ['A="b\\"c"', 'A', 'b"c'],
    ['export=x', 'export', 'x'],
    ['A="b\n c=\\"d\\"\n"', 'A', 'b\n c="d"\n'],
    ["A='b\nc'", 'A', 'b\nc'],
    ['A="b', 'A', 'b'],
  ])('%j gives %s the value %j', (text, key, value) => {
    expect(values(env.parse(text.split('\n')))).toEqual([[key, value]]);
  });

  it('go on with the next variable where a quote is forgotten', () => {
    expect(values(env.parse(['A="b', 'KAFKA_C=d', 'E="f"']))).toEqual([
      ['A', 'b'],
      ['KAFKA_C', 'd'],
      ['E', 'f'],
    ]);
  });

  const word = fc.constantFrom('1', 'all', 'a b', 'a # b', "it's", '"q"', '', ' x', '$y', 'PLAINTEXT://a:1', '#', 'a\\b');
  const line = fc.oneof(
    fc
      .tuple(fc.constantFrom('A=', 'export B=', 'KAFKA_X='), fc.oneof(fc.constantFrom('1', 'x y', "'z'", '"w"', '')))
      .map((parts) => parts.join('')),
    fc.constantFrom('', '# remark', 'nothing'),
  );

  it('change where asked and stay otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.nat(20),
        word,
        fc.constantFrom('set', 'rename', 'add', 'remove', 'comment'),
        (lines, index, value, kind) => {
          const before = values(env.parse(lines));
          if (before.length === 0) return;
          const at = index % before.length;
          const after = changed(env, lines.join('\n'), (tree): Change => {
            const entry = [...tree.entries()][at];
            if (entry === undefined) throw new Error('an entry');
            if (kind === 'set') return { kind, entry, value };
            if (kind === 'rename') return { kind, entry, key: 'NEW' };
            if (kind === 'add') return { kind, after: entry, key: 'NEW', value };
            return kind === 'remove' ? { kind, entry } : { kind: 'comment', entry, text: 'X=1' };
          });
          const expected = [...before];
          const [key, old] = before[at] ?? ['', ''];
          if (kind === 'set') expected[at] = [key, value];
          if (kind === 'rename') expected[at] = ['NEW', old];
          if (kind === 'add') expected.splice(at + 1, 0, ['NEW', value]);
          if (kind === 'remove') expected.splice(at, 1);
          expect(values(env.parse((after ?? '').split('\n')))).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  const quotes = fc.oneof(line, fc.constantFrom('Q="open', ' more"', "R='", "'", 'q="low', 'plain'));

  it('read the same after edits as afresh', () => {
    fc.assert(
      fc.property(
        fc.array(quotes, { minLength: 1 }),
        fc.nat(20),
        fc.array(quotes, { minLength: 1, maxLength: 3 }),
        (lines, first, fresh) => {
          const tree = env.parse(lines);
          for (const added of [fresh, [...fresh].reverse(), ['x']]) {
            const at = first % lines.length;
            lines.splice(at, 1, ...added);
            env.update(tree, lines, { first: at, removed: 1, added: added.length });
            expect(picture(tree)).toEqual(picture(env.parse(lines)));
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
