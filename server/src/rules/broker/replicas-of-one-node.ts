import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';
import { nodeId, votersOf } from './quorum.ts';

const factors = [
  'default.replication.factor',
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'share.coordinator.state.topic.replication.factor',
] as const;

export const replicasOfOneNode: RelationRule = {
  id: 'replicas-of-one-node',
  title: 'One node holds one replica',
  why: 'A node that is broker and the only controller is most often a cluster of its own. Topics with more replicas than there are brokers cannot be made.',
  severity: 'information',
  roles: ['broker', 'controller'],
  kafka: { since: '3.0' },
  source: 'org.apache.kafka.controller.ReplicationControlManager: INVALID_REPLICATION_FACTOR',
  examples: [
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@localhost:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\noffsets.topic.replication.factor=«3»\n',
      message: '`offsets.topic.replication.factor` needs 3 brokers: this node alone has to do with 1.',
    },
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@a:9093,2@b:9093,3@c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\noffsets.topic.replication.factor=3\n',
    },
  ],
  reads: ['process.roles', 'node.id', 'broker.id', 'controller.quorum.voters', ...factors],
  *check(config) {
    const voters = votersOf(config);
    if (processRoles(config)?.size !== 2 || voters?.length !== 1 || voters[0]?.id !== nodeId(config)) return;
    const brokers = config.identity.image?.brokers ?? 1;
    for (const key of factors) {
      const at = config.own(key);
      const factor = at === undefined ? undefined : config.number(key);
      if (at?.definition !== undefined && factor !== undefined && factor > brokers)
        yield {
          at,
          message: `\`${key}\` needs ${factor} brokers: ${brokers === 1 ? 'this node alone has' : 'those of this file have'} to do with ${brokers}.`,
        };
    }
  },
};
