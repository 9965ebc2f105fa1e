import { before } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { isOnly } from './listener-graph.ts';

/** Policies do nothing on a broker; the two defaults are still read, for topics that clients make by using them. */
const keys: Readonly<Record<string, string>> = {
  'create.topic.policy.class.name': 'does nothing here',
  'alter.config.policy.class.name': 'does nothing here',
  'num.partitions': 'will be ignored here by Kafka 5.0',
  'default.replication.factor': 'will be ignored here by Kafka 5.0',
};

export const controllerKeyOnBroker: RelationRule = {
  id: 'controller-key-on-broker',
  title: 'Some settings belong to the controllers',
  why: 'Topics are made by the controllers: their defaults and policies count there. A node that is only a broker says so at WARN.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '4.0' },
  source: 'KIP-1226; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n«num.partitions»=3\n',
      message: '`num.partitions` belongs on the controllers: it will be ignored here by Kafka 5.0.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n«create.topic.policy.class.name»=com.example.Policy\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nnum.partitions=3\n«alter.config.policy.class.name»=com.example.Policy\n',
      kafka: '4.0',
    },
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\nnum.partitions=3\n',
    },
  ],
  reads: ['process.roles', ...Object.keys(keys)],
  *check(config) {
    if (!isOnly(config, 'broker')) return;
    for (const [key, fate] of Object.entries(keys)) {
      if (!key.includes('policy') && before(config.kafka, '4.3')) continue;
      const setting = config.own(key);
      if (setting !== undefined) yield { at: setting, part: 'key', message: `\`${key}\` belongs on the controllers: it ${fate}.` };
    }
  },
};
