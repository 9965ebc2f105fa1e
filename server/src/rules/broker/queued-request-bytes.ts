import type { RelationRule } from '../rule.ts';

export const queuedRequestBytes: RelationRule = {
  id: 'queued-request-bytes',
  title: 'The queue must hold the largest request',
  why: 'With a limit on the bytes of waiting requests, one request of the greatest size has to fit.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-72; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nqueued.max.request.bytes=«1000000»\n',
      kafka: '3.9',
      message: '`queued.max.request.bytes` must be at least `socket.request.max.bytes`, 104857600, or -1 for no limit.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nqueued.max.request.bytes=-1\n', kafka: '3.9' },
  ],
  reads: ['queued.max.request.bytes', 'socket.request.max.bytes'],
  *check(config) {
    const at = config.get('queued.max.request.bytes');
    const queue = config.number('queued.max.request.bytes');
    const largest = config.number('socket.request.max.bytes');
    if (at === undefined || queue === undefined || largest === undefined || queue <= 0 || queue >= largest) return;
    yield { at, message: `\`queued.max.request.bytes\` must be at least \`socket.request.max.bytes\`, ${largest}, or -1 for no limit.` };
  },
};
