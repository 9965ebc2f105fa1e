import type { Config, Setting } from '../../configs/config.ts';
import { atLeast, printVersion } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { singleConsumers } from '../streams/embedded.ts';
import { consumersOf } from './group-protocol.ts';

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
  roles: ['consumer', 'connect-distributed', 'streams'],
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
    { text: 'restore.consumer.group.protocol=consumer\n«consumer.session.timeout.ms»=30000\n', role: 'streams', kafka: '4.1' },
    { text: 'restore.consumer.group.protocol=consumer\nconsumer.session.timeout.ms=30000\n', role: 'streams', kafka: '4.2' },
  ],
  reads: ['num.stream.threads', 'group.protocol', ...excluded, ...['consumer.', ...singleConsumers].flatMap((prefix) => readOf(prefix))],
  *check(config) {
    const found = new Set<Setting>();
    for (const { prefix, protocol, own } of consumersOf(config)) {
      for (const key of protocol === 'consumer' ? excluded : []) {
        const setting = own(key);
        if (setting !== undefined && !isIdle(setting, prefix)) found.add(setting);
      }
    }
    for (const setting of found) yield refusal(setting, config);
  },
};

function readOf(prefix: string): readonly string[] {
  return ['group.protocol', ...excluded].map((key) => `${prefix}${key}`);
}

/** An empty list counts as none; the main consumer of Streams gets another one in any case. */
function isIdle({ key, value }: Setting, prefix: string): boolean {
  return key === 'partition.assignment.strategy' && (value === '' || prefix === 'main.consumer.');
}

function refusal(setting: Setting, { kafka }: Config): Finding {
  const refused = atLeast(kafka, '4.0');
  const said = refused ? 'cannot be set with' : `is ignored by Kafka ${printVersion(kafka)} and refused by 4.0 with`;
  return {
    at: setting,
    part: 'key',
    severity: refused ? 'error' : 'warning',
    message: `\`${setting.key}\` ${said} \`group.protocol=consumer\`: ${instead[setting.key]} counts.`,
    fixes: [{ title: `Remove \`${setting.key}\``, safe: true, steps: [{ do: 'remove', setting }] }],
  };
}
