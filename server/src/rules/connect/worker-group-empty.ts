import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

export const workerGroupEmpty: RelationRule = {
  id: 'worker-group-empty',
  title: 'Workers find one another by their group',
  why: 'Workers with the same `group.id` are one Connect cluster. Since 4.0 the clients inside refuse an empty one.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '2.2' },
  source: 'KIP-289; org.apache.kafka.clients.consumer.internals.ClassicKafkaConsumer',
  examples: [
    { text: '«group.id»=\nbootstrap.servers=kafka:9092\n', message: '`group.id` must not be empty.' },
    { text: 'group.id=connect\nbootstrap.servers=kafka:9092\n' },
  ],
  reads: ['group.id'],
  *check(config) {
    const setting = config.own('group.id');
    if (setting === undefined || setting.value !== '' || setting.unknown) return;
    yield {
      at: setting,
      part: 'key',
      severity: atLeast(config.kafka, '4.0') ? 'error' : 'warning',
      message: '`group.id` must not be empty.',
    };
  },
};
