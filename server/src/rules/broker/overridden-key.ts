import type { RelationRule } from '../rule.ts';

/** Keys that mean the same, the one that counts first (`KafkaConfig.logRetentionTimeMillis` and its kin). */
const families = [
  ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
  ['log.roll.ms', 'log.roll.hours'],
  ['log.roll.jitter.ms', 'log.roll.jitter.hours'],
  ['log.dirs', 'log.dir'],
  ['delegation.token.secret.key', 'delegation.token.master.key'],
] as const;

export const overriddenKey: RelationRule = {
  id: 'overridden-key',
  title: 'Another key for the same thing counts',
  why: 'Some settings can be given in several units or under two names. Kafka reads the more exact or newer one and ignores the others.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  source: 'kafka.server.KafkaConfig',
  supersedes: ['deprecated-key'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.ms=604800000\n«log.retention.hours»=24\n',
      kafka: '3.9',
      message: 'Kafka ignores `log.retention.hours`: `log.retention.ms` counts.',
      fixed: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.ms=604800000\n',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.minutes=60\n', kafka: '3.9' },
  ],
  reads: families.flat(),
  *check(config) {
    for (const family of families) {
      const winner = family.find((key) => config.get(key)?.definition !== undefined);
      for (const key of family) {
        const setting = config.own(key);
        if (winner === undefined || key === winner || setting?.definition === undefined) continue;
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `Kafka ignores \`${key}\`: \`${winner}\` counts.`,
          fixes: [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
        };
      }
    }
  },
};
