// The same setting in one place and another: a listener and its node, a flow and its clusters, a Streams program and its clients, a worker's REST server.
import type { OracleCase } from '../judge.ts';
import { controllerOnly, distributed, kraft, mirror, sink, standalone } from './bases.ts';
import { blocks, cross } from './case.ts';

const oauth = 'org.apache.kafka.common.security.oauthbearer.';
const together = (key: string, options: readonly string[]): string => options.map((option) => `${key}=${option}`).join('\n\n');
const secured = (protocol: string) =>
  kraft.replace('PLAINTEXT://localhost:9092', `PLAINTEXT://localhost:9092,${protocol}://localhost:9094`);

const tls: readonly OracleCase[] = [
  ...['ssl.', 'listener.name.ssl.ssl.'].flatMap((prefix) =>
    blocks(
      'broker',
      [
        ...['protocol=Default', 'protocol=TLS1.2', 'protocol=TLSv1.2', 'provider=', 'secure.random.implementation='],
        ...[
          'keymanager.algorithm=',
          'trustmanager.algorithm=',
          'keymanager.algorithm=PKIX',
          'cipher.suites=nope',
          'enabled.protocols=TLS1.2',
        ],
      ]
        .map((setting) => `${prefix}${setting}`)
        .join('\n\n'),
      secured('SSL'),
    ),
  ),
  ...blocks(
    'broker',
    `
    ssl.engine.factory.class=org.apache.kafka.common.security.ssl.DefaultSslEngineFactory

    ssl.engine.factory.class=com.example.Own

    ssl.protocol=nope
    listener.name.ssl.ssl.protocol=TLSv1.2
  `,
    `${secured('SSL')}inter.broker.listener.name=SSL\n`,
  ),
  ...blocks('producer', together('ssl.protocol', ['Default', 'SSL_TLS', 'TLS'])).map(({ role, text }) => ({
    role,
    text: `security.protocol=SSL\n${text}`,
  })),
  ...blocks('controller', together('security.inter.broker.protocol', ['TLS', 'ssl', '']), controllerOnly),
];

const own = 'unsecuredLoginStringClaim_sub="a"';
const ofMechanism = 'listener.name.sasl_plaintext.oauthbearer.';
const bearer = `${secured('SASL_PLAINTEXT')}sasl.enabled.mechanisms=OAUTHBEARER\n`;
const module = (options: string) => `${ofMechanism}sasl.jaas.config=${oauth}OAuthBearerLoginModule required ${options};`.replace(' ;', ';');
const handled = (kind: string, handler: string, rest: readonly string[]) =>
  rest.map((line) => `${module('')}\n${ofMechanism}sasl.${kind}.callback.handler.class=${oauth}${handler}\n${line}`);
const keys = 'sasl.oauthbearer.jwks.endpoint.url=https://idp:8443/keys';
const endpoint = 'sasl.oauthbearer.token.endpoint.url';

const tokens: readonly OracleCase[] = [
  ...blocks(
    'broker',
    [
      ...['', own, 'clientId="a" clientSecret="b"', 'unsecuredValidatorRequiredScope="a"', 'unsecuredLoginExtension_a="1"'],
      ...[`${own} unsecuredLoginLifetimeSeconds="x"`, `${own} unsecuredLoginExtension_auth="1"`, `${own} unsecuredLoginNumberClaim_n="x"`],
    ]
      .flatMap((options) => [
        module(options),
        `${module(options)}\nsasl.mechanism.inter.broker.protocol=OAUTHBEARER\ninter.broker.listener.name=SASL_PLAINTEXT`,
      ])
      .concat(
        handled('login', 'OAuthBearerLoginCallbackHandler', ['', `${endpoint}=`, `${endpoint}=nope`, `${ofMechanism}${endpoint}=nope`]),
        handled('login', 'secured.OAuthBearerLoginCallbackHandler', ['', `${endpoint}=nope`]),
        handled('login', 'OAuthBearerValidatorCallbackHandler', ['']),
        handled('login', 'internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler', ['']),
        handled('server', 'OAuthBearerValidatorCallbackHandler', [
          ...['', keys, 'sasl.oauthbearer.jwks.endpoint.url=nope', `${keys}\nsasl.oauthbearer.scope.claim.name=`],
          ...['BrokerJwtValidator', 'ClientJwtValidator', 'DefaultJwtValidator', 'FileJwtRetriever'].flatMap((name) => [
            `sasl.oauthbearer.jwt.validator.class=${oauth}${name}`,
            `${ofMechanism}sasl.oauthbearer.jwt.validator.class=${oauth}${name}`,
          ]),
        ]),
        handled('server', 'OAuthBearerLoginCallbackHandler', ['']),
      )
      .join('\n\n'),
    bearer,
  ),
];

const ends = ['A->B.producer.', 'A->B.source.producer.', 'A.producer.', 'B.producer.', 'A.', '', 'A->B.producer.override.'];
const flows: readonly OracleCase[] = [
  ...['producer', 'consumer', 'admin'].flatMap((client) =>
    cross(
      'mirror-maker',
      {
        [`A->B.${client}.security.protocol`]: ['nope'],
        'offset-syncs.topic.location': [undefined, 'target'],
        'A.security.protocol': [undefined, 'PLAINTEXT'],
        [`B.${client}.security.protocol`]: [undefined, 'PLAINTEXT'],
        [`A->B.source.${client}.security.protocol`]: [undefined, 'PLAINTEXT'],
      },
      mirror,
    ),
  ),
  ...cross(
    'mirror-maker',
    { 'A->B.source.cluster.client.dns.lookup': ['nope'], 'A.client.dns.lookup': [undefined, 'use_all_dns_ips'] },
    mirror,
  ),
  ...blocks(
    'mirror-maker',
    [
      ...ends.map((end) => `${end}bootstrap.servers=c`),
      ...ends.flatMap((one) => ends.flatMap((other) => (one === other ? [] : [`${one}enable.idempotence=true\n${other}acks=1`]))),
      ...['A', 'B'].map((cluster) => `${cluster}.rest.extension.classes=a,,b`),
      ...['', 'A->B.enabled=false', 'B.producer.enable.idempotence=true'].flatMap((line) =>
        ['acks=1', 'retries=0', 'max.in.flight.requests.per.connection=6'].map(
          (setting) => `B.exactly.once.source.support=enabled\nB.producer.${setting}\n${line}`,
        ),
      ),
      ...['', 'transforms=t', 'A->B.transforms=u'].map(
        (line) => `A->B.transforms.t.type=org.apache.kafka.connect.transforms.DropHeaders\nA->B.transforms.t.headers=h\n${line}`,
      ),
      ...['A', 'B'].map((cluster) => `${cluster}.producer.delivery.timeout.ms=120000`),
    ].join('\n\n'),
    mirror,
  ),
];

const consumers = ['', 'consumer.', 'main.consumer.', 'restore.consumer.', 'global.consumer.'];
const streams: readonly OracleCase[] = blocks(
  'streams',
  [
    ...consumers.flatMap((prefix) => ['key.deserializer=', 'partition.assignment.strategy=,'].map((setting) => `${prefix}${setting}`)),
    ...['', 'producer.'].map((prefix) => `${prefix}value.serializer=`),
    ...consumers.map((prefix) => `${prefix}group.protocol=consumer\nheartbeat.interval.ms=3000`),
    ...['', 'group.protocol=streams\n', 'group.protocol=classic\n'].flatMap((line) =>
      ['consumer', 'classic'].flatMap((protocol) =>
        ['consumer.', 'main.consumer.'].map(
          (prefix) => `${line}${prefix}group.protocol=${protocol}\nconsumer.session.timeout.ms=1000\nsession.timeout.ms=45000`,
        ),
      ),
    ),
  ].join('\n\n'),
);

const workers: readonly OracleCase[] = [distributed, standalone].flatMap((base, index) =>
  blocks(
    index === 0 ? 'connect-distributed' : 'connect-standalone',
    `
    listeners.https.ssl.client.auth=nope

    listeners=https://localhost:8443
    listeners.https.ssl.client.auth=nope

    listeners=https://localhost:8443
    admin.listeners.https.ssl.client.auth=nope

    admin.listeners=http://localhost:8084
    admin.listeners.https.ssl.client.auth=nope

    producer.delivery.timeout.ms=120000

    producer.delivery.timeout.ms=120000
    producer.request.timeout.ms=30000
  `,
    base,
  ),
);

const encodings = [
  'utf8x',
  'UTF_8',
  'utf8mb4',
  'Latin-1',
  'latin1',
  'MacRoman',
  'CESU-8',
  'Cp1252',
  'windows1252',
  'koi8r',
  'UTF-7',
  'ansi',
];

const others: readonly OracleCase[] = [
  ...blocks(
    'connector',
    `
    transforms.t.type=org.apache.kafka.connect.transforms.DropHeaders

    config.providers=e
    config.providers.e.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
    config.providers.e.param.allowlist.pattern=[

    config.providers=f
    config.providers.f.class=org.apache.kafka.common.config.provider.FileConfigProvider
    config.providers.f.param.allowed.paths=secrets
  `,
    sink,
  ),
  ...blocks(
    'controller',
    'advertised.listeners=CONTROLLER://0.0.0.0:9093\n\nadvertised.listeners=CONTROLLER://c:9093\n\nlisteners=CONTROLLER://0.0.0.0:9093',
    controllerOnly,
  ),
  ...blocks(
    'topic',
    'remote.storage.enable=true\nlocal.retention.bytes=-1\nretention.bytes=-5\n\nremote.storage.enable=true\nlocal.retention.bytes=-1\nretention.bytes=-1',
  ),
  ...blocks('broker', 'listener.name.ssl.security.providers=com.example.Own', secured('SSL')),
  ...encodings.flatMap((name) => [
    ...blocks('producer', `key.serializer=org.apache.kafka.common.serialization.StringSerializer\nkey.serializer.encoding=${name}`),
    ...blocks(
      'connector',
      `value.converter=org.apache.kafka.connect.storage.StringConverter\nvalue.converter.converter.encoding=${name}`,
      sink,
    ),
  ]),
  ...blocks('consumer', 'key.deserializer=org.apache.kafka.common.serialization.ListDeserializer'),
];

export const places: readonly OracleCase[] = [...tls, ...tokens, ...flows, ...streams, ...workers, ...others];
