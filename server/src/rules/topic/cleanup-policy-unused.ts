import type { RelationRule } from '../rule.ts';

const policy = 'cleanup.policy';

/** What only one of the policies reads. */
const read: readonly (readonly [key: string, by: 'compact' | 'delete'])[] = [
  ['retention.ms', 'delete'],
  ['retention.bytes', 'delete'],
  ['delete.retention.ms', 'compact'],
  ['min.cleanable.dirty.ratio', 'compact'],
  ['min.compaction.lag.ms', 'compact'],
  ['max.compaction.lag.ms', 'compact'],
];

export const cleanupPolicyUnused: RelationRule = {
  id: 'cleanup-policy-unused',
  title: 'Settings of the other cleanup policy',
  why: 'A topic that is only compacted keeps the last record of each key for ever, whatever its retention; one that only deletes is never compacted.',
  severity: 'information',
  roles: ['topic'],
  kafka: { since: '0.10.1' },
  source: 'KIP-71; org.apache.kafka.storage.internals.log.UnifiedLog#deleteOldSegments, LogCleanerManager',
  examples: [
    {
      text: 'cleanup.policy=compact\n«retention.ms»=604800000\n',
      message: '`retention.ms` has no effect while `cleanup.policy` is `compact`: it goes with `delete`.',
      fixed: 'cleanup.policy=compact\n',
    },
    { text: 'cleanup.policy=delete\n«min.compaction.lag.ms»=60000\n' },
    { text: 'cleanup.policy=compact,delete\nretention.ms=604800000\nmin.compaction.lag.ms=60000\n' },
    { text: 'retention.ms=604800000\nmin.compaction.lag.ms=60000\n' },
    { text: 'cleanup.policy=compact\nretention.ms=-1\n' },
  ],
  reads: [policy, ...read.map(([key]) => key)],
  *check(config) {
    // What is not written may be another on the broker.
    const policies = config.has(policy) ? config.list(policy) : undefined;
    if (policies?.length !== 1) return;
    for (const [key, by] of read) {
      const setting = config.own(key);
      if (setting === undefined || setting.value === '-1' || policies[0] === by || !['compact', 'delete'].includes(policies[0] ?? ''))
        continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${key}\` has no effect while \`${policy}\` is \`${policies[0]}\`: it goes with \`${by}\`.`,
        fixes: [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
