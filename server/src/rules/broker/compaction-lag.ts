import type { RelationRule } from '../rule.ts';
import { isBroker } from './listener-graph.ts';

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
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\nlog.cleaner.min.compaction.lag.ms=7200000\nlog.cleaner.max.compaction.lag.ms=3600000\n',
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
    // A node that is only a controller has no logs of topics.
    if (config.role !== 'topic' && isBroker(config) !== true) return;
    const prefix = config.role === 'topic' ? '' : 'log.cleaner.';
    const least = config.number(`${prefix}min.compaction.lag.ms`);
    const greatest = config.number(`${prefix}max.compaction.lag.ms`);
    const at = config.get(`${prefix}min.compaction.lag.ms`) ?? config.get(`${prefix}max.compaction.lag.ms`);
    if (at === undefined || least === undefined || greatest === undefined || least <= greatest) return;
    yield { at, message: `\`${prefix}min.compaction.lag.ms\` must be at most \`${prefix}max.compaction.lag.ms\`, ${greatest}.` };
  },
};
