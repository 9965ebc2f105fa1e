import type { RelationRule } from '../rule.ts';

export const heartbeatBelowSession: RelationRule = {
  id: 'heartbeat-below-session',
  title: 'Heartbeats come more often than sessions end',
  why: 'A member that has not been heard of for `session.timeout.ms` is thrown out of the group. Kafka refuses a heartbeat that comes too late for it; three heartbeats a session are usual.',
  severity: 'error',
  roles: ['consumer', 'connect-distributed'],
  kafka: { since: '0.9.0' },
  source: 'org.apache.kafka.clients.consumer.internals.Heartbeat',
  examples: [
    {
      text: 'group.id=g\nsession.timeout.ms=10000\nheartbeat.interval.ms=«10000»\n',
      message: '`heartbeat.interval.ms` must be less than `session.timeout.ms` (10000).',
      fixed: 'group.id=g\nsession.timeout.ms=10000\nheartbeat.interval.ms=3333\n',
    },
    { text: 'group.id=g\nsession.timeout.ms=«3000»\n', message: '`session.timeout.ms` must be more than `heartbeat.interval.ms` (3000).' },
    { text: 'group.id=g\nheartbeat.interval.ms=«-1»\n', message: '`heartbeat.interval.ms` must be 0 or more.' },
    { text: 'group.id=g\nsession.timeout.ms=«-1»\n' },
    { text: 'group.id=g\nheartbeat.interval.ms=20000\n', kafka: '3.9' },
    { text: 'group.id=g\nheartbeat.interval.ms=«20000»\n', kafka: '2.8' },
    { text: 'group.id=g\nsession.timeout.ms=30000\nheartbeat.interval.ms=10000\n' },
  ],
  reads: ['heartbeat.interval.ms', 'session.timeout.ms', 'group.protocol'],
  *check(config) {
    const heartbeat = config.number('heartbeat.interval.ms');
    const session = config.number('session.timeout.ms');
    if (heartbeat === undefined || session === undefined || heartbeat < session && heartbeat >= 0) return;
    if (config.value('group.protocol')?.toLowerCase() === 'consumer') return;
    const interval = config.get('heartbeat.interval.ms');
    const setting = interval ?? config.get('session.timeout.ms');
    if (setting === undefined) return;
    if (heartbeat < 0) {
      yield { at: setting, message: '`heartbeat.interval.ms` must be 0 or more.' };
      return;
    }
    const wanted = String(Math.max(1, Math.floor(session / 3)));
    yield {
      at: setting,
      message:
        interval === undefined
          ? `\`session.timeout.ms\` must be more than \`heartbeat.interval.ms\` (${heartbeat}).`
          : `\`heartbeat.interval.ms\` must be less than \`session.timeout.ms\` (${session}).`,
      ...(interval !== undefined && {
        fixes: [{ title: `Set \`heartbeat.interval.ms\` to ${wanted}`, safe: false, steps: [{ do: 'set', setting, value: wanted }] }],
      }),
    };
  },
};
