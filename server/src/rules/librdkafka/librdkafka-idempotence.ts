import type { Config, Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { isOn, namesOf, numberOf, valueFor, written } from './reading.ts';

/** What an idempotent producer insists on, where it is written: `rd_kafka_conf_finalize`, `rd_kafka_topic_conf_finalize`. */
const demands: readonly {
  readonly property: string;
  readonly ok: (config: Config) => boolean;
  readonly wants: string;
  readonly value: string;
}[] = [
  { property: 'request.required.acks', ok: (config) => numberOf(config, 'request.required.acks') === -1, wants: '`all`', value: 'all' },
  {
    property: 'max.in.flight.requests.per.connection',
    ok: (config) => (numberOf(config, 'max.in.flight.requests.per.connection') ?? 0) <= 5,
    wants: '5 or less',
    value: '5',
  },
  {
    property: 'message.send.max.retries',
    ok: (config) => (numberOf(config, 'message.send.max.retries') ?? 1) >= 1,
    wants: '1 or more',
    value: '2147483647',
  },
  { property: 'queuing.strategy', ok: (config) => valueFor(config, 'queuing.strategy') === 'fifo', wants: '`fifo`', value: 'fifo' },
  {
    property: 'queue.buffering.backpressure.threshold',
    ok: (config) => (numberOf(config, 'queue.buffering.backpressure.threshold') ?? 1) <= 1,
    wants: '1',
    value: '1',
  },
];

export const librdkafkaIdempotence: RelationRule = {
  id: 'librdkafka-idempotence',
  title: 'What an idempotent librdkafka producer insists on',
  why: 'With `enable.idempotence=true`, or a `transactional.id`, librdkafka refuses values that could lose or reorder records.',
  severity: 'error',
  roles: ['producer', 'client'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_conf_finalize, rd_kafka_topic_conf_finalize; judged by confluent-kafka',
  examples: [
    {
      text: 'sasl.username=app\nenable.idempotence=true\nacks=«1»\n',
      role: 'producer',
      message: '`acks` must be `all` for an idempotent producer.',
      fixed: 'sasl.username=app\nenable.idempotence=true\nacks=all\n',
    },
    {
      text: 'sasl.username=app\ntransactional.id=t\nmax.in.flight=«6»\nretries=«0»\n',
      role: 'producer',
      message: '`max.in.flight` must be 5 or less for an idempotent producer.',
    },
    {
      text: 'sasl.username=app\n«enable.gapless.guarantee»=true\n',
      role: 'producer',
      message: '`enable.gapless.guarantee` needs `enable.idempotence=true`.',
      fixed: 'sasl.username=app\nenable.gapless.guarantee=true\nenable.idempotence=true\n',
    },
    {
      text: 'sasl.username=app\ntransactional.id=t\nenable.idempotence=«false»\n',
      role: 'producer',
      message: '`transactional.id` needs `enable.idempotence=true`.',
      fixed: 'sasl.username=app\ntransactional.id=t\nenable.idempotence=true\n',
    },
    { text: 'sasl.username=app\nenable.idempotence=true\nacks=-1\nmax.in.flight=5\nretries=3\n', role: 'producer' },
    { text: 'sasl.username=app\nacks=1\nmax.in.flight=100\nretries=0\n', role: 'producer' },
  ],
  reads: namesOf('enable.idempotence', 'transactional.id', 'enable.gapless.guarantee', ...demands.map(({ property }) => property)),
  *check(config) {
    const transactional = written(config, 'transactional.id');
    const idempotence = written(config, 'enable.idempotence');
    if (idempotence?.unknown) return;
    const on = isOn(config, 'enable.idempotence');
    if (transactional !== undefined && idempotence !== undefined && !on && valueFor(config, 'enable.idempotence') !== undefined)
      yield off(idempotence);
    else if (on || transactional !== undefined) yield* unmet(config);
    else yield* gapless(config);
  },
};

function off(idempotence: Setting): Finding {
  const fixes = [
    { title: 'Set `enable.idempotence` to `true`', safe: false, steps: [{ do: 'set', setting: idempotence, value: 'true' }] },
  ] as const;
  return { at: idempotence, message: '`transactional.id` needs `enable.idempotence=true`.', fixes };
}

function* unmet(config: Config): Iterable<Finding> {
  for (const { property, ok, wants, value } of demands) {
    const setting = written(config, property);
    if (setting === undefined || valueFor(config, property) === undefined || ok(config)) continue;
    const fixes = [{ title: `Set \`${setting.key}\` to \`${value}\``, safe: false, steps: [{ do: 'set', setting, value }] }] as const;
    yield { at: setting, message: `\`${setting.key}\` must be ${wants} for an idempotent producer.`, fixes };
  }
}

function* gapless(config: Config): Iterable<Finding> {
  const setting = written(config, 'enable.gapless.guarantee');
  const idempotence = written(config, 'enable.idempotence');
  if (setting === undefined || !isOn(config, 'enable.gapless.guarantee')) return;
  const step =
    idempotence === undefined
      ? ({ do: 'add', after: setting, key: 'enable.idempotence', value: 'true' } as const)
      : ({ do: 'set', setting: idempotence, value: 'true' } as const);
  yield {
    at: setting,
    part: 'key',
    message: '`enable.gapless.guarantee` needs `enable.idempotence=true`.',
    fixes: [{ title: 'Set `enable.idempotence` to `true`', safe: false, steps: [step] }],
  };
}
