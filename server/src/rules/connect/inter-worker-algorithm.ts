import type { Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import type { SettingRule } from '../rule.ts';

const generation = 'inter.worker.key.generation.algorithm';
const signature = 'inter.worker.signature.algorithm';
const verification = 'inter.worker.verification.algorithms';

const hmacs = ['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA512/224', 'SHA512/256'].map((name) => `Hmac${name}`);
const newerHmacs = ['224', '256', '384', '512'].map((size) => `HmacSHA3-${size}`);
/** Java's standard names, and the aliases that its own providers have for them. */
const generators = [
  ...hmacs,
  ...newerHmacs,
  'AES',
  'ARCFOUR',
  'Blowfish',
  'ChaCha20',
  'DES',
  'DESede',
  'RC2',
  'RC4',
  'Rijndael',
  'TripleDES',
];
const macs = [...hmacs, ...newerHmacs];

export const interWorkerAlgorithm: SettingRule = {
  id: 'inter-worker-algorithm',
  title: 'An algorithm that Java knows',
  why: 'Workers make keys and sign what they say to one another with algorithms of the JVM. One that the JVM does not have is refused when the worker starts.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '2.4' },
  source: 'KIP-507; DistributedConfig#validateKeyAlgorithm, Java Security Standard Algorithm Names (KeyGenerator, Mac)',
  supersedes: ['inter-worker-signature', 'inter-worker-key-size', 'quoted-value', 'remark-in-value'],
  examples: [
    {
      text: `${generation}=«nope»\n`,
      message: `\`${generation}\` must be an algorithm of the JVM such as \`HmacSHA256\`; \`nope\` is none.`,
    },
    {
      text: `${signature}=«hmac-sha512»\n${verification}=HmacSHA512\n`,
      message: `\`${signature}\` must be an algorithm of the JVM such as \`HmacSHA256\`; \`hmac-sha512\` is none.`,
      fixed: `${signature}=HmacSHA512\n${verification}=HmacSHA512\n`,
    },
    {
      text: `${verification}=«HmacSHA256,SHA256»\n`,
      message: `\`${verification}\` must list algorithms of the JVM such as \`HmacSHA256\`; \`SHA256\` is none.`,
    },
    { text: `${generation}=aes\n${signature}=HmacSHA3-256\n${verification}=HmacSHA256,HmacSHA3-256\n` },
    { text: `${generation}=1.2.840.113549.2.9\n` },
  ],
  reads: 'each',
  of: ({ key }) => key.startsWith('inter.worker.') && (key === generation || key === signature || key === verification),
  *check(setting) {
    if (setting.unknown || setting.definition === undefined) return;
    const known = setting.key === generation ? generators : macs;
    const isList = setting.key === verification;
    const names = isList ? splitList(setting.value) : [setting.value];
    const stranger = names.find((name) => !isKnown(known, name));
    if (stranger === undefined) return;
    const wants = isList ? 'must list algorithms' : 'must be an algorithm';
    yield {
      at: setting,
      ...(setting.value === '' && { part: 'key' as const }),
      message: `\`${setting.key}\` ${wants} of the JVM such as \`HmacSHA256\`; \`${stranger}\` is none.`,
      ...fixOf(setting, names, stranger, known),
    };
  },
};

/** Java tells names apart without regard to case; object identifiers are aliases, and so are names of password-based ones. */
function isKnown(known: readonly string[], name: string): boolean {
  return (
    /^((OID\.)?[0-2](\.\d+)+|(PBEWith|HmacPBE|SslMac|SunTls)\w+(\/\d+)?)$/i.test(name) ||
    known.some((one) => one.toLowerCase() === name.toLowerCase())
  );
}

function fixOf(setting: Setting, names: readonly string[], stranger: string, known: readonly string[]) {
  const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const meant = known.find((one) => bare(one) === bare(stranger));
  if (meant === undefined) return {};
  const value = names.map((name) => (name === stranger ? meant : name)).join(',');
  return { fixes: [{ title: `Write \`${meant}\``, safe: true, steps: [{ do: 'set' as const, setting, value }] }] };
}
