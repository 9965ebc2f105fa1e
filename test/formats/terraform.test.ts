import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Entry, Tree } from '../../server/src/formats/format.ts';
import { terraform } from '../../server/src/formats/terraform.ts';
import { placeOf } from '../../server/src/text/block.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';

const text = `# A cluster
resource "aws_msk_configuration" "main" {
  kafka_versions = ["3.5.1"]
  tags = {
    a = "}"
  }
  server_properties = <<-EOF
    # remark }
    num.partitions = 3
    %{ if var.long }
    log.retention.hours = 168
    %{ endif }
    \${join("\\n", var.more)}
    min.insync.replicas=\${var.isr}
  EOF
}

resource "aws_s3_bucket" "b" {}
module "msk" {
  server_properties = <<PROPS
auto.create.topics.enable=false
PROPS
}
`;

function propertiesOf(lines: readonly string[]): readonly Entry[] {
  return [...terraform.parse(lines).entries()].filter(({ parent }) => parent?.style === 'block');
}

/** All that is known of a tree, and at which line. */
function picture(tree: Tree, lines: number): unknown {
  const told = (entry: Entry | undefined): unknown =>
    entry && [placeOf(entry.block, entry.keyStart), placeOf(entry.block, entry.valueEnd), entry.key, entry.value];
  return {
    entries: [...tree.entries()].map((entry) => [told(entry), told(entry.parent), entry.children?.map(told)]),
    documents: tree.documents?.map((document) => document.map(told)),
    directives: tree.directives.map(({ block, words }) => [block.line, [...words]]),
    at: Array.from({ length: lines }, (_, line) => told(tree.entryAt(line, 0))),
  };
}

describe('Terraform files', () => {
  const lines = text.split('\n');

  it('hold properties in here-documents, without the directives of templates', () => {
    expect(
      terraform
        .parse(lines)
        .documents?.[0]?.map(({ key, children = [] }) => [
          key,
          children.map((child) => [child.key, child.children?.map((one) => one.key)]),
        ]),
    ).toEqual([
      [
        'aws_msk_configuration',
        [
          ['kafka_versions', undefined],
          ['tags', ['a']],
          ['server_properties', ['num.partitions', 'log.retention.hours', 'min.insync.replicas']],
        ],
      ],
      ['aws_s3_bucket', []],
      ['module', [['server_properties', ['auto.create.topics.enable']]]],
    ]);
  });

  it('are read however deep maps and calls are nested', () => {
    const nested = (open: string, close: string) =>
      `resource "kafka_topic" "x" {\n  config = ${open.repeat(10_000)}${close.repeat(10_000)}\n}\n`;
    for (const one of [nested('{ a = ', '}'), nested('merge(', ')'), nested('merge({ a = ', '})'), nested('{ for k, v in ', ' : k => v }')])
      expect(() => terraform.parse(one.split('\n'))).not.toThrow();
  });

  it('give each property its own place', () => {
    const places = propertiesOf(lines).map((entry) => [entry.key, placeOf(entry.block, entry.keyStart)]);
    for (const [key, { line, character }] of places as [string, { line: number; character: number }][])
      expect(lines[line]?.startsWith(key, character)).toBe(true);
  });

  it('know what each property stands in', () => {
    const [resource] = terraform.parse(lines).documents?.[0] ?? [];
    const owner = resource?.children?.at(-1);
    expect(owner?.parent).toBe(resource);
    for (const child of owner?.children ?? []) expect(child.parent).toBe(owner);
  });

  it('keep everything but what a change names', () => {
    const entry = propertiesOf(lines).find(({ key }) => key === 'log.retention.hours');
    if (entry === undefined) throw new Error('an entry');
    const edit = (change: Parameters<typeof terraform.write>[0]): string =>
      applyEdits(lines, placeEdits(entry.format?.write(change) ?? [], '\n'), '\n');
    expect(edit({ kind: 'set', entry, value: '24' })).toBe(text.replace('= 168', '= 24'));
    expect(edit({ kind: 'remove', entry })).toBe(text.replace('    log.retention.hours = 168\n', ''));
    expect(edit({ kind: 'add', after: entry, key: 'a', value: 'b' })).toBe(text.replace('168\n', '168\n    a=b\n'));
    expect(edit({ kind: 'comment', entry, text: 'why' })).toBe(
      text.replace('    log.retention.hours', '    # why\n    log.retention.hours'),
    );
  });

  it('are the same after edits as read afresh, within texts and beside them', () => {
    const line = fc.constantFrom(
      'EOF',
      'PROPS',
      '}',
      'a=1',
      '    b = 2',
      '     c\\',
      '#---',
      '',
      '    # kafka-config: ignore=all',
      '%{ if x }',
      ' d: 1',
    );
    const edit = fc.record({ first: fc.nat(30), removed: fc.nat(2), fresh: fc.array(line, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const now = text.split('\n');
        const tree = terraform.parse(now);
        for (const { first, removed, fresh } of edits) {
          const at = first % now.length;
          const count = Math.min(removed, now.length - at);
          const known = new Set(tree.entries());
          now.splice(at, count, ...fresh);
          const delta = terraform.update(tree, now, { first: at, removed: count, added: fresh.length });
          const entries = new Set(tree.entries());
          expect(new Set(delta?.removed)).toEqual(new Set([...known].filter((entry) => !entries.has(entry))));
          expect(new Set(delta?.added)).toEqual(new Set([...entries].filter((entry) => !known.has(entry))));
          expect(picture(tree, now.length)).toEqual(picture(terraform.parse(now), now.length));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are read whatever they hold', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('resource "a" "b" {', '}', 'x = <<EOF', 'EOF', 'x = <<-"EOF"', '{', 'a=b'));
    fc.assert(fc.property(fc.array(line), (some) => void propertiesOf(some)));
  });
});

/** A connector as the provider of AWS takes it. */
const connector = `resource "aws_mskconnect_connector" "c" {
  kafkaconnect_version = "3.7.x"
  connector_configuration = {
    "connector.class" = "org.apache.kafka.connect.file.FileStreamSinkConnector" # a remark
    "topics"          = join(",", [
      "a", "b"
    ]),
    tasks.max = 2
    "errors.tolerance" : "all"
    "text" = <<EOT
"quoted" = 1
EOT
    "file"  = "\${var.x["a"]}/\\"b\\""
  }
}
resource "kafka_topic" "t" { 
  config = { "segment.ms" = "20000", "cleanup.policy" = "compact" }
}
`;

describe('maps in Terraform files', () => {
  const membersOf = (source: string): readonly Entry[] =>
    [...terraform.parse(source.split('\n')).entries()].filter(({ parent }) => parent?.kind === 'map' && parent.parent !== undefined);

  it('hold the members that are written, and what expressions yield is not known', () => {
    expect(membersOf(connector).map(({ key, value, style }) => [key, style === 'alias' ? undefined : value])).toEqual([
      ['connector.class', 'org.apache.kafka.connect.file.FileStreamSinkConnector'],
      ['topics', undefined],
      ['tasks.max', '2'],
      ['errors.tolerance', 'all'],
      ['text', undefined],
      ['file', '${var.x["a"]}/"b"'],
      ['segment.ms', '20000'],
      ['cleanup.policy', 'compact'],
    ]);
  });

  it('are read, whatever stands in them', () => {
    const piece = fc.constantFrom('{', '}', '"', '"a" = ', 'b = ', '1', ',', '\n', '(', ')', '<<E\n', 'E\n', '#', '\\', '${', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = `resource "kafka_topic" "t" {\n  config = {${pieces.join('')}\n}\n}`;
        for (const { block, keyStart, valueEnd } of membersOf(source)) {
          expect(keyStart).toBeLessThanOrEqual(valueEnd);
          expect(valueEnd).toBeLessThanOrEqual(block.text.length);
        }
      }),
    );
  });

  it.each([
    [
      'a value between its quotes',
      'errors.tolerance',
      (entry: Entry): Change => ({ kind: 'set', entry, value: 'a"b' }),
      ': "all"',
      ': "a\\"b"',
    ],
    ['a number as it is', 'tasks.max', (entry: Entry): Change => ({ kind: 'set', entry, value: '3' }), '= 2', '= 3'],
    ['a word in place of a number', 'tasks.max', (entry: Entry): Change => ({ kind: 'set', entry, value: 'x' }), '= 2', '= "x"'],
    ['a key', 'tasks.max', (entry: Entry): Change => ({ kind: 'rename', entry, key: 'tasks' }), 'tasks.max', '"tasks"'],
    ['one line less', 'tasks.max', (entry: Entry): Change => ({ kind: 'remove', entry }), '    tasks.max = 2\n', ''],
    [
      'one line more',
      'tasks.max',
      (entry: Entry): Change => ({ kind: 'add', after: entry, key: 'a.b', value: '${c}' }),
      '= 2',
      '= 2\n    "a.b" = "$${c}"',
    ],
    ['a remark above', 'tasks.max', (entry: Entry): Change => ({ kind: 'comment', entry, text: 'x' }), '    tasks', '    # x\n    tasks'],
  ] as const)('get %s', (_, key, changeOf, before, after) => {
    const lines = connector.split('\n');
    const entry = membersOf(connector).find((one) => one.key === key);
    const edits = entry?.format?.write(changeOf(entry));
    expect(applyEdits(lines, placeEdits(edits ?? [], '\n'), '\n')).toBe(connector.replace(before, () => after));
  });

  it.each([
    ['to remove an expression', 'topics', (entry: Entry): Change => ({ kind: 'remove', entry })],
    ['to add beside an expression', 'topics', (entry: Entry): Change => ({ kind: 'add', after: entry, key: 'a', value: 'b' })],
    ['to set an expression', 'topics', (entry: Entry): Change => ({ kind: 'set', entry, value: 'b' })],
  ] as const)('refuse %s', (_, key, changeOf) => {
    const entry = membersOf(connector).find((one) => one.key === key);
    expect(entry?.format?.write(changeOf(entry))).toBeUndefined();
  });
});

describe('a map on one line', () => {
  const text = (members: string): string => `resource "kafka_topic" "t" {\n  config = {${members}}\n}\n`;
  const rewritten = (members: string, kinds: Readonly<Record<string, 'add' | 'remove'>>): string | undefined => {
    const lines = text(members).split('\n');
    const entries = [...terraform.parse(lines).entries()].filter(({ key }) => kinds[key] !== undefined);
    const changes = entries.map(
      (entry): Change => (kinds[entry.key] === 'remove' ? { kind: 'remove', entry } : { kind: 'add', after: entry, key: 'n', value: 'm' }),
    );
    const edits = entries[0]?.format?.writeAll?.(changes);
    return edits && applyEdits(lines, placeEdits(edits, '\n'), '\n');
  };

  it.each([
    ['the first', ' a = 1, "b" = "2", c = 3 ', { a: 'remove' }, ' "b" = "2", c = 3 '],
    ['one between', ' a = 1, "b" = "2", c = 3 ', { b: 'remove' }, ' a = 1, c = 3 '],
    ['the last', ' a = 1, "b" = "2" ', { b: 'remove' }, ' a = 1 '],
    ['the last before a comma', ' a = 1, "b" = "2", ', { b: 'remove' }, ' a = 1, '],
    ['the first two', ' a = 1, "b" = "2", c = 3 ', { a: 'remove', b: 'remove' }, ' c = 3 '],
    ['the last two', ' a = 1, "b" = "2", c = 3 ', { b: 'remove', c: 'remove' }, ' a = 1 '],
    ['all', 'a = 1, b = 2,', { a: 'remove', b: 'remove' }, ''],
  ] as const)('loses %s', (_, members, kinds, expected) => {
    expect(rewritten(members, kinds)).toBe(text(expected));
  });

  it('gets one more', () => {
    expect(rewritten(' a = 1, "b" = "2" ', { a: 'add' })).toBe(text(' a = 1, "n" = "m", "b" = "2" '));
    expect(rewritten(' a = 1, "b" = "2" ', { b: 'add' })).toBe(text(' a = 1, "b" = "2", "n" = "m" '));
  });

  it('keeps what stands beside an expression that nobody reads', () => {
    expect(rewritten(' a = 1, (var.x) = 2, b = 3 ', { a: 'remove' })).toBeUndefined();
  });
});
