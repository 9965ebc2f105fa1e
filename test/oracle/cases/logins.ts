// What a login module makes of its options when a client is made: the token that Kafka makes itself, and modules of another mechanism.
import type { OracleCase } from '../judge.ts';
import { distributed, standalone } from './bases.ts';
import { blocks } from './case.ts';
import { baseOfRole } from './properties.ts';

const security = 'org.apache.kafka.common.security.';
const oauth = `${security}oauthbearer.OAuthBearerLoginModule`;
const handlers = ['Login', 'Validator'].map(
  (kind) => `${security}oauthbearer.internals.unsecured.OAuthBearerUnsecured${kind}CallbackHandler`,
);
const owner = 'unsecuredLoginStringClaim_sub="a"';
const claims = (key: string, values: readonly string[]) => values.map((value) => `${owner} unsecuredLogin${key}="${value}"`);

const options = [
  '',
  'clientId="a" clientSecret="b"',
  'foo="bar"',
  owner,
  'unsecuredLoginStringClaim_sub=" "',
  'unsecuredLoginStringClaim_sub=""',
  'unsecuredLoginNumberClaim_sub="1"',
  'unsecuredLoginListClaim_sub="|a"',
  'unsecuredLoginStringClaim_sub="a\\\\b"',
  'unsecuredLoginStringClaim_sub="a\\tb"',
  'unsecuredLoginStringClaim_sub="ü"',
  'unsecuredloginstringclaim_sub="a"',
  'unsecuredLoginStringClaim_name="a" unsecuredLoginPrincipalClaimName=" name "',
  'unsecuredLoginPrincipalClaimName="exp"',
  'unsecuredLoginExtension_traceId="1"',
  ...claims('LifetimeSeconds', ['60', '60s', '', ' 60', '-5', '0', '1e3', '+5', '99999999999999999999']),
  ...claims('NumberClaim_n', ['1', '1.5', ' 2 ', 'x', '', 'NaN', 'Infinity', '1d', '0x1p3', '1e400']),
  ...claims('ListClaim_scope', ['|a|b', '', '|', '*a*b', '+a', '?a', '.a.b', ')a', ']a', 'a', '||', '-a-b', '{a', 'ab']),
  ...claims('NumberClaim_scope', ['1']),
  ...claims('StringClaim_scope', ['1']),
  ...claims('StringClaim_iat', ['1']),
  ...claims('NumberClaim_exp', ['1']),
  ...claims('PrincipalClaimName', ['name', ' ']),
  ...claims('ScopeClaimName', ['exp', 'n']),
  ...claims('StringClaim_', ['1']),
  ...['traceId', 'trace_id', 'auth', 't1', '', 'A'].flatMap((name) => claims(`Extension_${name}`, ['1'])),
  ...claims('Extension_x', ['', 'ü', 'a b']),
];

const sasl = (mechanism: string, module: string, rest = '') =>
  `security.protocol=SASL_SSL\nsasl.mechanism=${mechanism}\nsasl.jaas.config=${module};\n${rest}`;

const tokens = options.map((option): OracleCase => ({ role: 'producer', text: sasl('OAUTHBEARER', `${oauth} required ${option}`.trim()) }));

const mechanisms = ['PLAIN', 'SCRAM-SHA-512', 'OAUTHBEARER', 'GSSAPI', 'oauthbearer', ''].flatMap((mechanism) =>
  [`${security}plain.PlainLoginModule`, `${security}scram.ScramLoginModule`, oauth].map(
    (module): OracleCase => ({
      role: 'consumer',
      text: sasl(mechanism, `${module} required username="a" password="b"`, 'sasl.kerberos.service.name=kafka\n'),
    }),
  ),
);

const named = handlers.flatMap((handler) =>
  ['OAUTHBEARER', 'PLAIN', ''].map(
    (mechanism): OracleCase => ({
      role: 'admin',
      text: sasl(mechanism, `${oauth} required ${owner}`, `sasl.login.callback.handler.class=${handler}\n`),
    }),
  ),
);

const elsewhere = [
  ['streams', baseOfRole('streams')],
  ['connect-distributed', distributed],
  ['connect-standalone', standalone],
].flatMap(([role = '', base = '']) => blocks(role, sasl('OAUTHBEARER', `${oauth} required clientId="a" clientSecret="b"`), base));

export const logins: readonly OracleCase[] = [...tokens, ...mechanisms, ...named, ...elsewhere];
