import type { SettingRule } from '../rule.ts';
import { secondsMeant } from './seconds-meant.ts';

/** Time-outs of which nobody means a few milliseconds; delays, intervals and waits may be that short. */
const timeouts: ReadonlySet<string> = new Set([
  'request.timeout.ms',
  'session.timeout.ms',
  'delivery.timeout.ms',
  'default.api.timeout.ms',
  'max.poll.interval.ms',
  'transaction.timeout.ms',
  'connections.max.idle.ms',
  'max.block.ms',
  'socket.connection.setup.timeout.ms',
  'socket.connection.setup.timeout.max.ms',
  'zookeeper.session.timeout.ms',
  'zookeeper.connection.timeout.ms',
  'broker.session.timeout.ms',
  'replica.lag.time.max.ms',
  'replica.socket.timeout.ms',
  'group.max.session.timeout.ms',
  'transaction.max.timeout.ms',
  'rebalance.timeout.ms',
  'offset.flush.timeout.ms',
  'metadata.max.age.ms',
  'auto.commit.interval.ms',
]);

export const secondsInMilliseconds: SettingRule = {
  id: 'seconds-in-milliseconds',
  title: 'A time-out that looks like seconds',
  why: 'The value counts in milliseconds. A time-out of a few dozen of them expires before any answer can come.',
  severity: 'information',
  roles: 'all',
  family: 'any',
  source: 'the names of the properties: `.ms` is milliseconds',
  examples: [
    {
      text: 'request.timeout.ms=«30»\n',
      role: 'producer',
      message: '`request.timeout.ms` is in milliseconds: 30 s would be 30000.',
      fixed: 'request.timeout.ms=30000\n',
    },
    { text: 'linger.ms=5\nrequest.timeout.ms=30000\n', role: 'producer' },
    { text: 'max.block.ms=0\n', role: 'producer' },
  ],
  reads: 'each',
  of: ({ key }) => timeouts.has(key),
  when: ({ value }) => value.length <= 3,
  *check(setting) {
    const meant = secondsMeant(setting);
    if (meant === undefined || setting.definition === undefined) return;
    const value = String(meant);
    yield {
      at: setting,
      message: `\`${setting.key}\` is in milliseconds: ${meant / 1000} s would be ${value}.`,
      fixes: [{ title: `Set \`${setting.key}\` to ${value}`, safe: false, steps: [{ do: 'set', setting, value }] }],
    };
  },
};
