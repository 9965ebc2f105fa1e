import type { SettingRule } from '../rule.ts';

/** U+FEFF, as it is, or as its three bytes of UTF-8 look when they are read as ISO-8859-1. */
const mark = /^(\ufeff|\u00ef\u00bb\u00bf)/;

export const byteOrderMark: SettingRule = {
  id: 'byte-order-mark',
  title: 'A byte order mark becomes part of the first key',
  why: 'Java does not know byte order marks in properties files: the three bytes that some editors put first belong to the first key, and Kafka ignores a key of that name.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  source: 'java.util.Properties#load; JDK-4508058',
  supersedes: ['unknown-key', 'non-ascii-value'],
  examples: [
    {
      text: '«\ufeffacks»=all\nlinger.ms=5\n',
      role: 'producer',
      only: 'properties',
      message: 'The file begins with a byte order mark, which Java reads as part of this key: Kafka ignores `acks`.',
      fixed: 'acks=all\nlinger.ms=5\n',
    },
    { text: '\ufeff# a remark first loses nothing\nacks=all\n', role: 'producer', only: 'properties' },
    { text: 'acks=all\n', role: 'producer' },
  ],
  reads: 'each',
  chars: '\\u0080-\\uffff',
  when: ({ entry }) => entry.block.line === 0 && mark.test(entry.key),
  *check(setting, config) {
    const key = setting.key.replace(mark, '');
    if ((setting.entry.format ?? config.identity.format).id !== 'properties' || /^[#!]/.test(key)) return;
    yield {
      at: setting,
      part: 'key',
      message: `The file begins with a byte order mark, which Java reads as part of this key: Kafka ignores \`${key}\`.`,
      fixes: [{ title: 'Remove the mark', safe: true, steps: [{ do: 'rename', setting, key }] }],
    };
  },
};
