import type { RelationRule } from '../rule.ts';
import { runsThreads } from './embedded.ts';

export const streamsMainConsumerProtocol: RelationRule = {
  id: 'streams-main-consumer-protocol',
  title: 'The main consumer of Streams keeps to the classic protocol',
  why: 'Streams hands its own assignor to the main consumer, and the consumer protocol takes none. 4.2 and later ignore what is written here.',
  severity: 'error',
  roles: ['consumer'],
  kafka: { since: '4.0', until: '4.1' },
  source:
    'org.apache.kafka.streams.StreamsConfig#getMainConsumerConfigs, org.apache.kafka.clients.consumer.ConsumerConfig#checkUnsupportedConfigsPostProcess',
  examples: [
    {
      text: 'main.consumer.group.protocol=«consumer»\n',
      role: 'streams',
      kafka: '4.1',
      message: '`main.consumer.group.protocol` must be `classic`.',
      fixed: 'main.consumer.group.protocol=classic\n',
    },
    { text: 'main.consumer.group.protocol=classic\n', role: 'streams', kafka: '4.1' },
    { text: 'main.consumer.group.protocol=consumer\nnum.stream.threads=0\n', role: 'streams', kafka: '4.1' },
    { text: 'group.protocol=consumer\n', kafka: '4.1' },
  ],
  reads: ['group.protocol', 'num.stream.threads'],
  *check(config) {
    const setting = config.own('group.protocol');
    const { parent, spelling } = config.identity;
    if (setting === undefined || parent?.role !== 'streams' || spelling.spell('') !== 'main.consumer.') return;
    if (setting.value.toLowerCase() !== 'consumer' || !runsThreads(parent)) return;
    const fixes = [{ title: 'Set it to `classic`', safe: false, steps: [{ do: 'set', setting, value: 'classic' }] }] as const;
    yield { at: setting, message: '`main.consumer.group.protocol` must be `classic`.', fixes };
  },
};
