import type { Config, Setting } from '../../configs/config.ts';
import type { LoginModule } from '../../configs/jaas.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';

const handler = /^org\.apache\.kafka\.common\.security\.oauthbearer\.(secured\.)?OAuthBearerLoginCallbackHandler$/;
const handlerKey = 'sasl.login.callback.handler.class';
const url = 'sasl.oauthbearer.token.endpoint.url';
const retriever = 'sasl.oauthbearer.jwt.retriever.class';
const home = 'org.apache.kafka.common.security.oauthbearer.';
const credentials = [
  ['clientId', 'sasl.oauthbearer.client.credentials.client.id'],
  ['clientSecret', 'sasl.oauthbearer.client.credentials.client.secret'],
] as const;
const assertions = ['sasl.oauthbearer.assertion.file', 'sasl.oauthbearer.assertion.claim.iss'] as const;
const claims = ['sasl.oauthbearer.scope.claim.name', 'sasl.oauthbearer.sub.claim.name'] as const;

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
      text: `${sasl}${url}=https://login.example.com/token\n${credentials[0][1]}=a\n${credentials[1][1]}=\${env:S}\n${module};\n`,
      role: 'producer',
      kafka: '4.1',
    },
    { text: `${sasl}${url}=\n`, role: 'producer' },
  ],
  reads: [
    'security.protocol',
    'sasl.mechanism',
    'sasl.jaas.config',
    handlerKey,
    url,
    retriever,
    ...credentials.map(([, key]) => key),
    ...claims,
    ...assertions,
  ],
  needs: 'sasl.jaas.config',
  *check(config) {
    const found = jaasOf(config);
    // Without a text here Kafka looks into the JVM's JAAS file first.
    const isFetching = handler.test(config.value(handlerKey) ?? '');
    if (found === undefined || typeof found.jaas === 'string' || !usesSasl(config) || !isFetching) return;
    const mechanism = config.get('sasl.mechanism');
    if (mechanism !== undefined && !mechanism.unknown && mechanism.value !== 'OAUTHBEARER') yield ofAnotherMechanism(mechanism);
    if (config.value('sasl.mechanism') !== 'OAUTHBEARER') return;
    yield* emptyClaims(config);
    const fetcher = atLeast(config.kafka, '4.1') ? (config.value(retriever) ?? '') : '';
    if (!/^$|\.DefaultJwtRetriever$|\.ClientCredentialsJwtRetriever$/.test(fetcher)) return;
    const address = config.get(url);
    if (address?.unknown) return;
    const scheme = schemeOf(address?.value ?? '');
    if (scheme === undefined) yield wrongAddress(address, found.setting);
    else if (scheme !== 'file') yield* missingCredentials(config, found.setting, found.jaas);
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

function* emptyClaims(config: Config): Generator<Finding> {
  for (const key of claims) {
    const setting = config.get(key);
    if (setting !== undefined && setting.value === '') yield { at: setting, part: 'key', message: `\`${key}\` must not be empty.` };
  }
}

/** The scheme of an address that Kafka takes (`ConfigurationUtils#validateUrl`). */
function schemeOf(address: string): string | undefined {
  const scheme = /^(https?|file):/i.exec(address)?.[1]?.toLowerCase();
  return scheme !== 'file' && /^\w+:\/\/[^/]*\s/.test(address) ? undefined : scheme;
}

function wrongAddress(address: Setting | undefined, jaas: Setting): Finding {
  if (address === undefined)
    return { at: jaas, part: 'key', message: `\`${url}\` must be set too: it is the address of the token endpoint.` };
  if (address.value === '') return { at: address, part: 'key', message: `\`${url}\` must be the address of the token endpoint.` };
  return { at: address, message: `\`${url}\` must begin with \`https://\`, \`http://\` or \`file:\`.` };
}

/** Since 4.1 they may stand in keys of their own; since 4.3 an assertion may stand in for them. */
function* missingCredentials(config: Config, jaas: Setting, { options }: LoginModule): Generator<Finding> {
  const inKeys = atLeast(config.kafka, '4.1');
  if (atLeast(config.kafka, '4.3') && assertions.some((key) => config.has(key))) return;
  for (const [option, key] of credentials) {
    const own = inKeys ? config.get(key) : undefined;
    if (own === undefined ? (options.get(option) ?? '').trim() !== '' : own.value !== '') continue;
    const elsewhere = inKeys ? `, or \`${key}\` must be set` : '';
    yield { at: jaas, part: 'key', message: `\`sasl.jaas.config\` must have the option \`${option}\`${elsewhere}.` };
  }
}
