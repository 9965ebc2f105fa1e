import type { Config, Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';

export const batchAndBufferSizes: RelationRule = {
  id: 'batch-and-buffer-sizes',
  title: 'Sizes of batch, request and buffer that do not fit one another',
  why: 'A batch is taken from `buffer.memory` as a whole, and a record may be as large as `max.request.size`. What does not fit into the buffer can never be sent.',
  severity: 'information',
  roles: ['producer'],
  source:
    'org.apache.kafka.clients.producer.internals.BufferPool#allocate; org.apache.kafka.clients.producer.KafkaProducer#ensureValidRecordSize',
  examples: [
    {
      text: 'batch.size=«1000000»\nbuffer.memory=500000\n',
      message: '`batch.size` must be at most `buffer.memory` (500000): no batch could be sent.',
    },
    {
      text: 'max.request.size=«67108864»\n',
      message: '`buffer.memory` (33554432) is smaller than `max.request.size`: records above it can never be sent.',
      fixed: 'max.request.size=67108864\nbuffer.memory=67108864\n',
    },
    {
      text: 'batch.size=«2000000»\nmax.request.size=1048576\n',
      message: '`batch.size` is above `max.request.size` (1048576): full batches become requests of their own that are larger than this.',
    },
    { text: 'batch.size=65536\nbuffer.memory=67108864\nmax.request.size=1048576\n' },
    { text: 'batch.size=16384\n' },
  ],
  reads: ['batch.size', 'buffer.memory', 'max.request.size'],
  *check(config) {
    const batch = config.number('batch.size');
    const buffer = config.number('buffer.memory');
    const request = config.number('max.request.size');
    if (batch === undefined || buffer === undefined || request === undefined) return;
    const batchSetting = config.get('batch.size');
    const atBuffer = config.get('max.request.size') ?? config.get('buffer.memory');
    if (batch > buffer) {
      const at = batchSetting ?? config.get('buffer.memory');
      if (at !== undefined) yield { at, message: `\`batch.size\` must be at most \`buffer.memory\` (${buffer}): no batch could be sent.` };
    } else if (request > buffer && atBuffer !== undefined) yield smallBuffer(config, atBuffer, request, buffer);
    else if (batch > request && batchSetting !== undefined) {
      yield {
        at: batchSetting,
        message: `\`batch.size\` is above \`max.request.size\` (${request}): full batches become requests of their own that are larger than this.`,
      };
    }
  },
};

function smallBuffer(config: Config, at: Setting, request: number, buffer: number): Finding {
  const written = config.get('buffer.memory');
  const value = String(request);
  return {
    at,
    message: `\`buffer.memory\` (${buffer}) is smaller than \`max.request.size\`: records above it can never be sent.`,
    fixes: [
      {
        title: `Set \`buffer.memory\` to ${value}`,
        safe: false,
        steps: [written === undefined ? { do: 'add', after: at, key: 'buffer.memory', value } : { do: 'set', setting: written, value }],
      },
    ],
  };
}
