import type { Setting } from '../../configs/config.ts';
import { refusalOfLibrdkafka } from '../../schema/librdkafka-value.ts';
import type { Refusal } from '../../schema/value.ts';
import type { Fix, SettingRule } from '../rule.ts';
import { tableFor } from './reading.ts';

export const librdkafkaInvalidValue: SettingRule = {
  id: 'librdkafka-invalid-value',
  title: 'A value that librdkafka cannot take',
  why: 'librdkafka checks every value as it is set, by type, range and list of values: the client is not created when that fails.',
  severity: 'error',
  roles: 'all',
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_anyconf_set_prop; judged by confluent-kafka',
  examples: [
    {
      text: 'sasl.username=app\nsession.timeout.ms=«0»\n',
      role: 'consumer',
      message: '`session.timeout.ms` must be between 1 and 3600000.',
    },
    {
      text: 'sasl.username=app\nenable.idempotence=«yes»\n',
      role: 'producer',
      message: '`enable.idempotence` must be `true` or `false`.',
      fixed: 'sasl.username=app\nenable.idempotence=true\n',
    },
    {
      text: 'sasl.username=app\ncompression.type=«brotli»\n',
      role: 'producer',
      message: '`compression.type` must be `none`, `gzip`, `snappy`, `lz4` or `zstd`.',
    },
    {
      text: 'sasl.username=app\npartition.assignment.strategy=«sticky»\n',
      role: 'consumer',
      message: '`partition.assignment.strategy` must be a list of `range` and `roundrobin`, or `cooperative-sticky` alone.',
    },
    {
      text: 'sasl.username=app\npartition.assignment.strategy=«org.apache.kafka.clients.consumer.CooperativeStickyAssignor»\n',
      role: 'consumer',
      fixed: 'sasl.username=app\npartition.assignment.strategy=cooperative-sticky\n',
    },
    {
      text: 'sasl.username=app\nauto.offset.reset=«none»\n',
      role: 'consumer',
      fixed: 'sasl.username=app\nauto.offset.reset=error\n',
    },
    { text: 'sasl.username=app\nacks=«one»\n', role: 'producer', message: '`acks` must be a whole number, or `all`.' },
    {
      text: 'sasl.username=app\nsecurity.protocol=SASL_SSL\nacks=ALL\nsocket.keepalive.enable=1\nlinger.ms=0.5\ndebug=broker,-topic\nsession.timeout.ms=${TIMEOUT}\n',
      role: 'client',
    },
  ],
  reads: 'each',
  of: ({ definition }) => definition !== undefined,
  *check(setting, config) {
    const definition = tableFor(config).get(setting.key);
    if (definition === undefined || definition.callback || definition.refused || setting.unknown) return;
    const refusal = refusalOfLibrdkafka(definition, setting.value);
    if (refusal === undefined) return;
    yield { at: setting, message: `\`${setting.key}\` must be ${refusal.wants}.`, fixes: fixes(setting, refusal) };
  },
};

function fixes(setting: Setting, { meant }: Refusal): readonly Fix[] {
  const { key } = setting;
  return meant === undefined
    ? []
    : [{ title: `Set \`${key}\` to \`${meant}\``, safe: true, steps: [{ do: 'set', setting, value: meant }] }];
}
