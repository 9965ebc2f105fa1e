import type { RelationRule } from '../rule.ts';

export const brokerNeedsProcessRoles: RelationRule = {
  id: 'broker-needs-process-roles',
  title: 'Kafka 4 needs `process.roles`',
  why: 'Kafka 4.0 runs on KRaft only: every node says whether it is a broker, a controller or both.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '4.0' },
  supersedes: ['removed-key'],
  source: 'KIP-500, KIP-833; org.apache.kafka.server.config.KRaftConfigs: process.roles has no default since 4.0',
  examples: [
    {
      text: 'broker.id=0\nlog.dirs=/var/lib/kafka\n«zookeeper.connect»=zk:2181\n',
      role: 'broker',
      kafka: '4.1',
      message: '`process.roles` must be set: Kafka 4.0 and later run without ZooKeeper.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n' },
  ],
  reads: ['*'],
  *check(config) {
    if (!config.identity.whole || config.has('process.roles')) return;
    const at = config.own('zookeeper.connect') ?? config.first;
    if (at !== undefined)
      yield {
        at,
        part: 'key',
        message: '`process.roles` must be set: Kafka 4.0 and later run without ZooKeeper.',
        lacks: ['process.roles'],
      };
  },
};
