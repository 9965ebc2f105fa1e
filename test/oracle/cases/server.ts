import type { OracleCase } from '../judge.ts';
import { brokerOnly, controllerOnly, kraft, zookeeper } from './bases.ts';
import { blocks, cross } from './case.ts';

const both = (text: string): OracleCase[] => [...blocks('broker', text, kraft), ...blocks('broker', text, zookeeper)];

const listenerGraph: readonly OracleCase[] = [
  ...cross(
    'broker',
    {
      listeners: [
        'PLAINTEXT://:9092',
        'PLAINTEXT://0.0.0.0:9092',
        'PLAINTEXT://localhost:9092,SSL://localhost:9092',
        'PLAINTEXT://a:9092,PLAINTEXT://a:9093',
        'plaintext://a:9092',
        'PLAINTEXT://a:0,INTERNAL://a:0',
        'INTERNAL://a:9092',
        'PLAINTEXT://a',
        'PLAINTEXT:a:9092',
        '',
        'PLAINTEXT://a:9092,',
        'PLAINTEXT://127.0.0.1:9092,INTERNAL://[::1]:9092',
        'PLAINTEXT://a:9092, INTERNAL://b:9094',
        'PLAINTEXT://a_b:9092',
        'PLAINTEXT://a:99999',
        'PLAINTEXT://a:-1',
        'PLAINTEXT ://a:9092',
        undefined,
      ],
      'advertised.listeners': [undefined, 'PLAINTEXT://b:9092', 'PLAINTEXT://0.0.0.0:9092', 'SSL://b:9093', ''],
    },
    zookeeper,
  ),
  ...cross(
    'broker',
    {
      listeners: [
        'PLAINTEXT://a:9092,CONTROLLER://a:9093',
        'INTERNAL://a:9092,CONTROLLER://a:9093',
        'INTERNAL://a:9092,EXTERNAL://a:9094,CONTROLLER://a:9093',
        'CONTROLLER://a:9093',
        'PLAINTEXT://0.0.0.0:9092,CONTROLLER://0.0.0.0:9093',
      ],
      'advertised.listeners': [
        undefined,
        'INTERNAL://b:9092',
        'PLAINTEXT://b:9092',
        'INTERNAL://b:9092,EXTERNAL://b:9094',
        'PLAINTEXT://b:9092,CONTROLLER://b:9093',
      ],
      'inter.broker.listener.name': [undefined, 'INTERNAL', 'CONTROLLER', 'internal'],
      'listener.security.protocol.map': ['PLAINTEXT:PLAINTEXT,INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT', undefined],
    },
    kraft.replace(/listener\.security.*\n/, ''),
  ),
  ...cross(
    'broker',
    {
      'listener.security.protocol.map': [
        'PLAINTEXT:PLAINTEXT',
        'PLAINTEXT:plaintext,CONTROLLER:PLAINTEXT',
        'PLAINTEXT:TLS,CONTROLLER:PLAINTEXT',
        'PLAINTEXT:PLAINTEXT,PLAINTEXT:SSL,CONTROLLER:PLAINTEXT',
        'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,',
        '',
        'PLAINTEXT=PLAINTEXT',
        'controller:PLAINTEXT,PLAINTEXT:PLAINTEXT',
        ' PLAINTEXT : PLAINTEXT , CONTROLLER:PLAINTEXT',
      ],
      'controller.listener.names': [
        'CONTROLLER',
        'controller',
        '',
        undefined,
        'CONTROLLER,PLAINTEXT',
        'CONTROLLER,OTHER',
        'CONTROLLER,CONTROLLER',
      ],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'security.inter.broker.protocol': [undefined, 'PLAINTEXT', 'SSL', 'ssl', 'NOPE'],
      'inter.broker.listener.name': [undefined, 'PLAINTEXT', 'OTHER', ''],
    },
    kraft,
  ),
  ...cross('broker', { 'early.start.listeners': [undefined, '', 'CONTROLLER', 'PLAINTEXT', 'OTHER', 'controller'] }, kraft),
  ...cross(
    'broker',
    { 'control.plane.listener.name': ['PLAINTEXT', 'CONTROL', '', undefined], 'inter.broker.listener.name': [undefined, 'PLAINTEXT'] },
    zookeeper,
  ),
];

const quorum: readonly OracleCase[] = [
  ...[kraft, brokerOnly, controllerOnly].flatMap((base) => [
    ...cross(
      base === controllerOnly ? 'controller' : 'broker',
      {
        'controller.quorum.voters': [
          undefined,
          '',
          '1@localhost:9093',
          '2@localhost:9093',
          '1@localhost:9093,2@localhost:9094',
          '1@localhost',
          'localhost:9093',
          'a@localhost:9093',
          '1@0.0.0.0:0',
          '1@localhost:x',
          '-1@localhost:9093',
          '1@localhost:9093,',
        ],
        'controller.quorum.bootstrap.servers': [undefined, 'localhost:9093', 'localhost', 'localhost:9093,'],
      },
      base.replace(/controller\.quorum.*\n/, ''),
    ),
    ...cross(
      base === controllerOnly ? 'controller' : 'broker',
      { 'node.id': [undefined, '1', '2', '-1', ''], 'broker.id': [undefined, '1', '2', '-1'] },
      base.replace(/node\.id.*\n/, ''),
    ),
    ...blocks(
      base === controllerOnly ? 'controller' : 'broker',
      `
      process.roles=

      process.roles=broker

      process.roles=controller

      process.roles=Broker

      process.roles=broker,broker

      process.roles=broker,controller

      process.roles=broker;controller

      process.roles=zookeeper

      -controller.listener.names

      -listeners

      -listener.security.protocol.map

      -log.dirs

      zookeeper.connect=localhost:2181

      zookeeper.connect=localhost:2181
      zookeeper.metadata.migration.enable=true

      controller.quorum.auto.join.enable=true

      inter.broker.protocol.version=3.3

      inter.broker.protocol.version=2.8

      inter.broker.protocol.version=nope

      log.message.format.version=2.8

      advertised.listeners=PLAINTEXT://b:9092

      advertised.listeners=CONTROLLER://b:9093

      inter.broker.listener.name=CONTROLLER

      inter.broker.listener.name=PLAINTEXT

      metadata.log.dir=/var/lib/kafka/data

      log.dirs=/a,/a

      log.dirs=/a,/b/../a

      log.dirs=

      log.dirs=/a,,/b

      log.dirs=/a, /b

      log.dir=/a

      log.dirs=/a,/b
      log.dir=/c

      unstable.api.versions.enable=true

      initial.broker.registration.timeout.ms=1

      broker.heartbeat.interval.ms=9000
      broker.session.timeout.ms=9000

      broker.heartbeat.interval.ms=4500
      broker.session.timeout.ms=9000

      controller.quorum.election.timeout.ms=1
      controller.quorum.fetch.timeout.ms=1

      metadata.log.max.record.bytes.between.snapshots=0

      metadata.max.idle.interval.ms=-1

      sasl.mechanism.controller.protocol=PLAIN

      authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer

      authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
      super.users=User:a;User:b

      authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
      super.users=a

      authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
      super.users=User:a,User:b

      authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
      super.users=User:a; User:b;

      authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
      super.users=

      authorizer.class.name=kafka.security.authorizer.AclAuthorizer

      authorizer.class.name=kafka.security.auth.SimpleAclAuthorizer

      authorizer.class.name=com.example.Own

      authorizer.class.name=java.lang.String

      create.topic.policy.class.name=com.example.Own

      num.partitions=3

      default.replication.factor=3

      unknown.key=1

      log.retention.hour=1

      delete.topic.enable=true

      password.encoder.secret=x

      cordoned.log.dirs=/var/lib/kafka/data

      cordoned.log.dirs=/other

      cordoned.log.dirs=*
    `,
      base,
    ),
  ]),
];

const limits: readonly OracleCase[] = [
  ...cross(
    'broker',
    {
      'log.retention.ms': [undefined, '0', '-1', '-2', '1000'],
      'log.retention.minutes': [undefined, '0', '-1'],
      'log.retention.hours': [undefined, '0', '-1', '2562047788016'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'log.roll.ms': [undefined, '0', '1'],
      'log.roll.hours': [undefined, '0', '1'],
      'log.roll.jitter.ms': [undefined, '-1', '0'],
      'log.roll.jitter.hours': [undefined, '-1'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'log.cleaner.dedupe.buffer.size': ['1048576', '1048577', '2097152', '2097154'],
      'log.cleaner.threads': [undefined, '0', '1', '2'],
      'log.cleaner.enable': [undefined, 'false'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'replica.fetch.wait.max.ms': [undefined, '30000', '30001', '31000'],
      'replica.socket.timeout.ms': [undefined, '500', '499'],
      'replica.lag.time.max.ms': [undefined, '400', '500'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    { 'queued.max.request.bytes': [undefined, '-1', '0', '1', '104857600'], 'socket.request.max.bytes': [undefined, '1', '2'] },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'max.connections.per.ip': [undefined, '0', '1'],
      'max.connections.per.ip.overrides': [
        undefined,
        '',
        'localhost:1',
        'localhost',
        'localhost:x',
        '127.0.0.1:1,localhost:2',
        'nowhere.example:1',
      ],
    },
    kraft,
  ),
  ...cross(
    'broker',
    { 'connection.failed.authentication.delay.ms': ['0', '100', '600000', '600001'], 'connections.max.idle.ms': [undefined, '-1', '100'] },
    kraft,
  ),
  ...cross(
    'broker',
    { 'offsets.commit.required.acks': ['-2', '-1', '0', '1', '2'], 'offsets.topic.replication.factor': [undefined, '0', '1', '3'] },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'group.coordinator.rebalance.protocols': [
        undefined,
        'classic',
        'consumer',
        'classic,consumer',
        'classic,share',
        'classic,consumer,streams',
        'CLASSIC',
        '',
        'classic,nope',
      ],
      'group.coordinator.new.enable': [undefined, 'true', 'false'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    { 'group.min.session.timeout.ms': [undefined, '1', '2000000'], 'group.max.session.timeout.ms': [undefined, '1', '1800000'] },
    kraft,
  ),
  ...['consumer', 'share', 'streams'].flatMap((kind) => [
    ...cross(
      'broker',
      {
        [`group.${kind}.heartbeat.interval.ms`]: [undefined, '1', '5000', '15000', '15001', '50000'],
        [`group.${kind}.min.heartbeat.interval.ms`]: [undefined, '20000'],
        [`group.${kind}.max.heartbeat.interval.ms`]: [undefined, '1', '60000'],
      },
      kraft,
    ),
    ...cross(
      'broker',
      {
        [`group.${kind}.session.timeout.ms`]: [undefined, '1', '45000', '60000', '60001'],
        [`group.${kind}.min.session.timeout.ms`]: [undefined, '50000'],
        [`group.${kind}.max.session.timeout.ms`]: [undefined, '1', '50000'],
      },
      kraft,
    ),
    ...cross(
      'broker',
      {
        [`group.${kind}.heartbeat.interval.ms`]: ['15000', '60000'],
        [`group.${kind}.max.heartbeat.interval.ms`]: ['60000'],
        [`group.${kind}.session.timeout.ms`]: ['45000', '60000'],
      },
      kraft,
    ),
  ]),
  ...cross(
    'broker',
    {
      'group.consumer.assignors': [
        'uniform',
        'range',
        'uniform,range',
        'nope',
        '',
        'com.example.Own',
        'org.apache.kafka.coordinator.group.assignor.RangeAssignor',
        'uniform,uniform',
        'UNIFORM',
      ],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'group.share.record.lock.duration.ms': [undefined, '1000', '60000', '60001'],
      'group.share.min.record.lock.duration.ms': [undefined, '30000'],
      'group.share.max.record.lock.duration.ms': [undefined, '3600000'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'remote.log.storage.system.enable': ['true', 'false'],
      'remote.log.storage.manager.class.name': [undefined, '', 'com.example.Own', 'com.example.OfTheirOwn'],
      'remote.log.metadata.manager.listener.name': [undefined, 'PLAINTEXT', 'OTHER', 'plaintext', ''],
      'log.local.retention.ms': [undefined, '-1', '1000', '604800001'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'remote.log.storage.system.enable': ['true'],
      'remote.log.storage.manager.class.name': ['com.example.OfTheirOwn'],
      'log.local.retention.bytes': [undefined, '-2', '-1', '1000', '2000'],
      'log.retention.bytes': [undefined, '-1', '1000'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    { 'log.cleaner.min.compaction.lag.ms': [undefined, '10', '100'], 'log.cleaner.max.compaction.lag.ms': [undefined, '10', '1', '0'] },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'message.max.bytes': ['1000', '200000000'],
      'replica.fetch.max.bytes': [undefined, '999'],
      'socket.request.max.bytes': [undefined, '500'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'log.cleanup.policy': ['delete', 'compact', 'compact,delete', 'delete,delete', '', 'none', 'DELETE', 'delete, compact', ','],
      'log.message.timestamp.type': [undefined, 'LogAppendTime', 'logappendtime'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'transaction.max.timeout.ms': ['1', '900000'],
      'transactional.id.expiration.ms': [undefined, '1'],
      'transaction.state.log.min.isr': [undefined, '3'],
      'transaction.state.log.replication.factor': [undefined, '1', '2'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'min.insync.replicas': ['0', '1', '4'],
      'default.replication.factor': [undefined, '1', '3'],
      'unclean.leader.election.enable': [undefined, 'true'],
    },
    kraft,
  ),
  ...cross(
    'broker',
    {
      'compression.type': ['producer', 'uncompressed', 'gzip', 'GZIP', 'none', 'zstd'],
      'compression.gzip.level': [undefined, '0', '-1', '9', '10'],
    },
    kraft,
  ),
];

const secure = kraft.replace('PLAINTEXT://localhost:9092', 'SASL_PLAINTEXT://localhost:9092');
const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b" user_a="b"';
const security: readonly OracleCase[] = [
  ...cross(
    'broker',
    {
      'security.inter.broker.protocol': ['SASL_PLAINTEXT'],
      'sasl.enabled.mechanisms': [undefined, 'PLAIN', 'GSSAPI', 'PLAIN,SCRAM-SHA-256', 'plain', '', 'NOPE'],
      'sasl.mechanism.inter.broker.protocol': [undefined, 'PLAIN', 'SCRAM-SHA-256', 'plain'],
      'listener.name.sasl_plaintext.plain.sasl.jaas.config': [undefined, `${plain};`, plain],
    },
    secure,
  ),
  ...blocks(
    'broker',
    `
    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.enabled.mechanisms=PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    sasl.jaas.config=${plain};

    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.enabled.mechanisms=PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    listener.name.sasl_plaintext.sasl.jaas.config=${plain};

    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.enabled.mechanisms=PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    listener.name.SASL_PLAINTEXT.plain.sasl.jaas.config=${plain};

    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.mechanism.inter.broker.protocol=PLAIN
    listener.name.sasl_plaintext.sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${plain};

    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.mechanism.inter.broker.protocol=PLAIN
    sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.sasl.enabled.mechanisms=SCRAM-SHA-256
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${plain};

    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.enabled.mechanisms=PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${plain};
    principal.builder.class=java.lang.String

    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.enabled.mechanisms=PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${plain};
    connections.max.reauth.ms=-1

    security.inter.broker.protocol=SASL_PLAINTEXT
    sasl.enabled.mechanisms=PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${plain};
    sasl.kerberos.principal.to.local.rules=nope
  `,
    secure,
  ),
  ...blocks(
    'broker',
    `
    listeners=SSL://localhost:9092,CONTROLLER://localhost:9093
    security.inter.broker.protocol=SSL

    listeners=SSL://localhost:9092,CONTROLLER://localhost:9093
    security.inter.broker.protocol=SSL
    ssl.keystore.location=/no/such/store.jks
    ssl.keystore.password=x

    listeners=SSL://localhost:9092,CONTROLLER://localhost:9093
    security.inter.broker.protocol=SSL
    ssl.keystore.type=PEM
    ssl.keystore.key=x

    listeners=SSL://localhost:9092,PLAINTEXT://localhost:9091,CONTROLLER://localhost:9093
    ssl.client.auth=required

    listeners=SSL://localhost:9092,PLAINTEXT://localhost:9091,CONTROLLER://localhost:9093
    listener.name.ssl.ssl.keystore.location=/no/such/store.jks

    ssl.client.auth=nope

    ssl.client.auth=REQUIRED

    ssl.principal.mapping.rules=RULE:^CN=(.*?),.*$/$1/

    ssl.principal.mapping.rules=nope

    ssl.principal.mapping.rules=DEFAULT

    ssl.principal.mapping.rules=RULE:^CN=(.*?),.*$/$1/L,DEFAULT

    principal.builder.class=java.lang.String

    principal.builder.class=com.example.Own

    principal.builder.class=org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder

    listener.name.plaintext.principal.builder.class=java.lang.String

    listener.name.controller.ssl.keystore.location=/x

    listener.name.other.ssl.keystore.location=/x

    listener.name.plaintext.max.connections=x

    listener.name.plaintext.max.connections=10

    listener.name.plaintext.num.network.threads=0

    listener.name.plaintext.num.network.threads=3

    metric.reporters=java.lang.String

    metric.reporters=

    kafka.metrics.polling.interval.secs=x

    kafka.metrics.reporters=com.example.Own

    client.quota.callback.class=java.lang.String

    quota.window.num=0

    broker.rack=

    num.io.threads=0

    background.threads=0

    auto.create.topics.enable=maybe

    delegation.token.master.key=x

    delegation.token.secret.key=x
    delegation.token.max.lifetime.ms=0

    telemetry.max.bytes=0

    log.dir=
    log.dirs=

    log.segment.bytes=13

    log.segment.bytes=1048576

    log.index.size.max.bytes=3

    sasl.server.callback.handler.class=java.lang.String

    transaction.partition.verification.enable=x

    unclean.leader.election.interval.ms=0

    follower.fetch.last.tiered.offset.enable=x
  `,
    kraft,
  ),
  ...both(`
    sasl.mechanism.inter.broker.protocol=PLAIN

    security.inter.broker.protocol=SASL_PLAINTEXT

    broker.id.generation.enable=false

    reserved.broker.max.id=0

    port=9092

    host.name=a

    advertised.host.name=a

    advertised.port=9092

    zookeeper.session.timeout.ms=x

    log.flush.interval.messages=0

    controlled.shutdown.enable=maybe

    auto.leader.rebalance.enable=TRUE

    replica.selector.class=com.example.Own

    offsets.topic.compression.codec=5

    offsets.topic.compression.codec=1
  `),
];

const zookeeperMode: readonly OracleCase[] = [
  ...cross(
    'broker',
    {
      'broker.id': [undefined, '-1', '-2', '0', '1000', '1001'],
      'broker.id.generation.enable': [undefined, 'false'],
      'node.id': [undefined, '1', '2'],
    },
    zookeeper,
  ),
  ...cross(
    'broker',
    {
      'zookeeper.metadata.migration.enable': ['true', 'false'],
      'controller.quorum.voters': [undefined, '1@localhost:9093'],
      'controller.listener.names': [undefined, 'CONTROLLER'],
      'inter.broker.protocol.version': [undefined, '3.3', '3.4', '3.6', '3.7-IV2', '3.9'],
      'listener.security.protocol.map': [undefined, 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT'],
    },
    zookeeper,
  ),
  ...cross(
    'broker',
    {
      'inter.broker.protocol.version': [undefined, '0.9.0', '0.10.2', '1.0', '2.0', '2.8', '2.8-IV1', '3.0', '3.9', '4.0', '9.9', '3', ''],
      'log.message.format.version': [undefined, '0.10.0', '2.8', '3.0', '9.9'],
    },
    zookeeper,
  ),
  ...blocks(
    'broker',
    `
    zookeeper.connect=

    -zookeeper.connect

    zookeeper.connect=a:2181,b:2181/chroot

    zookeeper.ssl.client.enable=true

    zookeeper.ssl.client.enable=x

    zookeeper.set.acl=true

    controller.listener.names=CONTROLLER

    authorizer.class.name=kafka.security.authorizer.AclAuthorizer
    super.users=User:a

    authorizer.class.name=kafka.security.authorizer.AclAuthorizer
    super.users=a

    log.dirs=/a,/a

    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,PLAINTEXT:SSL
  `,
    zookeeper,
  ),
];

const jmx = 'org.apache.kafka.common.metrics.JmxReporter';
const rackAware = 'org.apache.kafka.common.replica.RackAwareReplicaSelector';
/** Classes that a server makes objects of when it starts, and what reads its file past the definition. */
const plugins: readonly OracleCase[] = [
  ...[kraft, brokerOnly, controllerOnly, zookeeper].flatMap((base) =>
    blocks(
      base === controllerOnly ? 'controller' : 'broker',
      `
      metric.reporters=${rackAware}

      metric.reporters=${jmx},${rackAware}

      client.quota.callback.class=${jmx}

      client.quota.callback.class=

      authorizer.class.name=${jmx}

      authorizer.class.name=

      principal.builder.class=${jmx}

      principal.builder.class=

      group.consumer.assignors=${jmx}

      group.consumer.assignors=uniform,${jmx}

      group.share.assignors=${jmx}

      create.topic.policy.class.name=${jmx}

      create.topic.policy.class.name=

      alter.config.policy.class.name=${jmx}

      replica.selector.class=${jmx}

      replica.selector.class=${rackAware}

      replica.selector.class=

      kafka.metrics.reporters=${jmx}

      kafka.metrics.reporters=com.example.Own

      kafka.metrics.reporters=kafka.metrics.KafkaCSVMetricsReporter

      kafka.metrics.reporters=kafka.metrics.KafkaCSVMetricsReporter
      kafka.csv.metrics.reporter.enabled=true

      kafka.metrics.reporters=kafka.metrics.KafkaCSVMetricsReporter
      kafka.csv.metrics.reporter.enabled=TRUE

      kafka.metrics.reporters=kafka.metrics.KafkaCSVMetricsReporter
      kafka.csv.metrics.reporter.enabled=maybe

      kafka.csv.metrics.reporter.enabled=maybe

      metrics.jmx.include=*

      metrics.jmx.exclude=[

      metrics.jmx.include=kafka[.]server.*
      metrics.jmx.exclude=

      metrics.jmx.include=[
      metric.reporters=

      metrics.recording.level=x

      metrics.recording.level=

      metrics.recording.level=trace

      metadata.log.segment.ms=0

      metadata.log.segment.ms=-1

      metadata.log.segment.ms=1

      metadata.log.segment.bytes=8388607

      metadata.log.segment.bytes=8388608

      metadata.log.segment.bytes=13
      metadata.log.segment.min.bytes=12

      metadata.log.segment.bytes=1048576
      metadata.log.segment.min.bytes=1048576

      group.share.persister.class.name=${jmx}

      group.share.persister.class.name=com.example.Own

      group.share.persister.class.name=

      group.share.persister.class.name=org.apache.kafka.server.share.persister.DefaultStatePersister

      group.share.persister.class.name=org.apache.kafka.server.share.persister.NoOpStatePersister
    `,
      base,
    ),
  ),
];

/** A listener's own settings, and those of the node behind its name. */
const behindListeners: readonly OracleCase[] = blocks(
  'broker',
  `
    listener.name.plaintext.connections.max.idle.ms=x

    listener.name.plaintext.connections.max.idle.ms=10

    listener.name.plaintext.message.max.bytes=-1

    listener.name.plaintext.num.io.threads=0

    listener.name.plaintext.plain.num.io.threads=0

    listener.name.controller.num.io.threads=0

    listener.name.plaintext.node.id=x

    listener.name.plaintext.log.cleanup.policy=nope

    listener.name.plaintext.own.setting=x

    listener.name.plaintext.security.providers=

    listener.name.plaintext.max.connections=-1

    listener.name.plaintext.max.connection.creation.rate=-1

    listener.name.plaintext.connections.max.reauth.ms=x

    listener.name.PLAINTEXT.num.io.threads=0

    listener.name.other.num.io.threads=0

    listener.name.plaintext.ssl.protocol=

    listener.name.plaintext.ssl.client.auth=nope

    log.dirs=/a,/b
    cordoned.log.dirs=*,/a

    log.dirs=/a,/b
    cordoned.log.dirs=/a,/b

    socket.receive.buffer.bytes=0

    socket.receive.buffer.bytes=-2

    socket.receive.buffer.bytes=1

    socket.send.buffer.bytes=0

    socket.send.buffer.bytes=-1

    request.timeout.ms=-1

    request.timeout.ms=0

    controller.socket.timeout.ms=-1

    socket.connection.setup.timeout.ms=-1

    socket.connection.setup.timeout.max.ms=-1

    broker.heartbeat.interval.ms=-1

    initial.broker.registration.timeout.ms=0

    initial.broker.registration.timeout.ms=-1
  `,
  kraft,
);

const tiered = `${kraft}remote.log.storage.system.enable=true
remote.log.storage.manager.class.name=com.example.OfTheirOwn
`;
const ofMetadata = 'rlmm.config.remote.log.metadata';
const kerberos = `${kraft.replace(/listeners=.*/, 'listeners=PLAINTEXT://localhost:9092,SASL_PLAINTEXT://localhost:9094,CONTROLLER://localhost:9093')}sasl.kerberos.service.name=kafka
listener.name.sasl_plaintext.gssapi.sasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true keyTab="/x" principal="kafka/h@R";
`;
const modules = 'com.sun.security.auth.module.';
/** What the parts of a server read of its file: the rules for names of Kerberos, JAAS texts, the manager of remote metadata. */
const readers: readonly OracleCase[] = [
  ...cross(
    'broker',
    {
      'sasl.kerberos.principal.to.local.rules': [
        'nope',
        '',
        'DEFAULT',
        'default',
        'DEFAULT,DEFAULT',
        'RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//',
        'RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//L,DEFAULT',
        'RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*///L, DEFAULT',
        'RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//X',
        'RULE:[1:$1@$0](.*@(A|B))s/@.*//',
        'RULE:[1:$1@$0](.*@A,B)s/@.*//,DEFAULT',
        'RULE:[2:$1]/L',
        'RULE:[2:$1]U',
        'RULE:[:$1]',
        'RULE:[x:$1]',
        'RULE:[1]',
        'RULE:[1:$1](*)',
        'RULE:[1:$1]([)',
        'RULE:[1:$1]s/[/x/',
        'RULE:[1:$1]s/a/b/g',
        'RULE:[1:$1]s/a/b/gL',
        'RULE:[99999999999:$1]',
      ],
    },
    kerberos,
  ),
  ...blocks(
    'broker',
    `
    sasl.kerberos.principal.to.local.rules=nope
    sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${plain};

    listener.name.sasl_plaintext.sasl.kerberos.principal.to.local.rules=nope

    sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=

    sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=;

    sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${plain}; ${plain};

    sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${modules}JndiLoginModule required;

    sasl.enabled.mechanisms=PLAIN
    listener.name.sasl_plaintext.plain.sasl.jaas.config=${modules}LdapLoginModule required;
  `,
    kerberos,
  ),
  ...blocks(
    'broker',
    ['retention.ms=0', 'retention.ms=-1', 'retention.ms=-2', 'num.partitions=0', 'replication.factor=0', 'min.isr=0']
      .map((setting) => `${ofMetadata}.topic.${setting}`)
      .concat([`${ofMetadata}.consume.wait.ms=-1`, `${ofMetadata}.initialization.retry.interval.ms=-1`])
      .join('\n\n'),
    tiered,
  ),
];

export const server: readonly OracleCase[] = [
  ...listenerGraph,
  ...quorum,
  ...limits,
  ...security,
  ...zookeeperMode,
  ...plugins,
  ...readers,
  ...behindListeners,
];
