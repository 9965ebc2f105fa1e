import type { RelationRule } from '../rule.ts';

const keys = [
  'leader.replication.throttled.rate',
  'follower.replication.throttled.rate',
  'replica.alter.log.dirs.io.max.bytes.per.second',
] as const;

export const dynamicOnlyKey: RelationRule = {
  id: 'dynamic-only-key',
  title: 'Throttles are set while the broker runs',
  why: 'These limits live in the cluster, where `kafka-configs.sh` puts them. A broker does not read them from its file.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.1' },
  source: 'KIP-73, KIP-113; kafka.server.DynamicConfig.Broker',
  supersedes: ['invalid-value', 'other-role-key', 'unknown-key'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\n«leader.replication.throttled.rate»=1000000\n',
      kafka: '3.9',
      message: 'A broker ignores `leader.replication.throttled.rate` in its file: set it with `kafka-configs.sh`.',
      fixed: 'broker.id=1\nzookeeper.connect=zk:2181\n',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\n', kafka: '3.9' },
  ],
  reads: keys,
  *check(config) {
    for (const key of keys) {
      const setting = config.own(key);
      if (setting === undefined) continue;
      const fixes = [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }] as const;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `A broker ignores \`${key}\` in its file: set it with \`kafka-configs.sh\`.`,
        fixes,
      };
    }
  },
};
