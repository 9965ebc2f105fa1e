// Settings that mean something only together, role by role.
import type { OracleCase } from '../judge.ts';
import { brokerOnly, controllerOnly, distributed, kraft, mirror, sink, source } from './bases.ts';
import { cross } from './case.ts';

const bearer = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required';
const handlers = 'org.apache.kafka.common.security.oauthbearer.';
const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";';
const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule required username="a" password="b";';

/** A client that logs in with a token, of its own making or from a provider. */
const tokens = (role: string): OracleCase[] => [
  ...cross(role, {
    'security.protocol': ['SASL_SSL'],
    'sasl.mechanism': ['OAUTHBEARER'],
    'sasl.jaas.config': [`${bearer};`, `${bearer} clientId="a" clientSecret="b";`, `${bearer} unsecuredLoginStringClaim_sub="a";`],
    'sasl.login.callback.handler.class': [
      undefined,
      `${handlers}OAuthBearerLoginCallbackHandler`,
      `${handlers}secured.OAuthBearerLoginCallbackHandler`,
      `${handlers}internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler`,
    ],
    'sasl.oauthbearer.token.endpoint.url': [undefined, '', 'https://idp:8443/token', 'idp/token'],
    // Nobody answers there: the judge is not to wait for long.
    'sasl.login.retry.backoff.ms': ['1'],
    'sasl.login.retry.backoff.max.ms': ['2'],
  }),
  ...cross(role, {
    'security.protocol': ['SASL_PLAINTEXT'],
    'sasl.mechanism': ['OAUTHBEARER'],
    'sasl.jaas.config': [`${bearer} unsecuredLoginStringClaim_sub="a";`],
    'sasl.login.refresh.window.factor': [undefined, '0.49', '0.5', '1.1'],
    'sasl.login.refresh.window.jitter': [undefined, '0.26'],
    'sasl.login.refresh.min.period.seconds': [undefined, '901'],
    'sasl.login.refresh.buffer.seconds': [undefined, '3601'],
  }),
  ...cross(role, {
    'security.protocol': ['SASL_PLAINTEXT', 'SASL_SSL', 'SSL', 'PLAINTEXT'],
    'sasl.mechanism': ['GSSAPI', 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'],
    'sasl.jaas.config': [plain, scram, `${bearer} unsecuredLoginStringClaim_sub="a";`],
    'sasl.kerberos.service.name': [undefined, 'kafka'],
  }),
];

const clients: OracleCase[] = [
  ...tokens('producer'),
  ...tokens('consumer'),
  ...tokens('admin').filter((_, index) => index % 3 === 0),
  ...tokens('share-consumer').filter((_, index) => index % 3 === 1),
  ...tokens('streams').filter((_, index) => index % 3 === 2),
  ...cross('producer', {
    'compression.type': ['gzip', 'lz4', 'zstd', 'snappy', 'none'],
    'compression.gzip.level': [undefined, '1', '9', '11'],
    'compression.lz4.level': [undefined, '1', '18'],
    'compression.zstd.level': [undefined, '22', '23'],
  }),
  ...cross('consumer', {
    'group.protocol': [undefined, 'consumer', 'classic'],
    'group.id': [undefined, '', 'g'],
    'group.instance.id': [undefined, 'i'],
    'group.remote.assignor': [undefined, 'range'],
    'enable.auto.commit': [undefined, 'false'],
  }),
  ...cross('streams', {
    'processing.guarantee': ['at_least_once', 'exactly_once_v2'],
    'group.protocol': [undefined, 'classic', 'streams'],
    'commit.interval.ms': [undefined, '60000', '120000'],
    'transaction.timeout.ms': [undefined, '30000'],
    'num.standby.replicas': [undefined, '1'],
  }),
];

const multiple = kraft
  .replace(/listeners=.*/, 'listeners=CLIENT://a:9092,INNER://a:9094,CONTROLLER://a:9093')
  .replace(/listener\.security.*/, 'listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT')
  .concat('inter.broker.listener.name=INNER\n');

const servers: OracleCase[] = [
  ...cross(
    'broker',
    {
      'sasl.enabled.mechanisms': [undefined, 'PLAIN', 'PLAIN,SCRAM-SHA-512', 'OAUTHBEARER'],
      'listener.name.client.sasl.enabled.mechanisms': [undefined, 'SCRAM-SHA-512'],
      'listener.name.client.plain.sasl.jaas.config': [undefined, plain],
      'listener.name.client.scram-sha-512.sasl.jaas.config': [
        undefined,
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      ],
      'listener.name.client.oauthbearer.sasl.jaas.config': [undefined, `${bearer};`],
    },
    multiple,
  ),
  ...cross(
    'broker',
    {
      'inter.broker.listener.name': ['CLIENT', 'INNER', 'CONTROLLER', 'OTHER', undefined],
      'security.inter.broker.protocol': [undefined, 'PLAINTEXT'],
      'advertised.listeners': [undefined, 'CLIENT://b:9092', 'CLIENT://b:9092,INNER://b:9094', 'CLIENT://b:9092,INNER://0.0.0.0:9094'],
      'sasl.mechanism.inter.broker.protocol': [undefined, 'PLAIN'],
    },
    multiple,
  ),
  ...[kraft, brokerOnly, controllerOnly].flatMap((base) =>
    cross(
      base === controllerOnly ? 'controller' : 'broker',
      {
        'controller.quorum.voters': [undefined, '1@localhost:9093', '1@localhost:9093,3@localhost:9095', '3@localhost:9095'],
        'controller.quorum.bootstrap.servers': [undefined, 'localhost:9093'],
        listeners: [undefined, 'PLAINTEXT://:9092', 'CONTROLLER://:9093', 'PLAINTEXT://:9092,CONTROLLER://:9093'],
        'controller.listener.names': [undefined, 'CONTROLLER', 'PLAINTEXT'],
      },
      base.replace(/(listeners|controller\.quorum\.voters|controller\.listener\.names)=.*\n/g, ''),
    ),
  ),
  ...cross(
    'broker',
    {
      'remote.log.storage.system.enable': ['true', 'false'],
      'remote.log.storage.manager.class.name': [undefined, 'com.example.OfTheirOwn'],
      'remote.log.metadata.manager.class.name': [undefined, '', 'com.example.OfTheirOwn'],
      'remote.log.metadata.manager.listener.name': ['PLAINTEXT', 'CONTROLLER'],
      'rlmm.config.remote.log.metadata.topic.replication.factor': [undefined, '0', '1'],
    },
    kraft,
  ),
];

const connect: OracleCase[] = [
  ...cross(
    'connect-distributed',
    {
      'exactly.once.source.support': ['enabled', 'preparing', 'disabled'],
      'connect.protocol': [undefined, 'eager', 'compatible'],
      'producer.transactional.id': [undefined, 't'],
      'producer.enable.idempotence': [undefined, 'false'],
      'consumer.isolation.level': [undefined, 'read_uncommitted'],
    },
    distributed,
  ),
  ...cross(
    'connector',
    {
      'exactly.once.support': ['required', 'requested'],
      'transaction.boundary': ['poll', 'interval', 'connector'],
      'transaction.boundary.interval.ms': [undefined, '0', '1000'],
      'producer.override.transactional.id': [undefined, 't'],
      'producer.override.enable.idempotence': [undefined, 'false'],
    },
    source,
  ),
  ...cross(
    'connector',
    {
      transforms: ['a,b'],
      'transforms.a.type': ['org.apache.kafka.connect.transforms.HoistField$Value'],
      'transforms.a.field': ['f'],
      'transforms.b.type': ['org.apache.kafka.connect.transforms.Filter', 'Filter', 'org.apache.kafka.connect.transforms.DropHeaders'],
      'transforms.b.headers': [undefined, 'h'],
      'transforms.b.predicate': [undefined, 'p', 'q'],
      'transforms.b.negate': [undefined, 'true'],
      predicates: [undefined, 'p', 'p,q'],
      'predicates.p.type': ['org.apache.kafka.connect.transforms.predicates.TopicNameMatches'],
      'predicates.p.pattern': [undefined, 'a.*'],
    },
    sink,
  ),
  ...cross(
    'mirror-maker',
    {
      'B.exactly.once.source.support': [undefined, 'enabled', 'preparing'],
      'dedicated.mode.enable.internal.rest': [undefined, 'true'],
      'replication.policy.class': [undefined, 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy'],
      'A->B.sync.group.offsets.enabled': [undefined, 'true'],
      'A->B.emit.checkpoints.enabled': [undefined, 'false'],
    },
    mirror,
  ),
  ...cross(
    'mirror-maker',
    {
      'A.security.protocol': [undefined, 'SASL_SSL'],
      'A.sasl.mechanism': [undefined, 'PLAIN', 'SCRAM-SHA-1'],
      'A.sasl.jaas.config': [undefined, plain],
      'A.consumer.security.protocol': [undefined, 'PLAINTEXT'],
    },
    mirror,
  ),
];

/** The files. */
export const combinations: readonly OracleCase[] = [...clients, ...servers, ...connect];
