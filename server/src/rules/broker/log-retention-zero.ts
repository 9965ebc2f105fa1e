import type { Config, Setting } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';

const keys = ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'] as const;

export const logRetentionZero: RelationRule = {
  id: 'log-retention-zero',
  title: 'Records are kept for some time, or for ever',
  why: 'A retention of 0 is refused: it takes at least 1 ms, or -1 for no limit. Of the three keys the one with the smallest unit counts.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.hours=«0»\n',
      kafka: '3.9',
      message: '`log.retention.hours` must be 1 or more, or -1 for no limit.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.hours=0\nlog.retention.ms=60000\n', kafka: '3.9' },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.ms=-1\n', kafka: '3.9' },
  ],
  reads: keys,
  *check(config) {
    const setting = counting(config);
    if (setting !== undefined && config.number(setting.key) === 0)
      yield { at: setting, message: `\`${setting.key}\` must be 1 or more, or -1 for no limit.` };
  },
};

function counting(config: Config): Setting | undefined {
  return keys.map((key) => config.get(key)).find((setting) => setting !== undefined);
}
