import type { Config } from '../../configs/config.ts';
import { before } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';
import { ofAnotherMechanism } from './oauthbearer-login.ts';
import { tokenFault } from './unsecured-token.ts';

const home = 'org.apache.kafka.common.security.oauthbearer.';
const handlerKey = 'sasl.login.callback.handler.class';
const unsecured = /\.OAuthBearerUnsecured(Login|Validator)CallbackHandler$/;
const sasl = 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n';
const module = `sasl.jaas.config=${home}OAuthBearerLoginModule required`;
const marked = `«sasl.jaas.config»=${home}OAuthBearerLoginModule required`;

export const oauthbearerUnsecured: RelationRule = {
  id: 'oauthbearer-unsecured',
  title: 'OAuth without a login handler is a token that Kafka makes itself',
  why: 'Where no class is named that fetches a token, Kafka makes an unsecured one of the options of the login module when the client is made, for trying out. It is refused without an owner, and with options that make no token.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '2.8' },
  source: 'KIP-255; org.apache.kafka.common.security.oauthbearer.internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler',
  examples: [
    {
      text: `${sasl}${marked} clientId="a" clientSecret="b";\n`,
      role: 'producer',
      message: `\`${handlerKey}\` must be set to a class that fetches a token: without one Kafka makes it itself, and then \`sasl.jaas.config\` must have the option \`unsecuredLoginStringClaim_sub\`.`,
    },
    {
      text: `${sasl}${marked} unsecuredLoginStringClaim_sub="a" unsecuredLoginLifetimeSeconds="60s";\n`,
      role: 'consumer',
      kafka: '2.8',
      message: '`sasl.jaas.config` must give `unsecuredLoginLifetimeSeconds` as a whole number.',
    },
    { text: `${sasl}${marked} unsecuredLoginStringClaim_sub="a" unsecuredLoginNumberClaim_scope="1";\n`, role: 'admin' },
    { text: `${sasl}${marked} unsecuredLoginStringClaim_sub="a" unsecuredLoginExtension_trace_id="1";\n`, role: 'producer' },
    {
      text: `${sasl}${marked} unsecuredLoginStringClaim_sub="a" unsecuredLoginLifetimeSeconds="0";\n`,
      role: 'producer',
      severity: 'warning',
    },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=«PLAIN»\n${handlerKey}=${home}internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler\n${module};\n`,
      role: 'producer',
    },
    { text: `${sasl}${module};\n`, role: 'producer' },
    { text: `${sasl}${module} unsecuredLoginStringClaim_sub="a" unsecuredLoginListClaim_scope="|x|y";\n`, role: 'producer' },
    { text: `${sasl}${module} clientId="a";\n${handlerKey}=com.example.Login\n`, role: 'producer' },
    { text: `${sasl}${module} clientId="a";\n${handlerKey}=\${env:HANDLER}\n`, role: 'producer' },
  ],
  reads: ['security.protocol', 'sasl.mechanism', 'sasl.jaas.config', handlerKey, 'sasl.login.class'],
  needs: 'sasl.jaas.config',
  *check(config) {
    const found = jaasOf(config);
    if (found === undefined || typeof found.jaas === 'string' || !usesSasl(config) || config.has('sasl.login.class')) return;
    const handler = config.get(handlerKey);
    if (handler !== undefined && (handler.unknown || !unsecured.test(handler.value))) return;
    if (handler !== undefined) yield* ofMechanism(config);
    if (config.value('sasl.mechanism') !== 'OAUTHBEARER' || found.jaas.name !== `${home}OAuthBearerLoginModule`) return;
    if (handler?.value.includes('Validator')) return;
    const fault = tokenFault(found.jaas.options);
    if (fault === undefined) return;
    const otherwise = fault.unowned && handler === undefined;
    const message = otherwise
      ? `\`${handlerKey}\` must be set to a class that fetches a token: without one Kafka makes it itself, and then \`sasl.jaas.config\` ${fault.wants}.`
      : `\`sasl.jaas.config\` ${fault.wants}.`;
    yield { at: found.setting, part: 'key', message, ...(fault.expired && { severity: 'warning' }) };
  },
};

function* ofMechanism(config: Config): Generator<Finding> {
  const mechanism = config.get('sasl.mechanism');
  if (mechanism === undefined || mechanism.unknown || mechanism.value === 'OAUTHBEARER') return;
  if (mechanism.value !== '' || before(config.kafka, '3.3')) yield ofAnotherMechanism(mechanism);
}
