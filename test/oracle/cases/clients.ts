import type { OracleCase } from '../judge.ts';
import { blocks, cross } from './case.ts';

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b"';
const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule required username="a" password="b"';
const bearer = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required';
const pem = '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----';

/** What every client checks: servers, back-offs, time-outs, SASL, TLS. */
const common = (role: string): OracleCase[] => [
  ...cross(role, {
    'bootstrap.servers': [
      'a:1',
      'a',
      'a:',
      ':1',
      'a:1,b:2',
      'a:1,,b:2',
      'a:1,',
      ',',
      'a:1 , b:2',
      'a:1;b:2',
      'a:99999',
      'a:-1',
      'a:x',
      'PLAINTEXT://a:1',
      'http://a:1/x',
      '[::1]:1',
      '::1:1',
      'a_b:1',
      'a b:1',
      'a:1,a:1',
      'a:0',
      'a:65535',
      'a:65536',
    ],
  }),
  ...cross(role, { 'retry.backoff.ms': ['0', '100', '5000'], 'retry.backoff.max.ms': [undefined, '0', '100', '1000', '5000'] }),
  ...cross(role, { 'reconnect.backoff.ms': [undefined, '50', '2000'], 'reconnect.backoff.max.ms': [undefined, '0', '100', '1000'] }),
  ...cross(role, {
    'socket.connection.setup.timeout.ms': ['1000', '10000', '60000'],
    'socket.connection.setup.timeout.max.ms': [undefined, '1000', '30000'],
  }),
  ...cross(role, {
    'security.protocol': ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL', 'sasl_ssl', 'Sasl_Plaintext', 'TLS', 'SSL ', undefined],
    'sasl.mechanism': [undefined, '', 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'plain', 'NOPE'],
    'sasl.jaas.config': [undefined, `${plain};`],
  }),
  ...cross(role, {
    'security.protocol': ['SASL_SSL'],
    'sasl.mechanism': ['PLAIN', 'SCRAM-SHA-512', 'OAUTHBEARER'],
    'sasl.jaas.config': [
      '',
      plain,
      `${scram};`,
      `${plain.replace('required', 'REQUIRED')};`,
      `${plain.replace('required', 'needed')};`,
      `${plain.replace(' required', '')};`,
      `${plain} mechanism;`,
      `${plain.replace('"b"', 'b')};`,
      `${plain.replace('"b"', "'b'")};`,
      `${plain.replace('"b"', '"b')};`,
      `${plain};${scram};`,
      `${plain}; `,
      `;`,
      `com.example.Login required;`,
      `KafkaClient { ${plain}; };`,
      `${plain} ;`,
      `${plain.replace('"a"', '')};`,
      `${plain.replace('username="a"', 'username = "a"')};`,
      `${plain.replace(' password="b"', '')};`,
      `${scram.replace(' password="b"', '')};`,
      `${bearer} unsecuredLoginStringClaim_sub="a";`,
      `${bearer};`,
      `${bearer} clientId="a" clientSecret="b";`,
      `${plain};x`,
      `// x`,
      `${plain}; // x`,
    ],
  }),
  ...cross(role, {
    'security.protocol': ['SSL', undefined],
    'ssl.keystore.type': [undefined, 'PEM', 'JKS', 'NOPE'],
    'ssl.keystore.certificate.chain': [undefined, pem],
    'ssl.keystore.key': [undefined, 'abc'],
    'ssl.keystore.password': [undefined, 'x'],
  }),
  ...cross(role, {
    'security.protocol': ['SSL'],
    'ssl.truststore.type': [undefined, 'PEM', 'PKCS12'],
    'ssl.truststore.certificates': [undefined, '', pem, 'x'],
    'ssl.truststore.password': [undefined, 'x'],
  }),
  ...cross(role, {
    'security.protocol': ['SSL', undefined],
    'ssl.protocol': ['TLS', 'TLSv1.2', 'TLSv1.3', 'TLSv1', 'SSLv3', 'tls', 'NOPE'],
    'ssl.enabled.protocols': [undefined, 'TLSv1.2', 'TLSv1.3', 'TLSv1.4', 'TLSv1.2,TLSv1.3', 'TLSv1.2;TLSv1.3', ''],
  }),
  ...cross(role, {
    'security.protocol': ['SSL'],
    'ssl.cipher.suites': [undefined, '', 'TLS_AES_128_GCM_SHA256', 'NOPE'],
    'ssl.endpoint.identification.algorithm': [undefined, '', 'https', 'HTTPS', 'none'],
  }),
  ...cross(role, {
    'security.protocol': ['SSL'],
    'ssl.provider': ['', 'SunJSSE', 'NOPE'],
    'ssl.secure.random.implementation': [undefined, '', 'SHA1PRNG', 'NOPE'],
  }),
  ...cross(role, {
    'security.protocol': ['SSL'],
    'ssl.keymanager.algorithm': [undefined, 'SunX509', 'NOPE'],
    'ssl.trustmanager.algorithm': [undefined, 'PKIX', 'NOPE'],
  }),
  ...cross(role, {
    'metric.reporters': [
      '',
      'org.apache.kafka.common.metrics.JmxReporter',
      'java.lang.String',
      'com.example.Own',
      'org.apache.kafka.common.metrics.JmxReporter,org.apache.kafka.common.metrics.JmxReporter',
    ],
    'auto.include.jmx.reporter': [undefined, 'false'],
  }),
  ...cross(role, {
    'config.providers': ['', 'file', 'env'],
    'config.providers.file.class': [undefined, 'org.apache.kafka.common.config.provider.FileConfigProvider', 'java.lang.String'],
  }),
  ...cross(role, { 'request.timeout.ms': [undefined, '0', '1000', '70000'], 'default.api.timeout.ms': [undefined, '1000', '60000'] }),
  ...cross(role, {
    'metadata.recovery.strategy': [undefined, 'none', 'rebootstrap', 'REBOOTSTRAP'],
    'metadata.recovery.rebootstrap.trigger.ms': [undefined, '0', '-1'],
  }),
  ...blocks(
    role,
    `
    no.such.key=1

    bootstrap.server=a:1

    client.id=

    client.id=a b

    client.dns.lookup=default

    client.dns.lookup=USE_ALL_DNS_IPS

    request.timeout.ms=1
    request.timeout.ms=x

    request.timeout.ms=x
    request.timeout.ms=1

    bad\\u00zz=1

    c:d=1

    path=C:\\temp\\new
  `,
  ),
];

export const producer: readonly OracleCase[] = [
  ...common('producer'),
  ...cross('producer', {
    'enable.idempotence': [undefined, 'true', 'false'],
    acks: [undefined, 'all', '-1', '1', '0'],
    retries: [undefined, '0', '3'],
    'max.in.flight.requests.per.connection': [undefined, '5', '6'],
    'transactional.id': [undefined, 't'],
  }),
  ...cross('producer', { 'transactional.id': ['', ' ', 't'], 'enable.idempotence': [undefined, 'true', 'false'] }),
  ...cross('producer', {
    'delivery.timeout.ms': [undefined, '0', '1000', '30004', '30005', '120000'],
    'linger.ms': [undefined, '0', '5', '3000000000'],
    'request.timeout.ms': [undefined, '1000', '120000', '2147483647'],
  }),
  ...cross('producer', {
    'transactional.id': [undefined, 't'],
    'transaction.timeout.ms': [undefined, '60000'],
    'transaction.two.phase.commit.enable': [undefined, 'true', 'false'],
  }),
  ...cross('producer', {
    'batch.size': ['0', '1', '16384', '2000000'],
    'buffer.memory': [undefined, '0', '16000'],
    'max.request.size': [undefined, '0', '1000'],
  }),
  ...cross('producer', {
    'compression.type': [undefined, 'none', 'gzip', 'snappy', 'lz4', 'zstd'],
    'compression.gzip.level': [undefined, '-1', '0', '1', '9', '10'],
    'compression.zstd.level': [undefined, '23', '-131072'],
    'compression.lz4.level': [undefined, '0', '17'],
  }),
  ...cross('producer', {
    'partitioner.class': [
      undefined,
      'org.apache.kafka.clients.producer.RoundRobinPartitioner',
      'org.apache.kafka.clients.producer.UniformStickyPartitioner',
      'org.apache.kafka.clients.producer.internals.DefaultPartitioner',
      'RoundRobinPartitioner',
      '',
    ],
    'partitioner.ignore.keys': [undefined, 'true'],
    'partitioner.adaptive.partitioning.enable': [undefined, 'false'],
  }),
  ...cross('producer', {
    'key.serializer': [
      'org.apache.kafka.common.serialization.StringSerializer',
      'org.apache.kafka.common.serialization.StringDeserializer',
      'StringSerializer',
      '',
      'com.example.Own',
    ],
    'interceptor.classes': [undefined, '', 'java.lang.String', 'com.example.Own'],
  }),
];

const range = 'org.apache.kafka.clients.consumer.RangeAssignor';
const sticky = 'org.apache.kafka.clients.consumer.CooperativeStickyAssignor';

export const consumer: readonly OracleCase[] = [
  ...common('consumer'),
  ...cross('consumer', {
    'group.protocol': [undefined, 'classic', 'consumer', 'CONSUMER', 'Classic'],
    'session.timeout.ms': [undefined, '45000', ''],
    'heartbeat.interval.ms': [undefined, '3000'],
    'partition.assignment.strategy': [undefined, '', range],
    'group.remote.assignor': [undefined, 'uniform', ''],
  }),
  ...cross('consumer', {
    'session.timeout.ms': [undefined, '0', '3000', '10000', '45000'],
    'heartbeat.interval.ms': [undefined, '0', '3000', '10000', '45000'],
    'max.poll.interval.ms': [undefined, '1000'],
  }),
  ...cross('consumer', {
    'group.id': [undefined, '', ' ', 'g'],
    'enable.auto.commit': [undefined, 'true', 'false'],
    'auto.commit.interval.ms': [undefined, '0', '5000'],
  }),
  ...cross('consumer', {
    'group.instance.id': ['', ' ', 'a', 'a b', 'a/b', '.', '..', 'ä', 'x'.repeat(250), 'x'.repeat(249)],
    'group.protocol': [undefined, 'consumer'],
  }),
  ...cross('consumer', {
    'partition.assignment.strategy': [
      `${range},${range}`,
      `${range},${sticky}`,
      'range',
      'RangeAssignor',
      'com.example.Own',
      'java.lang.String',
      `${range}, ${sticky}`,
      `${range},`,
    ],
    'group.protocol': [undefined, 'consumer'],
  }),
  ...cross('consumer', {
    'auto.offset.reset': [
      'latest',
      'earliest',
      'none',
      'by_duration:P1D',
      'by_duration:PT1H',
      'by_duration:p1d',
      'by_duration:',
      'by_duration',
      'by_duration:-P1D',
      'by_duration:PT0S',
      'BY_DURATION:P1D',
      'smallest',
      'largest',
      'latest ',
    ],
  }),
  ...cross('consumer', {
    'fetch.min.bytes': [undefined, '1000000'],
    'fetch.max.bytes': [undefined, '1000'],
    'max.partition.fetch.bytes': [undefined, '2000'],
    'fetch.max.wait.ms': [undefined, '40000'],
    'request.timeout.ms': [undefined, '10000'],
  }),
  ...cross('consumer', {
    'isolation.level': ['read_committed', 'read_uncommitted', 'READ_COMMITTED', 'serializable'],
    'client.rack': [undefined, '', 'a'],
  }),
  ...cross('consumer', {
    'share.acknowledgement.mode': [undefined, 'implicit', 'explicit', 'EXPLICIT'],
    'share.acquire.mode': [undefined, 'batch_optimized', 'record_limit'],
    'group.protocol': [undefined, 'consumer'],
  }),
  ...cross('consumer', {
    'key.deserializer': [
      'org.apache.kafka.common.serialization.StringDeserializer',
      'org.apache.kafka.common.serialization.StringSerializer',
      'StringDeserializer',
      '',
    ],
    'interceptor.classes': [undefined, '', 'java.lang.String'],
  }),
  ...cross('consumer', {
    'internal.leave.group.on.close': ['true', 'x'],
    'internal.throw.on.fetch.stable.offset.unsupported': [undefined, 'true'],
  }),
];

export const shareConsumer: readonly OracleCase[] = [
  ...common('share-consumer').filter((_, index) => index % 3 === 0),
  ...cross('share-consumer', {
    'auto.offset.reset': [undefined, 'latest'],
    'enable.auto.commit': [undefined, 'false'],
    'isolation.level': [undefined, 'read_committed'],
  }),
  ...blocks(
    'share-consumer',
    `
    group.instance.id=a

    partition.assignment.strategy=${range}

    partition.assignment.strategy=

    interceptor.classes=

    interceptor.classes=java.lang.String

    session.timeout.ms=45000

    heartbeat.interval.ms=3000

    group.protocol=consumer

    group.protocol=classic

    group.remote.assignor=uniform

    share.acknowledgement.mode=explicit

    share.acknowledgement.mode=IMPLICIT

    share.acquire.mode=record_limit
    max.poll.records=10

    max.poll.records=0

    group.id=

    group.id=g
  `,
  ),
];

export const admin: readonly OracleCase[] = [
  ...common('admin'),
  ...cross('admin', { 'bootstrap.servers': [undefined, 'a:1', ''], 'bootstrap.controllers': [undefined, 'a:1', '', 'a'] }),
  ...cross('admin', {
    'default.api.timeout.ms': [undefined, '0', '1000', '30000', '60000'],
    'request.timeout.ms': [undefined, '0', '1000', '30000', '70000'],
  }),
];

export const client: readonly OracleCase[] = common('client').filter((_, index) => index % 4 === 0);
