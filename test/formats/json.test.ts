import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Entry, Tree } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { changed, find, pathOf, picture, scalars } from './nested.ts';

const connector =
  '{\n  "name": "x",\n  "config": {\n    "connector.class": "a.B",\n    "tasks.max": 1,\n    "errors.retry": "a \\"b\\" \\u00e9"\n  }\n}';

function read(text: string): Tree {
  return json.parse(text.split('\n'));
}

describe('JSON reads', () => {
  it('members with their way, value and kind', () => {
    const tree = read(connector);
    expect(find(tree, '/config/tasks.max')).toMatchObject({ value: '1', kind: 'number' });
    expect(find(tree, '/config/errors.retry')).toMatchObject({ value: 'a "b" é', kind: 'string' });
    expect(tree.documents?.[0]?.[0]?.children?.map((entry) => entry.key)).toEqual(['name', 'config']);
  });

  it('keys and values on lines of their own, comments, a line for everything', () => {
    expect(find(read('{ // kafka\n "a"\n :\n "b", /* x */ "c": [1, {"d": true}] }'), '/c/1/d').value).toBe('true');
    expect(find(read('{"kafka":{"a":"b"}}'), '/kafka/a').value).toBe('b');
  });

  it('the member at a character of a crowded line', () => {
    const tree = read('{"kafka": 1, "b": "c", "d": 2}');
    expect([2, 15, 19, 26].map((character) => tree.entryAt(0, character)?.key)).toEqual(['kafka', 'b', 'b', 'd']);
  });

  it('as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify({ kafka: 1, value }, undefined, space);
        expect(scalars(read(text))).toEqual(oracle(text));
      }),
    );
  });

  it('any text without failing', () => {
    const lines = fc.oneof(fc.string(), fc.constantFrom('{', '}', '[', ']', '"a":', '"', ',', ':', '"a": "b",', '//', '/*', '\\'));
    fc.assert(
      fc.property(fc.array(lines), (text) => void picture(json.parse(['"kafka"', ...text]))),
      { numRuns: 400 },
    );
  });

  it('the same after edits as afresh', () => {
    const line = fc.constantFrom('"a": "b",', '/*', '*/', '"c": {', '},', '}', '[', '],', '"d"', ': 1,', '', '"e": 2', '"', '1, 2, "x"');
    const edit = fc.record({ first: fc.nat(30), removed: fc.nat(3), lines: fc.array(line, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        const lines = ['{ "kafka": 1,', ...text];
        const tree = json.parse(lines);
        for (const { first, removed, lines: fresh } of edits) {
          const at = 1 + (first % (lines.length - 1 || 1));
          const count = Math.min(removed, lines.length - at);
          lines.splice(at, count, ...fresh);
          json.update(tree, lines, { first: at, removed: count, added: fresh.length });
          expect(picture(tree)).toEqual(picture(json.parse(lines)));
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** Scalars as JSON.parse reads them. */
function oracle(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, `${path}/${i}`);
    else if (value instanceof Object) for (const [key, item] of Object.entries(value)) walk(item, `${path}/${key}`);
    else found.set(path, typeof value === 'number' ? (JSON.stringify(value) ?? '') : String(value));
  };
  walk(JSON.parse(text), '');
  return found;
}

const word = fc.constantFrom('all', '1', 'true', 'null', '"q"', 'a\\b', '', 'é\n', '{', '007', '1e6');
const value = fc.oneof(
  word,
  fc.integer({ min: -99, max: 99 }),
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.oneof(word, fc.integer({ max: 9, min: 0 })), { minKeys: 1 }),
);
const text = fc
  .tuple(fc.dictionary(fc.constantFrom('a', 'b', 'c d', 'e', 'f'), value, { minKeys: 1 }), fc.constantFrom('', '  ', '\t'), fc.boolean())
  .map(([members, space, kafka]) => {
    const file = kafka ? { kafka: 1, ...members } : { ...members, kafka: 1 };
    return JSON.stringify(file, undefined, space);
  });

function members(tree: Tree): Entry[] {
  return [...tree.entries()].filter((entry) => entry.kind !== 'map' && entry.parent !== undefined);
}

describe('JSON writes', () => {
  it('what was asked and nothing else', () => {
    fc.assert(
      fc.property(text, fc.nat(20), word, fc.constantFrom('set', 'rename', 'add', 'remove'), (before, index, fresh, kind) => {
        const target = (tree: Tree): Entry => members(tree)[index % members(tree).length] as Entry;
        const entry = target(read(before));
        const after = changed(json, before, (tree): Change => {
          const one = target(tree);
          if (kind === 'set') return { kind, entry: one, value: fresh };
          if (kind === 'rename') return { kind, entry: one, key: 'new' };
          return kind === 'add' ? { kind, after: one, key: 'new', value: fresh } : { kind: 'remove', entry: one };
        });
        const expected = new Map(oracle(before));
        const sibling = `${pathOf(entry.parent as Entry)}/new`;
        if (kind === 'set') expected.set(pathOf(entry), fresh);
        if (kind === 'rename') expected.set(sibling, entry.value);
        if (kind === 'add') expected.set(sibling, fresh);
        if (kind === 'rename' || kind === 'remove') expected.delete(pathOf(entry));
        expect(new Map([...oracle(after ?? '')].sort())).toEqual(new Map([...expected].sort()));
      }),
      { numRuns: 400 },
    );
  });

  it('several members that leave together, wherever they stand', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), (before, indexes) => {
        const targets = (tree: Tree): Entry[] => [...new Set(indexes.map((index) => members(tree)[index % members(tree).length] as Entry))];
        const gone = targets(read(before)).map(pathOf);
        const after = changed(json, before, (tree) => targets(tree).map((entry): Change => ({ kind: 'remove', entry })));
        const expected = new Map([...oracle(before)].filter(([path]) => !gone.includes(path)));
        expect(oracle(after ?? '')).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('lines that go, indents that stay', () => {
    const entry = (path: string) => (tree: Tree) => find(tree, path);
    expect(changed(json, connector, (tree) => ({ kind: 'remove', entry: entry('/config/errors.retry')(tree) }))).toBe(
      connector.replace(',\n    "errors.retry": "a \\"b\\" \\u00e9"', ''),
    );
    expect(changed(json, connector, (tree) => ({ kind: 'remove', entry: entry('/config/tasks.max')(tree) }))).toBe(
      connector.replace('    "tasks.max": 1,\n', ''),
    );
    expect(changed(json, connector, (tree) => ({ kind: 'add', after: entry('/config/tasks.max')(tree), key: 'a', value: '2' }))).toBe(
      connector.replace('1,', '1,\n    "a": 2,'),
    );
    expect(changed(json, connector, (tree) => ({ kind: 'set', entry: entry('/config/tasks.max')(tree), value: '2' }))).toBe(
      connector.replace('1,', '2,'),
    );
    expect(changed(json, connector, (tree) => ({ kind: 'comment', entry: entry('/name')(tree), text: 'x' }))).toBeUndefined();
  });
});
