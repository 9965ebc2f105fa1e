import type { Setting } from '../../configs/config.ts';
import { hasPlaceholder } from '../../configs/placeholder.ts';
import { refusalOf } from '../../schema/value.ts';
import type { SettingRule } from '../rule.ts';

/** Of a worker's keys MirrorMaker reads these from its file as they stand, the others behind `cluster.` or `a->b.` only. */
const workerKeysOfMirrorMaker = /^(offset\.storage|config\.storage|status\.storage|key\.converter|value\.converter|header\.converter|task|worker)/;

function isNotRead({ config, definition, key }: Setting): boolean {
  return config.role === 'mirror-maker' && definition?.from === 'connect-distributed' && !workerKeysOfMirrorMaker.test(key);
}

export const invalidValue: SettingRule = {
  id: 'invalid-value',
  title: 'A value that Kafka cannot take',
  why: 'Kafka parses every value by the property’s type and checks its range or list of values; the program does not start when that fails.',
  severity: 'error',
  roles: 'all',
  source: 'org.apache.kafka.common.config.ConfigDef#parseType and the validator of each property',
  examples: [
    { text: 'linger.ms=«5s»\nacks=all\n', role: 'producer', message: '`linger.ms` must be a whole number.' },
    { text: 'acks=«ALL»\n', role: 'producer', message: '`acks` must be `all`, `-1`, `0` or `1`.', fixed: 'acks=all\n' },
    { text: 'batch.size=«16_384»\n', role: 'producer', message: '`batch.size` must be a whole number.', fixed: 'batch.size=16384\n' },
    { text: 'enable.idempotence=«yes»\n', role: 'producer', message: '`enable.idempotence` must be `true` or `false`.', fixed: 'enable.idempotence=true\n' },
    { text: 'enable.idempotence=TRUE\nacks=all␠\n', role: 'producer' },
    { text: 'acks=${env:ACKS}\n', role: 'producer' },
  ],
  reads: 'each',
  when: ({ definition, value }) => definition !== undefined && refusalOf(definition, value) !== undefined,
  *check(setting) {
    const { definition, value, key, entry } = setting;
    if (definition === undefined || setting.unknown || hasPlaceholder(entry.value) || isNotRead(setting)) return;
    const refusal = refusalOf(definition, value);
    if (refusal === undefined) return;
    const { meant } = refusal;
    yield {
      at: setting,
      message: `\`${key}\` must be ${refusal.wants}.`,
      ...(meant !== undefined && { fixes: [{ title: `Set \`${key}\` to \`${meant}\``, safe: true, steps: [{ do: 'set', setting, value: meant }] }] }),
    };
  },
};
