import type { SettingRule } from '../rule.ts';

const stores = /^((offset|config|status)\.storage\.topic|offset\.storage\.file\.filename)$/;

export const internalStoreEmpty: SettingRule = {
  id: 'internal-store-empty',
  title: 'Where a worker keeps its own data',
  why: 'A worker keeps offsets, statuses and configurations in topics, or offsets in a file. It stops at its start where the name of one of them is empty.',
  severity: 'error',
  roles: ['connect-distributed', 'connect-standalone'],
  source:
    'org.apache.kafka.connect.storage.KafkaOffsetBackingStore#configure, KafkaStatusBackingStore, KafkaConfigBackingStore, FileOffsetBackingStore',
  examples: [
    {
      text: 'group.id=connect\n«offset.storage.topic»=\n',
      role: 'connect-distributed',
      message: '`offset.storage.topic` must name a topic.',
    },
    {
      text: 'key.converter=com.example.Own\n«offset.storage.file.filename»=\n',
      role: 'connect-standalone',
      message: '`offset.storage.file.filename` must name a file.',
    },
    { text: 'group.id=connect\noffset.storage.topic=connect-offsets\n', role: 'connect-distributed' },
  ],
  reads: 'each',
  of: ({ key, definition }) => definition !== undefined && stores.test(key),
  when: ({ value }) => value === '',
  *check(setting) {
    if (setting.unknown) return;
    yield { at: setting, part: 'key', message: `\`${setting.key}\` must name a ${setting.key.endsWith('topic') ? 'topic' : 'file'}.` };
  },
};
