import type { Config, Setting } from '../../configs/config.ts';
import { atLeast, printVersion } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { singleConsumers } from '../streams/embedded.ts';
import { consumersOf } from './group-protocol.ts';

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
    {
      text: 'consumer.group.protocol=consumer\nmain.consumer.group.protocol=classic\n«group.remote.assignor»=uniform\n',
      role: 'streams',
      kafka: '3.9',
    },
    { text: 'consumer.group.protocol=consumer\nmain.consumer.group.remote.assignor=uniform\n', role: 'streams', kafka: '3.9' },
    { text: 'group.id=g\ngroup.protocol=${env:PROTOCOL}\ngroup.remote.assignor=uniform\n' },
  ],
  reads: ['num.stream.threads', ...['', 'consumer.', ...singleConsumers].flatMap((prefix) => readOf(prefix))],
  *check(config) {
    const found = new Map<Setting, Finding>();
    for (const { protocol, own } of consumersOf(config)) {
      if (protocol !== 'classic' && protocol !== 'consumer') continue;
      for (const one of excluded) {
        const setting = own(one.key);
        if (setting === undefined || setting.unknown || setting.value === '' || !atLeast(config.kafka, one.ignoredSince)) continue;
        if (protocol === 'consumer' && one.key === 'group.remote.assignor') continue;
        found.set(setting, refusal(setting, config, one, protocol));
      }
    }
    yield* found.values();
  },
};

function readOf(prefix: string): readonly string[] {
  return ['group.protocol', ...excluded.map(({ key }) => key)].map((key) => `${prefix}${key}`);
}

function refusal(setting: Setting, { kafka }: Config, { since, belongs }: (typeof excluded)[number], protocol: string): Finding {
  const refused = atLeast(kafka, since);
  const said = refused ? 'cannot be set with' : `is ignored by Kafka ${printVersion(kafka)} and refused by ${since} with`;
  return {
    at: setting,
    part: 'key',
    severity: refused ? 'error' : 'warning',
    message: `\`${setting.key}\` ${said} \`group.protocol=${protocol}\`: ${belongs}.`,
    fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
  };
}
