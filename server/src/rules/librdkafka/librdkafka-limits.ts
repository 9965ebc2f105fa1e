import type { Config, Setting } from '../../configs/config.ts';
import type { Finding, RelationRule, Severity } from '../rule.ts';
import { isBefore, namesOf, numberOf, tableFor, valueFor, written } from './reading.ts';

/** `small + gap` may not be greater than `large`; judged where `when` holds and one of the two is written. */
interface Limit {
  readonly small: string;
  readonly gap: number;
  readonly large: string;
  readonly severity: Severity;
  readonly because: string;
  readonly when: (config: Config) => boolean;
}

const isSet = (property: string) => (config: Config) => written(config, property) !== undefined;
const always = (): boolean => true;
/** Releases before 2.10 compared the two in the new protocol as well, where nobody reads a session's timeout. */
const classic = (config: Config): boolean =>
  valueFor(config, 'group.protocol') === 'classic' || !tableFor(config).has('group.protocol') || isBefore(config, '2.10');
const expires = (config: Config): boolean =>
  numberOf(config, 'message.timeout.ms') !== 0 && isSet('queue.buffering.max.ms')(config) && isSet('message.timeout.ms')(config);
const transactional = (property: string) => (config: Config) => isSet('transactional.id')(config) && isSet(property)(config);

const limits: readonly Limit[] = [
  {
    small: 'session.timeout.ms',
    gap: 0,
    large: 'max.poll.interval.ms',
    severity: 'error',
    because: 'librdkafka refuses a session that outlives the pause between polls',
    when: classic,
  },
  {
    small: 'message.max.bytes',
    gap: 0,
    large: 'fetch.max.bytes',
    severity: 'error',
    because: 'a fetch has to hold the largest message',
    when: isSet('fetch.max.bytes'),
  },
  {
    small: 'fetch.max.bytes',
    gap: 512,
    large: 'receive.message.max.bytes',
    severity: 'error',
    because: 'a response has to hold a fetch and its frame',
    when: (config) => isSet('receive.message.max.bytes')(config) && isSet('fetch.max.bytes')(config),
  },
  {
    small: 'reconnect.backoff.ms',
    gap: 0,
    large: 'reconnect.backoff.max.ms',
    severity: 'error',
    because: 'librdkafka refuses a first pause above the longest',
    when: always,
  },
  {
    small: 'queue.buffering.max.ms',
    gap: 0.001,
    large: 'message.timeout.ms',
    severity: 'error',
    because: 'a message has to live longer than it waits for a batch',
    when: expires,
  },
  {
    small: 'message.timeout.ms',
    gap: 0,
    large: 'transaction.timeout.ms',
    severity: 'error',
    because: 'a message has to be delivered within its transaction',
    when: transactional('message.timeout.ms'),
  },
  {
    small: 'socket.timeout.ms',
    gap: -100,
    large: 'transaction.timeout.ms',
    severity: 'error',
    because: 'a request has to end before its transaction does',
    when: transactional('socket.timeout.ms'),
  },
  {
    small: 'retry.backoff.ms',
    gap: 0,
    large: 'retry.backoff.max.ms',
    severity: 'warning',
    because: 'librdkafka then always pauses for the longest',
    when: always,
  },
  {
    small: 'fetch.wait.max.ms',
    gap: 1000,
    large: 'socket.timeout.ms',
    severity: 'warning',
    because: 'later requests time out behind a waiting fetch',
    when: (config) => isSet('fetch.wait.max.ms')(config) || config.role === 'consumer',
  },
  {
    small: 'topic.metadata.refresh.fast.interval.ms',
    gap: 0,
    large: 'retry.backoff.max.ms',
    severity: 'warning',
    because: 'librdkafka then always pauses for the longest',
    when: isSet('topic.metadata.refresh.fast.interval.ms'),
  },
];

export const librdkafkaLimits: RelationRule = {
  id: 'librdkafka-limits',
  title: 'Numbers of librdkafka that have to fit one another',
  why: 'librdkafka compares some properties when the client is created, and refuses it or logs at WARN where they contradict one another.',
  severity: 'error',
  roles: ['producer', 'consumer', 'client', 'admin'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_conf_finalize, rd_kafka_conf_warn; judged by confluent-kafka',
  examples: [
    {
      text: 'sasl.username=app\nsession.timeout.ms=60000\nmax.poll.interval.ms=«30000»\n',
      role: 'consumer',
      message:
        '`max.poll.interval.ms` must be at least `session.timeout.ms`, 60000: librdkafka refuses a session that outlives the pause between polls.',
      fixed: 'sasl.username=app\nsession.timeout.ms=60000\nmax.poll.interval.ms=60000\n',
    },
    { text: 'sasl.username=app\nmessage.max.bytes=2000000\nfetch.max.bytes=«1000000»\n', role: 'consumer' },
    {
      text: 'sasl.username=app\nreconnect.backoff.ms=«20000»\n',
      role: 'client',
      message:
        '`reconnect.backoff.ms` must be at most `reconnect.backoff.max.ms`, 10000: librdkafka refuses a first pause above the longest.',
    },
    {
      text: '# kafka-config: librdkafka=2.8\nsasl.username=app\ngroup.protocol=consumer\nmax.poll.interval.ms=«30000»\n',
      role: 'consumer',
      fixed: '# kafka-config: librdkafka=2.8\nsasl.username=app\ngroup.protocol=consumer\nmax.poll.interval.ms=45000\n',
    },
    { text: 'sasl.username=app\ngroup.protocol=consumer\nmax.poll.interval.ms=30000\n', role: 'consumer' },
    { text: 'sasl.username=app\nlinger.ms=1000\ndelivery.timeout.ms=«1000»\n', role: 'producer' },
    { text: 'sasl.username=app\nretry.backoff.ms=«5000»\n', role: 'producer', severity: 'warning' },
    { text: 'sasl.username=app\ntopic.metadata.refresh.fast.interval.ms=«2000»\n', role: 'producer', severity: 'warning' },
    { text: 'sasl.username=app\nsocket.timeout.ms=«1000»\n', role: 'consumer', severity: 'warning' },
    { text: 'sasl.username=app\nsocket.timeout.ms=1000\n', role: 'client' },
    {
      text: 'sasl.username=app\nsession.timeout.ms=6000\nmax.poll.interval.ms=6000\nfetch.max.bytes=1000000\nreceive.message.max.bytes=1000512\n',
      role: 'consumer',
    },
  ],
  reads: namesOf('group.protocol', 'transactional.id', ...limits.flatMap(({ small, large }) => [small, large])),
  *check(config) {
    for (const limit of limits) {
      const finding = judge(config, limit);
      if (finding !== undefined) yield finding;
    }
  },
};

function judge(config: Config, limit: Limit): Finding | undefined {
  if (!concern(config, limit) || !limit.when(config)) return undefined;
  const small = numberOf(config, limit.small);
  const large = numberOf(config, limit.large);
  if (small === undefined || large === undefined || small + limit.gap <= large) return undefined;
  const at = written(config, limit.large) ?? written(config, limit.small);
  return at && finding(config, limit, at, small, large);
}

function finding(config: Config, limit: Limit, at: Setting, small: number, large: number): Finding {
  const isLarge = at === written(config, limit.large);
  const wanted = isLarge ? Math.max(Math.ceil(small + limit.gap), 0) : Math.floor(large - limit.gap);
  const than = `\`${isLarge ? limit.small : limit.large}\`${limit.gap >= 1 ? ` ${isLarge ? 'plus' : 'minus'} ${limit.gap}` : ''}`;
  const value = limit.gap === 0.001 && isLarge ? small + 1 : wanted;
  const fixes = [
    { title: `Set \`${at.key}\` to \`${value}\``, safe: false, steps: [{ do: 'set', setting: at, value: String(value) }] },
  ] as const;
  const message = `\`${at.key}\` must be at ${isLarge ? 'least' : 'most'} ${than}, ${limit.gap === 0.001 && isLarge ? value : wanted}: ${limit.because}.`;
  return { at, message, severity: limit.severity, fixes };
}

/** Both have to be known, read by this client, and one of them written. */
function concern(config: Config, { small, large }: Limit): boolean {
  const definitions = [small, large].map((name) => tableFor(config).get(name));
  const read = definitions.every(
    (one) => one !== undefined && (one.only === undefined || config.role === 'client' || one.only === config.role),
  );
  return read && [small, large].some((name) => written(config, name) !== undefined);
}
