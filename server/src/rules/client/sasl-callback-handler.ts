import type { RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';
import { handlerFaults, loginFaults } from './handler-faults.ts';

const home = 'org.apache.kafka.common.security.';
const sasl = `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${home}plain.PlainLoginModule required username="a" password="b";\n`;
const tokens = `security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=${home}oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="a";\n`;
const [client, login] = ['sasl.client.callback.handler.class', 'sasl.login.callback.handler.class'] as const;
/** In place of a login handler these are the matter of rules about tokens. */
const ofTokens = /\.OAuthBearer(UnsecuredLogin|UnsecuredValidator|Login)CallbackHandler$/;

export const saslCallbackHandler: RelationRule = {
  id: 'sasl-callback-handler',
  title: 'A callback handler of another SASL mechanism',
  why: 'Kafka’s own handlers belong to a mechanism and to a place: fetching a token, answering for a client, checking on a broker. A client makes them when it starts, and most refuse another mechanism.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '2.8' },
  source: 'KIP-86, KIP-255, KIP-768; org.apache.kafka.common.security.auth.AuthenticateCallbackHandler#configure',
  examples: [
    {
      text: `${sasl}${client}=«${home}kerberos.KerberosClientCallbackHandler»\n`,
      role: 'producer',
      message: `\`${client}\` must name another class: \`KerberosClientCallbackHandler\` is for the mechanism \`GSSAPI\`.`,
    },
    {
      text: `${tokens}${client}=«${home}oauthbearer.OAuthBearerLoginCallbackHandler»\n`,
      role: 'consumer',
      message: `\`${client}\` must name another class: \`OAuthBearerLoginCallbackHandler\` belongs in \`${login}\`.`,
    },
    {
      text: `${tokens}${login}=«${home}oauthbearer.OAuthBearerValidatorCallbackHandler»\nsasl.oauthbearer.jwks.endpoint.url=https://idp/keys\n`,
      role: 'producer',
      kafka: '4.2',
      severity: 'warning',
      message: `\`${login}\` must name another class: \`OAuthBearerValidatorCallbackHandler\` belongs in \`sasl.server.callback.handler.class\` of a broker.`,
    },
    { text: `${sasl}sasl.login.class=«${home}kerberos.KerberosLogin»\n`, role: 'admin' },
    { text: `${sasl}${client}=${home}authenticator.SaslClientCallbackHandler\n`, role: 'producer' },
    { text: `${sasl}${client}=com.example.Handler\n${login}=\${env:LOGIN}\n`, role: 'producer' },
    { text: `${client}=${home}kerberos.KerberosClientCallbackHandler\n`, role: 'producer' },
  ],
  reads: [
    'security.protocol',
    'sasl.mechanism',
    'sasl.jaas.config',
    'sasl.kerberos.service.name',
    'sasl.login.class',
    client,
    login,
    'sasl.oauthbearer.*',
  ],
  needs: 'sasl.jaas.config',
  *check(config) {
    const jaas = jaasOf(config)?.jaas;
    const mechanism = config.value('sasl.mechanism');
    if (jaas === undefined || typeof jaas === 'string' || mechanism === undefined || !usesSasl(config)) return;
    for (const key of [client, login]) {
      const handler = config.get(key);
      if (handler === undefined || (key === login && ofTokens.test(handler.value))) continue;
      yield* handlerFaults(handler, mechanism, (one) => config.get(one));
    }
    const isNamed = config.has('sasl.kerberos.service.name') || jaas.options.has('serviceName');
    const made = config.get('sasl.login.class');
    if (made !== undefined) yield* loginFaults(made, mechanism, isNamed);
  },
};
