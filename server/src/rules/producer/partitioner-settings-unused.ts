import type { RelationRule } from '../rule.ts';

const keys = ['partitioner.ignore.keys', 'partitioner.adaptive.partitioning.enable', 'partitioner.availability.timeout.ms'] as const;

export const partitionerSettingsUnused: RelationRule = {
  id: 'partitioner-settings-unused',
  title: 'Settings of the built-in partitioning beside a partitioner class',
  why: 'A class in `partitioner.class` decides on its own; what steers the built-in partitioning has no effect then.',
  severity: 'warning',
  roles: ['producer'],
  kafka: { since: '3.3' },
  source: 'KIP-794; org.apache.kafka.clients.producer.KafkaProducer#partition',
  examples: [
    {
      text: 'partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner\n«partitioner.ignore.keys»=true\n',
      message: '`partitioner.ignore.keys` is not used: `partitioner.class` decides.',
    },
    { text: 'partitioner.ignore.keys=true\n' },
    { text: 'partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner\n' },
  ],
  reads: ['partitioner.class', ...keys],
  *check(config) {
    const partitioner = config.get('partitioner.class');
    if (partitioner === undefined || partitioner.unknown || partitioner.value === '') return;
    for (const key of keys) {
      const setting = config.own(key);
      if (setting === undefined) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${key}\` is not used: \`partitioner.class\` decides.`,
        related: [{ at: partitioner, message: 'The class is set here.' }],
      };
    }
  },
};
