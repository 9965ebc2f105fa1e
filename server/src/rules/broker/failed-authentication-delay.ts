import type { RelationRule } from '../rule.ts';

export const failedAuthenticationDelay: RelationRule = {
  id: 'failed-authentication-delay',
  title: 'The answer to a failed login must come before the connection is dropped',
  why: 'A failed login is answered after a pause. An idle connection must live longer than that.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-306; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nconnections.max.idle.ms=«50»\n',
      kafka: '3.9',
      message: '`connection.failed.authentication.delay.ms`, 100, must be less than `connections.max.idle.ms`, 50.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nconnections.max.idle.ms=-1\n', kafka: '3.9' },
  ],
  reads: ['connection.failed.authentication.delay.ms', 'connections.max.idle.ms'],
  *check(config) {
    const delay = config.number('connection.failed.authentication.delay.ms');
    const idle = config.number('connections.max.idle.ms');
    const at = config.get('connections.max.idle.ms') ?? config.get('connection.failed.authentication.delay.ms');
    if (at === undefined || delay === undefined || idle === undefined || idle < 0 || delay < idle) return;
    yield {
      at,
      message: `\`connection.failed.authentication.delay.ms\`, ${delay}, must be less than \`connections.max.idle.ms\`, ${idle}.`,
    };
  },
};
