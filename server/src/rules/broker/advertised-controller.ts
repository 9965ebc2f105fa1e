import type { RelationRule } from '../rule.ts';
import { parseEndpoints, partOf } from './endpoints.ts';
import { controllerNames, graphKeys, isOnly, listenerElements, processRoles } from './listener-graph.ts';

export const advertisedController: RelationRule = {
  id: 'advertised-controller',
  title: 'Controllers’ listeners are advertised from Kafka 3.9 on only',
  why: 'Up to Kafka 3.8 `advertised.listeners` is for brokers alone: a controller must not set it, nor may it hold a controller’s listener.',
  severity: 'error',
  roles: ['controller', 'broker'],
  kafka: { since: '3.1', until: '3.8' },
  source: 'KIP-853; kafka.server.KafkaConfig#validateValues of 3.8',
  examples: [
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\nadvertised.listeners=PLAINTEXT://c:9092,«CONTROLLER://c:9093»\n',
      message: '`CONTROLLER` must not be advertised before Kafka 3.9: it is a listener of controllers.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\n«advertised.listeners»=CONTROLLER://c:9093\n',
      message: '`advertised.listeners` must not be set on a controller before Kafka 3.9.',
    },
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\nadvertised.listeners=PLAINTEXT://c:9092\n',
    },
  ],
  supersedes: ['advertised-wildcard'],
  reads: graphKeys,
  *check(config) {
    const setting = config.get('advertised.listeners');
    const elements = setting && listenerElements(setting);
    const roles = processRoles(config);
    if (setting === undefined || elements === undefined || roles === undefined || roles.size === 0) return;
    if (isOnly(config, 'controller')) {
      yield { at: setting, part: 'key', message: '`advertised.listeners` must not be set on a controller before Kafka 3.9.' };
      return;
    }
    const controllers = controllerNames(config) ?? [];
    for (const { name, text } of parseEndpoints(elements) ?? []) {
      if (controllers.includes(name))
        yield {
          at: setting,
          part: partOf(setting, text),
          message: `\`${name}\` must not be advertised before Kafka 3.9: it is a listener of controllers.`,
        };
    }
  },
};
