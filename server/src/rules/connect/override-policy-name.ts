import { atLeast } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

export const overridePolicyName: SettingRule = {
  id: 'override-policy-name',
  title: 'The name of a client override policy',
  why: 'Connect finds policies by class or by a short name: `All`, `None`, `Principal` and, since 4.2, `Allowlist`. Short names are told apart by case.',
  severity: 'error',
  roles: ['connect-distributed', 'connect-standalone'],
  kafka: { since: '2.3' },
  source: 'KIP-458, KIP-1188; org.apache.kafka.connect.runtime.isolation.Plugins#newPlugin',
  examples: [
    {
      text: 'connector.client.config.override.policy=«none»\n',
      message: '`connector.client.config.override.policy` must be `None`, `All`, `Principal` or a class.',
      fixed: 'connector.client.config.override.policy=None\n',
    },
    { text: 'connector.client.config.override.policy=All\n' },
    { text: 'connector.client.config.override.policy=com.example.MyPolicy\n' },
  ],
  reads: 'each',
  of: ({ key }) => key === 'connector.client.config.override.policy',
  *check(setting, config) {
    const names = ['None', 'All', 'Principal', ...(atLeast(config.kafka, '4.2') ? ['Allowlist'] : [])];
    const meant = names.find((name) => name.toLowerCase() === setting.value.toLowerCase());
    // Other short names may be those of an author’s own policy; MirrorMaker has one of its own.
    if (meant === undefined || meant === setting.value || setting.unknown || config.identity.parent !== undefined) return;
    yield {
      at: setting,
      message: '`connector.client.config.override.policy` must be `None`, `All`, `Principal` or a class.',
      fixes: [{ title: `Set it to \`${meant}\``, safe: true, steps: [{ do: 'set', setting, value: meant }] }],
    };
  },
};
