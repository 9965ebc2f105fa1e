import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';
import { namesQuorum, quorumKeys } from './quorum.ts';

export const kraftNeedsQuorum: RelationRule = {
  id: 'kraft-needs-quorum',
  title: 'A KRaft node needs to know its controllers',
  why: 'A node finds the controllers through `controller.quorum.voters` or, from Kafka 3.9 on, through `controller.quorum.bootstrap.servers`. With neither it does not start.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.0' },
  source: 'KIP-595, KIP-853; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=«broker»\nnode.id=1\ncontroller.listener.names=CONTROLLER\n',
      message: 'A KRaft node needs `controller.quorum.bootstrap.servers` or `controller.quorum.voters` to find its controllers.',
    },
    {
      text: 'process.roles=«broker»\nnode.id=1\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.bootstrap.servers=c:9093\n',
      kafka: '3.8',
      message: 'A KRaft node needs `controller.quorum.voters` to find its controllers.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.listener.names=CONTROLLER\n«controller.quorum.voters»=\n' },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.bootstrap.servers=c:9093\n' },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=9@c:9093\n', kafka: '3.3' },
  ],
  reads: ['process.roles', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers'],
  *check(config) {
    const roles = processRoles(config);
    if (!config.identity.whole || roles === undefined || roles.size === 0) return;
    if (namesQuorum(config)) return;
    const keys = quorumKeys(config);
    const at = keys.map((key) => config.get(key)).find((setting) => setting !== undefined) ?? config.get('process.roles');
    if (at !== undefined)
      yield { at, message: `A KRaft node needs ${keys.map((key) => `\`${key}\``).join(' or ')} to find its controllers.`, lacks: keys };
  },
};
