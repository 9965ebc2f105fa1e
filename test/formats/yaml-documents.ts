import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';

/** YAML with what makes it hard to change: generated texts in which everything may stand that a person writes. */

type Node =
  | { readonly kind: 'scalar'; readonly text: string; readonly anchored: boolean }
  | { readonly kind: 'alias'; readonly index: number }
  | { readonly kind: 'map'; readonly members: readonly Member[]; readonly anchored: boolean; readonly merges: boolean }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly indented: boolean };

interface Member {
  readonly key: string;
  readonly gap: string;
  /** Lines above it. */
  readonly above: readonly string[];
  readonly behind: string;
  readonly node: Node;
}

const plain = ['a1', '12', 'true', 'on', '0x1f', 'a b', 'x:y', 'http://a:1,b:2', '1e6', '~', '', '!!str 12', 'a#b', '-x', '010', 'é'];
const quoted = ['""', "''", '"a: b"', "'it''s'", '"a\\"b # c"', "'#'", '"\\u00e9\\t"', "'a, b'", '"{x}"', '"*x"'];
const overLines = ['go\n  on and\n\n  on', '"go\n  on"', "'go\n\n  on'", '"go \\\n  on"', '\n  below', '\n  "below"'];
const blocks = [
  '|\n  one\n  two',
  '|-\n  one\n\n  two',
  '|+\n  one\n\n',
  '>\n  one\n  two',
  '>-\n  one\n\n    two\n  three',
  '>+\n  one\n\n',
  '|2\n    one\n  two',
  '|2-\n    one\n  two',
  '| # a remark\n  # no remark',
  '|\n  a: b\n  - c',
  '|-\n\n  late',
];
const flows = [
  '{}',
  '[]',
  '{a: 1}',
  '{a: 1, "b": \'x, y\', c: }',
  '{ a: 1 , b: [1, {c: 2}], d: "e" }',
  '{"a":1,"b":2,"c":{"d":3}}',
  '{a: 1,\n  b: 2}',
  '{\n  a: 1,\n  b: 2,\n  c: 3\n  }',
  '{\n  a: 1, # of a\n  # above b\n  b: 2, # of b\n  c: 3 # of c\n  }',
  '{\n  a: 1\n  , b: 2\n  , c: 3\n  }',
  '{ a: 1 # of a\n  , b: 2 # of b\n  , c: 3 }',
  '{a: 1, # of a\n  b: 2}',
  '[a, "b", \'c\', 1]',
  '[A=1, "B=2",\n  C_D=3]',
  '{a: &f 1, b: *f, c: !!str 2}',
];
const keys = ['a', 'b.c', 'd-e', 'KAFKA_X', 'config', 'x y', '"q.r"', "'s t'", '"u:v"', 'w/x'];

const scalar = fc
  .record({
    text: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...plain) },
      { weight: 3, arbitrary: fc.constantFrom(...quoted) },
      { weight: 2, arbitrary: fc.constantFrom(...overLines) },
      { weight: 2, arbitrary: fc.constantFrom(...blocks) },
      { weight: 4, arbitrary: fc.constantFrom(...flows) },
    ),
  })
  .map(({ text }): Node => ({ kind: 'scalar', text, anchored: false }));

const anchoredScalar = fc.constantFrom('x1', '5', '"q"').map((text): Node => ({ kind: 'scalar', text, anchored: true }));

const { node } = fc.letrec<{ node: Node; member: Member }>((tie) => ({
  member: fc.record({
    key: fc.constantFrom(...keys),
    gap: fc.constantFrom(' ', '   ', ' \t'),
    above: fc.constantFrom<readonly string[]>([], [], [], ['# above'], [''], ['# above', '', '# right above']),
    behind: fc.constantFrom('', '', ' # behind', '  '),
    node: tie('node'),
  }),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: scalar },
    { weight: 1, arbitrary: anchoredScalar },
    { weight: 1, arbitrary: fc.nat(9).map((index): Node => ({ kind: 'alias', index })) },
    {
      weight: 4,
      arbitrary: fc
        .record({ members: fc.array(tie('member'), { minLength: 1, maxLength: 4 }), anchored: fc.boolean(), merges: fc.boolean() })
        .map((map): Node => ({ kind: 'map', ...map })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ items: fc.array(tie('node'), { minLength: 1, maxLength: 3 }), indented: fc.boolean() })
        .map((list): Node => ({ kind: 'list', ...list })),
    },
  ),
}));

interface Printing {
  readonly lines: string[];
  /** The anchors so far, of scalars and of maps that are at an end. */
  readonly anchors: string[];
  readonly maps: string[];
  next: number;
}

function print(top: readonly Member[]): string {
  const state: Printing = { lines: [], anchors: [], maps: [], next: 0 };
  for (const member of top) printMember(member, '', state);
  return state.lines.join('\n');
}

function printMember({ key, gap, above, behind, node: value }: Member, lead: string, state: Printing, first = lead): void {
  // Above the first of an item's members stands the item's dash.
  if (first === lead) state.lines.push(...above.map((line) => (line === '' ? '' : lead + line)));
  printNode(value, `${first}${key}:`, lead, { gap, behind, state, under: 'map' });
}

interface Around {
  readonly gap: string;
  readonly behind: string;
  readonly state: Printing;
  readonly under: 'map' | 'list';
}

function printNode(value: Node, head: string, lead: string, { gap, behind, state, under }: Around): void {
  const { lines, anchors, maps } = state;
  if (value.kind === 'alias') {
    const name = anchors[value.index % Math.max(anchors.length, 1)];
    lines.push(`${head}${gap}${name === undefined ? 'x' : `*${name}`}${behind}`);
  } else if (value.kind === 'scalar') {
    const name = `s${state.next++}`;
    const anchor = value.anchored ? `&${name} ` : '';
    if (value.anchored) anchors.push(name);
    const [firstLine = '', ...others] = value.text.split('\n');
    const remark = others.length === 0 || /^[|>]/.test(firstLine) === false ? (others.length === 0 ? behind : '') : '';
    lines.push(`${head}${firstLine === '' ? '' : gap}${anchor}${firstLine}${remark}`.replace(/[ \t]+$/, others.length === 0 ? '$&' : ''));
    for (const line of others) lines.push(line === '' ? '' : lead + line);
  } else if (value.kind === 'map') {
    const name = `m${state.next++}`;
    const anchor = value.anchored ? ` &${name}` : '';
    const merge = value.merges ? maps.at(-1) : undefined;
    const inline = under === 'list' && anchor === '' && merge === undefined;
    if (!inline) lines.push(`${head}${anchor}${behind}`);
    if (merge !== undefined) lines.push(`${lead}  <<: *${merge}`);
    value.members.forEach((member, i) => {
      printMember(member, `${lead}  `, state, inline && i === 0 ? `${head} ` : undefined);
    });
    if (value.anchored) maps.push(name);
  } else {
    const nested = under === 'list' ? `${lead}  ` : value.indented ? `${lead}  ` : lead;
    lines.push(`${head}${behind}`);
    for (const item of value.items) printNode(item, `${nested}-`, nested, { gap: ' ', behind: '', state, under: 'list' });
  }
}

const map = fc.array(
  fc.record({
    key: fc.constantFrom(...keys),
    gap: fc.constantFrom(' ', '   '),
    above: fc.constantFrom<readonly string[]>([], ['# above'], ['']),
    behind: fc.constantFrom('', ' # behind'),
    node,
  }),
  { minLength: 1, maxLength: 5 },
);

/** A file of one document or two. */
export const yamlDocument = fc
  .tuple(fc.array(map, { minLength: 1, maxLength: 2 }), fc.constantFrom('', '\n', '\n\n'))
  .map(([documents, end]) => `# kafka\n${documents.map(print).join('\n---\n')}${end}`)
  .filter((text) => parseAllDocuments(text, { uniqueKeys: false }).every(({ errors }) => errors.length === 0));
