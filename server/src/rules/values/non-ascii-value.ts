import { mayBeSecret } from '../../configs/secrets.ts';
import type { SettingRule } from '../rule.ts';

export const nonAsciiValue: SettingRule = {
  id: 'non-ascii-value',
  title: 'Kafka reads properties files as ISO-8859-1',
  why: 'A character outside of ASCII is stored by editors as UTF-8 and read by Kafka as two or more other characters. An escape such as `\\u00e9` is read as meant.',
  severity: 'warning',
  roles: 'all',
  source: 'java.util.Properties#load(InputStream); org.apache.kafka.common.utils.Utils#loadProps',
  examples: [
    {
      text: 'client.id=«café»\n',
      role: 'producer',
      only: 'properties',
      message: 'Kafka reads this file as ISO-8859-1: write `caf\\u00e9`.',
      fixed: 'client.id=caf\\u00e9\n',
    },
    { text: 'client.id=caf\\u00e9\n', role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  chars: '\\u0080-\\uffff',
  *check(setting) {
    const { entry } = setting;
    if ((entry.format ?? setting.config.identity.format).id !== 'properties') return;
    if (!beyondAscii.test(entry.block.text.slice(entry.valueStart, entry.valueEnd))) return;
    const escaped = entry.value.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
    yield {
      at: setting,
      message: mayBeSecret(setting)
        ? 'Kafka reads this file as ISO-8859-1: write other characters as `\\u` escapes.'
        : `Kafka reads this file as ISO-8859-1: write \`${escaped}\`.`,
      fixes: [{ title: 'Write them as escapes', safe: true, steps: [{ do: 'set', setting, value: entry.value }] }],
    };
  },
};

const beyondAscii = /[\u0080-\uffff]/;
