import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const key = 'max.in.flight.requests.per.connection';

export const idempotenceInFlightRequests: RelationRule = {
  id: 'idempotence-in-flight-requests',
  title: 'Idempotence allows five requests in flight at most',
  why: 'The broker remembers the last five batches of a producer; with more in flight it could not keep their order. Kafka 4.0 refuses more; 3.x switches idempotence off where it is not asked for by name.',
  severity: 'error',
  roles: ['producer', 'streams'],
  kafka: { since: '1.0' },
  source: 'KIP-185, KAFKA-5494; org.apache.kafka.clients.producer.ProducerConfig#postProcessAndValidateIdempotenceConfigs',
  examples: [
    { text: `${key}=«6»\n`, kafka: '4.1', message: `\`${key}\` must be 5 or less while idempotence is on.`, fixed: `${key}=5\n` },
    {
      text: `${key}=«6»\n`,
      kafka: '3.9',
      severity: 'warning',
      message: `More than 5 switches idempotence off; Kafka 4.0 and later refuse it.`,
    },
    { text: `${key}=«6»\nenable.idempotence=true\n`, kafka: '3.9', severity: 'error' },
    { text: `${key}=6\nenable.idempotence=false\n` },
    { text: `${key}=6\nacks=0\nenable.idempotence=false\n` },
    { text: `${key}=«6»\nacks=1\n`, kafka: '4.1', severity: 'error' },
    { text: `${key}=6\nacks=1\n`, kafka: '3.9' },
    { text: `${key}=5\n` },
  ],
  reads: [key, 'enable.idempotence', 'acks', 'retries', 'transactional.id'],
  *check(config) {
    const setting = config.get(key);
    const count = config.number(key);
    if (setting === undefined || count === undefined || count <= 5) return;
    const written = config.has('enable.idempotence');
    const wanted = config.boolean('enable.idempotence') === true;
    if (!wanted) return;
    // From 4.0 on the check comes before idempotence is switched off for want of acknowledgements or retries.
    if (!written && !atLeast(config.kafka, '4.0') && (['0', '1'].includes(config.value('acks') ?? '') || config.number('retries') === 0))
      return;
    const refused = written || atLeast(config.kafka, '4.0');
    yield {
      at: setting,
      severity: refused ? 'error' : 'warning',
      message: refused
        ? `\`${key}\` must be 5 or less while idempotence is on.`
        : 'More than 5 switches idempotence off; Kafka 4.0 and later refuse it.',
      fixes: [{ title: `Set \`${key}\` to 5`, safe: false, steps: [{ do: 'set', setting, value: '5' }] }],
    };
  },
};
