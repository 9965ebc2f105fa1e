import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { terraform } from '../../server/src/formats/terraform.ts';
import { editsOf } from '../../server/src/rules/fix.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';

function open(text: string): Document {
  return new Document(text, terraform, { path: 'main.tf' });
}

/** The keys of every config. */
function found(text: string): unknown {
  return open(text).placement.configs.map((config) => [...config.settings()].map(({ key }) => key));
}

function rules(text: string): readonly string[] {
  return open(text)
    .reports(new Map())
    .map(({ rule, finding }) => `${rule.id} ${finding.at.key}`);
}

/** The text after the first fix of its first finding. */
function fixed(text: string): string {
  const document = open(text);
  const fix = document.reports(new Map())[0]?.finding.fixes?.[0];
  return applyEdits(document.lines, placeEdits((fix && editsOf(fix)) ?? [], '\n'), '\n');
}

const msk = (value: string): string => `resource "aws_msk_configuration" "c" {\n  server_properties = ${value}\n}\n`;
const topic = (value: string): string => `resource "confluent_kafka_topic" "t" {\n  config = ${value}\n}\n`;
const loop = (map: string): string => `join("\\n", [for k, v in ${map} : "\${k}=\${v}"])`;
const locals = (text: string): string => `locals {\n  ${text}\n}\n`;

describe('values that Terraform puts together', () => {
  it.each([
    ['lines of a map', msk(loop('{ "num.partitions" = 3 }')), [['num.partitions']]],
    [
      'lines of a map over several lines',
      msk('join("\\n", [\n    for k, v in {\n      "num.partitions" = 3\n    } : format("%s = %s", k, v)\n  ])'),
      [['num.partitions']],
    ],
    ['lines of a local map', locals('props = { "num.partitions" = 3 }') + msk(loop('local.props')), [['num.partitions']]],
    [
      'lines of what a variable is mostly',
      `variable "props" {\n  default = { "num.partitions" = 3 }\n}\n${msk(loop('var.props'))}`,
      [['num.partitions']],
    ],
    ['a list of lines', msk('join("\\n", ["num.partitions=3", "log.retention.ms = 1"])'), [['num.partitions', 'log.retention.ms']]],
    [
      'a local text',
      locals('text = "num.partitions=3\\nlog.retention.ms=1"') + msk('local.text'),
      [['num.partitions', 'log.retention.ms']],
    ],
    [
      'merged maps',
      locals('a = { "cleanup.policy" = "compact" }') + topic('merge(local.a, { "retention.ms" = 1 })'),
      [['retention.ms'], ['cleanup.policy']],
    ],
    ['merged maps of which one is not in sight', topic('merge(var.a, { "retention.ms" = 1 })'), [['retention.ms']]],
    ['a local map of a local map', locals('a = { "cleanup.policy" = "compact" }\n  b = local.a') + topic('local.b'), [['cleanup.policy']]],
    ['members as they are', topic('{ for k, v in { "retention.ms" = 1 } : k => tostring(v) }'), [['retention.ms']]],
    ['members that are filtered', topic('{ for k, v in { "retention.ms" = 1 } : k => v if v != null }'), [['retention.ms']]],
    [
      'what each has',
      `${locals('topics = { a = { config = { "retention.ms" = 1 } }, b = { config = { "segment.ms" = 1 } }, c = {} }')}resource "kafka_topic" "t" {\n  for_each = local.topics\n  config = try(each.value.config, {})\n}\n`,
      [['retention.ms'], ['segment.ms']],
    ],
    [
      'what each has, looked up',
      'resource "kafka_topic" "t" {\n  for_each = { a = { config = { "retention.ms" = 1 } } }\n  config = lookup(each.value, "config", {})\n}\n',
      [['retention.ms']],
    ],
  ])('are read as %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['a template’s', msk('templatefile("${path.module}/a.tpl", { "num.partitions" = "x" })')],
    ['another file’s', msk('file("server.properties")')],
    ['renamed', topic('{ for k, v in { retention_ms = "x" } : replace(k, "_", ".") => v }')],
    ['changed', topic('{ for k, v in { "retention.ms" = "1d" } : k => local.units[v] }')],
    ['a condition’s', topic('var.a ? { "retention.ms" = "x" } : {}')],
    ['a member’s', topic('{ "retention.ms" = { "retention.ms" = "x" } }["retention.ms"]')],
    ['a module’s', topic('module.a.config')],
    ['nobody’s', locals('a = { "retention.ms" = "x" }')],
    ['its own', `${locals('a = local.a')}${topic('local.a')}`],
  ])('are not known where they are %s', (_, text) => {
    expect(rules(text)).toEqual([]);
  });

  it('are judged one by one where something is laid over them', () => {
    const over = '{ "retention.ms" = "x", "min.insync.replicas" = 5 }';
    expect(rules(topic(`merge(${over}, var.more)`))).toEqual(['invalid-value retention.ms']);
    // The second of two that are meant to be laid over one another takes nothing from the first.
    expect(rules(topic('merge({ "retention.ms" = 1 }, { "retention.ms" = 2 })'))).toEqual([]);
  });

  it('are said once, however many resources have them', () => {
    expect(rules(`${locals('a = { "retention.ms" = "x" }')}${topic('local.a')}${topic('merge(local.a, {})')}`)).toEqual([
      'invalid-value retention.ms',
    ]);
  });

  it('are fixed where they stand', () => {
    const list = msk('join("\\n", [\n    "num.partition=3",\n    "log.retention.ms=1",\n  ])');
    expect(fixed(list)).toBe(list.replace('num.partition', 'num.partitions'));
    const nested = `${locals('topics = {\n    a = {\n      config = {\n        "retention.mss" = 1\n      }\n    }\n  }')}resource "kafka_topic" "t" {\n  for_each = local.topics\n  config = each.value.config\n}\n`;
    expect(fixed(nested)).toBe(nested.replace('mss', 'ms'));
  });

  it('say what they are', () => {
    const text = `${locals('a = {\n    "retention.ms" = 1\n  }')}${topic('local.a')}`;
    expect(hover(open(text), { line: 2, character: 8 }, undefined)?.markdown).toContain('**retention.ms**');
    expect(completion(open(text), { line: 2, character: 8 })?.items.map(({ label }) => label)).toContain('cleanup.policy');
  });

  it('are read in time, whatever they are', () => {
    const piece = fc.constantFrom(
      'merge(',
      'join("\\n", ',
      '[',
      ']',
      '{',
      '}',
      ')',
      'for k, v in ',
      'local.a',
      ' : ',
      '"a=b"',
      '"a" = 1',
      ',',
      '\n',
      '"',
      '...',
      'try(',
      '? ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const document = open(`${locals(`a = ${pieces.join('')}`)}\n${msk(pieces.join(''))}`);
        for (const { block, keyStart, valueEnd } of document.tree.entries())
          expect(keyStart <= valueEnd && valueEnd <= block.text.length).toBe(true);
        document.reports(new Map());
      }),
      { numRuns: 500 },
    );
  });
});
