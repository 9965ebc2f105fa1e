import type { RelationRule } from '../rule.ts';

const key = 'partitioner.rack.aware';

export const rackAwarePartitioner: RelationRule = {
  id: 'rack-aware-partitioner',
  title: 'A rack-aware partitioner needs the rack of the client',
  why: 'With `partitioner.rack.aware` records go to partitions whose leader is in the producer’s own rack. Kafka refuses it where `client.rack` does not say which that is.',
  severity: 'error',
  roles: ['producer'],
  kafka: { since: '4.4' },
  source: 'KIP-1123; org.apache.kafka.clients.producer.KafkaProducer',
  examples: [
    {
      text: `«${key}»=true\nacks=all\n`,
      kafka: '4.4',
      severity: 'information',
      message: `\`client.rack\` must be set where \`${key}\` is \`true\`, here or by the program.`,
    },
    { text: `${key}=true\n«client.rack»=\n`, kafka: '4.4', message: `\`client.rack\` must be set where \`${key}\` is \`true\`.` },
    { text: `${key}=true\nclient.rack=eu-west-1a\n`, kafka: '4.4' },
    { text: `${key}=true\nclient.rack=\${env:RACK}\n`, kafka: '4.4' },
    { text: `${key}=false\n`, kafka: '4.4' },
  ],
  reads: [key, 'client.rack'],
  *check(config) {
    const setting = config.own(key);
    const rack = config.get('client.rack');
    if (setting === undefined || config.boolean(key) !== true || rack?.unknown || (rack !== undefined && rack.value !== '')) return;
    // Racks differ from instance to instance: a program often sets its own in code.
    const leftToProgram = rack === undefined && !config.identity.whole;
    yield {
      at: rack ?? setting,
      part: 'key',
      severity: leftToProgram ? 'information' : 'error',
      message: `\`client.rack\` must be set where \`${key}\` is \`true\`${leftToProgram ? ', here or by the program' : ''}.`,
    };
  },
};
