import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';

const mechanisms: readonly (readonly [module: RegExp, mechanisms: readonly string[]])[] = [
  [/\.PlainLoginModule$/, ['PLAIN']],
  [/\.ScramLoginModule$/, ['SCRAM-SHA-256', 'SCRAM-SHA-512']],
  [/\.OAuthBearerLoginModule$/, ['OAUTHBEARER']],
  [/\.Krb5LoginModule$/, ['GSSAPI']],
];

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";';

const oauth = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule';
const others = ['sasl.login.callback.handler.class', 'sasl.login.class'];

export const jaasModuleMechanism: RelationRule = {
  id: 'jaas-module-mechanism',
  title: 'A login module of another SASL mechanism',
  why: 'The login module must belong to `sasl.mechanism`. Kafka does not compare them when the client starts; it fails when it logs in. Only the module of OAuth asks for its token at once, and no other mechanism has one.',
  severity: 'information',
  roles: clientRoles,
  kafka: { since: '0.10.2' },
  source: 'org.apache.kafka.common.security.authenticator.SaslClientAuthenticator; the login modules of kafka-clients',
  examples: [
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=«SCRAM-SHA-256»\nsasl.jaas.config=${plain}\n`,
      role: 'producer',
      message: '`sasl.mechanism` must be `PLAIN` for the login module `PlainLoginModule`.',
      fixed: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${plain}\n`,
    },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=«PLAIN»\nsasl.jaas.config=${oauth} required;\n`,
      role: 'producer',
      severity: 'error',
      message: '`sasl.mechanism` must be `OAUTHBEARER` for the login module `OAuthBearerLoginModule`.',
    },
    { text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${plain}\n`, role: 'producer' },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=com.example.LoginModule required;\n',
      role: 'producer',
    },
  ],
  reads: ['security.protocol', 'sasl.mechanism', 'sasl.jaas.config', ...others],
  needs: 'sasl.mechanism',
  *check(config) {
    const mechanism = config.get('sasl.mechanism');
    const wanted = wantedMechanisms(config);
    if (mechanism === undefined || mechanism.unknown || wanted === undefined || !usesSasl(config)) return;
    const [first] = wanted.names;
    if (first === undefined || wanted.names.includes(mechanism.value)) return;
    // An empty one is another rule's matter; before 3.3 it only matters to the module of OAuth.
    if (mechanism.value === '' && (atLeast(config.kafka, '3.3') || wanted.module !== 'OAuthBearerLoginModule')) return;
    const isRefused = wanted.module === 'OAuthBearerLoginModule' && !others.some((key) => config.has(key));
    yield {
      at: mechanism,
      ...(isRefused && { severity: 'error' }),
      message: `\`sasl.mechanism\` must be ${wanted.names.map((name) => `\`${name}\``).join(' or ')} for the login module \`${wanted.module}\`.`,
      fixes: [{ title: `Set \`sasl.mechanism\` to \`${first}\``, safe: false, steps: [{ do: 'set', setting: mechanism, value: first }] }],
    };
  },
};

function wantedMechanisms(config: Config): { readonly module: string; readonly names: readonly string[] } | undefined {
  const jaas = jaasOf(config)?.jaas;
  if (jaas === undefined || typeof jaas === 'string') return undefined;
  const names = mechanisms.find(([module]) => module.test(jaas.name))?.[1];
  return names && { module: jaas.name.slice(jaas.name.lastIndexOf('.') + 1), names };
}
