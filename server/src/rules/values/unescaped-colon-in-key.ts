import { mayBeSecret } from '../../configs/secrets.ts';
import { define } from '../../schema/schema.ts';
import type { SettingRule } from '../rule.ts';

export const unescapedColonInKey: SettingRule = {
  id: 'unescaped-colon-in-key',
  title: 'A key ends at the first `:`, `=` or blank',
  why: 'In a properties file these characters separate key and value. A key that holds one needs a backslash before it.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  // Programs that use librdkafka read lines of their own, without Java's escapes.
  in: ({ family }) => family !== 'librdkafka',
  source: 'java.util.Properties#load',
  supersedes: ['unknown-key', 'invalid-value'],
  examples: [
    {
      text: '«batch .size=16384»\n',
      role: 'producer',
      only: 'properties',
      message: 'The key ends at the blank: Java reads the key `batch` with the value `.size=16384`.',
    },
    {
      text: 'clusters=A,B\n«A=>B.enabled=true»\n',
      role: 'mirror-maker',
      only: 'properties',
      message: 'The key ends at the `=`: Java reads the key `A` with the value `>B.enabled=true`.',
    },
    { text: 'batch.size 16384\n', role: 'producer', only: 'properties' },
    { text: 'batch.size : 16384\n', role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  of: ({ key, resolution }) => resolution === undefined && !key.includes('='),
  when: ({ entry }) => entry.value.includes('='),
  *check(setting) {
    const { entry, key, config, resolution } = setting;
    if ((entry.format ?? config.identity.format).id !== 'properties' || resolution !== undefined) return;
    const separator = entry.block.text.slice(entry.keyEnd, entry.valueStart);
    const [rest = ''] = entry.value.split('=');
    const meant = meantBy(key, separator, rest.trim());
    if (meant === undefined || define(config.role, config.kafka, meant, config.lookup) === undefined) return;
    const where = /[:=]/.test(separator) ? `\`${separator.trim()}\`` : 'blank';
    yield {
      at: setting,
      part: 'entry',
      message: `The key ends at the ${where}: Java reads the key \`${key}\`${mayBeSecret(setting) ? '' : ` with the value \`${entry.value}\``}.`,
    };
  },
};

/** The key with what Java took for the separator; an arrow of MirrorMaker's is often drawn as `=>`. */
function meantBy(key: string, separator: string, rest: string): string | undefined {
  if (/^[ \t]*=[ \t]*$/.test(separator)) return rest.startsWith('>') ? `${key}-${rest}` : undefined;
  return /^([ \t]+|:)$/.test(separator) ? key + separator.trim() + rest : undefined;
}
