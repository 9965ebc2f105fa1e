import type { RelationRule } from '../rule.ts';

export const zookeeperMode: RelationRule = {
  id: 'zookeeper-mode',
  title: 'Kafka 4.0 has no ZooKeeper mode',
  why: 'A broker without `process.roles` keeps its metadata in ZooKeeper. Kafka 3.9 is the last release that can; 4.0 and later refuse to start.',
  severity: 'warning',
  roles: ['broker'],
  kafka: { until: '3.9' },
  source: 'KIP-500, KIP-833; kafka.server.KafkaConfig of 4.0: process.roles is required',
  examples: [
    {
      text: 'broker.id=0\n«zookeeper.connect»=zk:2181\nlog.dirs=/var/lib/kafka\n',
      kafka: '3.9',
      message: 'This broker uses ZooKeeper: Kafka 4.0 and later refuse it.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n', kafka: '3.9' },
  ],
  reads: ['zookeeper.connect', 'process.roles'],
  *check(config) {
    const setting = config.get('zookeeper.connect');
    if (setting === undefined || config.has('process.roles')) return;
    yield { at: setting, part: 'key', message: 'This broker uses ZooKeeper: Kafka 4.0 and later refuse it.' };
  },
};
