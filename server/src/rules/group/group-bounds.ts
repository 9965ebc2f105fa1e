import type { Config, Setting } from '../../configs/config.ts';
import { define } from '../../schema/schema.ts';
import type { Finding, RelationRule } from '../rule.ts';

const limits: Readonly<Record<string, readonly [min: string | undefined, max: string]>> = Object.fromEntries([
  ...['consumer', 'share', 'streams'].flatMap((kind) =>
    ['heartbeat.interval.ms', 'session.timeout.ms', 'assignment.interval.ms'].map((name) => [
      `${kind}.${name}`,
      [`group.${kind}.min.${name}`, `group.${kind}.max.${name}`],
    ]),
  ),
  ...['record.lock.duration.ms', 'delivery.count.limit', 'partition.max.record.locks'].map((name) => [
    `share.${name}`,
    [`group.share.min.${name}`, `group.share.max.${name}`],
  ]),
  ['streams.num.standby.replicas', [undefined, 'group.streams.max.standby.replicas']],
]);

export const groupBounds: RelationRule = {
  id: 'group-bounds',
  title: 'A group stays within what brokers allow',
  why: 'Brokers bound what a group may set, by `group.consumer.min.session.timeout.ms` and its kin. The bounds named here are Kafka’s defaults.',
  severity: 'error',
  roles: ['group'],
  kafka: { since: '4.0' },
  source: 'KIP-848, KIP-932, KIP-1071; org.apache.kafka.coordinator.group.GroupConfig#validateValues',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: 'consumer.session.timeout.ms=«40000»\n',
      message:
        '`consumer.session.timeout.ms` must be at least 45000: that is `group.consumer.min.session.timeout.ms` of brokers by default.',
    },
    { text: 'consumer.session.timeout.ms=60000\n' },
  ],
  reads: Object.keys(limits),
  *check(config) {
    for (const [key, [min, max]] of Object.entries(limits)) {
      const setting = config.own(key);
      if (setting?.definition !== undefined) yield* outOf(config, setting, min, max);
    }
  },
};

function* outOf(config: Config, setting: Setting, min: string | undefined, max: string): Generator<Finding> {
  const value = config.number(setting.key);
  const least = min === undefined ? undefined : brokerDefault(config, min);
  const most = brokerDefault(config, max);
  if (value === undefined) return;
  if (least !== undefined && value < least)
    yield { at: setting, message: `\`${setting.key}\` must be at least ${least}: that is \`${min}\` of brokers by default.` };
  if (most !== undefined && value > most)
    yield { at: setting, message: `\`${setting.key}\` must be at most ${most}: that is \`${max}\` of brokers by default.` };
}

function brokerDefault(config: Config, key: string): number | undefined {
  const text = define('broker', config.kafka, key)?.default;
  return text === undefined ? undefined : Number(text);
}
