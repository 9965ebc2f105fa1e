import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';

export const processRoleTwice: RelationRule = {
  id: 'process-role-twice',
  title: 'A role is named once',
  why: 'Up to Kafka 4.1 a node that is given the same role twice does not start; later releases drop the second.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: '4.1' },
  source: 'kafka.server.KafkaConfig#parseProcessRoles',
  examples: [
    {
      text: 'process.roles=broker,«broker»\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n',
      message: '`broker` must be in `process.roles` once only.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n' },
  ],
  reads: ['process.roles'],
  *check(config) {
    const at = config.own('process.roles');
    const roles = at === undefined ? undefined : config.list('process.roles');
    const again = roles?.find((role, i) => roles.indexOf(role) < i);
    if (at !== undefined && again !== undefined)
      yield { at, part: partOf(at, again, 1), message: `\`${again}\` must be in \`process.roles\` once only.` };
  },
};
