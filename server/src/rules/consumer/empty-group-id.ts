import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

export const emptyGroupId: RelationRule = {
  id: 'empty-group-id',
  title: 'An empty group id',
  why: 'Kafka 4.0 and later refuse a `group.id` without characters; 2.2 to 3.9 take it with a warning. A consumer that belongs to no group leaves the key out.',
  severity: 'error',
  roles: ['consumer', 'share-consumer'],
  kafka: { since: '2.2' },
  source: 'KIP-289; org.apache.kafka.clients.consumer.internals.ConsumerUtils, ClassicKafkaConsumer',
  examples: [
    { text: '«group.id»=\nauto.offset.reset=earliest\n', message: '`group.id` must not be empty.', fixed: 'auto.offset.reset=earliest\n' },
    { text: '«group.id»=\n', kafka: '3.9', severity: 'warning', message: '`group.id` must not be empty: Kafka 4.0 and later refuse it.' },
    { text: '«group.id»=\n', role: 'share-consumer', message: '`group.id` must not be empty.' },
    { text: '«group.id»=\ngroup.protocol=consumer\n', kafka: '3.9', severity: 'error' },
    { text: '«group.id»=\ngroup.protocol=consumer\n', kafka: '3.3', severity: 'warning' },
    { text: 'group.id=orders\n' },
    { text: 'group.id=${env:GROUP}\n' },
  ],
  reads: ['group.id', 'group.protocol'],
  *check(config) {
    // Streams names the group of its consumers itself.
    if (config.identity.parent?.role === 'streams') return;
    const setting = config.own('group.id');
    if (setting === undefined || setting.unknown || setting.value !== '') return;
    const refused = config.role === 'share-consumer' || atLeast(config.kafka, '4.0') || isOfNewerProtocol(config);
    yield {
      at: setting,
      part: 'key',
      severity: refused ? 'error' : 'warning',
      message: `\`group.id\` must not be empty${refused ? '' : ': Kafka 4.0 and later refuse it'}.`,
      fixes: [{ title: 'Remove `group.id`', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};

/** The newer protocol, of which nobody knew before 3.7, wants a group in any case. */
function isOfNewerProtocol(config: Config): boolean {
  return atLeast(config.kafka, '3.7') && config.value('group.protocol')?.toLowerCase() === 'consumer';
}
