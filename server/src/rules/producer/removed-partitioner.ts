import type { SettingRule } from '../rule.ts';

const home = 'org.apache.kafka.clients.producer.';
const gone = [`${home}internals.DefaultPartitioner`, `${home}UniformStickyPartitioner`];

export const removedPartitioner: SettingRule = {
  id: 'removed-partitioner',
  title: 'A partitioner that Kafka 4.0 has no more',
  why: 'Since 3.3 the producer divides records itself where no class is named. These classes are deprecated since then, and 4.0 does not start with them.',
  severity: 'warning',
  roles: ['producer', 'connect-distributed'],
  kafka: { since: '3.3', until: '3.9' },
  source: 'KIP-794; org.apache.kafka.clients.producer.KafkaProducer#warnIfPartitionerDeprecated',
  examples: [
    {
      text: `partitioner.class=«${gone[0]}»\n`,
      kafka: '3.9',
      message: '`partitioner.class` should be left out: Kafka 4.0 and later do not have `DefaultPartitioner`.',
      fixed: '',
    },
    { text: `partitioner.class=${home}RoundRobinPartitioner\n`, kafka: '3.9' },
  ],
  reads: 'each',
  of: ({ key }) => key === 'partitioner.class',
  when: ({ value }) => gone.includes(value),
  *check(setting) {
    const name = setting.value.slice(setting.value.lastIndexOf('.') + 1);
    yield {
      at: setting,
      message: `\`partitioner.class\` should be left out: Kafka 4.0 and later do not have \`${name}\`.`,
      fixes: [{ title: 'Remove `partitioner.class`', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
