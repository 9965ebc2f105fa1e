import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

export const zookeeperConnectMissing: RelationRule = {
  id: 'zookeeper-connect-missing',
  title: 'A broker needs `process.roles` or `zookeeper.connect`',
  why: 'A broker keeps its metadata either with KRaft controllers or in ZooKeeper; the file has to say in which.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: '3.9' },
  source: 'KIP-631; kafka.server.KafkaConfig#validateValues',
  examples: [
    { text: '«broker.id»=1\nlog.dirs=/var/lib/kafka\n', message: 'Either `process.roles` or `zookeeper.connect` must be set.' },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\n' },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n' },
  ],
  reads: ['*'],
  *check(config) {
    if (config.has('zookeeper.connect') || processRoles(config)?.size !== 0) return;
    const { first } = config;
    if (first !== undefined)
      yield {
        at: config.get('broker.id') ?? first,
        part: 'key',
        message: 'Either `process.roles` or `zookeeper.connect` must be set.',
        lacks: ['process.roles', 'zookeeper.connect'],
      };
  },
};
