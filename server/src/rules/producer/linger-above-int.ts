import type { RelationRule } from '../rule.ts';

const intMax = 2 ** 31 - 1;

export const lingerAboveInt: RelationRule = {
  id: 'linger-above-int',
  title: '`linger.ms` is cut to what an `int` holds',
  why: 'The property is a long, the producer counts in int: it takes 2147483647 ms (24 days) for anything above.',
  severity: 'warning',
  roles: ['producer'],
  kafka: { since: '1.1' },
  source: 'org.apache.kafka.clients.producer.KafkaProducer#lingerMs',
  examples: [
    {
      text: 'delivery.timeout.ms=2147483647\nlinger.ms=«3000000000»\n',
      message: '`linger.ms` must be 2147483647 or less: Kafka takes 2147483647.',
    },
    { text: 'linger.ms=100\n' },
  ],
  single: true,
  reads: ['linger.ms'],
  *check(config) {
    const setting = config.own('linger.ms');
    const ms = config.number('linger.ms');
    if (setting === undefined || ms === undefined || ms <= intMax || ms >= 2 ** 63) return;
    yield { at: setting, message: '`linger.ms` must be 2147483647 or less: Kafka takes 2147483647.' };
  },
};
