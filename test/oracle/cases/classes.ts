// Classes of Kafka's own that cannot be made, or belong to another SASL mechanism; and what a program without threads or roles makes.
import type { OracleCase } from '../judge.ts';
import { controllerOnly, kraft, zookeeper } from './bases.ts';
import { blocks, cross } from './case.ts';

const home = 'org.apache.kafka.';
const security = `${home}common.security.`;
const bearer = `${security}oauthbearer.`;

/** Interfaces, and classes that only Kafka's own code makes, where each is asked for. */
const bases: readonly OracleCase[] = [
  ...blocks(
    'producer',
    `
    metric.reporters=${home}common.metrics.MetricsReporter

    interceptor.classes=${home}clients.producer.ProducerInterceptor

    partitioner.class=${home}clients.producer.Partitioner

    key.serializer=${home}common.serialization.Serializer

    security.protocol=SSL
    ssl.engine.factory.class=${security}auth.SslEngineFactory

    config.providers=a
    config.providers.a.class=${home}common.config.provider.ConfigProvider

    config.providers=f
    config.providers.f.class=${home}common.config.provider.FileConfigProvider

    config.providers=f,f
    config.providers.f.class=${home}common.config.provider.FileConfigProvider
  `,
  ),
  ...blocks(
    'consumer',
    `
    key.deserializer=${home}common.serialization.Deserializer

    interceptor.classes=${home}clients.consumer.ConsumerInterceptor

    partition.assignment.strategy=${home}clients.consumer.ConsumerPartitionAssignor

    group.id=g
    partition.assignment.strategy=${home}clients.consumer.internals.AbstractStickyAssignor

    config.providers=f
    config.providers.f.class=${home}common.config.provider.FileConfigProvider
  `,
  ),
  ...blocks(
    'broker',
    `
    metric.reporters=${home}common.metrics.MetricsReporter

    authorizer.class.name=${home}server.authorizer.Authorizer

    principal.builder.class=${security}auth.KafkaPrincipalBuilder

    create.topic.policy.class.name=${home}server.policy.CreateTopicPolicy

    replica.selector.class=${home}common.replica.ReplicaSelector

    client.quota.callback.class=${home}server.quota.ClientQuotaCallback

    group.consumer.assignors=${home}coordinator.group.api.assignor.ConsumerGroupPartitionAssignor

    remote.log.storage.system.enable=true
    remote.log.storage.manager.class.name=${home}server.log.remote.storage.RemoteStorageManager

    listeners=SSL://a:9092,CONTROLLER://a:9093
    security.inter.broker.protocol=SSL
    ssl.engine.factory.class=${security}auth.SslEngineFactory

    plain.sasl.server.callback.handler.class=${bearer}secured.OAuthBearerValidatorCallbackHandler

    config.providers=f
    config.providers.f.class=${home}common.config.provider.FileConfigProvider
  `,
    kraft,
  ),
  ...blocks('streams', `dsl.store.suppliers.class=${home}streams.state.DslStoreSuppliers`),
];

const handlers = [
  'plain.internals.PlainServerCallbackHandler',
  'scram.internals.ScramServerCallbackHandler',
  'authenticator.SaslServerCallbackHandler',
  'kerberos.KerberosClientCallbackHandler',
  'oauthbearer.internals.OAuthBearerSaslClientCallbackHandler',
  'oauthbearer.internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler',
  'oauthbearer.OAuthBearerValidatorCallbackHandler',
  'oauthbearer.OAuthBearerLoginCallbackHandler',
  'auth.AuthenticateCallbackHandler',
].map((name) => `${security}${name}`);

const logins: Readonly<Record<string, string>> = {
  PLAIN: `${security}plain.PlainLoginModule required username="a" password="b";`,
  OAUTHBEARER: `${bearer}OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="a";`,
};

const ofMechanisms: readonly OracleCase[] = Object.entries(logins).flatMap(([mechanism, jaas]) => {
  const own = `listener.name.inner.${mechanism.toLowerCase()}.`;
  const node = `${kraft
    .replace(/listeners=.*/, 'listeners=CLIENT://a:9092,INNER://a:9094,CONTROLLER://a:9093')
    .replace(
      /listener\.security.*/,
      'listener.security.protocol.map=CLIENT:PLAINTEXT,INNER:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
    )}inter.broker.listener.name=INNER
sasl.enabled.mechanisms=${mechanism}
sasl.mechanism.inter.broker.protocol=${mechanism}
${own}sasl.jaas.config=${jaas}
`;
  const client = { 'security.protocol': ['SASL_PLAINTEXT'], 'sasl.mechanism': [mechanism], 'sasl.jaas.config': [jaas] };
  return [
    ...['client', 'login'].flatMap((place) => cross('producer', { ...client, [`sasl.${place}.callback.handler.class`]: handlers })),
    ...cross('producer', {
      ...client,
      'sasl.login.class': [`${security}kerberos.KerberosLogin`, `${security}authenticator.AbstractLogin`],
    }),
    ...[`${own}sasl.server`, `${own}sasl.login`, 'sasl.client', 'sasl.server'].flatMap((place) =>
      cross('broker', { [`${place}.callback.handler.class`]: handlers }, node),
    ),
    ...cross('broker', { [`${own}sasl.login.class`]: [`${security}kerberos.KerberosLogin`, `${security}auth.Login`] }, node),
  ];
});

/** A client whose tokens are checked with keys, as a broker's are. */
const checkedTokens: readonly OracleCase[] = cross('producer', {
  'security.protocol': ['SASL_SSL'],
  'sasl.mechanism': ['OAUTHBEARER'],
  'sasl.jaas.config': [`${bearer}OAuthBearerLoginModule required;`],
  'sasl.login.callback.handler.class': [`${bearer}OAuthBearerLoginCallbackHandler`],
  'sasl.oauthbearer.token.endpoint.url': ['https://idp:8443/token'],
  'sasl.oauthbearer.client.credentials.client.id': ['a'],
  'sasl.oauthbearer.client.credentials.client.secret': ['b'],
  'sasl.login.retry.backoff.ms': ['1'],
  'sasl.login.retry.backoff.max.ms': ['2'],
  'sasl.oauthbearer.jwks.endpoint.url': ['', 'idp', 'https://idp/keys'],
  'sasl.oauthbearer.expected.audience': [undefined, 'a'],
  'sasl.oauthbearer.expected.issuer': [undefined, 'b'],
  'sasl.oauthbearer.jwt.validator.class': [undefined, `${bearer}ClientJwtValidator`, `${bearer}BrokerJwtValidator`],
});

const prefixes = ['', 'consumer.', 'main.consumer.', 'restore.consumer.', 'global.consumer.'];
const excluded = [
  'session.timeout.ms=10000',
  'partition.assignment.strategy=org.apache.kafka.clients.consumer.RangeAssignor',
  'group.remote.assignor=uniform',
];

/** Each consumer of Streams takes the protocol and its keys from its own prefix, that of all consumers, or none. */
const streams: readonly OracleCase[] = [
  ...prefixes
    .slice(1)
    .flatMap((one) =>
      prefixes.flatMap((other) =>
        excluded.map((line): OracleCase => ({ role: 'streams', text: `${one}group.protocol=consumer\n${other}${line}\n` })),
      ),
    ),
  ...prefixes.slice(2).map(
    (one): OracleCase => ({
      role: 'streams',
      text: `consumer.group.protocol=consumer\n${one}group.protocol=classic\ngroup.remote.assignor=a\n`,
    }),
  ),
  ...prefixes.slice(1).map((one): OracleCase => ({ role: 'streams', text: `${one}group.protocol=CLASSIC\n` })),
  ...blocks(
    'streams',
    `
    num.stream.threads=0
    main.consumer.group.protocol=consumer

    num.stream.threads=0
    main.consumer.session.timeout.ms=1

    num.stream.threads=0
    restore.consumer.group.protocol=consumer
    session.timeout.ms=10000

    num.stream.threads=0
    application.id=

    application.id=
    consumer.group.protocol=consumer

    application.id=
    group.protocol=streams
  `,
  ),
];

/** Releases 4.0 and 4.1 take a node without a role, and look at its listeners all the same. */
const noRoles: readonly OracleCase[] = [
  ...blocks(
    'broker',
    `
    process.roles=
    listeners=PLAINTEXT://0.0.0.0:9092,CONTROLLER://localhost:9093

    process.roles=
    listeners=PLAINTEXT://:9092,CONTROLLER://0.0.0.0:9093

    process.roles=
    controller.listener.names=
    listeners=PLAINTEXT://:9092,CONTROLLER://0.0.0.0:9093

    process.roles=
    listeners=PLAINTEXT://0.0.0.0:9092
    advertised.listeners=PLAINTEXT://0.0.0.0:9092

    process.roles=
    listeners=PLAINTEXT://a:9092
    advertised.listeners=PLAINTEXT://a:9092,CONTROLLER://0.0.0.0:9

    process.roles=,

    process.roles=,
    listeners=PLAINTEXT://0.0.0.0:9092

    process.roles=,broker

    process.roles=

    process.roles=
    remote.log.storage.system.enable=true

    process.roles=
    replica.selector.class=${home}common.metrics.JmxReporter

    process.roles=
    metric.reporters=${home}common.metrics.MetricsReporter
  `,
    kraft,
  ),
  ...blocks(
    'controller',
    'process.roles=\nlisteners=CONTROLLER://0.0.0.0:9093\n\nprocess.roles=\nadvertised.listeners=CONTROLLER://0.0.0.0:9093',
    controllerOnly,
  ),
  ...blocks('broker', 'process.roles=\nlisteners=PLAINTEXT://0.0.0.0:9092', zookeeper),
];

/** A cluster of MirrorMaker that alone speaks TLS, by settings above it. */
const mirrors: readonly OracleCase[] = ['ssl.provider=', 'ssl.trustmanager.algorithm=', 'ssl.protocol=x', 'ssl.truststore.password=x'].map(
  (line): OracleCase => ({
    role: 'mirror-maker',
    text: `clusters=A,B\nA.bootstrap.servers=localhost:9092\nB.bootstrap.servers=localhost:9093\nA->B.enabled=true\nA->B.topics=.*\nA.security.protocol=SSL\n${line}\n`,
  }),
);

/** The files. */
export const classes: readonly OracleCase[] = [...bases, ...ofMechanisms, ...checkedTokens, ...streams, ...noRoles, ...mirrors];
