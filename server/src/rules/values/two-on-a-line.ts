import type { Setting } from '../../configs/config.ts';
import { define } from '../../schema/schema.ts';
import type { SettingRule } from '../rule.ts';

export const twoOnALine: SettingRule = {
  id: 'two-on-a-line',
  title: 'A second property on the same line',
  why: 'In a properties file a line holds one property: everything behind its `=` is its value, another property too, which is not set then.',
  severity: 'warning',
  roles: 'all',
  source: 'java.util.Properties.LineReader',
  speaksFor: ['invalid-value', 'bootstrap-servers-form', 'jaas-syntax', 'listener-syntax', 'listener-without-protocol'],
  examples: [
    {
      text: 'group.id=«orders max.poll.records=10»\n',
      role: 'consumer',
      only: 'properties',
      message: '`max.poll.records` is part of the value of `group.id`: it needs a line of its own.',
      fixed: 'group.id=orders\nmax.poll.records=10\n',
    },
    { text: 'linger.ms=«5,acks=all»\n', role: 'producer', only: 'properties', severity: 'error', fixed: 'linger.ms=5\nacks=all\n' },
    { text: 'client.id=a max.poll=10\n', role: 'consumer', only: 'properties' },
    { text: 'group.id=orders\nmax.poll.records=10\n', role: 'consumer', only: 'properties' },
  ],
  reads: 'each',
  of: ({ definition }) => definition !== undefined && definition.type !== 'password',
  when: ({ entry }) => entry.value.includes('='),
  *check(setting) {
    if ((setting.entry.format ?? setting.config.identity.format).id !== 'properties' || setting.unknown) return;
    const second = secondOf(setting);
    if (second === undefined) return;
    const { value, key, rest } = second;
    yield {
      at: setting,
      message: `\`${key}\` is part of the value of \`${setting.key}\`: it needs a line of its own.`,
      ...(!setting.config.has(key) && {
        fixes: [
          {
            title: `Put \`${key}\` on a line of its own`,
            safe: false,
            steps: [
              { do: 'set', setting, value },
              { do: 'add', after: setting, key, value: rest },
            ],
          },
        ],
      }),
    };
  },
};

/** The first known property behind a blank, a comma or a semicolon. */
function secondOf({ value, config }: Setting): { readonly value: string; readonly key: string; readonly rest: string } | undefined {
  const [whole, key, rest] = /(?<![\s,;])[\s,;]+([a-z][a-z0-9]*(?:\.[a-z0-9]+)*)\s*=\s*(.*)$/.exec(value) ?? [];
  if (whole === undefined || key === undefined || rest === undefined) return undefined;
  return define(config.role, config.kafka, key) === undefined ? undefined : { value: value.slice(0, -whole.length), key, rest };
}
