import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../server/src/formats/format.ts';
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
          ['tags', undefined],
          ['a', undefined],
          ['server_properties', ['num.partitions', 'log.retention.hours', 'min.insync.replicas']],
        ],
      ],
      ['aws_s3_bucket', []],
      ['module', [['server_properties', ['auto.create.topics.enable']]]],
    ]);
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

  it('are read whatever they hold', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('resource "a" "b" {', '}', 'x = <<EOF', 'EOF', 'x = <<-"EOF"', '{', 'a=b'));
    fc.assert(fc.property(fc.array(line), (some) => void propertiesOf(some)));
  });
});
