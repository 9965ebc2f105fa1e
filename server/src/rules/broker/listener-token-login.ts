import type { Setting } from '../../configs/config.ts';
import { jaasTextOf, type LoginModule, readJaas } from '../../configs/jaas.ts';
import { atLeast, type KafkaVersion } from '../../schema/version.ts';
import { emptyClaims, endpointFaults } from '../client/token-endpoint.ts';
import { tokenFault } from '../client/unsecured-token.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { graphKeys } from './listener-graph.ts';
import { type TokenListener, tokenListeners } from './listener-tokens.ts';

const home = 'org.apache.kafka.common.security.oauthbearer.';
const handlerKey = 'sasl.login.callback.handler.class';
const retriever = 'sasl.oauthbearer.jwt.retriever.class';
const unsecured = /\.OAuthBearerUnsecuredLoginCallbackHandler$/;
const checksKey = 'sasl.server.callback.handler.class';
const checking = /^org\.apache\.kafka\.common\.security\.oauthbearer\.(secured\.)?OAuthBearerValidatorCallbackHandler$/;
const fetching = /^org\.apache\.kafka\.common\.security\.oauthbearer\.(secured\.)?OAuthBearerLoginCallbackHandler$/;

const prefix = 'listener.name.sasl_plaintext.oauthbearer.';
const node = `broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\nsasl.enabled.mechanisms=OAUTHBEARER\n`;
const module = `${prefix}sasl.jaas.config=${home}OAuthBearerLoginModule required`;
const marked = `«${prefix}sasl.jaas.config»=${home}OAuthBearerLoginModule required`;

export const listenerTokenLogin: RelationRule = {
  id: 'listener-token-login',
  title: 'A broker logs in with a token itself, listener by listener',
  why: 'For each listener with OAUTHBEARER the node asks the login module for a token when it starts. Without options there is none, which will do; with options and no class that fetches one Kafka makes it itself of them, and needs an owner. Kafka’s own class wants the token endpoint.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-255, KIP-768; org.apache.kafka.common.network.SaslChannelBuilder#configure, OAuthBearerLoginModule#login',
  examples: [
    {
      text: `${node}${marked} clientId="a" clientSecret="b";\n`,
      kafka: '3.9',
      message: `\`${prefix}${handlerKey}\` must be set to a class that fetches a token: without one Kafka makes it itself, and then \`${prefix}sasl.jaas.config\` must have the option \`unsecuredLoginStringClaim_sub\`.`,
    },
    { text: `${node}${marked} unsecuredLoginStringClaim_sub="a" unsecuredLoginLifetimeSeconds="60s";\n`, kafka: '3.9' },
    {
      text: `${node}${module} clientId="a" clientSecret="b";\n${prefix}${handlerKey}=${home}secured.OAuthBearerLoginCallbackHandler\n${prefix}sasl.oauthbearer.token.endpoint.url=«idp/token»\n`,
      kafka: '3.9',
      message: `\`${prefix}sasl.oauthbearer.token.endpoint.url\` must begin with \`https://\`, \`http://\` or \`file:\`.`,
    },
    {
      text: `${node}${module};\n${prefix}${checksKey}=«${home}secured.OAuthBearerLoginCallbackHandler»\n`,
      kafka: '3.9',
      message: `\`${prefix}${checksKey}\` must name a class that checks tokens: \`OAuthBearerLoginCallbackHandler\` fetches them.`,
    },
    { text: `${node}${module};\n`, kafka: '3.9' },
    { text: `${node}${module} unsecuredLoginStringClaim_sub="a";\n`, kafka: '3.9' },
    { text: `${node}${module} clientId="a";\n${prefix}${handlerKey}=com.example.Login\n`, kafka: '3.9' },
    { text: `${node.replace('=OAUTHBEARER', '=PLAIN')}${module} clientId="a";\n`, kafka: '3.9' },
  ],
  reads: [
    'sasl.enabled.mechanisms',
    'sasl.mechanism.inter.broker.protocol',
    'sasl.mechanism.controller.protocol',
    'sasl.oauthbearer.*',
    'listener.name.*',
    ...graphKeys,
  ],
  *check(config) {
    for (const listener of tokenListeners(config)) {
      yield* swapped(listener);
      const jaas = listener.own('sasl.jaas.config');
      const read = jaas === undefined || jaas.unknown ? 'nothing' : readJaas(jaasTextOf(jaas));
      if (jaas === undefined || typeof read === 'string' || read.name !== `${home}OAuthBearerLoginModule`) continue;
      if (listener.own('sasl.login.class') === undefined) yield* faultsOf(config.kafka, listener, jaas, read);
    }
  },
};

/** Each of Kafka's two handlers wants its own address; where that is there it starts, and has no answer to what it is asked. */
function* swapped({ listener, own, get }: TokenListener): Generator<Finding> {
  const [checks, login] = [own(checksKey), own(handlerKey)];
  const severity = (key: string) => (get(key) === undefined ? 'error' : 'warning');
  if (listener.served && checks !== undefined && fetching.test(checks.value)) {
    const message = `\`${checks.key}\` must name a class that checks tokens: \`OAuthBearerLoginCallbackHandler\` fetches them.`;
    yield { at: checks, message, severity: severity('sasl.oauthbearer.token.endpoint.url') };
  }
  if (login !== undefined && checking.test(login.value)) {
    const message = `\`${login.key}\` must name a class that fetches a token: \`OAuthBearerValidatorCallbackHandler\` checks them.`;
    yield { at: login, message, severity: severity('sasl.oauthbearer.jwks.endpoint.url') };
  }
}

function* faultsOf(kafka: KafkaVersion, { listener, own, get }: TokenListener, jaas: Setting, read: LoginModule): Generator<Finding> {
  const handler = own(handlerKey);
  if (handler?.unknown) return;
  if (handler === undefined || unsecured.test(handler.value)) {
    yield* ofOwnToken(jaas, read, handler);
    return;
  }
  // Nothing reads the class behind the mechanism's prefix.
  const fetcher = atLeast(kafka, '4.1') ? (listener.value(retriever) ?? '') : '';
  if (!fetching.test(handler.value) || !atLeast(kafka, '3.1')) return;
  yield* emptyClaims(get);
  if (/^$|\.(Default|ClientCredentials)JwtRetriever$/.test(fetcher)) yield* endpointFaults(kafka, get, jaas, read);
}

function* ofOwnToken(jaas: Setting, { options }: LoginModule, handler: Setting | undefined): Generator<Finding> {
  const fault = tokenFault(options);
  if (fault === undefined) return;
  const key = jaas.key.replace('sasl.jaas.config', handlerKey);
  const message =
    fault.unowned && handler === undefined
      ? `\`${key}\` must be set to a class that fetches a token: without one Kafka makes it itself, and then \`${jaas.key}\` ${fault.wants}.`
      : `\`${jaas.key}\` ${fault.wants}.`;
  yield { at: jaas, part: 'key', message, ...(fault.expired && { severity: 'warning' }) };
}
