import type { Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';
import { emptyClaims, endpointFaults, endpointKeys } from './token-endpoint.ts';

const handler = /^org\.apache\.kafka\.common\.security\.oauthbearer\.(secured\.)?OAuthBearerLoginCallbackHandler$/;
const handlerKey = 'sasl.login.callback.handler.class';
const url = 'sasl.oauthbearer.token.endpoint.url';
const retriever = 'sasl.oauthbearer.jwt.retriever.class';
const home = 'org.apache.kafka.common.security.oauthbearer.';
const [clientId, clientSecret] = ['id', 'secret'].map((name) => `sasl.oauthbearer.client.credentials.client.${name}`);

const sasl = `security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n${handlerKey}=${home}OAuthBearerLoginCallbackHandler\n`;
const module = `sasl.jaas.config=${home}OAuthBearerLoginModule required`;

export const oauthbearerLogin: RelationRule = {
  id: 'oauthbearer-login',
  title: 'What Kafka’s own OAuth login needs',
  why: 'The login handler fetches a token when the client is made. It belongs to the mechanism OAUTHBEARER, wants the address of the token endpoint and, for one that is not a file, the client’s id and secret.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '3.1' },
  source: 'KIP-768, KIP-1139; org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler#configure, DefaultJwtRetriever',
  supersedes: ['jaas-module-mechanism'],
  examples: [
    {
      text: `${sasl}«${url}»=\n${module} clientId="a" clientSecret="b";\n`,
      role: 'producer',
      message: `\`${url}\` must be the address of the token endpoint.`,
    },
    {
      text: `${sasl}${url}=«login.example.com/token»\n${module} clientId="a" clientSecret="b";\n`,
      role: 'producer',
      message: `\`${url}\` must begin with \`https://\`, \`http://\` or \`file:\`.`,
    },
    {
      text: `${sasl}${url}=https://login.example.com/token\n«sasl.jaas.config»=${home}OAuthBearerLoginModule required clientId="a";\n`,
      role: 'consumer',
      kafka: '4.0',
      message: '`sasl.jaas.config` must have the option `clientSecret`.',
    },
    {
      text: `${sasl}«sasl.jaas.config»=${home}OAuthBearerLoginModule required clientId="a" clientSecret="b";\n`,
      role: 'admin',
      message: `\`${url}\` must be set too: it is the address of the token endpoint.`,
    },
    {
      text: `${sasl.replace('=OAUTHBEARER', '=«PLAIN»')}${module};\n`,
      role: 'producer',
      message: '`sasl.mechanism` must be `OAUTHBEARER` for the login handler of `sasl.login.callback.handler.class`.',
      fixed: `${sasl}${module};\n`,
    },
    { text: `${sasl}${url}=https://login.example.com/token\n${module} clientId="a" clientSecret="b";\n`, role: 'producer' },
    { text: `${sasl}${url}=file:///run/token\n${module};\n`, role: 'producer' },
    { text: `${sasl}${url}=\${env:URL}\n${module} clientId="a" clientSecret="\${env:SECRET}";\n`, role: 'producer' },
    {
      text: `${sasl}${url}=https://login.example.com/token\n${clientId}=a\n${clientSecret}=\${env:S}\n${module};\n`,
      role: 'producer',
      kafka: '4.1',
    },
    { text: `${sasl}${url}=\n`, role: 'producer' },
  ],
  reads: ['security.protocol', 'sasl.mechanism', 'sasl.jaas.config', handlerKey, retriever, ...endpointKeys],
  needs: 'sasl.jaas.config',
  *check(config) {
    const found = jaasOf(config);
    // Without a text here Kafka looks into the JVM's JAAS file first.
    const isFetching = handler.test(config.value(handlerKey) ?? '');
    if (found === undefined || typeof found.jaas === 'string' || !usesSasl(config) || !isFetching) return;
    const mechanism = config.get('sasl.mechanism');
    if (mechanism !== undefined && !mechanism.unknown && mechanism.value !== 'OAUTHBEARER') yield ofAnotherMechanism(mechanism);
    if (config.value('sasl.mechanism') !== 'OAUTHBEARER') return;
    const get = (key: string): Setting | undefined => config.get(key);
    yield* emptyClaims(get);
    const fetcher = atLeast(config.kafka, '4.1') ? (config.get(retriever)?.value ?? '') : '';
    if (!/^$|\.DefaultJwtRetriever$|\.ClientCredentialsJwtRetriever$/.test(fetcher)) return;
    yield* endpointFaults(config.kafka, get, found.setting, found.jaas);
  },
};

/** For a handler that belongs to this mechanism alone. */
export function ofAnotherMechanism(setting: Setting): Finding {
  return {
    at: setting,
    message: `\`sasl.mechanism\` must be \`OAUTHBEARER\` for the login handler of \`${handlerKey}\`.`,
    fixes: [{ title: 'Set `sasl.mechanism` to `OAUTHBEARER`', safe: false, steps: [{ do: 'set', setting, value: 'OAUTHBEARER' }] }],
  };
}
