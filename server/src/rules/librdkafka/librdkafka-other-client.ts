import { concerns } from '../../schema/librdkafka.ts';
import type { SettingRule } from '../rule.ts';
import { tableFor } from './reading.ts';

export const librdkafkaOtherClient: SettingRule = {
  id: 'librdkafka-other-client',
  title: 'A producer property for a consumer, or the reverse',
  why: 'librdkafka takes properties of the other kind of client and logs at WARN that they have no effect.',
  severity: 'warning',
  roles: ['producer', 'consumer', 'share-consumer'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_anyconf_warn_deprecated (CONFWARN)',
  examples: [
    {
      text: 'sasl.username=app\n«linger.ms»=5\n',
      role: 'consumer',
      message: '`linger.ms` is a producer property: a consumer ignores it.',
      fixed: 'sasl.username=app\n',
    },
    {
      text: 'sasl.username=app\n«group.id»=orders\n',
      role: 'producer',
      message: '`group.id` is a consumer property: a producer ignores it.',
    },
    { text: 'sasl.username=app\ngroup.id=orders\n', role: 'consumer' },
  ],
  reads: 'each',
  when: ({ key, config }) => tableFor(config).get(key)?.only !== undefined,
  *check(setting, config) {
    const definition = tableFor(config).get(setting.key);
    if (definition?.only === undefined || concerns(definition, config.role)) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `\`${setting.key}\` is a ${definition.only} property: a ${config.role === 'producer' ? 'producer' : 'consumer'} ignores it.`,
      fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
