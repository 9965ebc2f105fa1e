import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Change, Entry, Tree } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { insertedAt, withChanges } from './keeping.ts';

/** JSON as editors allow it: remarks, commas at the end, keys that come twice, several members on a line. */

type Shape = string | { readonly map: readonly (readonly [string, Shape])[] } | { readonly list: readonly Shape[] };

/** Without remarks and commas at the end it is JSON, which YAML reads in the order in which it stands. */
function shapeOf(text: string): Shape {
  const plain = text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[\s\S]*?\*\//g, (_, string: string | undefined) => string ?? ' ')
    .replace(/("(?:[^"\\]|\\.)*")|,(\s*[}\]])/g, (_, string: string | undefined, close: string) => string ?? close);
  const document = parseDocument(plain, { schema: 'json', uniqueKeys: false });
  if (document.errors.length > 0) throw new Error(`${document.errors[0]?.message}: ${text}`);
  const shape = (node: unknown): Shape => {
    if (isMap(node)) return { map: node.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), shape(value)]) };
    return isSeq(node) ? { list: node.items.map(shape) } : isScalar(node) ? JSON.stringify(node.value) : '';
  };
  return shape(document.contents);
}

const scalar = fc.constantFrom('1', 'true', 'null', '"x"', '""', '"a, \\"b\\" // no remark"', '-2.5', '"é\\u00e9"', '"{}"');
const remark = fc.constantFrom('', '', '', ' // behind', ' /* behind */');
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 4, arbitrary: scalar },
    {
      weight: 3,
      arbitrary: fc
        .record({
          members: fc.array(fc.tuple(fc.constantFrom('a', 'b.c', 'd', 'e\\"f'), tie('value'), remark, fc.constantFrom(': ', ':', ' : ')), {
            maxLength: 5,
          }),
          style: fc.constantFrom('lines', 'lines', 'line', 'tight', 'pairs', 'leading'),
          above: fc.constantFrom('', '', '// above\n', '/* above */\n', '/* above\n"z": 1,\n   below */\n'),
          trailing: fc.boolean(),
        })
        .map(({ members, style, above, trailing }) => {
          const texts = members.map(([key, one, , colon]) => `"${key}"${colon}${one}`);
          if (texts.length === 0) return '{}';
          if (style === 'tight') return `{${texts.join(',')}}`;
          if (style === 'line') return `{ ${texts.join(', ')} }`;
          if (style === 'leading') return `{\n  ${texts.join('\n  , ')}${trailing ? ' ' : '\n'}}`;
          if (style === 'pairs')
            return `{\n  ${texts.map((text, i) => text + (i === texts.length - 1 ? '' : i % 2 === 0 ? ', ' : ',\n  ')).join('')}\n}`;
          const lines = texts.map((text, i) => {
            const comma = i < texts.length - 1 || trailing ? ',' : '';
            return `${above}${text}${comma}${members[i]?.[2]}`;
          });
          return `{\n${lines.join('\n')}\n}`.replace(/\n(?=[^}])/g, '\n  ').replace(/\n(?= *[^\n]*$)/, '\n');
        }),
    },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`) },
  ),
}));
const file = fc
  .array(value, { minLength: 1, maxLength: 3 })
  .map((values) => `{\n  "kafka": "x",\n${values.map((one, i) => `  "m${i}": ${one.replaceAll('\n', '\n  ')}`).join(',\n')}\n}\n`);

function members(tree: Tree): readonly Entry[] {
  return [...tree.entries()].filter(
    ({ kind, parent, format }) => kind !== 'map' && kind !== 'list' && parent?.kind === 'map' && format === undefined,
  );
}

/** The same change of the reference, by where each member stands among all of them. */
function expected(text: string, chosen: ReadonlyMap<number, readonly Kind[]>, fresh: string): unknown {
  let index = -1;
  const walk = (shape: Shape): unknown => {
    if (typeof shape === 'string') return shape;
    if ('list' in shape) return { list: shape.list.map(walk) };
    return {
      map: shape.map.flatMap(([key, one]) => {
        if (typeof one !== 'string') return [[key, walk(one)]];
        index += 1;
        const own = chosen.get(index) ?? [];
        if (own.includes('remove')) return [];
        const now = [own.includes('rename') ? 'new.key' : key, own.includes('set') ? asWritten(one, fresh) : one];
        return own.includes('add') ? [now, ['added', one.startsWith('"') ? JSON.stringify(fresh) : literal(fresh)]] : [now];
      }),
    };
  };
  return walk(shapeOf(text));
}

/** Numbers stay numbers, and switches switches. */
function asWritten(old: string, fresh: string): string {
  const same = /^-?\d/.test(old) ? /^-?\d+$/.test(fresh) : /^(?:true|false)$/.test(old) && /^(?:true|false)$/.test(fresh);
  return same ? fresh : JSON.stringify(fresh);
}

function literal(fresh: string): string {
  return /^(?:true|false|-?\d+)$/.test(fresh) ? fresh : JSON.stringify(fresh);
}

type Kind = Exclude<Change['kind'], 'comment'>;

function changeOf(kind: Kind, entry: Entry, value: string): Change {
  if (kind === 'set') return { kind, entry, value };
  if (kind === 'rename') return { kind, entry, key: 'new.key' };
  return kind === 'add' ? { kind, after: entry, key: 'added', value } : { kind, entry };
}

const fresh = fc.constantFrom('2', 'true', 'all', 'a "b"', 'é\n', '', '{');

describe('JSON with remarks', () => {
  it.each(['set', 'rename', 'add', 'remove'] as const)('%s changes what was asked, and remarks stay', (kind) => {
    fc.assert(
      fc.property(file, fc.nat(50), fresh, (text, pick, word) => {
        const count = members(json.parse(text.split('\n'))).length;
        const index = pick % count;
        const after = withChanges(json, text, (tree) => [changeOf(kind, members(tree)[index] as Entry, word)]) ?? '';
        expect(shapeOf(after)).toEqual(expected(text, new Map([[index, [kind]]]), word));
        expect(remarksOf(after)).toEqual(remarksOf(text));
        if (kind === 'add') expect(insertedAt(text, after)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('several changes at once come to what they come to one by one', () => {
    const kinds = fc.constantFrom<readonly Kind[]>(['set'], ['rename'], ['add'], ['remove'], ['remove'], ['rename', 'set'], ['set', 'add']);
    fc.assert(
      fc.property(file, fc.array(fc.tuple(fc.nat(50), kinds), { minLength: 1, maxLength: 6 }), fresh, (text, picks, word) => {
        const count = members(json.parse(text.split('\n'))).length;
        const chosen = new Map(picks.map(([pick, own]) => [pick % count, own]));
        const after = withChanges(json, text, (tree) =>
          [...chosen].flatMap(([index, own]) => own.map((kind) => changeOf(kind, members(tree)[index] as Entry, word))),
        );
        expect(shapeOf(after ?? '')).toEqual(expected(text, chosen, word));
        expect(remarksOf(after ?? '')).toEqual(remarksOf(text));
      }),
      { numRuns: 400 },
    );
  });
});

describe('members that leave', () => {
  it.each([
    ['{ "a": 1, "b": 2 }', 'a', '{ "b": 2 }'],
    ['{ "a": 1, "b": 2 }', 'b', '{ "a": 1 }'],
    ['{ "a": 1, "b": 2, "c": 3 }', 'bc', '{ "a": 1 }'],
    ['{"a":1,"b":2}', 'ab', '{}'],
    ['{\n  "a": 1,\n  "b": 2\n}', 'b', '{\n  "a": 1\n}'],
    ['{\n  "a": 1,\n  "b": 2,\n}', 'b', '{\n  "a": 1,\n}'],
    ['{\n  "a": 1, // of a\n  "b": 2\n}', 'b', '{\n  "a": 1 // of a\n}'],
    ['{\n  "a": 1\n  , "b": 2\n  , "c": 3\n}', 'b', '{\n  "a": 1\n  , "c": 3\n}'],
    ['{\n  "a":\n    1,\n  "b": 2\n}', 'a', '{\n  "b": 2\n}'],
  ])('%j without %s is %j', (map, keys, expected) => {
    const after = withChanges(json, `{"kafka": ${map}}`, (tree) =>
      [...tree.entries()].flatMap((entry) =>
        entry.parent?.key === 'kafka' && keys.includes(entry.key) ? [{ kind: 'remove', entry }] : [],
      ),
    );
    expect(after).toBe(`{"kafka": ${expected}}`);
  });
});

function remarksOf(text: string): readonly string[] {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/\/\/ \w+|\/\*[^*]+\*\//g) ?? [];
}
