import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Change, Entry, Tree } from '../../server/src/formats/format.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { insertedAt, withChanges } from './keeping.ts';

/** Lists of variables in all the ways they are written; the reference is the list that the yaml library reads. */

type Item = { readonly text: string; readonly fixed?: true };

const value = fc.constantFrom('1', 'all', 'a b', 'x=y', 'PLAINTEXT://a:1', 'true', 'é');
const item = fc.tuple(fc.nat(12), value, fc.constantFrom('', ' # behind')).map(([style, one, behind]): Item => {
  const name = `KAFKA_${style}`;
  const texts = [
    `- ${name}=${one}${behind}`,
    `- "${name}=${one}"${behind}`,
    `- '${name}=${one}'${behind}`,
    `-   ${name}=`,
    `- name: ${name}\n  value: ${one}${behind}`,
    `- name: "${name}"${behind}\n  value: "${one}"`,
    `- name: ${name}\n  # between\n\n  value: '${one}'`,
    `- value: "${one}"\n  name: ${name}`,
    `- {name: ${name}, value: "${one}"}${behind}`,
    `- { "name": "${name}", "value": "${one}" }`,
    `- name: ${name}\n  value:`,
  ];
  return style < texts.length
    ? { text: texts[style] ?? '' }
    : { text: style === 11 ? `- ${name}_A` : `- name: ${name}\n  valueFrom:\n    secretKeyRef: {name: x, key: y}`, fixed: true };
});

const blockList = fc
  .tuple(
    fc.array(fc.tuple(item, fc.constantFrom('', '# above\n', '\n')), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('', '  '),
    fc.boolean(),
  )
  .map(([items, indent, last]) => {
    const list = items.map(([{ text }, above]) => `${above}${text}`).join('\n');
    return `# kafka\nenv: # remark\n${list.replace(/^(?=.)/gm, indent)}\n${last ? '' : 'other: x\n'}`;
  });
const flowItem = fc
  .tuple(fc.nat(4), value)
  .map(
    ([style, one]) =>
      [`F=${one}`, `"F=${one}"`, `'F=${one}'`, `{name: F, value: ${one}}`, `{ "value": "${one}",\n    name: F }`][style] ?? '',
  );
const flowList = fc
  .tuple(fc.array(flowItem, { minLength: 1, maxLength: 4 }), fc.constantFrom(', ', ',\n  ', ', # of it\n  ', ' , '), fc.boolean())
  .map(([items, comma, open]) => `# kafka\nenv: [${open ? '\n  ' : ''}${items.join(comma)}${open ? ',\n  ' : ''}]\nother: x\n`);

function pairsOf(tree: Tree): readonly Entry[] {
  return [...tree.entries()].filter((entry) => entry.format !== undefined);
}

/** Name and value of each, as programs take them; what has its value elsewhere, as it is. */
function reference(text: string): readonly unknown[] {
  const list: readonly unknown[] = parse(text, { schema: 'failsafe' }).env;
  return list.map((one) => {
    if (typeof one === 'string') return /^[^=]*$/.test(one) ? one : [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)];
    const { name, value: text, valueFrom } = one as { name: string; value?: string; valueFrom?: unknown };
    return valueFrom === undefined ? [name, text ?? ''] : one;
  });
}

const kinds = fc.constantFrom<readonly Change['kind'][]>(
  ['set'],
  ['rename'],
  ['rename', 'set'],
  ['add'],
  ['remove'],
  ['remove'],
  ['comment'],
);
const fresh = fc.constantFrom('2', 'a # b', 'a: b', "it's", '"q"', '', 'x, y', '{a}', 'yes');

describe.each([
  ['a list on lines', blockList],
  ['a list in brackets', flowList],
])('%s of variables', (_, list) => {
  it('changes where it is asked to, and nowhere else', () => {
    fc.assert(
      fc.property(list, fc.array(fc.tuple(fc.nat(20), kinds), { minLength: 1, maxLength: 3 }), fresh, (text, picks, word) => {
        const before = reference(text);
        const chosen = new Map(
          picks.map(([pick, own]) => [pick % before.length, own]).filter(([i]) => Array.isArray(before[i as number])) as [
            number,
            readonly Change['kind'][],
          ][],
        );
        const after = withChanges(yaml, text, (tree) =>
          [...chosen].flatMap(([index, own]) => own.map((kind) => changeOf(kind, pairsOf(tree)[index] as Entry, word))),
        );
        expect(after).toBeDefined();
        const expected = before.flatMap((one, i) => {
          const own = chosen.get(i) ?? [];
          if (own.length === 0 || own[0] === 'comment') return [one];
          if (own[0] === 'remove') return [];
          const [name, old] = one as [string, string];
          const now = [own.includes('rename') ? 'NEW' : name, own.includes('set') ? word : old];
          return own[0] === 'add' ? [now, ['ADDED', word]] : [now];
        });
        expect(reference(after ?? '')).toEqual(expected);
        if ([...chosen.values()].every(([kind]) => kind === 'add' || kind === 'comment') && chosen.size === 1)
          expect(insertedAt(text, after ?? '')).toBeDefined();
        for (const [line] of text.matchAll(/(?:^.*# (?:above|kafka)|other).*$/gm)) expect(after).toContain(line);
      }),
      { numRuns: 600 },
    );
  });

  it('reads as the list it is', () => {
    fc.assert(
      fc.property(list, (text) => {
        const pairs = pairsOf(yaml.parse(splitLines(text).lines)).map(({ key, value: own, style }) =>
          style === 'alias' ? 'elsewhere' : [key, own],
        );
        expect(pairs).toEqual(reference(text).map((one) => (Array.isArray(one) ? one : 'elsewhere')));
      }),
    );
  });
});

function changeOf(kind: Change['kind'], entry: Entry, value: string): Change {
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
      return { kind, entry, text: 'a remark' };
  }
}
