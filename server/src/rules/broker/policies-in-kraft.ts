import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

const keys = ['create.topic.policy.class.name', 'alter.config.policy.class.name'];
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n';

export const policiesInKraft: RelationRule = {
  id: 'policies-in-kraft',
  title: 'Kafka 3.0 has no policies in KRaft',
  why: 'The controllers of KRaft ask the policies for topics and their settings from Kafka 3.1 on. A node of 3.0 does not start with one.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.0', until: '3.0' },
  source: 'kafka.server.KafkaConfig#validateValues of 3.0',
  examples: [
    {
      text: `${node}«create.topic.policy.class.name»=com.example.Own\n`,
      message: '`create.topic.policy.class.name` is not for KRaft in Kafka 3.0.',
      fixed: node,
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ncreate.topic.policy.class.name=com.example.Own\n' },
  ],
  reads: [...keys, 'process.roles'],
  *check(config) {
    if ((processRoles(config)?.size ?? 0) === 0) return;
    for (const setting of keys.flatMap((key) => config.own(key) ?? [])) {
      yield {
        at: setting,
        part: 'key',
        message: `\`${setting.key}\` is not for KRaft in Kafka 3.0.`,
        fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
