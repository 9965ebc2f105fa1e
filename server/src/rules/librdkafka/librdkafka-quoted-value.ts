import { refusalOfLibrdkafka } from '../../schema/librdkafka-value.ts';
import type { SettingRule } from '../rule.ts';
import { tableFor } from './reading.ts';

export const librdkafkaQuotedValue: SettingRule = {
  id: 'librdkafka-quoted-value',
  title: 'Quotes become part of librdkafka’s value',
  why: 'librdkafka takes a value as it is given: a number, a word or a path in quotes is another one. Few of the programs that read such files for it take quotes off.',
  severity: 'warning',
  roles: ['producer', 'consumer', 'client', 'admin'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_anyconf_set_prop; judged by confluent-kafka',
  supersedes: ['librdkafka-invalid-value', 'librdkafka-misread-number'],
  examples: [
    {
      text: 'enable.partition.eof=false\nclient.id=«"orders"»\n',
      role: 'consumer',
      only: 'properties',
      message: 'The quotes are part of the value.',
      fixed: 'enable.partition.eof=false\nclient.id=orders\n',
    },
    {
      text: 'queue.buffering.max.ms=«"5"»\n',
      role: 'producer',
      only: 'properties',
      severity: 'error',
      fixed: 'queue.buffering.max.ms=5\n',
    },
    {
      text: '[producer]\nqueue.buffering.max.ms = «"5"»\n',
      role: 'producer',
      only: 'ini',
      message: 'The quotes are part of the value, unless the program takes them off.',
      fixed: '[producer]\nqueue.buffering.max.ms = 5\n',
    },
    { text: "queue.buffering.max.ms=5\nclient.id=it's\n", role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  of: ({ definition, key }) => definition !== undefined && !/password|secret|pem$|passphrase/.test(key),
  when: ({ entry }) => /^\s*["']/.test(entry.value),
  *check(setting, config) {
    const definition = tableFor(config).get(setting.key);
    const inner = /^"([^"]*)"$|^'([^']*)'$/.exec(setting.value);
    if (definition === undefined || definition.callback || definition.refused || setting.unknown || inner === null) return;
    // Readers of INI files differ: Python's keeps the quotes, others take them off.
    const kept = config.identity.format.id === 'properties';
    yield {
      at: setting,
      severity: kept && refusalOfLibrdkafka(definition, setting.value) !== undefined ? 'error' : 'warning',
      message: `The quotes are part of the value${kept ? '' : ', unless the program takes them off'}.`,
      fixes: [{ title: 'Remove the quotes', safe: true, steps: [{ do: 'set', setting, value: inner[1] ?? inner[2] ?? '' }] }],
    };
  },
};
