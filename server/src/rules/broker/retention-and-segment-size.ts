import type { RelationRule } from '../rule.ts';

export const retentionAndSegmentSize: RelationRule = {
  id: 'retention-and-segment-size',
  title: 'Whole segments are deleted, and not the one being written',
  why: 'A partition grows by at least a segment before anything is deleted: a limit in bytes below the segment size cannot be kept.',
  severity: 'information',
  roles: ['broker', 'controller', 'topic'],
  source: 'org.apache.kafka.storage.internals.log.UnifiedLog#deleteRetentionSizeBreachedSegments',
  examples: [
    {
      text: 'cleanup.policy=delete\nretention.bytes=«1048576»\n',
      role: 'topic',
      message: '`retention.bytes` should be at least `segment.bytes`, 1073741824: no less is ever kept.',
    },
    { text: 'cleanup.policy=delete\nretention.bytes=1048576\nsegment.bytes=1048576\n', role: 'topic' },
    { text: 'cleanup.policy=delete\nretention.bytes=-1\n', role: 'topic' },
  ],
  reads: ['retention.bytes', 'segment.bytes', 'log.retention.bytes', 'log.segment.bytes'],
  *check(config) {
    const prefix = config.role === 'topic' ? '' : 'log.';
    const kept = config.number(`${prefix}retention.bytes`);
    const segment = config.number(`${prefix}segment.bytes`);
    const at = config.own(`${prefix}retention.bytes`);
    if (at === undefined || kept === undefined || segment === undefined || kept < 0 || kept >= segment) return;
    yield { at, message: `\`${at.key}\` should be at least \`${prefix}segment.bytes\`, ${segment}: no less is ever kept.` };
  },
};
