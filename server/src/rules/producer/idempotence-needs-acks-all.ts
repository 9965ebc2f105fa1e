import { isMadePlain } from '../connect/worker-clients.ts';
import type { RelationRule } from '../rule.ts';
import { isLeftToView } from '../streams/embedded.ts';

const keys = ['acks', 'enable.idempotence'] as const;

export const idempotenceNeedsAcksAll: RelationRule = {
  id: 'idempotence-needs-acks-all',
  title: 'Idempotence needs `acks=all`',
  why: 'Asked for explicitly, idempotence makes the producer refuse to start unless every in-sync replica acknowledges.',
  severity: 'error',
  roles: ['producer', 'connect-distributed', 'streams'],
  kafka: { since: '0.11.0' },
  source: 'KIP-98; org.apache.kafka.clients.producer.ProducerConfig#postProcessAndValidateIdempotenceConfigs',
  examples: [
    {
      text: 'enable.idempotence=true\nacks=«1»\n',
      message: '`acks` must be `all` while `enable.idempotence` is `true`.',
      fixed: 'enable.idempotence=true\nacks=all\n',
    },
    { text: 'enable.idempotence=true\nacks=all\n' },
    { text: 'enable.idempotence=true\nacks=-1\n' },
    { text: 'enable.idempotence=true\nacks=1\nproducer.acks=all\n', role: 'streams' },
  ],
  in: (identity) => !isMadePlain(identity),
  reads: [...keys, ...keys.map((key) => `producer.${key}`)],
  *check(config) {
    if (isLeftToView(config, 'producer.', keys)) return;
    const acks = config.get('acks');
    if (acks === undefined || acks.unknown || !['0', '1'].includes(acks.value)) return;
    if (!config.has('enable.idempotence') || config.boolean('enable.idempotence') !== true) return;
    yield {
      at: acks,
      message: '`acks` must be `all` while `enable.idempotence` is `true`.',
      fixes: [{ title: 'Set `acks` to `all`', safe: false, steps: [{ do: 'set', setting: acks, value: 'all' }] }],
    };
  },
};
