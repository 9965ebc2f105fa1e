import { mskListedAt, mskProperties } from '../../schema/msk.ts';
import { define } from '../../schema/schema.ts';
import { parseVersion } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

export const mskProperty: SettingRule = {
  id: 'msk-property',
  title: 'A broker property that Amazon MSK does not let one set',
  why: 'Amazon MSK takes the properties of its own list in a custom configuration and refuses a configuration with others: it sets listeners, directories and the like itself.',
  severity: 'warning',
  roles: ['broker'],
  source: 'Amazon MSK Developer Guide: Custom Amazon MSK configurations; Custom MSK Express broker configurations',
  supersedes: ['unknown-key', 'removed-key', 'future-key'],
  examples: [
    {
      text: 'resource "aws_msk_configuration" "c" {\n  kafka_versions    = ["3.5.1"]\n  name              = "c"\n  server_properties = <<-EOF\n    num.partitions = 3\n    «log.dirs» = /data\n  EOF\n}\n',
      only: 'terraform',
      message: '`log.dirs` is not among the properties that Amazon MSK lets one set.',
      fixed:
        'resource "aws_msk_configuration" "c" {\n  kafka_versions    = ["3.5.1"]\n  name              = "c"\n  server_properties = <<-EOF\n    num.partitions = 3\n  EOF\n}\n',
    },
    {
      text: 'resource "aws_msk_configuration" "c" {\n  name              = "c"\n  server_properties = <<EOF\nnum.partitions = 3\nlog.retention.hours = ${var.hours}\nEOF\n}\n',
      only: 'terraform',
    },
  ],
  reads: 'each',
  in: ({ service }) => service === 'msk',
  of: ({ key }) => !mskProperties.has(key),
  *check(setting) {
    const { key, config } = setting;
    const listed = parseVersion(mskListedAt) ?? config.kafka;
    if (define('broker', Math.min(config.kafka, listed), key) === undefined) return;
    yield {
      at: setting,
      part: 'key',
      message: `\`${key}\` is not among the properties that Amazon MSK lets one set.`,
      fixes: [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
