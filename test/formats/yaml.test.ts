import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseOracle } from 'yaml';
import type { Entry, Tree } from '../../server/src/formats/format.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { changed, find, pathOf, picture, scalars } from './nested.ts';

function read(text: string): Tree {
  return yaml.parse(`# kafka\n${text}`.split('\n'));
}

function lookup(text: string, path: string): Entry {
  return find(read(text), path);
}

it('a document that begins like JSON and is none is read as YAML, however far in it goes on', () => {
  const text = `{\n${' '.repeat(200)}kafka: b,\n${' '.repeat(200)}c: d }\n`;
  expect(find(yaml.parse(text.split('\n')), 'c').value).toBe('d');
});

describe('YAML reads', () => {
  it.each([
    ['a: b', 'a', 'b', 'string'],
    ['a:   b c  # remark', 'a', 'b c', 'string'],
    ['a: b#c', 'a', 'b#c', 'string'],
    ['a: 12', 'a', '12', 'number'],
    ['a: true', 'a', 'true', 'boolean'],
    ['a: ~', 'a', '~', 'null'],
    ['a:', 'a', '', 'null'],
    ['a: "b\\tc" # x', 'a', 'b\tc', 'string'],
    ["a: 'it''s'", 'a', "it's", 'string'],
    ['"a b": c', 'a b', 'c', 'string'],
    ['a: b: c', 'a', 'b: c', 'string'],
    ['a: http://x:1', 'a', 'http://x:1', 'string'],
    ['a: b\n  c\n  d', 'a', 'b c d', 'string'],
    ['a:\n  b c', 'a', 'b c', 'string'],
    ['a: "b\n  c"', 'a', 'b c', 'string'],
    ['a:\n  b: "c \\\n  d \\\n e: f"\n  g: h', 'a/b', 'c d e: f', 'string'],
    ["a:\n  b: 'c\n  d'\n  g: h", 'a/b', 'c d', 'string'],
    ['a:\n  b: "c\n  d: e', 'a/d', 'e', 'string'],
    ['a: |\n  b\n\n   c\nd: e', 'a', 'b\n\n c\n', 'string'],
    ['a: >-\n  b\n  c\n\n  d', 'a', 'b c\nd', 'string'],
    ['a: {b: 1, "c": [x, \'y\']}', 'a/c/1', 'y', 'string'],
    ['a: {b: 1,\n  c: 2}', 'a/c', '2', 'number'],
    ['a:\n- b\n- c: d\n  e: f', 'a/1/e', 'f', 'string'],
    ['a:\n  - - b\n    - c', 'a/0/1', 'c', 'string'],
    ['a:\n  b:\n    c: d\n  e: f', 'a/e', 'f', 'string'],
    ['a: {{ .Values.x }}', 'a', '{{ .Values.x }}', 'string'],
    ['a: &x b\nc: *x', 'c', '*x', 'string'],
    ['a: !!str 12', 'a', '12', 'string'],
  ])('%j: %s is %j', (text, path, value, kind) => {
    const entry = lookup(text, path);
    expect([entry.value, entry.kind]).toEqual([value, kind]);
  });

  it('a key that still lacks its colon as nothing: the map that it stands in stays one', () => {
    expect(find(read('a:\n  half\n  b: c\n  d: e'), 'a/d')).toMatchObject({ value: 'e' });
    expect(find(read('a:\n  half\n  more\n\n  # remark\n  b: c'), 'a').kind).toBe('map');
    expect(find(read('a:\n  half\n  more\nb: c'), 'a').value).toBe('half more');
  });

  it('several documents', () => {
    expect(read('a: 1\n---\nb: 2\n---\n').documents?.map((top) => top.map((entry) => entry.key))).toEqual([['a'], ['b']]);
  });

  it('property texts in block scalars, each line with its place', () => {
    const tree = read('data:\n  server.properties: |-\n    acks = all\n    sasl.jaas.config=a \\\n      b\n  x: y');
    expect(find(tree, 'data/server.properties/sasl.jaas.config')).toMatchObject({ value: 'a b', block: { line: 4, indent: 4 } });
    expect(find(tree, 'data/x').value).toBe('y');
  });

  it('property texts across the directives of templates', () => {
    const tree = read(
      'data:\n  server.properties: |\n    a.b=1\n{{- if .Values.x }}\n    c.d=2\n{{- end }}\n    e.f=3\n{{- if .Values.y }}\n  x: y\n{{- end }}',
    );
    expect(find(tree, 'data').children?.map(({ key }) => key)).toEqual(['server.properties', 'x']);
    expect(find(tree, 'data/server.properties').children?.map(({ key, value }) => [key, value])).toEqual([
      ['a.b', '1'],
      ['c.d', '2'],
      ['e.f', '3'],
    ]);
  });

  it('pairs of environment lists', () => {
    const tree = read(
      'env:\n  - KAFKA_A=1\n  - "KAFKA_B=2"\n  - name: KAFKA_C\n    value: "3"\n  - name: KAFKA_D\n    valueFrom:\n      secretKeyRef: {name: x}\n  - KAFKA_E',
    );
    const pairs = (find(tree, 'env').children ?? []).map(({ pair }) => [pair?.key, pair?.value, pair?.style]);
    expect(pairs).toEqual([
      ['KAFKA_A', '1', 'plain'],
      ['KAFKA_B', '2', 'quoted'],
      ['KAFKA_C', '3', 'quoted'],
      ['KAFKA_D', '', 'alias'],
      ['KAFKA_E', '', 'alias'],
    ]);
  });

  it('nothing of files that say nothing of Kafka', () => {
    expect([...yaml.parse(['a: b']).entries()]).toEqual([]);
  });
});

const words = fc.constantFrom(
  'acks',
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
  '1e6',
  '- x',
  '{{ x }}',
  'a,b',
  '*',
  '&a',
  ' b ',
  'é',
  '"q"',
  '%x',
  '@y',
  'a #b',
  'a\\b',
  '~',
  '0x1',
  '-',
  '?',
  'x:',
  '2024-01-01',
);
const keys = fc.constantFrom('a', 'b.c', 'd-e', 'listeners', 'KAFKA_X', 'config', 'x y');
const scalarText = fc.oneof(
  words.map((word) => JSON.stringify(word)),
  words.map((word) => `'${word.replaceAll("'", "''")}'`),
  fc.constantFrom('plain', '12', 'true', 'a b', 'x:y', 'on', '1.5', '""', 'http://a:1,b:2', 'a # remark'),
);
const flow = fc.oneof(
  fc
    .array(
      fc.tuple(
        fc.constantFrom('p', 'q', '"r"', 's.t'),
        scalarText.filter((text) => !/^[ah].*[#:,]/.test(text)),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map(
      (members) =>
        `{${unique(members)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', ')}}`,
    ),
  fc.array(fc.constantFrom('1', 'x', '"y"', "'z'"), { maxLength: 3 }).map((items) => `[ ${items.join(', ')} ]`),
);
const blockScalar = fc.constantFrom('|\n  one\n  two', '|-\n  k.a=1\n  k.b = 2', '>-\n  fold\n  ed', '|\n  # not a remark\n  x');

type Node = { readonly map: readonly (readonly [string, Node])[] } | { readonly list: readonly Node[] } | { readonly scalar: string };
const node = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(scalarText, flow, blockScalar).map((scalar): Node => ({ scalar })),
    fc.array(fc.tuple(keys, tie('node')), { minLength: 1, maxLength: 4 }).map((map): Node => ({ map: unique(map) })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((list): Node => ({ list })),
  ),
})).node;
const document = fc
  .array(fc.tuple(keys, node), { minLength: 1, maxLength: 5 })
  .map((map) => `# kafka\n${print({ map: unique(map) }, 0).replace(/^\n/, '')}`);

function unique<V>(members: readonly (readonly [string, V])[]): (readonly [string, V])[] {
  return [...new Map(members)];
}

function print(one: Node, indent: number): string {
  const lead = `\n${' '.repeat(indent)}`;
  if ('scalar' in one) return ` ${one.scalar.replaceAll('\n', lead)}`;
  if ('map' in one) return one.map.map(([key, value]) => `${lead}${key}:${print(value, indent + 2)}`).join('');
  return one.list
    .map((item) => `${lead}-${'scalar' in item ? print(item, indent) : print(item, indent + 2).replace(/^\n\s*/, ' ')}`)
    .join('');
}

/** Scalars as the `yaml` library reads them, in the same shape. */
function oracle(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, `${path}/${i}`);
    else if (value instanceof Object) for (const [key, item] of Object.entries(value)) walk(item, path === '' ? key : `${path}/${key}`);
    else found.set(path, String(value ?? ''));
  };
  walk(parseOracle(text, { schema: 'failsafe' }), '');
  return found;
}

function withoutInner(tree: Tree): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const isInner = (entry: Entry): boolean => entry.format !== undefined;
  for (const entry of tree.entries())
    if (entry.kind !== 'map' && entry.kind !== 'list' && !isInner(entry)) found.set(pathOf(entry), entry.value);
  return found;
}

describe('YAML agrees', () => {
  it('with the yaml library about generated files', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(new Map([...withoutInner(yaml.parse(text.split('\n')))].sort())).toEqual(new Map([...oracle(text)].sort()));
      }),
      { numRuns: 400 },
    );
  });

  it('never fails on any text', () => {
    const lines = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'a:',
        '- b',
        '  - "c',
        "'",
        '{',
        '}',
        '[',
        ']',
        '|',
        'x: |',
        '? a',
        '---',
        '&a *b',
        '\t- x',
        'k: {a: [',
        '{{- if }}',
        ': :',
        '-',
        ' -',
        '"\\',
      ),
    );
    fc.assert(
      fc.property(fc.array(lines), (text) => void picture(yaml.parse(['# kafka', ...text]))),
      { numRuns: 400 },
    );
  });

  it('with itself after a line more in a text, where it stands between the parts of a pair', () => {
    const lines = ['# kafka', '- name: KAFKA_X', '  x.properties: |', '    a.b=1', '  value: y', 'z: 1'];
    const tree = yaml.parse(lines);
    picture(tree);
    lines.splice(4, 0, '    c.d=2');
    yaml.update(tree, lines, { first: 4, removed: 0, added: 1 });
    expect(picture(tree)).toEqual(picture(yaml.parse(lines)));
    lines.splice(3, 1, '    a.b=1', '    e.f=3');
    yaml.update(tree, lines, { first: 3, removed: 1, added: 2 });
    expect(picture(tree)).toEqual(picture(yaml.parse(lines)));
  });

  it('with itself where a text that stands in nothing comes to be another in its row', () => {
    const lines = ['# kafka', 'a:', 'x: y', '[', '  b:', '    - c'];
    const tree = yaml.parse(lines);
    lines.splice(2, 0, 'x: y');
    yaml.update(tree, lines, { first: 2, removed: 0, added: 1 });
    expect(picture(tree)).toEqual(picture(yaml.parse(lines)));
  });

  it('with itself after edits', () => {
    const inserted = fc.array(
      fc.oneof(
        fc.constantFrom(
          'x: y',
          '  a: b',
          '  half',
          '    half more',
          '- c',
          '',
          '# r',
          '  KAFKA_X: "1"',
          '    k.a=2',
          'z: |',
          '{',
          '"',
          '  b: "x \\',
          "a: 'x",
          '---',
          '  - name: A',
          '    value: 1',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 3 },
    );
    const edit = fc.record({ first: fc.nat(30), removed: fc.nat(3), lines: inserted });
    fc.assert(
      fc.property(document, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        const lines = text.split('\n');
        const tree = yaml.parse(lines);
        picture(tree);
        for (const { first, removed, lines: fresh } of edits) {
          const at = 1 + (first % lines.length);
          const count = Math.min(removed, lines.length - at);
          const known = new Set(tree.entries());
          lines.splice(at, count, ...fresh);
          const delta = yaml.update(tree, lines, { first: at, removed: count, added: fresh.length });
          if (delta === undefined) throw new Error('a file with cues is brought up to date');
          const now = new Set(tree.entries());
          expect(new Set(delta.removed)).toEqual(new Set([...known].filter((entry) => !now.has(entry))));
          expect(new Set(delta.added)).toEqual(new Set([...now].filter((entry) => !known.has(entry))));
          expect(picture(tree)).toEqual(picture(yaml.parse(lines)));
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** Members of maps and their values; what stands in a list is left to the examples below. */
function members(tree: Tree): Entry[] {
  return [...tree.entries()].filter(
    (entry) => entry.parent?.kind !== 'list' && entry.format === undefined && entry.kind !== 'map' && entry.kind !== 'list',
  );
}

describe('YAML writes', () => {
  const pick = fc.nat(100);

  it('a value, and nothing else changes', () => {
    fc.assert(
      fc.property(document, pick, words, (text, index, value) => {
        const entry = at(members(yaml.parse(text.split('\n'))), index);
        if (entry === undefined) return;
        const path = pathOf(entry);
        const after = changed(yaml, text, (tree) => ({ kind: 'set', entry: at(members(tree), index) ?? entry, value }));
        if (after === undefined) {
          expect(entry.style).toBe('block');
          return;
        }
        expect(scalars(yaml.parse(after.split('\n')))).toEqual(
          new Map([...scalars(yaml.parse(text.split('\n')))].map(([key, old]) => [key, key === path ? value : old])),
        );
        expect(oracle(after).get(path)).toBe(value);
      }),
      { numRuns: 400 },
    );
  });

  it('a key, an entry more, an entry less, a remark', () => {
    const value = words;
    fc.assert(
      fc.property(document, pick, value, fc.constantFrom('rename', 'add', 'remove', 'comment'), (text, index, word, kind) => {
        const target = (tree: Tree): Entry | undefined => at(members(tree), index);
        const entry = target(yaml.parse(text.split('\n')));
        if (entry === undefined) return;
        const after = changed(yaml, text, (tree) => {
          const one = target(tree) ?? entry;
          if (kind === 'rename') return { kind, entry: one, key: 'new.key' };
          if (kind === 'add') return { kind, after: one, key: 'new.key', value: word };
          return kind === 'remove' ? { kind, entry: one } : { kind: 'comment', entry: one, text: 'kafka' };
        });
        if (after === undefined) return;
        const path = pathOf(entry);
        const fresh = entry.parent === undefined ? 'new.key' : `${pathOf(entry.parent)}/new.key`;
        const before = oracle(text);
        const expected = new Map(before);
        if (kind === 'rename') expected.set(fresh, before.get(path) ?? '');
        if (kind === 'rename' || kind === 'remove') expected.delete(path);
        if (kind === 'add') expected.set(fresh, word);
        if (kind === 'remove' && entry.parent?.children?.length === 1) expected.set(pathOf(entry.parent), '');
        if (kind === 'remove' && before.size === 1) expected.set('', '');
        const found = new Map(oracle(after));
        for (const map of [found, expected]) for (const [key, one] of map) if (one === '') map.delete(key);
        expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, string, string, string]>([
    ['a: b # keep', 'a', 'c', 'a: c # keep'],
    ['a:', 'a', 'c', 'a: c'],
    ['a:  # keep', 'a', 'c', 'a: c  # keep'],
    ["a: 'b'", 'a', "it's", "a: 'it''s'"],
    ['a: "b"', 'a', 'c"d', 'a: "c\\"d"'],
    ['a: b', 'a', '1', 'a: "1"'],
    ['a: 1', 'a', '2', 'a: 2'],
    ['a: 1', 'a', '010', 'a: "010"'],
    ['a: true', 'a', 'false', 'a: false'],
    ['a: true', 'a', 'on', 'a: "on"'],
    ['a: b', 'a', 'c: d', 'a: "c: d"'],
    ['a: {b: c, d: e}', 'a/b', 'x,y', 'a: {b: "x,y", d: e}'],
  ])('%j with %s set to %j', (text, path, value, expected) => {
    expect(changed(yaml, `# kafka\n${text}`, (tree) => ({ kind: 'set', entry: find(tree, path), value }))).toBe(`# kafka\n${expected}`);
  });

  it.each([
    ['an alias', 'a: &x b\nc: *x', 'c'],
    ['what an alias repeats', 'a: &x b\nc: *x', 'a'],
    ['a block scalar', 'a: |\n  b', 'a'],
    ['a map', 'a:\n  b: c', 'a'],
  ])('no value over %s', (_, text, path) => {
    expect(changed(yaml, `# kafka\n${text}`, (tree) => ({ kind: 'set', entry: find(tree, path), value: 'x' }))).toBeUndefined();
  });

  it('environment lists', () => {
    const text = '# kafka\nenv:\n  - KAFKA_A=1\n  - "KAFKA_B=2"\n  - name: KAFKA_C\n    value: "3"\n';
    const pair = (tree: Tree, index: number): Entry => find(tree, `env/${index}`).pair ?? expect.unreachable('a pair');
    expect(changed(yaml, text, (tree) => ({ kind: 'set', entry: pair(tree, 0), value: 'x # y' }))).toBe(
      text.replace('KAFKA_A=1', '"KAFKA_A=x # y"'),
    );
    expect(changed(yaml, text, (tree) => ({ kind: 'rename', entry: pair(tree, 1), key: 'KAFKA_X' }))).toBe(
      text.replace('KAFKA_B', 'KAFKA_X'),
    );
    expect(changed(yaml, text, (tree) => ({ kind: 'remove', entry: pair(tree, 0) }))).toBe(text.replace('  - KAFKA_A=1\n', ''));
    expect(changed(yaml, text, (tree) => ({ kind: 'add', after: pair(tree, 1), key: 'KAFKA_X', value: 'y' }))).toBe(
      text.replace('KAFKA_B=2"', 'KAFKA_B=2"\n  - "KAFKA_X=y"'),
    );
    expect(changed(yaml, text, (tree) => ({ kind: 'set', entry: pair(tree, 2), value: '4' }))).toBe(text.replace('"3"', '"4"'));
    expect(changed(yaml, text, (tree) => ({ kind: 'rename', entry: pair(tree, 2), key: 'KAFKA_X' }))).toBe(
      text.replace('KAFKA_C', 'KAFKA_X'),
    );
    expect(changed(yaml, text, (tree) => ({ kind: 'remove', entry: pair(tree, 2) }))).toBe(
      text.replace('  - name: KAFKA_C\n    value: "3"\n', ''),
    );
    expect(changed(yaml, text, (tree) => ({ kind: 'add', after: pair(tree, 2), key: 'KAFKA_X', value: 'y' }))).toBe(
      text.replace('"3"\n', '"3"\n  - name: KAFKA_X\n    value: "y"\n'),
    );
  });

  it('properties in block scalars', () => {
    const text = '# kafka\ndata:\n  server.properties: |\n    acks=all\n    linger.ms=5\n  x: y\n';
    const acks = (tree: Tree): Entry => find(tree, 'data/server.properties/acks');
    expect(changed(yaml, text, (tree) => ({ kind: 'set', entry: acks(tree), value: '1' }))).toBe(text.replace('acks=all', 'acks=1'));
    expect(changed(yaml, text, (tree) => ({ kind: 'remove', entry: acks(tree) }))).toBe(text.replace('    acks=all\n', ''));
    expect(changed(yaml, text, (tree) => ({ kind: 'add', after: acks(tree), key: 'a', value: 'b' }))).toBe(
      text.replace('acks=all\n', 'acks=all\n    a=b\n'),
    );
    expect(changed(yaml, text, (tree) => ({ kind: 'comment', entry: acks(tree), text: 'why' }))).toBe(
      text.replace('acks=all', '# why\n    acks=all'),
    );
  });
});

function at<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(list.length, 1)];
}
