import type { Config, Setting } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';
import { isBroker } from './listener-graph.ts';

interface Limit {
  readonly key: string;
  readonly min: number;
  readonly max?: number;
  readonly wants: string;
  /** Where only brokers look at it. */
  readonly ofBrokers?: true;
}

const codecs = '0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd)';

const limits: readonly Limit[] = [
  { key: 'log.roll.ms', min: 1, wants: '1 or more' },
  { key: 'log.roll.jitter.ms', min: 0, wants: '0 or more' },
  { key: 'log.cleaner.threads', min: 1, wants: '1 or more' },
  { key: 'log.flush.interval.ms', min: 0, wants: '0 or more', ofBrokers: true },
  { key: 'log.flush.scheduler.interval.ms', min: 0, wants: '0 or more', ofBrokers: true },
  { key: 'offsets.topic.compression.codec', min: 0, max: 4, wants: codecs },
  { key: 'share.coordinator.state.topic.compression.codec', min: 0, max: 4, wants: codecs },
];

export const logLimits: RelationRule = {
  id: 'log-limits',
  title: 'Limits of logs that only show when the broker starts',
  why: 'The definitions of these settings take any number. What cannot work is refused later in the start.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source:
    'kafka.server.KafkaConfig#validateValues, org.apache.kafka.storage.internals.log.LogConfig, org.apache.kafka.common.record.CompressionType#forId',
  examples: [
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.roll.ms=«0»\n', kafka: '3.9', message: '`log.roll.ms` must be 1 or more.' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\noffsets.topic.compression.codec=«5»\n',
      kafka: '3.9',
      message: '`offsets.topic.compression.codec` must be 0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd).',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.roll.ms=604800000\nlog.flush.interval.ms=1000\nlog.flush.scheduler.interval.ms=-1\n',
      kafka: '3.9',
    },
  ],
  supersedes: ['log-cleaner-memory'],
  reads: ['process.roles', ...limits.map((limit) => limit.key)],
  *check(config) {
    for (const limit of limits) {
      const setting = config.own(limit.key);
      if (setting?.definition !== undefined && isBeyond(config, setting, limit))
        yield { at: setting, message: `\`${limit.key}\` must be ${limit.wants}.` };
    }
  },
};

function isBeyond(config: Config, setting: Setting, { key, min, max, ofBrokers }: Limit): boolean {
  const value = config.number(setting.key);
  if (value === undefined || (value >= min && value <= (max ?? value))) return false;
  // Only where `log.flush.interval.ms` is not set does the other stand in for it.
  if (key === 'log.flush.scheduler.interval.ms' && config.has('log.flush.interval.ms')) return false;
  return ofBrokers !== true || isBroker(config) === true;
}
