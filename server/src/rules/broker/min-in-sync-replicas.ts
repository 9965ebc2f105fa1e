import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const pairs = [
  { min: 'min.insync.replicas', factor: 'default.replication.factor' },
  { min: 'transaction.state.log.min.isr', factor: 'transaction.state.log.replication.factor' },
  { min: 'share.coordinator.state.topic.min.isr', factor: 'share.coordinator.state.topic.replication.factor' },
] as const;

export const minInSyncReplicas: RelationRule = {
  id: 'min-in-sync-replicas',
  title: 'Fewer replicas in sync than replicas',
  why: 'A write that waits for all replicas fails while fewer than the least number are in sync. If that number is the replication factor, one broker that restarts stops all writes. If it is more, they never succeed up to Kafka 3.6; later releases take the factor for the number.',
  severity: 'information',
  roles: ['broker', 'controller'],
  kafka: { since: '0.11.0' },
  source:
    'Kafka documentation, broker configuration: min.insync.replicas; KAFKA-15583; kafka.cluster.Partition#appendRecordsToLeader, #effectiveMinIsr',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ndefault.replication.factor=3\nmin.insync.replicas=«3»\n',
      kafka: '3.9',
      message: '`min.insync.replicas` should be less than `default.replication.factor`, 3: one broker that is down stops all writes.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ntransaction.state.log.replication.factor=«1»\n',
      kafka: '3.6',
      message:
        '`transaction.state.log.min.isr`, 2, should not be more than `transaction.state.log.replication.factor`: writes never succeed.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ntransaction.state.log.replication.factor=1\n', kafka: '3.7' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ndefault.replication.factor=2\nmin.insync.replicas=«3»\n',
      kafka: '3.7',
      message: '`min.insync.replicas` should be less than `default.replication.factor`, 2: one broker that is down stops all writes.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ndefault.replication.factor=3\nmin.insync.replicas=2\n', kafka: '3.9' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ntransaction.state.log.replication.factor=1\ntransaction.state.log.min.isr=1\n',
      kafka: '3.9',
    },
  ],
  reads: pairs.flatMap(({ min, factor }) => [min, factor]),
  *check(config) {
    for (const { min, factor } of pairs) {
      const least = config.number(min);
      const all = config.number(factor);
      const written = config.own(min);
      const at = written ?? config.own(factor);
      // The factor of topics is often said where they are made, not here.
      if (
        at?.definition === undefined ||
        least === undefined ||
        all === undefined ||
        (min === 'min.insync.replicas' && !config.has(factor))
      )
        continue;
      const never = least > all && !atLeast(config.kafka, '3.7');
      if (least < all || (!never && all === 1)) continue;
      const said = written === undefined ? `\`${min}\`, ${least},` : `\`${min}\``;
      const than = written === undefined ? `\`${factor}\`` : `\`${factor}\`, ${all}`;
      const message = never
        ? `${said} should not be more than ${than}: writes never succeed.`
        : `${said} should be less than ${than}: one broker that is down stops all writes.`;
      yield { at, message };
    }
  },
};
