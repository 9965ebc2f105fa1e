import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Entry, Tree } from '../../server/src/formats/format.ts';
import { ini } from '../../server/src/formats/ini.ts';
import { changed } from './nested.ts';

/** Section, key and value of every pair. */
function pairs(tree: Tree): readonly (readonly [string, string, string])[] {
  return leaves(tree).map((entry) => [entry.parent?.key ?? '', entry.key, entry.value] as const);
}

function leaves(tree: Tree): readonly Entry[] {
  return [...tree.entries()].filter(({ children }) => children === undefined);
}

describe('INI files', () => {
  it.each([
    ['a=b', '', 'a', 'b'],
    ['a = b c ', '', 'a', 'b c'],
    ['a: b', '', 'a', 'b'],
    ['bootstrap.servers=h:9092', '', 'bootstrap.servers', 'h:9092'],
    ['[default]\na.b=c', 'default', 'a.b', 'c'],
    ['[x]\na=b # no remark', 'x', 'a', 'b # no remark'],
    ['[x]\na=b\n  c', 'x', 'a', 'b\nc'],
    ['[x]\na', 'x', 'a', ''],
  ])('%j has in [%s] %s = %j', (text, section, key, value) => {
    expect(pairs(ini.parse(text.split('\n')))).toEqual([[section, key, value]]);
  });

  it('takes lines that begin with # or ; for remarks', () => {
    expect(pairs(ini.parse(['# a=b', '; c=d', '[x]', '  # e=f']))).toEqual([]);
  });

  it('finds what a line belongs to', () => {
    const tree = ini.parse(['[x]', 'a=b', '  c', '', 'd=e']);
    expect([0, 1, 2, 3, 4].map((line) => tree.entryAt(line)?.key)).toEqual([undefined, 'a', 'a', undefined, 'd']);
  });

  const line = fc.constantFrom(
    '[default]',
    '[consumer]',
    'group.id=g',
    'a : b',
    '  go on',
    '# remark',
    '; remark',
    '',
    'x =  y  ',
    'lonely',
  );

  it('change where asked and stay otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.nat(20),
        fc.constantFrom('1', 'all', 'a # b', 'h:1,i:2'),
        fc.constantFrom('set', 'rename', 'add', 'remove', 'comment'),
        (lines, index, value, kind) => {
          const before = pairs(ini.parse(lines));
          if (before.length === 0) return;
          const at = index % before.length;
          const [section = '', key = '', old = ''] = before[at] ?? [];
          const after = changed(ini, lines.join('\n'), (tree): Change => {
            const entry = leaves(tree)[at];
            if (entry === undefined) throw new Error('an entry');
            if (kind === 'set') return { kind, entry, value };
            if (kind === 'rename') return { kind, entry, key: 'new' };
            if (kind === 'add') return { kind, after: entry, key: 'new', value };
            return kind === 'remove' ? { kind, entry } : { kind: 'comment', entry, text: 'x=1' };
          });
          const expected = [...before];
          if (kind === 'set') expected[at] = [section, key, value];
          if (kind === 'rename') expected[at] = [section, 'new', old];
          if (kind === 'add') expected.splice(at + 1, 0, [section, 'new', value]);
          if (kind === 'remove') expected.splice(at, 1);
          expect(pairs(ini.parse((after ?? '').split('\n')))).toEqual(expected);
        },
      ),
    );
  });

  it('reads any text', () => {
    fc.assert(fc.property(fc.array(fc.string()), (lines) => void pairs(ini.parse(lines))));
  });
});
