import type { RelationRule } from '../rule.ts';

export const compactionLag: RelationRule = {
  id: 'compaction-lag',
  title: 'The least compaction lag must not exceed the greatest',
  why: 'Records are compacted between a least and a greatest age.',
  severity: 'error',
  roles: ['broker', 'controller', 'topic'],
  kafka: { since: '2.8' },
  source: 'KIP-354; org.apache.kafka.storage.internals.log.LogConfig#validateValues',
  examples: [
    {
      text: 'cleanup.policy=compact\nmin.compaction.lag.ms=«86400000»\nmax.compaction.lag.ms=3600000\n',
      role: 'topic',
      message: '`min.compaction.lag.ms` must be at most `max.compaction.lag.ms`, 3600000.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.cleaner.min.compaction.lag.ms=«7200000»\nlog.cleaner.max.compaction.lag.ms=3600000\n',
      kafka: '3.9',
      message: '`log.cleaner.min.compaction.lag.ms` must be at most `log.cleaner.max.compaction.lag.ms`, 3600000.',
    },
    { text: 'cleanup.policy=compact\nmin.compaction.lag.ms=3600000\nmax.compaction.lag.ms=86400000\n', role: 'topic' },
  ],
  reads: [
    'min.compaction.lag.ms',
    'max.compaction.lag.ms',
    'log.cleaner.min.compaction.lag.ms',
    'log.cleaner.max.compaction.lag.ms',
    'process.roles',
  ],
  *check(config) {
    const prefix = config.role === 'topic' ? '' : 'log.cleaner.';
    const least = config.number(`${prefix}min.compaction.lag.ms`);
    const greatest = config.number(`${prefix}max.compaction.lag.ms`);
    const at = config.get(`${prefix}min.compaction.lag.ms`) ?? config.get(`${prefix}max.compaction.lag.ms`);
    if (at === undefined || least === undefined || greatest === undefined || least <= greatest) return;
    yield { at, message: `\`${prefix}min.compaction.lag.ms\` must be at most \`${prefix}max.compaction.lag.ms\`, ${greatest}.` };
  },
};
