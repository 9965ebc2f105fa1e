import type { RelationRule } from '../rule.ts';
import { advertisedToClients, graphKeys, isBroker } from './listener-graph.ts';

export const advertisedNothing: RelationRule = {
  id: 'advertised-nothing',
  title: 'A broker needs a listener for clients',
  why: 'A broker whose listeners all belong to controllers cannot be reached by clients or other brokers.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'kafka.server.KafkaConfig#validateValues',
  supersedes: ['inter-broker-listener'],
  examples: [
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=«CONTROLLER://:9093»\n',
      message: 'A broker must have a listener beside those of `controller.listener.names`.',
    },
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093,PLAINTEXT://:9092\n',
    },
  ],
  reads: graphKeys,
  *check(config) {
    const at = config.get('advertised.listeners') ?? config.get('listeners') ?? config.get('controller.listener.names');
    if (at === undefined || isBroker(config) !== true || advertisedToClients(config)?.length !== 0) return;
    yield { at, message: 'A broker must have a listener beside those of `controller.listener.names`.' };
  },
};
