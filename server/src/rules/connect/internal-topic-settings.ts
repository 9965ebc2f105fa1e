import type { RelationRule } from '../rule.ts';

const ignored = [
  { key: 'config.storage.partitions', reason: 'the topic of configurations has one partition' },
  { key: 'config.storage.cleanup.policy', reason: 'Connect’s internal topics are compacted' },
  { key: 'offset.storage.cleanup.policy', reason: 'Connect’s internal topics are compacted' },
  { key: 'status.storage.cleanup.policy', reason: 'Connect’s internal topics are compacted' },
] as const;

export const internalTopicSettings: RelationRule = {
  id: 'internal-topic-settings',
  title: 'Settings of internal topics that Connect decides itself',
  why: 'Connect keeps configurations in one partition, in order, and compacts its internal topics. It ignores other values and logs that.',
  severity: 'warning',
  roles: ['connect-distributed'],
  kafka: { since: '2.7' },
  source: 'KIP-605; org.apache.kafka.connect.runtime.distributed.DistributedConfig#topicSettings',
  supersedes: ['unknown-key'],
  examples: [
    {
      text: 'group.id=g\n«config.storage.partitions»=3\n',
      message: '`config.storage.partitions` is ignored: the topic of configurations has one partition.',
      fixed: 'group.id=g\n',
    },
    { text: 'group.id=g\n«offset.storage.cleanup.policy»=delete\n' },
    { text: 'group.id=g\nconfig.storage.partitions=${env:PARTITIONS}\n' },
    { text: 'group.id=g\noffset.storage.partitions=25\nconfig.storage.replication.factor=3\n' },
  ],
  reads: ignored.map(({ key }) => key),
  *check(config) {
    for (const { key, reason } of ignored) {
      const setting = config.own(key);
      if (setting === undefined || setting.unknown || setting.value === (key.endsWith('partitions') ? '1' : 'compact')) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${key}\` is ignored: ${reason}.`,
        fixes: [{ title: `Remove \`${key}\``, safe: true, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
