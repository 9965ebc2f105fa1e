import type { Config, Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import { keysAndClaims } from '../broker/validator-keys.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { wrongKind } from '../values/shipped-kind.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';

const home = 'org.apache.kafka.common.security.oauthbearer.';
const handlerKey = 'sasl.login.callback.handler.class';
const handler = `${home}OAuthBearerLoginCallbackHandler`;
const retriever = 'sasl.oauthbearer.jwt.retriever.class';
const validator = 'sasl.oauthbearer.jwt.validator.class';
const url = 'sasl.oauthbearer.token.endpoint.url';
const keys = 'sasl.oauthbearer.jwks.endpoint.url';
const assertion = 'sasl.oauthbearer.assertion.file';
const privateKey = 'sasl.oauthbearer.assertion.private.key.file';
const scope = 'sasl.oauthbearer.scope';
const issuer = 'sasl.oauthbearer.assertion.claim.iss';

const sasl = `security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n${handlerKey}=${handler}\nsasl.jaas.config=${home}OAuthBearerLoginModule required;\n`;

export const oauthbearerJwtClasses: RelationRule = {
  id: 'oauthbearer-jwt-classes',
  title: 'What Kafka’s own classes need to fetch and check a token',
  why: 'The login handler makes the class that fetches the token and the one that checks it when the client starts. Each reads properties that it cannot do without.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '4.1' },
  source: 'KIP-1139, KIP-1258; JwtBearerJwtRetriever#configure, FileJwtRetriever, BrokerJwtValidator, AssertionSupplierFactory#create',
  examples: [
    {
      text: `${sasl}${url}=https://idp/token\n${retriever}=«${home}JwtBearerJwtRetriever»\n`,
      role: 'producer',
      message: `\`${assertion}\` or \`${privateKey}\` must be set for \`JwtBearerJwtRetriever\`.`,
    },
    {
      text: `${sasl}${retriever}=«${home}FileJwtRetriever»\n`,
      role: 'consumer',
      message: `\`${url}\` must be set for \`FileJwtRetriever\`.`,
    },
    {
      text: `${sasl}${url}=file:/run/token\n${validator}=«${home}BrokerJwtValidator»\n`,
      role: 'admin',
      message: `\`${keys}\` must be set for \`BrokerJwtValidator\`.`,
    },
    {
      text: `${sasl}${url}=file:/run/token\n${keys}=«idp/keys»\n`,
      role: 'producer',
      message: `\`${keys}\` must begin with \`https://\`, \`http://\` or \`file:\`.`,
    },
    {
      text: `${sasl}${url}=file:/run/token\n«${keys}»=https://idp/keys\n`,
      role: 'producer',
      kafka: '4.4',
      message: '`sasl.oauthbearer.expected.audience` must be set too, for tokens to be checked against it.',
    },
    { text: `${sasl}${url}=file:/run/token\n${keys}=https://idp/keys\n`, role: 'producer', kafka: '4.3' },
    {
      text: `${sasl}${url}=file:/run/token\n${validator}=«${home}FileJwtRetriever»\n`,
      role: 'producer',
      message: `\`${validator}\` must name a JWT validator; \`FileJwtRetriever\` is a JWT retriever.`,
    },
    {
      text: `${sasl}${url}=https://idp/token\nsasl.oauthbearer.client.credentials.client.id=a\n«${issuer}»=me\n`,
      role: 'producer',
      kafka: '4.3',
      message: `\`${privateKey}\` must be set where \`${issuer}\` is: assertions are signed with it.`,
    },
    { text: `${sasl}${url}=https://idp/token\n${retriever}=${home}JwtBearerJwtRetriever\n${privateKey}=/run/key.pem\n`, role: 'producer' },
    { text: `${sasl}${url}=file:/run/token\n${retriever}=${home}FileJwtRetriever\n`, role: 'producer' },
    { text: `${retriever}=${home}JwtBearerJwtRetriever\n`, role: 'producer' },
  ],
  reads: [
    'security.protocol',
    'sasl.mechanism',
    'sasl.jaas.config',
    handlerKey,
    retriever,
    validator,
    url,
    keys,
    'sasl.oauthbearer.expected.audience',
    'sasl.oauthbearer.expected.issuer',
    'sasl.oauthbearer.allow.unverified.audience',
    'sasl.oauthbearer.allow.unverified.issuer',
    assertion,
    privateKey,
    issuer,
    scope,
  ],
  needs: 'sasl.jaas.config',
  *check(config) {
    const jaas = jaasOf(config)?.jaas;
    if (jaas === undefined || typeof jaas === 'string' || !usesSasl(config)) return;
    if (config.value('sasl.mechanism') !== 'OAUTHBEARER' || config.value(handlerKey) !== handler) return;
    yield* ofRetriever(config);
    yield* ofKeys(config);
    const setting = config.own(validator);
    if (setting === undefined) return;
    yield* wrongKind(setting);
    if (setting.value === `${home}BrokerJwtValidator` && isMissing(config, keys)) yield needs(setting, `\`${keys}\``);
  },
};

function* ofRetriever(config: Config): Generator<Finding> {
  const setting = config.own(retriever);
  const assertionMissing = isMissing(config, assertion) && isMissing(config, privateKey);
  const fetches =
    /\.(Default|ClientCredentials)JwtRetriever$/.test(config.value(retriever) ?? '') && /^https?:/i.test(config.value(url) ?? '');
  if (fetches) yield* emptyScope(config);
  if (fetches && assertionMissing) yield* ofIssuer(config);
  if (setting === undefined) return;
  yield* wrongKind(setting);
  const isBearer = setting.value === `${home}JwtBearerJwtRetriever`;
  if (isBearer && assertionMissing) yield needs(setting, `\`${assertion}\` or \`${privateKey}\``);
  else if ((isBearer || setting.value === `${home}FileJwtRetriever`) && isMissing(config, url)) yield needs(setting, `\`${url}\``);
}

/** With an address of keys, even an empty one, Kafka's own validator checks a client's token as it does a broker's. */
function* ofKeys(config: Config): Generator<Finding> {
  const [setting, chosen] = [config.own(keys), config.get(validator)];
  const isChecked = chosen === undefined || [`${home}DefaultJwtValidator`, `${home}BrokerJwtValidator`].includes(chosen.value);
  if (setting === undefined || !isChecked || isMissingFor(chosen, setting)) return;
  for (const finding of keysAndClaims(config.kafka, setting, (key) => config.get(key), false))
    if (finding.severity === undefined) yield finding;
}

/** The broker's validator says itself that it needs them. */
function isMissingFor(chosen: Setting | undefined, { value }: Setting): boolean {
  return value === '' && chosen?.value === `${home}BrokerJwtValidator`;
}

/** Before 4.3 a scope that is written has to be one. */
function* emptyScope(config: Config): Generator<Finding> {
  const setting = config.own(scope);
  if (setting === undefined || setting.value !== '' || atLeast(config.kafka, '4.3')) return;
  yield { at: setting, part: 'key', message: `\`${scope}\` must not be empty where it is written.` };
}

/** Since 4.3 an assertion may stand in for the client's secret. */
function* ofIssuer(config: Config): Generator<Finding> {
  const setting = config.own(issuer);
  if (setting === undefined || !atLeast(config.kafka, '4.3')) return;
  yield { at: setting, part: 'key', message: `\`${privateKey}\` must be set where \`${issuer}\` is: assertions are signed with it.` };
}

function isMissing(config: Config, key: string): boolean {
  const setting = config.get(key);
  return setting === undefined || (!setting.unknown && setting.value === '');
}

function needs(setting: Setting, what: string): Finding {
  return { at: setting, message: `${what} must be set for \`${setting.value.slice(home.length)}\`.` };
}
