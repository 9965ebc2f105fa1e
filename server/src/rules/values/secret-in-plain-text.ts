import type { Setting } from '../../configs/config.ts';
import type { SettingRule } from '../rule.ts';

export const secretInPlainText: SettingRule = {
  id: 'secret-in-plain-text',
  title: 'A secret in plain text',
  why: 'Whoever can read the file, its backups or its history can read the secret. A config provider or the environment keeps it out of the file.',
  severity: 'information',
  roles: 'all',
  family: 'any',
  source: 'KIP-297, KIP-632; org.apache.kafka.common.config.provider',
  examples: [
    {
      text: 'ssl.key.password=«swordfish»\n',
      role: 'producer',
      message: '`ssl.key.password` stands here in plain text: `${env:NAME}`, `${file:PATH:KEY}` or another provider can keep it elsewhere.',
    },
    { text: 'ssl.key.password=${env:KEY_PASSWORD}\n', role: 'producer' },
    { text: 'ssl.key.password=\n', role: 'producer' },
    { text: 'ssl.key.password=your-key-password\n', role: 'producer' },
    { text: 'sasl.jaas.config=org.example.Login required username=USERNAME password=PASSWORD;\n', role: 'producer' },
    { text: 'sasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true;\n', role: 'producer' },
  ],
  reads: 'each',
  of: ({ definition }) => definition?.type === 'password',
  *check(setting) {
    if (setting.unknown || setting.value === '' || !isSecretText(setting)) return;
    const way =
      setting.config.identity.family === 'librdkafka'
        ? 'the program can take it from its environment'
        : '`${env:NAME}`, `${file:PATH:KEY}` or another provider can keep it elsewhere';
    yield { at: setting, message: `\`${setting.key}\` stands here in plain text: ${way}.` };
  },
};

/** A JAAS text is one only where it holds a password; certificates are public. */
function isSecretText({ key, value }: Setting): boolean {
  if (key.endsWith('certificates') || key.endsWith('certificate.chain')) return false;
  if (!key.endsWith('jaas.config')) return !standIn.test(value.trim());
  const secrets = Array.from(value.matchAll(/(?:password|secret)\s*=\s*["']?([^"';\s]*)/gi), ([, secret = '']) => secret);
  return secrets.some((secret) => !standIn.test(secret));
}

/** Words that stand where the author's secret is to be put: `PASSWORD`, `your-password`, `changeme`, `****`. */
const standIn = /^(?:[A-Z]+(?:_[A-Z]+)*|your[-_ ].*|change[-_ ]?me|\*+|x{3,})$|^your[A-Z]/;
