import { graphKeys } from '../broker/listener-graph.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';
import { speaksTls } from './speaks-tls.ts';

export const tlsEmptyValue: RelationRule = {
  id: 'tls-empty-value',
  title: 'An empty TLS setting is not one left out',
  why: 'An empty provider or an empty list of certificates is used as it stands, and there is no such thing. Left out, Java’s own counts.',
  severity: 'error',
  roles: [
    ...clientRoles.filter((role) => ['producer', 'consumer', 'share-consumer', 'admin', 'client', 'streams'].includes(role)),
    'broker',
    'controller',
  ],
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
    { text: 'ssl.provider=\n', role: 'producer' },
  ],
  reads: [...graphKeys, 'security.protocol', 'ssl.provider', 'ssl.truststore.certificates', 'ssl.truststore.type'],
  *check(config) {
    if (!speaksTls(config)) return;
    const empty = ['ssl.provider', ...(config.value('ssl.truststore.type') === 'PEM' ? ['ssl.truststore.certificates'] : [])];
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
