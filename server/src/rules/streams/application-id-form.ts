import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

export const applicationIdForm: RelationRule = {
  id: 'application-id-form',
  title: 'The application id names a group and topics',
  why: 'Streams uses `application.id` as the group’s id and at the front of the names of its internal topics, which take letters, digits, `.`, `_` and `-` only.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '2.2' },
  source: 'org.apache.kafka.streams.StreamsConfig#getMainConsumerConfigs; org.apache.kafka.common.internals.Topic#validate',
  examples: [
    { text: '«application.id»=\n', message: '`application.id` must not be empty.' },
    { text: '«application.id»=\n', kafka: '3.9', severity: 'warning' },
    {
      text: 'application.id=«orders/v1»\n',
      severity: 'information',
      message: '`application.id` must consist of letters, digits, `.`, `_` and `-` where Streams makes internal topics.',
    },
    { text: 'application.id=orders-v1\n' },
  ],
  single: true,
  reads: ['application.id'],
  *check(config) {
    const setting = config.own('application.id');
    if (setting === undefined || setting.unknown || /^[\w.-]+$/.test(setting.value)) return;
    yield setting.value === ''
      ? {
          at: setting,
          part: 'key',
          severity: atLeast(config.kafka, '4.0') ? 'error' : 'warning',
          message: '`application.id` must not be empty.',
        }
      : {
          at: setting,
          severity: 'information',
          message: '`application.id` must consist of letters, digits, `.`, `_` and `-` where Streams makes internal topics.',
        };
  },
};
