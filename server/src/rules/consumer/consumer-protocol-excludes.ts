import { atLeast, printVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { groupProtocol } from './group-protocol.ts';

const excluded = ['session.timeout.ms', 'heartbeat.interval.ms', 'partition.assignment.strategy'] as const;

const instead: Readonly<Record<string, string>> = {
  'session.timeout.ms': 'the broker’s `group.consumer.session.timeout.ms`',
  'heartbeat.interval.ms': 'the broker’s `group.consumer.heartbeat.interval.ms`',
  'partition.assignment.strategy': '`group.remote.assignor`',
};

export const consumerProtocolExcludes: RelationRule = {
  id: 'consumer-protocol-excludes',
  title: 'The consumer protocol has its time-outs and assignors on the broker',
  why: 'With `group.protocol=consumer` the group coordinator decides on sessions, heartbeats and assignments. Kafka 4.0 refuses the client’s own settings; 3.7 to 3.9 ignore them.',
  severity: 'error',
  roles: ['consumer', 'connect-distributed'],
  kafka: { since: '3.7' },
  source: 'KIP-848; org.apache.kafka.clients.consumer.ConsumerConfig#checkUnsupportedConfigsPostProcess',
  examples: [
    {
      text: 'group.id=orders\ngroup.protocol=consumer\n«session.timeout.ms»=30000\n',
      message:
        '`session.timeout.ms` cannot be set with `group.protocol=consumer`: the broker’s `group.consumer.session.timeout.ms` counts.',
      fixed: 'group.id=orders\ngroup.protocol=consumer\n',
    },
    { text: 'group.id=orders\ngroup.protocol=consumer\n«session.timeout.ms»=30000\n', kafka: '3.9', severity: 'warning' },
    { text: 'group.id=orders\ngroup.protocol=classic\nsession.timeout.ms=30000\n' },
    { text: 'group.id=orders\ngroup.protocol=consumer\n' },
    { text: 'consumer.group.protocol=consumer\nconsumer.session.timeout.ms=30000\n', role: 'streams', kafka: '4.1' },
  ],
  reads: ['group.protocol', ...excluded],
  *check(config) {
    if (groupProtocol(config) !== 'consumer') return;
    for (const key of excluded) {
      // Inside Streams the program's own keys go to each consumer.
      const setting = config.identity.parent?.role === 'streams' ? config.get(key) : config.own(key);
      if (setting === undefined || (setting.value === '' && key === 'partition.assignment.strategy')) continue;
      const refused = atLeast(config.kafka, '4.0');
      const said = refused ? 'cannot be set with' : `is ignored by Kafka ${printVersion(config.kafka)} and refused by 4.0 with`;
      yield {
        at: setting,
        part: 'key',
        severity: refused ? 'error' : 'warning',
        message: `\`${key}\` ${said} \`group.protocol=consumer\`: ${instead[key]} counts.`,
        fixes: [{ title: `Remove \`${key}\``, safe: true, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
