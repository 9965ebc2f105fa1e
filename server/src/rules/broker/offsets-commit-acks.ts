import type { RelationRule } from '../rule.ts';

export const offsetsCommitAcks: RelationRule = {
  id: 'offsets-commit-acks',
  title: 'No more acknowledgements of offsets than replicas',
  why: 'Committed offsets wait for `offsets.commit.required.acks` replicas; -1 stands for all that are in sync, and there should be no reason for another value.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: '3.9' },
  source: 'kafka.server.KafkaConfig#validateValues, org.apache.kafka.coordinator.group.GroupCoordinatorConfig',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\noffsets.commit.required.acks=«2»\noffsets.topic.replication.factor=1\n',
      message: '`offsets.commit.required.acks` must be between -1 and `offsets.topic.replication.factor`, 1.',
      fixed: 'broker.id=1\nzookeeper.connect=zk:2181\noffsets.commit.required.acks=-1\noffsets.topic.replication.factor=1\n',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\noffsets.commit.required.acks=-1\noffsets.topic.replication.factor=1\n' },
  ],
  reads: ['offsets.commit.required.acks', 'offsets.topic.replication.factor'],
  *check(config) {
    const setting = config.get('offsets.commit.required.acks');
    const acks = config.number('offsets.commit.required.acks');
    const factor = config.number('offsets.topic.replication.factor');
    if (setting === undefined || acks === undefined || factor === undefined || (acks >= -1 && acks <= factor)) return;
    yield {
      at: setting,
      message: `\`offsets.commit.required.acks\` must be between -1 and \`offsets.topic.replication.factor\`, ${factor}.`,
      fixes: [{ title: 'Set it to -1, the default', safe: false, steps: [{ do: 'set', setting, value: '-1' }] }],
    };
  },
};
