import { atLeast, printVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { groupProtocol } from './group-protocol.ts';

const excluded = [
  { key: 'group.remote.assignor', since: '3.9', ignoredSince: '3.7', belongs: 'it goes with `group.protocol=consumer`' },
  { key: 'share.acknowledgement.mode', since: '4.1', ignoredSince: '4.1', belongs: 'it is for share consumers' },
  { key: 'share.acquire.mode', since: '4.2', ignoredSince: '4.2', belongs: 'it is for share consumers' },
] as const;

export const classicProtocolExcludes: RelationRule = {
  id: 'classic-protocol-excludes',
  title: 'Settings that the group protocol excludes',
  why: 'An assignor on the broker exists only with `group.protocol=consumer`, and what share groups do is set in share consumers. Kafka refuses them elsewhere.',
  severity: 'error',
  roles: ['consumer', 'connect-distributed', 'streams'],
  kafka: { since: '3.7' },
  source: 'KIP-848, KIP-932; org.apache.kafka.clients.consumer.ConsumerConfig#checkUnsupportedConfigsPostProcess',
  examples: [
    {
      text: 'group.id=g\ngroup.protocol=classic\n«group.remote.assignor»=uniform\n',
      message: '`group.remote.assignor` cannot be set with `group.protocol=classic`: it goes with `group.protocol=consumer`.',
      fixed: 'group.id=g\ngroup.protocol=classic\n',
    },
    { text: 'group.id=g\n«group.remote.assignor»=uniform\n', kafka: '3.7', severity: 'warning' },
    { text: 'group.id=g\ngroup.protocol=consumer\n«share.acknowledgement.mode»=explicit\n', kafka: '4.1' },
    { text: 'group.id=g\ngroup.protocol=consumer\ngroup.remote.assignor=uniform\n' },
    { text: 'group.id=g\ngroup.remote.assignor=\n' },
    { text: '«group.remote.assignor»=uniform\n', role: 'streams', kafka: '3.9' },
    { text: 'consumer.group.protocol=consumer\n«consumer.group.remote.assignor»=uniform\n', role: 'streams', kafka: '4.1' },
    { text: 'consumer.group.protocol=consumer\nconsumer.group.remote.assignor=uniform\n', role: 'streams', kafka: '3.9' },
    { text: 'group.id=g\ngroup.protocol=${env:PROTOCOL}\ngroup.remote.assignor=uniform\n' },
  ],
  reads: ['group.protocol', 'consumer.group.protocol', ...excluded.map(({ key }) => key)],
  *check(config) {
    const protocol = groupProtocol(config);
    if (protocol !== 'classic' && protocol !== 'consumer') return;
    for (const { key, since, ignoredSince, belongs } of excluded) {
      const setting = config.own(key);
      if (setting === undefined || setting.unknown || setting.value === '' || !atLeast(config.kafka, ignoredSince)) continue;
      if (protocol === 'consumer' && key === 'group.remote.assignor') continue;
      const refused = atLeast(config.kafka, since);
      const said = refused ? 'cannot be set with' : `is ignored by Kafka ${printVersion(config.kafka)} and refused by ${since} with`;
      yield {
        at: setting,
        part: 'key',
        severity: refused ? 'error' : 'warning',
        message: `\`${key}\` ${said} \`group.protocol=${protocol}\`: ${belongs}.`,
        fixes: [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
