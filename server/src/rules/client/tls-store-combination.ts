import type { Config, Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles, usesTls } from './clients.ts';

const keys = [
  'ssl.keystore.type',
  'ssl.keystore.location',
  'ssl.keystore.password',
  'ssl.keystore.key',
  'ssl.keystore.certificate.chain',
  'ssl.truststore.type',
  'ssl.truststore.location',
  'ssl.truststore.password',
  'ssl.truststore.certificates',
] as const;

export const tlsStoreCombination: RelationRule = {
  id: 'tls-store-combination',
  title: 'Key store or trust store settings that exclude one another',
  why: 'A PEM store has no store password, key and certificates are given either as a file or as text, and a JKS or PKCS12 key store needs its password. Kafka checks this when a client with TLS is made.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '2.7' },
  source: 'KIP-651; org.apache.kafka.common.security.ssl.DefaultSslEngineFactory#createKeystore, #createTruststore',
  examples: [
    {
      text: 'security.protocol=SSL\nssl.keystore.location=«/etc/kafka/client.jks»\n',
      role: 'producer',
      message: '`ssl.keystore.password` must be set where `ssl.keystore.location` is.',
    },
    {
      text: 'security.protocol=SSL\n«ssl.truststore.password»=x\n',
      role: 'producer',
      message: '`ssl.truststore.location` must be set where `ssl.truststore.password` is.',
    },
    {
      text: 'security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=/etc/kafka/ca.pem\n«ssl.truststore.password»=x\n',
      role: 'consumer',
      message: '`ssl.truststore.password` cannot be set with a PEM store.',
      fixed: 'security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=/etc/kafka/ca.pem\n',
    },
    {
      text: 'security.protocol=SSL\n«ssl.truststore.location»=\n',
      role: 'consumer',
      message: '`ssl.truststore.location` must have a value or be left out.',
      fixed: 'security.protocol=SSL\n',
    },
    {
      text: 'security.protocol=SSL\nssl.keystore.certificate.chain=x\n«ssl.keystore.key»=y\n',
      role: 'producer',
      message: '`ssl.keystore.type` must be `PEM` where `ssl.keystore.key` is set.',
    },
    {
      text: 'security.protocol=SSL\nssl.keystore.location=/etc/kafka/client.jks\nssl.keystore.password=${env:PW}\nssl.truststore.location=/etc/kafka/trust.jks\n',
      role: 'producer',
    },
    { text: 'ssl.keystore.location=/etc/kafka/client.jks\n', role: 'producer' },
    { text: 'ssl.truststore.location=\n', role: 'producer' },
    {
      text: 'security.protocol=SSL\nssl.engine.factory.class=com.example.Engine\nssl.keystore.location=/etc/kafka/client\n',
      role: 'producer',
    },
  ],
  reads: ['security.protocol', 'ssl.engine.factory.class', ...keys],
  *check(config) {
    if (!usesTls(config) || config.has('ssl.engine.factory.class')) return;
    const finding = keyStoreFault(config) ?? undefined;
    if (finding !== undefined) yield finding;
    const trust = trustStoreFault(config);
    if (trust !== undefined) yield trust;
  },
};

/** What is wrong with the key store of a client or listener. The order is Kafka's own. */
export function keyStoreFault(config: Pick<Config, 'get' | 'value'>): Finding | undefined {
  const key = config.get('ssl.keystore.key');
  const chain = config.get('ssl.keystore.certificate.chain');
  const path = config.get('ssl.keystore.location');
  const password = config.get('ssl.keystore.password');
  const type = config.value('ssl.keystore.type');
  if (type === undefined) return undefined;
  if (key !== undefined) {
    if (type !== 'PEM') return wrong(key, `\`ssl.keystore.type\` must be \`PEM\` where \`${key.key}\` is set.`);
    if (chain === undefined) return wrong(key, `\`ssl.keystore.certificate.chain\` must be set where \`${key.key}\` is.`);
    if (path !== undefined) return excess(path, '`ssl.keystore.location` cannot be set beside `ssl.keystore.key`.');
    return password && excess(password, '`ssl.keystore.password` cannot be set with a PEM store: only `ssl.key.password` can.');
  }
  if (chain !== undefined) return wrong(chain, `\`ssl.keystore.key\` must be set where \`${chain.key}\` is.`);
  if (path?.value === '') return emptyPath(path);
  if (type === 'PEM' && path !== undefined)
    return password && excess(password, '`ssl.keystore.password` cannot be set with a PEM store: only `ssl.key.password` can.');
  if (path === undefined && password !== undefined)
    return wrong(password, '`ssl.keystore.location` must be set where `ssl.keystore.password` is.');
  if (path === undefined || password !== undefined) return undefined;
  return { at: path, message: '`ssl.keystore.password` must be set where `ssl.keystore.location` is.' };
}

/** What is wrong with the trust store of a client or listener. */
export function trustStoreFault(config: Pick<Config, 'get' | 'value'>): Finding | undefined {
  const certificates = config.get('ssl.truststore.certificates');
  const path = config.get('ssl.truststore.location');
  const password = config.get('ssl.truststore.password');
  const type = config.value('ssl.truststore.type');
  if (type === undefined) return undefined;
  const noPassword = password && excess(password, '`ssl.truststore.password` cannot be set with a PEM store.');
  if (certificates !== undefined) {
    if (type !== 'PEM') return wrong(certificates, '`ssl.truststore.type` must be `PEM` where `ssl.truststore.certificates` is set.');
    return path === undefined ? noPassword : excess(path, '`ssl.truststore.location` cannot be set beside `ssl.truststore.certificates`.');
  }
  if (path?.value === '') return emptyPath(path);
  if (type === 'PEM' && path !== undefined) return noPassword;
  return path === undefined && password !== undefined
    ? wrong(password, '`ssl.truststore.location` must be set where `ssl.truststore.password` is.')
    : undefined;
}

/** An empty path is the folder that the program runs in, and no store. */
function emptyPath(at: Setting): Finding {
  return excess(at, `\`${at.key}\` must have a value or be left out.`);
}

function wrong(at: Setting, message: string): Finding {
  return { at, part: 'key', message };
}

function excess(at: Setting, message: string): Finding {
  return { at, part: 'key', message, fixes: [{ title: `Remove \`${at.key}\``, safe: false, steps: [{ do: 'remove', setting: at }] }] };
}
