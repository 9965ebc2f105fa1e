import type { RelationRule } from '../rule.ts';
import { isOnly } from './listener-graph.ts';

export const autoJoinOnBroker: RelationRule = {
  id: 'auto-join-on-broker',
  title: 'Only controllers join the quorum by themselves',
  why: '`controller.quorum.auto.join.enable` lets a new controller become a voter. A node that is only a broker refuses it.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '4.2' },
  source: 'KIP-1186; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.auto.join.enable=«true»\n',
      message: '`controller.quorum.auto.join.enable` must be `false` on a node that is only a broker.',
      fixed:
        'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.auto.join.enable=false\n',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\ncontroller.quorum.auto.join.enable=true\n',
      role: 'controller',
    },
  ],
  reads: ['process.roles', 'controller.quorum.auto.join.enable'],
  *check(config) {
    const setting = config.get('controller.quorum.auto.join.enable');
    if (setting === undefined || config.boolean(setting.key) !== true || !isOnly(config, 'broker')) return;
    yield {
      at: setting,
      message: '`controller.quorum.auto.join.enable` must be `false` on a node that is only a broker.',
      fixes: [{ title: 'Set it to `false`', safe: false, steps: [{ do: 'set', setting, value: 'false' }] }],
    };
  },
};
