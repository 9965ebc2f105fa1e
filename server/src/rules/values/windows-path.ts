import { mayBeSecret } from '../../configs/secrets.ts';
import { rawValue } from '../../formats/format.ts';
import type { SettingRule } from '../rule.ts';

export const windowsPath: SettingRule = {
  id: 'windows-path',
  title: 'Single backslashes disappear from a path',
  why: 'In a properties file a backslash begins an escape: `C:\\temp` is read as `C:`, a tab and `emp`. Java takes `/` in paths on Windows too.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  // Programs that use librdkafka read lines of their own, without Java's escapes.
  in: ({ family }) => family !== 'librdkafka',
  source: 'java.util.Properties#loadConvert',
  supersedes: ['invalid-value', 'non-ascii-value'],
  examples: [
    {
      text: 'ssl.keystore.location=«C:\\kafka\\temp.jks»\n',
      role: 'producer',
      only: 'properties',
      message: 'The backslashes are read as escapes: write `C:/kafka/temp.jks`.',
      fixed: 'ssl.keystore.location=C:/kafka/temp.jks\n',
    },
    { text: 'ssl.keystore.location=C:\\\\kafka\\\\temp.jks\n', role: 'producer', only: 'properties' },
    { text: '# kafka-config: family=librdkafka\nssl.keystore.location=C:\\kafka\\temp.p12\n', role: 'client', only: 'properties' },
    { text: 'ssl.keystore.location=C:/kafka/temp.jks\n', role: 'producer' },
  ],
  reads: 'each',
  chars: '\\\\',
  *check(setting) {
    const { entry } = setting;
    if ((entry.format ?? setting.config.identity.format).id !== 'properties' || entry.malformed !== undefined) return;
    const raw = rawValue(entry);
    if (mayBeSecret(setting) || !/^\s*(file:\/*)?[A-Za-z]\\?:\\(?!\\)[^\s\\]/.test(raw) || raw.includes('\n')) return;
    const value = raw
      .trim()
      .replace(/\\+/g, '/')
      .replace(/^([A-Za-z])\/:/, '$1:');
    yield {
      at: setting,
      message: `The backslashes are read as escapes: write \`${value}\`.`,
      fixes: [{ title: 'Write the path with `/`', safe: true, steps: [{ do: 'set', setting, value }] }],
    };
  },
};
