import { mayBeSecret } from '../../configs/secrets.ts';
import type { SettingRule } from '../rule.ts';

export const numberOfYaml: SettingRule = {
  id: 'number-of-yaml',
  title: 'A number that YAML reads in another base',
  why: 'A leading zero means octal to YAML 1.1 readers, `0x` and `0o` mean hexadecimal and octal, and underscores are dropped: what Kafka gets is another number than the one written, or none.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  source: 'YAML 1.1, int type; YAML 1.2.2, core schema',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    retention.ms: «0100»\n',
      only: 'yaml',
      message: '`0100` is `64` to some readers of YAML: put it between quotes, or write the number that is meant.',
    },
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    retention.ms: 100\n    retention.bytes: "0100"\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ format }) => format.id !== 'properties',
  when: ({ entry }) => entry.style === 'plain' && entry.kind === 'number' && /^[-+]?(?:0[\dxo_]|\d+_)/.test(entry.value),
  *check(setting) {
    const number = numberOf(setting.value);
    if (number === undefined || String(number) === setting.value) return;
    const read = mayBeSecret(setting) ? 'This is another number' : `\`${setting.value}\` is \`${number}\``;
    yield { at: setting, message: `${read} to some readers of YAML: put it between quotes, or write the number that is meant.` };
  },
};

function numberOf(text: string): number | undefined {
  const [, sign, digits = ''] = /^([-+]?)(.*)$/.exec(text.replaceAll('_', '')) ?? [];
  const octal = /^0([0-7]+)$/.exec(digits)?.[1];
  const value = octal === undefined ? Number(digits) : Number.parseInt(octal, 8);
  return Number.isNaN(value) ? undefined : sign === '-' ? -value : value;
}
