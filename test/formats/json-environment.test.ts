import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change, Entry, Tree } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { insertedAt, withChanges } from './keeping.ts';

/** Lists of variables as JSON has them: `{"name": NAME, "value": …}`, on a line or on several. */

const value = fc.constantFrom('1', 'all', 'a "b"', '', 'PLAINTEXT://a:1');
const item = fc.tuple(fc.nat(6), value).map(([style, one]) => {
  const text = JSON.stringify(one);
  return (
    [
      `{"name":"A","value":${text}}`,
      `{ "name": "A", "value": ${text} }`,
      `{ "value": ${text}, "name": "A" }`,
      `{ "name": "A", "value": ${text}, "note": 1 }`,
      `{\n  "name": "A",\n  "value": ${text}\n}`,
      '{ "name": "A", "valueFrom": { "fieldRef": 1 } }',
    ][style] ?? '{ "name": "A" }'
  );
});
const file = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 4 }), fc.constantFrom(',', ', ', ',\n  ', '\n  , '), fc.boolean())
  .map(([items, comma, open]) => `{\n "kafka": [${open ? '\n  ' : ''}${items.join(comma)}${open ? '\n ' : ''}],\n "other": 1\n}\n`);

type Variable = { readonly name: string; readonly value?: string };

function reference(text: string): readonly Variable[] {
  return (JSON.parse(text) as { readonly kafka: readonly Variable[] }).kafka;
}

function pairsOf(tree: Tree): readonly Entry[] {
  return [...tree.entries()].filter(({ format }) => format !== undefined);
}

function changeOf(kind: Kind, entry: Entry, word: string): Change {
  if (kind === 'set') return { kind, entry, value: word };
  if (kind === 'rename') return { kind, entry, key: 'NEW' };
  return kind === 'add' ? { kind, after: entry, key: 'ADDED', value: word } : { kind, entry };
}

type Kind = Exclude<Change['kind'], 'comment'>;

const kinds = fc.constantFrom<readonly Kind[]>(['set'], ['rename'], ['rename', 'set'], ['add'], ['remove'], ['remove']);

/** What a change makes of a variable, in any order. */
function changed(one: Variable, kind: readonly Kind[], word: string): readonly Variable[] {
  if (kind.includes('remove')) return [];
  const now = { ...one, ...(kind.includes('rename') && { name: 'NEW' }), ...(kind.includes('set') && { value: word }) };
  return kind.includes('add') ? [now, { name: 'ADDED', value: word }] : [now];
}

function sorted(variables: readonly Variable[]): readonly string[] {
  return variables.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
}

it.each(['\n', '\r\n'])('a list of variables changes where it is asked to, and nowhere else (%j)', (eol) => {
  let written = 0;
  fc.assert(
    fc.property(file, fc.array(fc.tuple(fc.nat(9), kinds), { minLength: 1, maxLength: 3 }), value, (lines, picks, word) => {
      const text = lines.replaceAll('\n', eol);
      const before = reference(text);
      const valued = before.flatMap((one, i) => ('value' in one || 'valueFrom' in one ? [i] : []));
      if (valued.length === 0) return;
      const chosen = new Map(picks.map(([pick, kind]) => [pick % valued.length, kind]));
      const after = withChanges(json, text, (tree) =>
        [...chosen].flatMap(([index, kind]) => kind.map((one) => changeOf(one, pairsOf(tree)[index] as Entry, word))),
      );
      if (after === undefined) return;
      written += 1;
      expect(sorted(reference(after))).toEqual(sorted(before.flatMap((one, i) => changed(one, chosen.get(valued.indexOf(i)) ?? [], word))));
      if ([...chosen.values()].every(([kind]) => kind === 'add') && chosen.size === 1) expect(insertedAt(text, after)).toBeDefined();
      expect(after.endsWith(`${eol} "other": 1${eol}}${eol}`)).toBe(true);
    }),
    { numRuns: 600 },
  );
  expect(written).toBeGreaterThan(300);
});
