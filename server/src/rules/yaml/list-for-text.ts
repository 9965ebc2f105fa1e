import { mayBeSecret } from '../../configs/secrets.ts';
import type { SettingRule } from '../rule.ts';

export const listForText: SettingRule = {
  id: 'list-for-text',
  title: 'A list of YAML where Kafka wants one text',
  why: 'Kafka’s lists are texts with commas. Strimzi refuses a resource with a list or map as a property’s value, Compose a variable.',
  severity: 'error',
  roles: 'all',
  family: 'any',
  source: 'Strimzi, AbstractConfiguration#convertToStrings; compose-spec, list_or_dict',
  supersedes: ['invalid-value', 'unknown-key'],
  examples: [
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    cleanup.policy: «[compact, delete]»\n',
      only: 'yaml',
      message: '`cleanup.policy` must be one text with commas: `compact,delete`.',
      fixed: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    cleanup.policy: compact,delete\n',
    },
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    «cleanup.policy»:\n      - compact\n      - delete # both\n    retention.ms: 1\n',
      only: 'yaml',
      message: '`cleanup.policy` must be one text with commas: `compact,delete`.',
      fixed:
        'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    cleanup.policy: compact,delete\n    retention.ms: 1\n',
    },
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    cleanup.policy: compact,delete\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  // Log4j2's own maps hold lists of elements.
  in: ({ format, family }) => format.id !== 'properties' && family !== 'log4j2',
  when: ({ entry }) => entry.kind === 'list',
  *check(setting, config) {
    const items = setting.entry.children ?? [];
    // What stands in maps, or elsewhere in the file, makes no text.
    const isText = items.every(({ children, style }) => children === undefined && style !== 'alias');
    const value = items.map((item) => item.value).join(',');
    yield {
      at: setting,
      message: `\`${setting.key}\` must be one text with commas${mayBeSecret(setting) || !isText ? '' : `: \`${value}\``}.`,
      ...(config.identity.scalars === 'printed' && { severity: 'warning' as const }),
      fixes: isText ? [{ title: 'Write it as one text', safe: true, steps: [{ do: 'set', setting, value }] }] : [],
    };
  },
};
