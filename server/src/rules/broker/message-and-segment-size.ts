import type { RelationRule } from '../rule.ts';

const brokerLimits = ['log.segment.bytes', 'socket.request.max.bytes'] as const;

export const messageAndSegmentSize: RelationRule = {
  id: 'message-and-segment-size',
  title: 'The largest batch has to fit into a segment and a request',
  why: 'A batch of records is written into one segment, and sent in one request. Batches above those sizes are refused whatever the greatest message size says.',
  severity: 'information',
  roles: ['broker', 'controller', 'topic'],
  kafka: { since: '0.11.0' },
  source: 'org.apache.kafka.storage.internals.log.UnifiedLog#append: RecordBatchTooLargeException',
  examples: [
    {
      text: 'segment.bytes=1048576\nmax.message.bytes=«5242880»\n',
      role: 'topic',
      kafka: '3.9',
      message: '`max.message.bytes` should be at most `segment.bytes`, 1048576: larger batches are refused anyway.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nmessage.max.bytes=«209715200»\n',
      kafka: '3.9',
      message: '`message.max.bytes` should be at most `socket.request.max.bytes`, 104857600: larger batches are refused anyway.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nmessage.max.bytes=5242880\n', kafka: '3.9' },
  ],
  reads: ['max.message.bytes', 'segment.bytes', 'message.max.bytes', ...brokerLimits],
  *check(config) {
    const topic = config.role === 'topic';
    const key = topic ? 'max.message.bytes' : 'message.max.bytes';
    const size = config.number(key);
    for (const limit of topic ? ['segment.bytes'] : brokerLimits) {
      const most = config.number(limit);
      const at = config.own(key) ?? config.own(limit);
      if (at === undefined || size === undefined || most === undefined || size <= most) continue;
      yield { at, message: `\`${key}\` should be at most \`${limit}\`, ${most}: larger batches are refused anyway.` };
    }
  },
};
