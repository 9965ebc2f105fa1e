import type { SettingRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

export const dnsLookupDefault: SettingRule = {
  id: 'dns-lookup-default',
  title: 'A way to look up hosts that Kafka 3.0 has no more',
  why: 'Clients try every address of a host since 2.6. `default`, which tries the first only, is deprecated since then, and 3.0 refuses it.',
  severity: 'warning',
  roles: clientRoles,
  kafka: { since: '2.6', until: '2.8' },
  source: 'KIP-602; org.apache.kafka.clients.ClientUtils#parseAndValidateAddresses (WARN)',
  examples: [
    {
      text: 'client.dns.lookup=«default»\n',
      role: 'producer',
      kafka: '2.8',
      message: '`client.dns.lookup` should be `use_all_dns_ips`: Kafka 3.0 and later refuse `default`.',
      fixed: 'client.dns.lookup=use_all_dns_ips\n',
    },
    { text: 'client.dns.lookup=use_all_dns_ips\n', role: 'producer', kafka: '2.8' },
  ],
  reads: 'each',
  of: ({ key }) => key === 'client.dns.lookup',
  when: ({ value }) => value === 'default',
  *check(setting) {
    yield {
      at: setting,
      message: '`client.dns.lookup` should be `use_all_dns_ips`: Kafka 3.0 and later refuse `default`.',
      fixes: [{ title: 'Set it to `use_all_dns_ips`', safe: false, steps: [{ do: 'set', setting, value: 'use_all_dns_ips' }] }],
    };
  },
};
