import { atLeast } from '../../schema/version.ts';
import { emptyClaims } from '../client/token-endpoint.ts';
import type { RelationRule } from '../rule.ts';
import { wrongKind } from '../values/shipped-kind.ts';
import { graphKeys } from './listener-graph.ts';
import { tokenListeners } from './listener-tokens.ts';
import { isLenient, keysAndClaims } from './validator-keys.ts';

const home = 'org.apache.kafka.common.security.oauthbearer.';
const handler = /^org\.apache\.kafka\.common\.security\.oauthbearer\.(secured\.)?OAuthBearerValidatorCallbackHandler$/;
const handlerKey = 'sasl.server.callback.handler.class';
const url = 'sasl.oauthbearer.jwks.endpoint.url';
const expected = ['sasl.oauthbearer.expected.audience', 'sasl.oauthbearer.expected.issuer'] as const;
const validator = 'sasl.oauthbearer.jwt.validator.class';
const mechanism = 'oauthbearer';

const prefix = `listener.name.sasl_ssl.${mechanism}.`;
const node = `process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,SASL_SSL://:9094\nlistener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL\nssl.keystore.location=/k\nssl.keystore.password=x\nsasl.enabled.mechanisms=OAUTHBEARER\n${prefix}sasl.jaas.config=${home}OAuthBearerLoginModule required;\n`;
const checked = `${expected[0]}=kafka\n${expected[1]}=https://login.example.com\n`;

export const oauthbearerValidator: RelationRule = {
  id: 'oauthbearer-validator',
  title: 'A broker needs keys to check OAuth tokens',
  why: 'Kafka’s validator checks the signatures of tokens with keys from `sasl.oauthbearer.jwks.endpoint.url`, a page or a file. Kafka 4.3 also warns where it is not said for whom and by whom tokens are to be, and 4.4 refuses that.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.1' },
  source: 'KIP-768, KIP-1139; org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler, BrokerJwtValidator',
  examples: [
    {
      text: `${node}«${prefix}${handlerKey}»=${home}OAuthBearerValidatorCallbackHandler\n`,
      message: `\`${url}\` must be set: tokens are checked with the keys it gives.`,
    },
    {
      text: `${node}«${prefix}${handlerKey}»=${home}OAuthBearerValidatorCallbackHandler\n`,
      kafka: '4.1',
      severity: 'information',
      message: `\`${url}\` must be set: without it this release does not check the signatures of tokens.`,
    },
    {
      text: `${node}${prefix}${handlerKey}=${home}secured.OAuthBearerValidatorCallbackHandler\n${url}=«login.example.com/keys»\n`,
      kafka: '3.9',
      message: `\`${url}\` must begin with \`https://\`, \`http://\` or \`file:\`.`,
    },
    {
      text: `${node}${prefix}${handlerKey}=${home}OAuthBearerValidatorCallbackHandler\n«${url}»=https://login.example.com/keys\n`,
      kafka: '4.3',
      severity: 'warning',
      message: `\`${expected[0]}\` should be set too: without it tokens for others are taken as well.`,
    },
    {
      text: `${node}${prefix}${handlerKey}=${home}OAuthBearerValidatorCallbackHandler\n«${url}»=https://login.example.com/keys\n`,
      kafka: '4.4',
      message: `\`${expected[0]}\` must be set too, for tokens to be checked against it.`,
    },
    {
      text: `${node}${prefix}${handlerKey}=${home}OAuthBearerValidatorCallbackHandler\n${url}=https://login.example.com/keys\nsasl.oauthbearer.allow.unverified.audience=true\nsasl.oauthbearer.allow.unverified.issuer=true\n`,
      kafka: '4.4',
    },
    { text: `${node}${prefix}${handlerKey}=${home}OAuthBearerValidatorCallbackHandler\n${checked}${url}=https://login.example.com/keys\n` },
    {
      text: `${node}${prefix}${handlerKey}=${home}OAuthBearerValidatorCallbackHandler\n${checked}${url}=https://login.example.com/keys\n«${prefix}sasl.oauthbearer.sub.claim.name»=\n`,
      message: `\`${prefix}sasl.oauthbearer.sub.claim.name\` must not be empty.`,
    },
    {
      text: `${node}${prefix}${handlerKey}=${home}OAuthBearerValidatorCallbackHandler\n${checked}${url}=https://login.example.com/keys\n${validator}=«${home}FileJwtRetriever»\n`,
      message: `\`${validator}\` must name a JWT validator; \`FileJwtRetriever\` is a JWT retriever.`,
    },
    {
      text: `${node}${prefix}${handlerKey}=${home}OAuthBearerValidatorCallbackHandler\n${validator}=com.example.Validator\n`,
    },
    { text: `${node}${prefix}${handlerKey}=com.example.Handler\n` },
    { text: node },
  ],
  reads: ['sasl.*', 'listener.name.*', ...graphKeys],
  *check(config) {
    for (const { listener, own, get } of tokenListeners(config)) {
      const checks = own(handlerKey);
      if (!listener.served || checks === undefined || !handler.test(checks.value)) continue;
      // Nothing reads the class behind the mechanism's prefix.
      const chosen = atLeast(config.kafka, '4.1') ? listener.get(validator) : undefined;
      const isBrokers = chosen?.value === `${home}BrokerJwtValidator`;
      if (chosen !== undefined) yield* wrongKind(chosen);
      const isDefault = chosen === undefined || chosen.value === `${home}DefaultJwtValidator`;
      if (isDefault || isBrokers || chosen.value === `${home}ClientJwtValidator`) yield* emptyClaims(get);
      if (!isDefault && !isBrokers) continue;
      yield* keysAndClaims(config.kafka, checks, get, !isBrokers && isLenient(config.kafka));
    }
  },
};
