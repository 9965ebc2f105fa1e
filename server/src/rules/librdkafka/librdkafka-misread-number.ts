import { type ReadNumber, readDouble, readInt, refusalOfLibrdkafka } from '../../schema/librdkafka-value.ts';
import type { SettingRule } from '../rule.ts';
import { tableFor } from './reading.ts';

export const librdkafkaMisreadNumber: SettingRule = {
  id: 'librdkafka-misread-number',
  title: 'A number that librdkafka reads as another',
  why: 'librdkafka reads numbers as C does: it stops at the first character that is no digit and drops the rest, and a leading 0 means base eight.',
  severity: 'warning',
  roles: 'all',
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_anyconf_set_prop (strtol, strtod); judged by confluent-kafka',
  examples: [
    {
      text: 'sasl.username=app\nsocket.timeout.ms=«60s»\n',
      role: 'client',
      message: 'librdkafka reads `60s` as 60.',
      fixed: 'sasl.username=app\nsocket.timeout.ms=60\n',
    },
    {
      text: 'sasl.username=app\nretries=«010»\n',
      role: 'producer',
      message: 'librdkafka reads `010` as 8.',
      fixed: 'sasl.username=app\nretries=8\n',
    },
    { text: 'sasl.username=app\nretries=«10_000»\n', role: 'producer', message: 'librdkafka reads `10_000` as 10.' },
    { text: 'sasl.username=app\nretries=10\nlinger.ms=1.5\n', role: 'producer' },
  ],
  reads: 'each',
  of: ({ definition }) => definition?.type === 'int' || definition?.type === 'double',
  *check(setting, config) {
    const definition = tableFor(config).get(setting.key);
    if (definition === undefined || setting.unknown || refusalOfLibrdkafka(definition, setting.value) !== undefined) return;
    const read = definition.type === 'int' ? readInt(setting.value) : definition.type === 'double' ? readDouble(setting.value) : undefined;
    if (read === undefined || isPlain(read)) return;
    const value = String(read.value);
    yield {
      at: setting,
      message: `librdkafka reads \`${setting.value}\` as ${value}.`,
      fixes: [{ title: `Write \`${value}\``, safe: false, steps: [{ do: 'set', setting, value }] }],
    };
  },
};

/** Hexadecimal is nobody's slip. */
function isPlain({ rest, quirk }: ReadNumber): boolean {
  return rest.trim() === '' && (quirk === undefined || quirk === 'hexadecimal');
}
