import type { RelationRule } from '../rule.ts';
import { embedded, wholeNumber } from './embedded.ts';

export const streamsSegmentHoldsBatch: RelationRule = {
  id: 'streams-segment-holds-batch',
  title: 'A segment of an internal topic holds at least one batch',
  why: 'A batch that is larger than a segment cannot be appended; Streams refuses the pair when both are written.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '1.0' },
  source: 'org.apache.kafka.streams.StreamsConfig#getMainConsumerConfigs',
  examples: [
    {
      text: 'topic.segment.bytes=«10000»\nproducer.batch.size=65536\n',
      message: '`topic.segment.bytes` must be at least the producer’s `batch.size` (65536).',
    },
    { text: 'topic.segment.bytes=«10000»\nbatch.size=65536\n' },
    { text: 'topic.segment.bytes=104857600\nproducer.batch.size=65536\n' },
    { text: 'topic.segment.bytes=10000\n' },
  ],
  reads: ['topic.segment.bytes', 'batch.size', 'producer.batch.size'],
  *check(config) {
    const setting = config.get('topic.segment.bytes');
    const segment = wholeNumber(setting);
    const batch = wholeNumber(embedded(config, 'producer.', 'batch.size'));
    if (setting === undefined || segment === undefined || batch === undefined || segment >= batch) return;
    yield { at: setting, message: `\`topic.segment.bytes\` must be at least the producer’s \`batch.size\` (${batch}).` };
  },
};
