import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Entry, Format } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { withChanges } from './keeping.ts';

/** The text with the list of `kafka.list` as one text; undefined where it cannot be written so. */
function written(format: Format, text: string, value: string): string | undefined {
  return withChanges(format, text, (tree) => {
    const entry = [...tree.entries()].find(({ key }) => key === 'kafka.list') as Entry;
    return [{ kind: 'set', entry, value }];
  });
}

const item = fc.constantFrom('compact', '"delete"', "'a b'", '1', 'PLAIN # remark');
const gap = fc.constantFrom('', '\n', '# between\n');
const blockList = fc
  .tuple(fc.array(fc.tuple(gap, item), { minLength: 1, maxLength: 4 }), fc.constantFrom('', '  '), fc.constantFrom('', ' # behind'))
  .map(
    ([items, indent, remark]) =>
      `kafka.list:${remark}\n${items
        .map(([above, one]) => `${above}- ${one}\n`)
        .join('')
        .replace(/^(?=.)/gm, indent)}`,
  );
const flowItem = fc.constantFrom('compact', '"delete"', "'a b'", '1');
const flowList = fc.array(flowItem, { minLength: 1, maxLength: 4 }).map((items) => `kafka.list: [ ${items.join(', ')} ]\n`);
const value = fc.constantFrom('a,b', 'a: b, c', '# a', '1', '');

it.each([
  ['lines', blockList],
  ['brackets', flowList],
])('a list of YAML in %s becomes a text, and the rest stays', (_, list) => {
  fc.assert(
    fc.property(list, value, fc.constantFrom('\n', '\r\n'), (one, word, eol) => {
      const text = `a: 1\n${one}# below\nz: [1]\n`.replaceAll('\n', eol);
      const after = written(yaml, text, word);
      expect(parse(after ?? '')).toEqual({ ...parse(text), 'kafka.list': word });
      expect(after?.endsWith(`# below${eol}z: [1]${eol}`)).toBe(true);
    }),
  );
});

it('a list of JSON becomes a text where it stands on one line', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('"a"', '1'), { minLength: 1, maxLength: 3 }),
      value,
      fc.constantFrom(', ', ',\n  '),
      (items, word, comma) => {
        const text = `{\n  "kafka.list": [${items.join(comma)}], "z": 1\n}\n`;
        const after = written(json, text, word);
        if (comma.includes('\n') && items.length > 1) expect(after).toBeUndefined();
        else expect(JSON.parse(after ?? '')).toEqual({ 'kafka.list': word, z: 1 });
      },
    ),
  );
});

it.each(['[&a 1, *a]', '\n- {a: b}\n', '\n- a\n- - b\n', '\n- |\n  a\n'])('but not with more than scalars in it: %j', (list) => {
  expect(written(yaml, `kafka.list: ${list}\nz: 1\n`, 'a')).toBeUndefined();
});
