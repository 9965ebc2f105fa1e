import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCollection, isScalar, type Scalar } from 'yaml';
import type { Change, Entry, Tree } from '../../server/src/formats/format.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { placeOf } from '../../server/src/text/block.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { insertedAt, keyOffset, withChanges } from './keeping.ts';
import { yamlDocument } from './yaml-documents.ts';
import { errorsOf, type Member, type Reference, readReference, scalarNode, shapeOf } from './yaml-reference.ts';

const values = fc.constantFrom(
  'all',
  '1',
  'true',
  'null',
  '# x',
  '[a]',
  'a: b',
  "it's",
  '',
  '012',
  'on',
  '- x',
  '{{ x }}',
  'a,b',
  '*a',
  '&a',
  '!a',
  '@a',
  ' b ',
  'é',
  '"q"',
  'x:',
  '%',
  'a\nb',
  'a\\b',
);

/** The members of maps that are the document's own, with what the reference knows of them. */
function membersOf(text: string, tree: Tree): readonly (readonly [Entry, Member])[] {
  const { members } = readReference(text);
  return [...tree.entries()].flatMap((entry) => {
    const member = entry.format === undefined && entry.parent?.kind !== 'list' ? members.get(keyOffset(text, entry, placeOf)) : undefined;
    return member === undefined || member.key === '<<' ? [] : [[entry, member] as const];
  });
}

const read = (text: string): Tree => yaml.parse(splitLines(text).lines);

describe('YAML with everything in it', () => {
  it('is read as the yaml library reads it', () => {
    fc.assert(
      fc.property(yamlDocument, (text) => {
        for (const [entry, { key, pair }] of membersOf(text, read(text))) {
          expect(entry.key).toBe(key);
          if (isScalar(pair.value))
            expect([key, entry.value, entry.anchor]).toEqual([key, String(pair.value.value ?? ''), pair.value.anchor]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(['set', 'rename', 'add', 'remove', 'comment'] as const)('%s changes what was asked and no other byte', (kind) => {
    fc.assert(
      fc.property(yamlDocument, fc.nat(1000), values, (text, pick, value) => {
        const all = membersOf(text, read(text));
        const index = pick % Math.max(all.length, 1);
        const [entry, member] = all[index] ?? [];
        if (entry === undefined || member === undefined) return;
        const after = withChanges(yaml, text, (tree) => [changeOf(kind, membersOf(text, tree)[index]?.[0] ?? entry, value)]);
        if (after === undefined) {
          expect(mayRefuse(kind, entry, member)).toBe(true);
          return;
        }
        expect(errorsOf(after)).toEqual([]);
        expect(shapeOf(readReference(after).documents)).toEqual(expected(kind, text, entry, value));
        keepsBytes(kind, text, after, member);
      }),
      { numRuns: 200 },
    );
  });

  it('many changes at once come to what they come to one by one', () => {
    const kinds = fc.constantFrom<readonly Kind[]>(
      ['set'],
      ['rename'],
      ['add'],
      ['remove'],
      ['remove'],
      ['comment'],
      ['rename', 'set'],
      ['set', 'add'],
    );
    fc.assert(
      fc.property(yamlDocument, fc.array(fc.tuple(fc.nat(1000), kinds), { minLength: 1, maxLength: 8 }), values, (text, picks, value) => {
        const all = membersOf(text, read(text));
        const chosen = new Map(picks.map(([pick, own]) => [pick % Math.max(all.length, 1), own]));
        for (const [index, own] of chosen) {
          const [entry, member] = all[index] ?? [];
          if (entry === undefined || member === undefined || own.some((kind) => mayRefuse(kind, entry, member))) chosen.delete(index);
        }
        const after = withChanges(yaml, text, (tree) => {
          const members = membersOf(text, tree);
          return [...chosen].flatMap(([index, own]) =>
            own.flatMap((kind) => (members[index]?.[0] ? changeOf(kind, members[index][0], value) : [])),
          );
        });
        const reference = readReference(text);
        for (const [index, own] of chosen)
          for (const kind of own) apply(kind, reference, keyOffset(text, all[index]?.[0] as Entry, placeOf), value);
        expect(errorsOf(after ?? '')).toEqual([]);
        expect(shapeOf(readReference(after ?? '').documents)).toEqual(shapeOf(reference.documents));
      }),
      { numRuns: 200 },
    );
  });

  it('has the line ends of the file', () => {
    fc.assert(
      fc.property(
        yamlDocument,
        fc.nat(1000),
        values,
        fc.constantFrom<Kind>('set', 'rename', 'add', 'remove', 'comment'),
        (text, pick, value, kind) => {
          const change = (lines: string): string | undefined =>
            withChanges(yaml, lines, (tree) => {
              const entries = [...tree.entries()].filter(({ parent, format }) => parent?.kind !== 'list' && format === undefined);
              const entry = entries[pick % Math.max(entries.length, 1)];
              return entry === undefined ? [] : [changeOf(kind, entry, value)];
            });
          expect(change(text.replaceAll('\n', '\r\n'))).toBe(change(text)?.replaceAll('\n', '\r\n'));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('members that leave', () => {
  it.each([
    ['{a: 1, b: 2}', 'a', '{b: 2}'],
    ['{a: 1, b: 2}', 'b', '{a: 1}'],
    ['{a: 1, b: 2, c: 3}', 'bc', '{a: 1}'],
    ['{a: 1, b: 2, c: 3}', 'ab', '{c: 3}'],
    ['{a: 1, b: 2, c: 3}', 'ac', '{b: 2}'],
    ['{a: 1, b: 2}', 'ab', '{}'],
    ['{a: 1, b: 2,}', 'b', '{a: 1,}'],
    ['{\n  a: 1,\n  b: 2\n  }', 'b', '{\n  a: 1\n  }'],
    ['{\n  a: 1,\n  b: 2,\n  }', 'b', '{\n  a: 1,\n  }'],
    ['{\n  a: 1, # of a\n  # above b\n  b: 2, # of b\n  c: 3 # of c\n  }', 'b', '{\n  a: 1, # of a\n  # above b\n  c: 3 # of c\n  }'],
    ['{\n  a: 1, # of a\n  b: 2 # of b\n  }', 'b', '{\n  a: 1 # of a\n  }'],
    ['{\n  a: 1\n  , b: 2\n  , c: 3\n  }', 'b', '{\n  a: 1\n  , c: 3\n  }'],
    ['{a: 1,\n  b: 2}', 'b', '{a: 1}'],
    ['{a: 1, # of a\n  b: 2}', 'b', '{a: 1 # of a\n  }'],
    ['{ a: 1 # of a\n  , b: 2 # of b\n  , c: 3 }', 'a', '{ b: 2 # of b\n  , c: 3 }'],
    ['{ a: 1 # of a\n  , b: 2 # of b\n  , c: 3 }', 'c', '{ a: 1 # of a\n  , b: 2 # of b\n   }'],
    ['\n  a: 1\n  b: 2', 'a', '\n  b: 2'],
    ['\n  a: 1\n  b: 2\n', 'ab', ' {}\n'],
    [' &x # of it\n  a: 1 # of a\n  # left\n', 'a', ' &x {} # of it\n  # left\n'],
    ['\n  a: |\n    x\n\n  b: |-\n    y', 'a', '\n\n  b: |-\n    y'],
  ])('%j without %s is %j', (map, keys, expected) => {
    const after = withChanges(yaml, `kafka:${map.startsWith('{') ? ' ' : ''}${map}`, (tree) =>
      [...tree.entries()].flatMap((entry) =>
        entry.parent?.key === 'kafka' && keys.includes(entry.key) ? [{ kind: 'remove', entry }] : [],
      ),
    );
    expect(after).toBe(`kafka:${map.startsWith('{') ? ' ' : ''}${expected}`);
  });
});

type Kind = Change['kind'];

function changeOf(kind: Kind, entry: Entry, value: string): Change {
  switch (kind) {
    case 'set':
      return { kind, entry, value };
    case 'rename':
      return { kind, entry, key: 'new.key' };
    case 'add':
      return { kind, after: entry, key: 'new.key', value };
    case 'remove':
      return { kind, entry };
    case 'comment':
      return { kind, entry, text: 'a remark' };
  }
}

/** What aliases stand for, collections, and block scalars may not be changed; what a dash stands before may not go. */
function mayRefuse(kind: Kind, entry: Entry, { pair, behindDash }: Member): boolean {
  const value = pair.value as Scalar | null;
  if (kind === 'set') return isCollection(value) || value?.anchor !== undefined || entry.style === 'alias' || entry.style === 'block';
  if (kind === 'remove') return isCollection(value) || value?.anchor !== undefined || behindDash;
  return kind === 'add' && isCollection(value);
}

function expected(kind: Kind, text: string, entry: Entry, value: string): unknown {
  const reference = readReference(text);
  apply(kind, reference, keyOffset(text, entry, placeOf), value);
  return shapeOf(reference.documents);
}

function apply(kind: Kind, { documents, members }: Reference, offset: number, value: string): void {
  const { pair, map } = members.get(offset) as Member;
  const at = map.items.indexOf(pair);
  if (kind === 'set') pair.value = scalarNode(value);
  if (kind === 'rename') pair.key = scalarNode('new.key');
  if (kind === 'remove') map.items.splice(at, 1);
  if (kind === 'add') map.items.splice(at + 1, 0, documents[0]?.createPair('new.key', value) as (typeof map.items)[0]);
}

function keepsBytes(kind: Kind, before: string, after: string, { from, to, pair, map }: Member): void {
  const key = pair.key as Scalar;
  if (kind === 'add' || kind === 'comment') {
    expect(insertedAt(before, after)).toBeDefined();
    return;
  }
  const [start, end] = kind === 'rename' ? [from, key.range?.[1] ?? from] : kind === 'set' ? [key.range?.[1] ?? from, to] : [from, to];
  if (kind !== 'remove') {
    expect(after.startsWith(before.slice(0, start)) && after.endsWith(before.slice(end))).toBe(true);
    return;
  }
  if (map.flow !== true) {
    const lineStart = before.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = before.indexOf('\n', before[end - 1] === '\n' ? end - 1 : end);
    const rest = lineEnd === -1 ? '' : before.slice(lineEnd + 1);
    expect(after.endsWith(rest)).toBe(true);
    const head = before.slice(0, lineStart);
    if (map.items.length > 1) expect(after).toBe(head + rest);
    else {
      const above = after.slice(0, after.length - rest.length);
      expect([above, above.replace(/ \{\}(?=[^{}]*$)/, '')]).toContain(head);
    }
    return;
  }
  for (const remark of before.matchAll(/# .*$/gm))
    if (remark.index < before.lastIndexOf('\n', start) || remark.index > before.indexOf('\n', end)) expect(after).toContain(remark[0]);
}
