import type { Config } from '../../configs/config.ts';
import { presetsOf } from '../../configs/presets.ts';
import type { RelationRule } from '../rule.ts';
import { isLeftToView } from '../streams/embedded.ts';
import { secondsMeant } from '../values/seconds-meant.ts';

const intMax = 2 ** 31 - 1;
const keys = ['delivery.timeout.ms', 'linger.ms', 'request.timeout.ms'] as const;

export const deliveryTimeoutTooShort: RelationRule = {
  id: 'delivery-timeout-too-short',
  title: '`delivery.timeout.ms` must cover lingering and one request',
  why: 'The time for a delivery holds the wait for a batch and at least one request. Kafka refuses a shorter one that is written, and raises its own default with a warning.',
  severity: 'error',
  roles: ['producer', 'streams'],
  kafka: { since: '2.1' },
  source: 'KIP-91; org.apache.kafka.clients.producer.KafkaProducer#configureDeliveryTimeout',
  supersedes: ['seconds-in-milliseconds'],
  examples: [
    {
      text: 'delivery.timeout.ms=«30000»\nrequest.timeout.ms=30000\nlinger.ms=100\n',
      message: '`delivery.timeout.ms` must be at least `linger.ms` + `request.timeout.ms`: 30100.',
      fixed: 'delivery.timeout.ms=30100\nrequest.timeout.ms=30000\nlinger.ms=100\n',
    },
    {
      text: 'delivery.timeout.ms=«120»\nlinger.ms=5\n',
      message:
        '`delivery.timeout.ms` must be at least `linger.ms` + `request.timeout.ms`: 30005. It is in milliseconds: 120 s would be 120000.',
      fixed: 'delivery.timeout.ms=120000\nlinger.ms=5\n',
    },
    {
      text: 'request.timeout.ms=«120000»\n',
      kafka: '4.1',
      severity: 'warning',
      message: 'Kafka raises `delivery.timeout.ms` to 120005: it must be at least `linger.ms` + `request.timeout.ms`.',
    },
    { text: 'request.timeout.ms=120000\n', kafka: '3.9' },
    { text: 'linger.ms=«100000»\n', role: 'streams', severity: 'warning' },
    { text: 'linger.ms=100000\nproducer.linger.ms=5\n', role: 'streams' },
    { text: 'delivery.timeout.ms=120000\nrequest.timeout.ms=30000\nlinger.ms=20\n' },
    { text: 'delivery.timeout.ms=${env:D}\nrequest.timeout.ms=300000\n' },
  ],
  reads: [...keys, ...keys.map((key) => `producer.${key}`), 'processing.guarantee'],
  *check(config) {
    // With the first exactly-once guarantee Streams makes its producers later, when it has tasks.
    if (isLeftToView(config, 'producer.', keys) || config.get('processing.guarantee')?.value === 'exactly_once') return;
    const least = leastTimeout(config);
    const timeout = config.number('delivery.timeout.ms');
    if (least === undefined || timeout === undefined || timeout >= least) return;
    const written = config.get('delivery.timeout.ms');
    if (written !== undefined) {
      const meant = secondsMeant(written);
      const seconds = meant !== undefined && meant >= least ? meant : undefined;
      const hint = seconds === undefined ? '' : ` It is in milliseconds: ${seconds / 1000} s would be ${seconds}.`;
      const value = String(seconds ?? least);
      yield {
        at: written,
        message: `\`delivery.timeout.ms\` must be at least \`linger.ms\` + \`request.timeout.ms\`: ${least}.${hint}`,
        fixes: [{ title: `Set \`delivery.timeout.ms\` to ${value}`, safe: false, steps: [{ do: 'set', setting: written, value }] }],
      };
      return;
    }
    const cause = config.get('request.timeout.ms') ?? config.get('linger.ms');
    // Streams with exactly-once gives its producers the longest time there is.
    if (cause === undefined || config.get('processing.guarantee')?.value.startsWith('exactly_once')) return;
    yield {
      at: cause,
      severity: 'warning',
      message: `Kafka raises \`delivery.timeout.ms\` to ${least}: it must be at least \`linger.ms\` + \`request.timeout.ms\`.`,
      fixes: [
        {
          title: `Add \`delivery.timeout.ms=${least}\``,
          safe: false,
          steps: [{ do: 'add', after: cause, key: 'delivery.timeout.ms', value: String(least) }],
        },
      ],
    };
  },
};

/** Milliseconds; both are clamped to what an `int` holds. */
function leastTimeout(config: Config): number | undefined {
  const preset =
    config.role === 'streams' && !config.has('linger.ms') ? presetsOf('streams', 'producer', config.kafka)?.get('linger.ms') : undefined;
  const linger = preset === undefined ? config.number('linger.ms') : Number(preset);
  const request = config.number('request.timeout.ms');
  if (linger === undefined || request === undefined) return undefined;
  return Math.min(Math.min(linger, intMax) + request, intMax);
}
