import type { RelationRule } from '../rule.ts';

export const interBrokerListenerAndProtocol: RelationRule = {
  id: 'inter-broker-listener-and-protocol',
  title: 'Either `inter.broker.listener.name` or `security.inter.broker.protocol`',
  why: 'Both say how brokers reach one another. Kafka refuses to choose, even where they agree.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103; kafka.server.KafkaConfig#getInterBrokerListenerNameAndSecurityProtocol',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ninter.broker.listener.name=PLAINTEXT\n«security.inter.broker.protocol»=PLAINTEXT\n',
      kafka: '3.9',
      message: '`security.inter.broker.protocol` must not be set beside `inter.broker.listener.name`.',
      fixed: 'broker.id=1\nzookeeper.connect=zk:2181\ninter.broker.listener.name=PLAINTEXT\n',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ninter.broker.listener.name=PLAINTEXT\n', kafka: '3.9' },
  ],
  reads: ['inter.broker.listener.name', 'security.inter.broker.protocol'],
  *check(config) {
    const setting = config.get('security.inter.broker.protocol');
    if (setting === undefined || !config.has('inter.broker.listener.name')) return;
    yield {
      at: setting,
      part: 'key',
      message: '`security.inter.broker.protocol` must not be set beside `inter.broker.listener.name`.',
      fixes: [{ title: 'Remove `security.inter.broker.protocol`', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
