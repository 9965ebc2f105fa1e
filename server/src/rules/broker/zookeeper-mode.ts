import { parseVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

/** The release that deprecated ZooKeeper. Before it, ZooKeeper is what Kafka's own files are written for. */
const deprecated = parseVersion('3.5') ?? 0;

export const zookeeperMode: RelationRule = {
  id: 'zookeeper-mode',
  title: 'Kafka 4.0 has no ZooKeeper mode',
  why: 'A broker without `process.roles` keeps its metadata in ZooKeeper. Kafka 3.9 is the last release that can; 4.0 and later refuse to start. For releases before 3.5, which knew nothing else, this is information only.',
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
    { text: 'broker.id=0\n«zookeeper.connect»=zk:2181\nlog.dirs=/var/lib/kafka\n', kafka: '2.4', severity: 'information' },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n', kafka: '3.9' },
  ],
  reads: ['zookeeper.connect', 'process.roles'],
  *check(config) {
    const setting = config.get('zookeeper.connect');
    if (setting === undefined || config.has('process.roles')) return;
    const severity = config.kafka < deprecated ? 'information' : 'warning';
    yield { at: setting, part: 'key', severity, message: 'This broker uses ZooKeeper: Kafka 4.0 and later refuse it.' };
  },
};
