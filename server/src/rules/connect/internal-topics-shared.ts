import type { RelationRule } from '../rule.ts';

const keys = ['config.storage.topic', 'offset.storage.topic', 'status.storage.topic'] as const;

export const internalTopicsShared: RelationRule = {
  id: 'internal-topics-shared',
  title: 'Each of Connect’s internal topics is its own',
  why: 'Configurations, offsets and states have formats of their own. In one topic they overwrite and misread one another.',
  severity: 'information',
  roles: ['connect-distributed'],
  source: 'org.apache.kafka.connect.storage.KafkaConfigBackingStore, KafkaOffsetBackingStore, KafkaStatusBackingStore',
  examples: [
    {
      text: 'config.storage.topic=connect\noffset.storage.topic=«connect»\nstatus.storage.topic=connect-status\n',
      message: '`offset.storage.topic` must not be the same as `config.storage.topic`.',
    },
    { text: 'config.storage.topic=connect-configs\noffset.storage.topic=connect-offsets\nstatus.storage.topic=connect-status\n' },
  ],
  reads: keys,
  *check(config) {
    const seen = new Map<string, string>();
    for (const key of keys) {
      const setting = config.own(key);
      if (setting === undefined || setting.unknown || setting.value === '') continue;
      const other = seen.get(setting.value);
      if (other === undefined) seen.set(setting.value, key);
      else yield { at: setting, message: `\`${key}\` must not be the same as \`${other}\`.` };
    }
  },
};
