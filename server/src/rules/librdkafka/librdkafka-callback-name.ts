import type { SettingRule } from '../rule.ts';
import { tableFor } from './reading.ts';

export const librdkafkaCallbackName: SettingRule = {
  id: 'librdkafka-callback-name',
  title: 'A librdkafka property that only code can set',
  why: 'Callbacks and objects are handed over by a call of the program; as text librdkafka refuses them.',
  severity: 'error',
  roles: 'all',
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_anyconf_set_prop; judged by confluent-kafka',
  examples: [
    {
      text: 'sasl.username=app\n«socket_cb»=my_callback\n',
      role: 'client',
      message: '`socket_cb` can only be set by the program’s code.',
      fixed: 'sasl.username=app\n',
    },
    { text: 'sasl.username=app\n', role: 'client' },
  ],
  reads: 'each',
  when: ({ key, config }) => tableFor(config).get(key)?.callback === true,
  *check(setting) {
    yield {
      at: setting,
      part: 'key',
      message: `\`${setting.key}\` can only be set by the program’s code.`,
      fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
