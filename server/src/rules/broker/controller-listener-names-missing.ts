import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { controllerNames, isOnly, processRoles } from './listener-graph.ts';

export const controllerListenerNamesMissing: RelationRule = {
  id: 'controller-listener-names-missing',
  title: 'A KRaft node needs `controller.listener.names`',
  why: 'The name says by which listener the controllers are reached, and how it is secured. Brokers need it too.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-631; kafka.server.KafkaConfig#validateValues, org.apache.kafka.raft.KRaftConfigs',
  examples: [
    {
      text: 'process.roles=«broker»\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\n',
      message: '`controller.listener.names` must name the listener of the controllers.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\n«controller.listener.names»=\n', kafka: '3.9' },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=«,»\n', kafka: '4.1' },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n' },
  ],
  reads: ['process.roles', 'controller.listener.names'],
  *check(config) {
    const roles = processRoles(config);
    const setting = config.get('controller.listener.names');
    if (roles === undefined || roles.size === 0 || setting?.unknown || (setting !== undefined && controllerNames(config)?.length !== 0))
      return;
    if (setting === undefined && !config.identity.whole) return;
    // 2.8, and a broker of 3.0, look for something written only.
    const looksInside = atLeast(config.kafka, roles.has('controller') ? '3.0' : '3.1');
    if (setting !== undefined && setting.value !== '' && !looksInside) return;
    // From 4.2 on an empty value is refused for what it is, whatever the role.
    if (setting !== undefined && atLeast(config.kafka, '4.2')) return;
    const at = setting ?? config.get('process.roles');
    if (at !== undefined && (isOnly(config, 'broker') || roles.has('controller')))
      yield { at, message: '`controller.listener.names` must name the listener of the controllers.', lacks: ['controller.listener.names'] };
  },
};
