import { atLeast } from '../../schema/version.ts';
import { isMadePlain } from '../connect/worker-clients.ts';
import type { RelationRule } from '../rule.ts';
import { isLeftToView } from '../streams/embedded.ts';

const key = 'max.in.flight.requests.per.connection';

const keys = [key, 'enable.idempotence'] as const;

export const idempotenceInFlightRequests: RelationRule = {
  id: 'idempotence-in-flight-requests',
  title: 'Idempotence allows five requests in flight at most',
  why: 'The broker remembers the last five batches of a producer; with more in flight it could not keep their order. Kafka 4.0 refuses more, even where `acks` or `retries` switch idempotence off; 3.x switches it off and warns where it is not asked for by name.',
  severity: 'error',
  roles: ['producer', 'connect-distributed', 'streams'],
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
    { text: `${key}=«6»\nacks=1\n`, kafka: '3.9', severity: 'warning' },
    { text: `${key}=5\n` },
    { text: `${key}=6\nproducer.enable.idempotence=false\n`, role: 'streams' },
    { text: `${key}=«6»\nproducer.enable.idempotence=true\n`, role: 'streams' },
  ],
  in: (identity) => !isMadePlain(identity),
  reads: [...keys, ...keys.map((name) => `producer.${name}`)],
  *check(config) {
    if (isLeftToView(config, 'producer.', keys)) return;
    const setting = config.get(key);
    const count = config.number(key);
    if (setting === undefined || count === undefined || count <= 5) return;
    const written = config.has('enable.idempotence');
    const wanted = config.boolean('enable.idempotence') === true;
    if (!wanted) return;
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
