import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { controllerNames, graphKeys, isOnly, listenersOf } from './listener-graph.ts';

export const controllerListenerInBroker: RelationRule = {
  id: 'controller-listener-in-broker',
  title: 'A broker does not listen on the controllers’ listener',
  why: 'On a node that is only a broker, `controller.listener.names` tells how to reach the controllers. The node itself must not listen there.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.1' },
  source: 'KIP-631; kafka.server.KafkaConfig#validateValues',
  supersedes: ['advertised-nothing', 'inter-broker-listener'],
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,«CONTROLLER://:9093»\n',
      message: '`CONTROLLER` must not be in `listeners`: this node is only a broker.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092\n',
    },
  ],
  reads: graphKeys,
  *check(config) {
    if (!isOnly(config, 'broker')) return;
    const names = controllerNames(config) ?? [];
    const at = config.get('listeners') ?? config.get('controller.listener.names');
    for (const { name, text } of listenersOf(config) ?? []) {
      if (at === undefined || !names.includes(name)) continue;
      yield {
        at,
        part: partOf(at, at.key === 'listeners' ? text : name),
        message: `\`${name}\` must not be in \`listeners\`: this node is only a broker.`,
      };
    }
  },
};
