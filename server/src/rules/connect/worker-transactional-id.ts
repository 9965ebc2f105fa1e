import type { RelationRule } from '../rule.ts';

const worker = `bootstrap.servers=kafka:9092
group.id=connect
key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
config.storage.topic=c
offset.storage.topic=o
status.storage.topic=s
`;

export const workerTransactionalId: RelationRule = {
  id: 'worker-transactional-id',
  title: 'A worker’s own producers take no transactional id',
  why: 'The worker hands its own keys to the producers of its internal topics and switches their idempotence off. With a transactional id they refuse to start.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '3.0' },
  source: 'org.apache.kafka.connect.storage.KafkaOffsetBackingStore#configure; org.apache.kafka.clients.producer.ProducerConfig',
  examples: [
    {
      text: `${worker}«transactional.id»=t\n`,
      kafka: '4.1',
      message: '`transactional.id` must not be set: the producers of the internal topics get it.',
      fixed: worker,
    },
    { text: worker, kafka: '4.1' },
    { text: `${worker}producer.client.id=t\n`, kafka: '4.1' },
  ],
  reads: ['transactional.id'],
  *check(config) {
    const setting = config.own('transactional.id');
    if (setting === undefined) return;
    yield {
      at: setting,
      part: 'key',
      message: '`transactional.id` must not be set: the producers of the internal topics get it.',
      fixes: [{ title: 'Remove it', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
