import type { SettingRule } from '../rule.ts';

export const malformedEscape: SettingRule = {
  id: 'malformed-escape',
  title: 'A `\\u` escape needs four hexadecimal digits',
  why: 'Java refuses the whole file when one escape is malformed, so the program does not start. A Windows path such as `C:\\users` is the usual cause.',
  severity: 'error',
  roles: 'all',
  family: 'any',
  // Programs that use librdkafka read lines of their own, without Java's escapes.
  in: ({ family }) => family !== 'librdkafka',
  source: 'java.util.Properties#loadConvert: "Malformed \\uxxxx encoding"',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: '«ssl.keystore.location=C:\\users\\kafka.jks»\n',
      role: 'producer',
      only: 'properties',
      message: '`\\users` is no `\\u` escape with four hexadecimal digits: Java refuses the whole file.',
    },
    { text: 'ssl.keystore.location=C:/users/kafka.jks\n', role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  chars: '\\\\',
  when: ({ entry }) => entry.malformed !== undefined,
  *check(setting) {
    const { malformed } = setting.entry;
    if (malformed === undefined) return;
    yield {
      at: setting,
      part: 'entry',
      message: `\`${malformed}\` is no \`\\u\` escape with four hexadecimal digits: Java refuses the whole file.`,
    };
  },
};
