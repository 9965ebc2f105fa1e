import { isMadePlain } from '../connect/worker-clients.ts';
import type { RelationRule } from '../rule.ts';
import { isLeftToView } from '../streams/embedded.ts';

const keys = ['retries', 'enable.idempotence'] as const;

export const idempotenceNeedsRetries: RelationRule = {
  id: 'idempotence-needs-retries',
  title: 'Idempotence needs retries',
  why: 'Asked for explicitly, idempotence makes the producer refuse to start when it may not send again.',
  severity: 'error',
  roles: ['producer', 'connect-distributed', 'streams'],
  kafka: { since: '0.11.0' },
  source: 'KIP-98; org.apache.kafka.clients.producer.ProducerConfig#postProcessAndValidateIdempotenceConfigs',
  examples: [
    {
      text: 'enable.idempotence=true\nretries=«0»\n',
      message: '`retries` must be 1 or more while `enable.idempotence` is `true`.',
      fixed: 'enable.idempotence=true\n',
    },
    { text: 'enable.idempotence=true\nretries=3\n' },
    { text: 'enable.idempotence=false\nretries=0\n' },
    { text: 'enable.idempotence=true\nretries=0\nproducer.retries=5\n', role: 'streams' },
  ],
  in: (identity) => !isMadePlain(identity),
  reads: [...keys, ...keys.map((key) => `producer.${key}`)],
  *check(config) {
    if (isLeftToView(config, 'producer.', keys)) return;
    const retries = config.get('retries');
    if (retries === undefined || retries.unknown || config.number('retries') !== 0) return;
    if (!config.has('enable.idempotence') || config.boolean('enable.idempotence') !== true) return;
    yield {
      at: retries,
      message: '`retries` must be 1 or more while `enable.idempotence` is `true`.',
      fixes: [{ title: 'Remove `retries`: `delivery.timeout.ms` limits them', safe: false, steps: [{ do: 'remove', setting: retries }] }],
    };
  },
};
