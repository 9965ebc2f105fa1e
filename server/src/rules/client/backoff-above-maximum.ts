import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

const pairs = [
  { key: 'retry.backoff.ms', max: 'retry.backoff.max.ms' },
  { key: 'socket.connection.setup.timeout.ms', max: 'socket.connection.setup.timeout.max.ms' },
] as const;

export const backoffAboveMaximum: RelationRule = {
  id: 'backoff-above-maximum',
  title: 'A first pause that is longer than the longest',
  why: 'Pauses between attempts grow from the first value to the maximum. Where the first is greater, Kafka uses the maximum every time, and logs a warning.',
  severity: 'warning',
  roles: clientRoles.filter((role) => role !== 'mirror-maker'),
  kafka: { since: '3.7' },
  source: 'KIP-580; org.apache.kafka.clients.CommonClientConfigs#warnDisablingExponentialBackoff',
  examples: [
    {
      text: 'retry.backoff.ms=«5000»\n',
      role: 'producer',
      message: '`retry.backoff.ms` must be at most `retry.backoff.max.ms` (1000): Kafka uses 1000 ms every time.',
      fixed: 'retry.backoff.ms=5000\nretry.backoff.max.ms=5000\n',
    },
    {
      text: 'socket.connection.setup.timeout.ms=«60000»\nsocket.connection.setup.timeout.max.ms=20000\n',
      role: 'consumer',
      message:
        '`socket.connection.setup.timeout.ms` must be at most `socket.connection.setup.timeout.max.ms` (20000): Kafka uses 20000 ms every time.',
      fixed: 'socket.connection.setup.timeout.ms=60000\nsocket.connection.setup.timeout.max.ms=60000\n',
    },
    { text: 'retry.backoff.ms=5000\nretry.backoff.max.ms=5000\n', role: 'producer' },
    { text: 'retry.backoff.ms=500\n', role: 'admin' },
    { text: 'retry.backoff.ms=«5000»\n', role: 'streams' },
  ],
  reads: pairs.flatMap(({ key, max }) => [key, max]),
  *check(config) {
    for (const { key, max } of pairs) {
      const ms = config.number(key);
      const longest = config.number(max);
      const maximum = config.get(max);
      const setting = config.get(key) ?? maximum;
      if (setting === undefined || ms === undefined || longest === undefined || ms <= longest) continue;
      const steps =
        maximum === undefined
          ? ({ do: 'add', after: setting, key: max, value: String(ms) } as const)
          : ({ do: 'set', setting: maximum, value: String(ms) } as const);
      yield {
        at: setting,
        message: `\`${key}\` must be at most \`${max}\` (${longest}): Kafka uses ${longest} ms every time.`,
        fixes: [{ title: `Set \`${max}\` to ${ms}`, safe: false, steps: [steps] }],
      };
    }
  },
};
