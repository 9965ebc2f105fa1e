import type { Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { embedded, isExactlyOnce, wholeNumber } from './embedded.ts';

const inFlight = 'max.in.flight.requests.per.connection';
const keys = ['acks', 'retries', inFlight] as const;

export const streamsExactlyOnceProducer: RelationRule = {
  id: 'streams-exactly-once-producer',
  title: 'Exactly-once needs an idempotent producer',
  why: 'Streams makes its producers transactional for exactly-once. They refuse what idempotence excludes, so the program does not start.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '2.6' },
  source: 'KIP-129, KIP-447; org.apache.kafka.streams.StreamsConfig#verifyMaxInFlightRequestPerConnection, ProducerConfig',
  supersedes: ['idempotence-switched-off', 'idempotence-in-flight-requests'],
  examples: [
    {
      text: 'processing.guarantee=exactly_once_v2\nproducer.acks=«1»\n',
      message: '`producer.acks` must be `all` with exactly-once.',
      fixed: 'processing.guarantee=exactly_once_v2\nproducer.acks=all\n',
    },
    { text: `processing.guarantee=exactly_once_v2\n${inFlight}=«6»\n`, message: `\`${inFlight}\` must be 5 or less with exactly-once.` },
    { text: 'processing.guarantee=exactly_once_v2\nretries=«0»\n', message: '`retries` must be 1 or more with exactly-once.' },
    { text: 'processing.guarantee=exactly_once_v2\nacks=1\nproducer.acks=all\n' },
    { text: 'processing.guarantee=at_least_once\nproducer.acks=1\n' },
  ],
  reads: ['processing.guarantee', ...keys, ...keys.map((key) => `producer.${key}`)],
  *check(config) {
    if (!isExactlyOnce(config)) return;
    const acks = embedded(config, 'producer.', 'acks');
    const retries = embedded(config, 'producer.', 'retries');
    const requests = embedded(config, 'producer.', inFlight);
    if (acks !== undefined && ['0', '1'].includes(acks.value)) yield wrong(acks, '`all`', 'all');
    if (retries !== undefined && wholeNumber(retries) === 0) yield wrong(retries, '1 or more');
    if (requests !== undefined && (wholeNumber(requests) ?? 0) > 5) yield wrong(requests, '5 or less', '5');
  },
};

function wrong(setting: Setting, wanted: string, value?: string): Finding {
  const name = setting.config.identity.spelling.spell(setting.key) ?? setting.key;
  return {
    at: setting,
    message: `\`${name}\` must be ${wanted} with exactly-once.`,
    ...(value !== undefined && {
      fixes: [{ title: `Set \`${name}\` to \`${value}\``, safe: false, steps: [{ do: 'set', setting, value }] }],
    }),
  };
}
