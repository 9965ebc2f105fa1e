import type { RelationRule } from '../rule.ts';
import { controllerNames, graphKeys, isOnly } from './listener-graph.ts';

export const severalControllerListeners: RelationRule = {
  id: 'several-controller-listeners',
  title: 'A broker uses the first controller listener only',
  why: 'A node that is only a broker reaches the controllers by the first name in `controller.listener.names`; it says at WARN that it ignores the others.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '3.1' },
  source: 'kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=«CONTROLLER,BACKUP»\n',
      message: 'This broker uses `CONTROLLER` only and ignores the other controller listeners.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n' },
  ],
  reads: graphKeys,
  *check(config) {
    const at = config.get('controller.listener.names');
    const [first, ...others] = controllerNames(config) ?? [];
    if (at !== undefined && others.length > 0 && isOnly(config, 'broker'))
      yield { at, message: `This broker uses \`${first}\` only and ignores the other controller listeners.` };
  },
};
