import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';
import { nodeId, nodeIdKey, votersOf } from './quorum.ts';

export const votersAndNodeId: RelationRule = {
  id: 'voters-and-node-id',
  title: 'Controllers are voters, brokers are not',
  why: 'A controller whose id is not in `controller.quorum.voters` cannot take part, and a node that is only a broker must not carry the id of a voter.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.0' },
  source: 'KIP-595, KIP-631; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=«1»\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=1@a:9093,2@b:9093\n',
      message: '`node.id` must not be one of the voters (1, 2) on a node that is only a broker.',
    },
    {
      text: 'process.roles=broker,controller\nnode.id=«3»\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=1@a:9093,2@b:9093\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n',
      message: '`node.id` must be one of the voters (1, 2) on a controller.',
    },
    { text: 'process.roles=broker\nnode.id=3\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=1@a:9093,2@b:9093\n' },
    {
      text: 'process.roles=controller\nnode.id=2\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=1@a:9093,2@b:9093\nlisteners=CONTROLLER://:9093\n',
      role: 'controller',
    },
    {
      text: 'process.roles=controller\nnode.id=3\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.bootstrap.servers=a:9093\nlisteners=CONTROLLER://:9093\n',
      role: 'controller',
    },
  ],
  reads: ['process.roles', 'node.id', 'broker.id', 'controller.quorum.voters'],
  *check(config) {
    const roles = processRoles(config);
    const voters = votersOf(config);
    const id = nodeId(config);
    const at = config.get(nodeIdKey(config));
    if (
      roles === undefined ||
      roles.size === 0 ||
      voters === undefined ||
      voters.length === 0 ||
      id === undefined ||
      id < 0 ||
      at === undefined
    )
      return;
    const controller = roles.has('controller');
    if (voters.some((voter) => voter.id === id) === controller) return;
    const ids = voters.map((voter) => voter.id).join(', ');
    const message = controller
      ? `must be one of the voters (${ids}) on a controller`
      : `must not be one of the voters (${ids}) on a node that is only a broker`;
    const related = config.get('controller.quorum.voters');
    yield { at, message: `\`${at.key}\` ${message}.`, ...(related && { related: [{ at: related, message: 'The voters.' }] }) };
  },
};
