import type { Setting } from '../../configs/config.ts';
import { graphKeys } from '../broker/listener-graph.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';
import { tlsPlaces } from './speaks-tls.ts';

const named = ['ssl.provider', 'ssl.secure.random.implementation'];
const certificates = ['ssl.truststore.certificates', 'ssl.truststore.type'];

export const tlsEmptyValue: RelationRule = {
  id: 'tls-empty-value',
  title: 'An empty TLS setting is not one left out',
  why: 'An empty provider, source of random numbers or list of certificates is used as it stands, and there is no such thing. Left out, Java’s own counts.',
  severity: 'error',
  roles: [...clientRoles, 'broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'org.apache.kafka.common.security.ssl.DefaultSslEngineFactory',
  examples: [
    {
      text: 'security.protocol=SSL\n«ssl.provider»=\n',
      role: 'producer',
      message: '`ssl.provider` must have a value or be left out.',
      fixed: 'security.protocol=SSL\n',
    },
    { text: 'security.protocol=SSL\nssl.truststore.type=PEM\n«ssl.truststore.certificates»=\n', role: 'producer' },
    { text: 'security.protocol=SSL\n«ssl.secure.random.implementation»=\n', role: 'consumer', kafka: '2.8' },
    { text: 'ssl.provider=\n', role: 'producer' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nssl.keystore.location=/k\nssl.keystore.password=x\n«listener.name.ssl.ssl.provider»=\n',
      role: 'broker',
      kafka: '3.9',
      message: '`listener.name.ssl.ssl.provider` must have a value or be left out.',
    },
  ],
  reads: [...graphKeys, 'security.protocol', 'listener.name.*', ...named, ...certificates],
  *check(config) {
    const found = new Set<Setting>();
    for (const { get } of tlsPlaces(config)) {
      const asked = get('ssl.truststore.type')?.value === 'PEM' ? [...named, 'ssl.truststore.certificates'] : named;
      for (const key of asked) {
        const setting = get(key);
        if (setting?.definition !== undefined && setting.value === '') found.add(setting);
      }
    }
    for (const setting of found) yield emptyOne(setting);
  },
};

const emptyOne = (setting: Setting): Finding => ({
  at: setting,
  part: 'key',
  message: `\`${setting.key}\` must have a value or be left out.`,
  fixes: [{ title: `Remove \`${setting.key}\``, safe: true, steps: [{ do: 'remove', setting }] }],
});
