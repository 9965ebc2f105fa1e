import { refusalOf } from '../../schema/value.ts';
import type { SettingRule } from '../rule.ts';
import { isNotRead } from './invalid-value.ts';

export const quotedValue: SettingRule = {
  id: 'quoted-value',
  title: 'Quotes become part of the value',
  why: 'Kafka takes quotes in a properties file as characters of the value: a path in quotes is another path, a number in quotes is no number.',
  severity: 'warning',
  roles: 'all',
  source: 'java.util.Properties#load',
  supersedes: ['invalid-value', 'security-settings-unused'],
  speaksFor: ['tls-names'],
  examples: [
    {
      text: 'client.id=«"orders"»\n',
      role: 'producer',
      only: 'properties',
      message: 'The quotes are part of the value.',
      fixed: 'client.id=orders\n',
    },
    { text: 'linger.ms=«"5"»\n', role: 'producer', only: 'properties', severity: 'error', fixed: 'linger.ms=5\n' },
    { text: "client.id=it's\n", role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  chars: '"\'',
  when: ({ entry }) => /^\s*["']/.test(entry.value),
  *check(setting) {
    const { definition, value, key } = setting;
    if (definition === undefined || setting.unknown || definition.type === 'password' || key.endsWith('jaas.config')) return;
    const inner = /^"([^"]*)"$|^'([^']*)'$/.exec(value);
    if (inner === null) return;
    const unquoted = inner[1] ?? inner[2] ?? '';
    const severity = refusalOf(definition, value) === undefined || isNotRead(setting) ? 'warning' : 'error';
    yield {
      at: setting,
      severity,
      message: 'The quotes are part of the value.',
      fixes: [{ title: 'Remove the quotes', safe: true, steps: [{ do: 'set', setting, value: unquoted }] }],
    };
  },
};
