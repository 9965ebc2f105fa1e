import { graphKeys } from '../broker/listener-graph.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';
import { speaksTls } from './speaks-tls.ts';

const named = ['ssl.provider', 'ssl.secure.random.implementation'];

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
  ],
  reads: [...graphKeys, 'security.protocol', ...named, 'ssl.truststore.certificates', 'ssl.truststore.type'],
  *check(config) {
    if (!speaksTls(config)) return;
    const empty = [...named, ...(config.value('ssl.truststore.type') === 'PEM' ? ['ssl.truststore.certificates'] : [])];
    for (const key of empty) {
      const setting = config.own(key);
      if (setting === undefined || setting.definition === undefined || setting.value !== '') continue;
      yield {
        at: setting,
        part: 'key',
        message: `\`${key}\` must have a value or be left out.`,
        fixes: [{ title: `Remove \`${key}\``, safe: true, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
