import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import { consumersOf } from '../consumer/group-protocol.ts';
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
    { text: '«application.id»=\nconsumer.group.protocol=consumer\n', kafka: '3.9', severity: 'error' },
    { text: '«application.id»=\nnum.stream.threads=0\n', severity: 'warning' },
    {
      text: 'application.id=«orders/v1»\n',
      severity: 'information',
      message: '`application.id` must consist of letters, digits, `.`, `_` and `-` where Streams makes internal topics.',
    },
    { text: 'application.id=orders-v1\n' },
  ],
  single: true,
  reads: ['application.id', 'num.stream.threads', ...['', 'consumer.', 'main.consumer.'].map((prefix) => `${prefix}group.protocol`)],
  *check(config) {
    const setting = config.own('application.id');
    if (setting === undefined || setting.unknown || /^[\w.-]+$/.test(setting.value)) return;
    yield setting.value === ''
      ? {
          at: setting,
          part: 'key',
          severity: isRefused(config) ? 'error' : 'warning',
          message: '`application.id` must not be empty.',
        }
      : {
          at: setting,
          severity: 'information',
          message: '`application.id` must consist of letters, digits, `.`, `_` and `-` where Streams makes internal topics.',
        };
  },
};

/** By the main consumer, which a program without threads does not make. Before 4.0 only the consumer protocol minds (3.7). */
function isRefused(config: Config): boolean {
  const main = consumersOf(config).find(({ prefix }) => prefix === 'main.consumer.');
  if (main === undefined) return false;
  return atLeast(config.kafka, '4.0') || (atLeast(config.kafka, '3.7') && main.protocol === 'consumer');
}
