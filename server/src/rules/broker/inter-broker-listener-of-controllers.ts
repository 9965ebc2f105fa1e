import type { RelationRule } from '../rule.ts';
import { controllerNames, graphKeys, isOnly } from './listener-graph.ts';

export const interBrokerListenerOfControllers: RelationRule = {
  id: 'inter-broker-listener-of-controllers',
  title: 'A controller’s listener is not the brokers’',
  why: 'On a node that is only a controller, `inter.broker.listener.name` must not be one of `controller.listener.names`: leave it out there.',
  severity: 'error',
  roles: ['controller', 'broker'],
  kafka: { since: '4.0' },
  source: 'KAFKA-18281; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\ninter.broker.listener.name=«CONTROLLER»\n',
      kafka: '4.1',
      message: '`inter.broker.listener.name` must not be one of `controller.listener.names` on a controller.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\n',
      kafka: '4.1',
    },
  ],
  reads: graphKeys,
  *check(config) {
    const setting = config.get('inter.broker.listener.name');
    if (setting === undefined || setting.unknown || !isOnly(config, 'controller')) return;
    if (controllerNames(config)?.includes(setting.value.toUpperCase()))
      yield { at: setting, message: '`inter.broker.listener.name` must not be one of `controller.listener.names` on a controller.' };
  },
};
