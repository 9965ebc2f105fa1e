import type { RelationRule } from '../rule.ts';

export const idempotenceSwitchedOff: RelationRule = {
  id: 'idempotence-switched-off',
  title: '`acks` or `retries` switch idempotence off',
  why: 'Since 3.0 producers are idempotent by default. Where `enable.idempotence` is not written, `acks=0`, `acks=1` or `retries=0` switch it off; records can then be lost or written twice.',
  severity: 'information',
  roles: ['producer'],
  kafka: { since: '3.0' },
  source: 'KIP-679; org.apache.kafka.clients.producer.ProducerConfig#postProcessAndValidateIdempotenceConfigs (INFO)',
  examples: [
    { text: 'acks=«1»\n', message: '`acks=1` switches idempotence off: records can be lost when the leader fails.', fixed: 'acks=all\n' },
    { text: 'retries=«0»\n', message: '`retries=0` switches idempotence off, and a failed send is given up at once.' },
    { text: 'acks=1\nenable.idempotence=false\n' },
    { text: 'acks=all\n' },
  ],
  reads: ['acks', 'retries', 'enable.idempotence', 'transactional.id'],
  *check(config) {
    if (config.has('enable.idempotence') || config.has('transactional.id') || config.boolean('enable.idempotence') !== true) return;
    const acks = config.get('acks');
    if (acks !== undefined && !acks.unknown && ['0', '1'].includes(acks.value)) {
      const loss =
        acks.value === '0' ? 'the producer does not learn whether a record arrived' : 'records can be lost when the leader fails';
      yield {
        at: acks,
        message: `\`acks=${acks.value}\` switches idempotence off: ${loss}.`,
        fixes: [{ title: 'Set `acks` to `all`', safe: false, steps: [{ do: 'set', setting: acks, value: 'all' }] }],
      };
    }
    const retries = config.get('retries');
    if (retries === undefined || retries.unknown || config.number('retries') !== 0) return;
    yield { at: retries, message: '`retries=0` switches idempotence off, and a failed send is given up at once.' };
  },
};
