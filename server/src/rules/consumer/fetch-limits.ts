import type { Config } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';

const limits = [
  { small: 'fetch.min.bytes', large: 'fetch.max.bytes', effect: 'every fetch waits for `fetch.max.wait.ms`' },
  { small: 'max.partition.fetch.bytes', large: 'fetch.max.bytes', effect: 'a fetch never holds that much' },
  { small: 'fetch.max.wait.ms', large: 'request.timeout.ms', effect: 'fetches time out before the broker answers' },
] as const;

export const fetchLimits: RelationRule = {
  id: 'fetch-limits',
  title: 'Limits of a fetch that contradict one another',
  why: 'Kafka does not compare them: the smaller limit wins, and the larger one, or the fetch itself, comes to nothing.',
  severity: 'information',
  roles: ['consumer', 'share-consumer'],
  kafka: { since: '0.10.1' },
  source: 'KIP-74; org.apache.kafka.clients.consumer.internals.FetchConfig',
  examples: [
    {
      text: 'fetch.max.wait.ms=«60000»\n',
      message: '`fetch.max.wait.ms` must be less than `request.timeout.ms` (30000): fetches time out before the broker answers.',
    },
    {
      text: 'max.partition.fetch.bytes=«104857600»\n',
      message: '`max.partition.fetch.bytes` must be at most `fetch.max.bytes` (52428800): a fetch never holds that much.',
    },
    { text: 'fetch.min.bytes=1024\nfetch.max.wait.ms=500\n' },
    { text: 'max.partition.fetch.bytes=1048576\nfetch.max.bytes=1048576\n' },
  ],
  reads: limits.flatMap(({ small, large }) => [small, large]),
  *check(config) {
    for (const limit of limits) {
      const finding = compare(config, limit);
      if (finding !== undefined) yield finding;
    }
  },
};

function compare(config: Config, { small, large, effect }: (typeof limits)[number]): Finding | undefined {
  const lower = config.number(small);
  const upper = config.number(large);
  const setting = config.get(small) ?? config.get(large);
  if (lower === undefined || upper === undefined || setting === undefined) return undefined;
  const isTime = small === 'fetch.max.wait.ms';
  if (isTime ? lower < upper : lower <= upper) return undefined;
  return { at: setting, message: `\`${small}\` must be ${isTime ? 'less than' : 'at most'} \`${large}\` (${upper}): ${effect}.` };
}
