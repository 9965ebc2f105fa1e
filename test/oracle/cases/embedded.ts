// What reaches whom: the clients that workers, connectors and flows make of their keys, and those that none of them makes.
import type { OracleCase } from '../judge.ts';
import { distributed, mirror, sink, source } from './bases.ts';
import { blocks } from './case.ts';

export const embedded: readonly OracleCase[] = [
  ...blocks(
    'connect-distributed',
    `
    listeners=,a

    listeners=,

    listeners=http://a:1,

    listeners=http://a:1,,http://b:2

    rest.host.name="1"

    rest.port="1"

    rest.advertised.port="1"

    rest.advertised.port=-1

    rest.port=-1

    rest.port=99999

    rest.advertised.host.name=

    rest.host.name=

    rest.host.name=a/b

    listeners=http://a:99999

    rest.advertised.host.name=a b

    rest.advertised.host.name=a b
    rest.advertised.port=9

    listeners=http://:0

    listeners=http://:

    admin.listeners=,

    admin.listeners=http://a:1,

    rebalance.timeout.ms=-1

    rebalance.timeout.ms=0

    rebalance.timeout.ms=-1
    heartbeat.interval.ms=99999

    key.converter=org.apache.kafka.connect.storage.HeaderConverter

    header.converter=org.apache.kafka.connect.storage.HeaderConverter

    header.converter=org.apache.kafka.connect.storage.Converter

    rest.extension.classes=org.apache.kafka.connect.rest.ConnectRestExtension

    connector.client.config.override.policy=org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy

    connector.client.config.override.policy=org.apache.kafka.connect.connector.policy.AbstractConnectorClientConfigOverridePolicy

    connector.client.config.override.policy=org.apache.kafka.connect.connector.policy.NoneConnectorClientConfigOverridePolicy

    config.providers=a
    config.providers.a.class=org.apache.kafka.common.config.provider.ConfigProvider

    key.converter=org.apache.kafka.connect.converters.NumberConverter

    key.converter=org.apache.kafka.connect.transforms.Filter

    key.converter=org.apache.kafka.connect.storage.SimpleHeaderConverter

    header.converter=org.apache.kafka.connect.json.JsonConverter

    connector.client.config.override.policy=org.apache.kafka.connect.json.JsonConverter

    rest.extension.classes=org.apache.kafka.connect.json.JsonConverter

    config.providers=a
    config.providers.a.class=org.apache.kafka.connect.json.JsonConverter

    config.providers=a

    config.providers=a,b
    config.providers.a.class=org.apache.kafka.common.config.provider.FileConfigProvider

    config.providers=a
    config.providers.a.class=

    inter.worker.verification.algorithms=HmacSHA256,nope

    inter.worker.verification.algorithms=HmacSHA256,

    inter.worker.signature.algorithm=hmacsha256

    inter.worker.signature.algorithm=hmacsha512
    inter.worker.verification.algorithms=HmacSHA512

    inter.worker.signature.algorithm=hmacsha512
    inter.worker.verification.algorithms=hmacsha512

    inter.worker.key.generation.algorithm=hmacsha512

    inter.worker.key.generation.algorithm=DES

    inter.worker.key.generation.algorithm=DES
    inter.worker.key.size=56

    inter.worker.key.generation.algorithm=DES
    inter.worker.key.size=128

    inter.worker.key.generation.algorithm=RC4

    inter.worker.key.generation.algorithm=RC4
    inter.worker.key.size=1025

    inter.worker.key.generation.algorithm=Blowfish
    inter.worker.key.size=30

    inter.worker.key.generation.algorithm=ChaCha20
    inter.worker.key.size=128

    inter.worker.key.generation.algorithm=HmacMD5
    inter.worker.key.size=39

    inter.worker.key.generation.algorithm=HmacMD5
    inter.worker.key.size=1

    inter.worker.key.generation.algorithm=HmacSHA1
    inter.worker.key.size=1

    inter.worker.key.generation.algorithm=HmacSHA1
    inter.worker.key.size=0

    inter.worker.key.generation.algorithm=HmacSHA3-256
    inter.worker.key.size=1

    inter.worker.key.generation.algorithm=HmacSHA512/256
    inter.worker.key.size=1

    inter.worker.key.generation.algorithm=DESede
    inter.worker.key.size=100

    inter.worker.key.generation.algorithm=DESede
    inter.worker.key.size=112

    inter.worker.key.generation.algorithm=RC2
    inter.worker.key.size=39

    inter.worker.key.generation.algorithm=RC2
    inter.worker.key.size=1025

    inter.worker.key.generation.algorithm=SunTlsPrf

    inter.worker.signature.algorithm=PBEWithHmacSHA1
    inter.worker.verification.algorithms=PBEWithHmacSHA1

    inter.worker.signature.algorithm=SslMacMD5
    inter.worker.verification.algorithms=SslMacMD5

    inter.worker.key.generation.algorithm="HmacSHA256"

    inter.worker.signature.algorithm=HmacSHA256 # x

    inter.worker.key.generation.algorithm=1.2.840.113549.2.9

    inter.worker.key.generation.algorithm=OID.1.2.840.113549.2.9

    inter.worker.key.size=-1

    inter.worker.key.size=2147483647

    inter.worker.key.ttl.ms=-1

    inter.worker.verification.algorithms=HmacSHA256,HmacSHA256

    group.instance.id=a=b

    group.instance.id=

    default.api.timeout.ms=1

    default.api.timeout.ms=1
    request.timeout.ms=1

    group.protocol=consumer

    group.protocol=consumer
    session.timeout.ms=20000

    group.protocol=nope

    group.remote.assignor=x

    partition.assignment.strategy=range

    partition.assignment.strategy=

    partition.assignment.strategy=org.apache.kafka.clients.consumer.RangeAssignor,org.apache.kafka.clients.consumer.RangeAssignor

    linger.ms=9223372036854775807

    linger.ms=-1

    delivery.timeout.ms=1

    max.block.ms=-1

    batch.size=-1

    buffer.memory=1
    batch.size=100

    acks=1
    enable.idempotence=true

    enable.idempotence=true

    max.in.flight.requests.per.connection=100

    retries=0

    compression.type=nope

    compression.type=gzip
    compression.gzip.level=99

    interceptor.classes=org.apache.kafka.Nope

    partitioner.class=org.apache.kafka.clients.producer.internals.DefaultPartitioner

    key.serializer=x

    key.deserializer=

    fetch.max.wait.ms=60000

    fetch.min.bytes=100000000

    max.poll.interval.ms=1

    isolation.level=read_committed

    allow.auto.create.topics=false

    metadata.recovery.strategy=x

    reconnect.backoff.ms=5000
    reconnect.backoff.max.ms=100

    retry.backoff.ms=5000

    security.protocol=SASL_SSL

    security.protocol=SASL_SSL
    sasl.mechanism=PLAIN

    security.protocol=SASL_PLAINTEXT
    sasl.mechanism=PLAIN
    sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";

    security.protocol=SSL
    ssl.truststore.location=/x

    ssl.truststore.password=x

    ssl.truststore.type=PEM

    client.dns.lookup=default

    auto.offset.reset=nope

    auto.offset.reset=by_duration:P1D

    transaction.timeout.ms=1

    transaction.two.phase.commit.enable=true

    enable.metrics.push=false

    client.rack=x

    exclude.internal.topics=x

    default.api.timeout.ms=x

    bootstrap.controllers=a:1

    group.id=

    heartbeat.interval.ms=-1

    exactly.once.source.support=enabled
    transactional.id=x

    exactly.once.source.support=enabled
    group.id=

    exactly.once.source.support=enabled
    connect.protocol=eager

    exactly.once.source.support=enabled
    producer.acks=1

    exactly.once.source.support=enabled
    producer.enable.idempotence=false

    exactly.once.source.support=enabled
    producer.transactional.id=x

    exactly.once.source.support=enabled
    consumer.isolation.level=read_uncommitted

    exactly.once.source.support=preparing
    connect.protocol=compatible

    exactly.once.source.support=enabled
    producer.retries=0

    exactly.once.source.support=enabled
    producer.max.in.flight.requests.per.connection=6

    exactly.once.source.support=enabled
    producer.enable.idempotence=true
    producer.acks=1

    exactly.once.source.support=ENABLED
    producer.acks=0

    exactly.once.source.support=preparing
    producer.acks=0

    exactly.once.source.support=enabled
    producer.transaction.timeout.ms=0

    exactly.once.source.support=enabled
    producer.delivery.timeout.ms=1

    exactly.once.source.support=enabled
    producer.transaction.two.phase.commit.enable=true
  `,
    distributed,
  ),
  ...blocks(
    'connector',
    `
    producer.override.acks=7

    producer.override.enable.idempotence=true
    producer.override.acks=1

    consumer.override.max.poll.records=0

    admin.override.retries=x

    admin.override.request.timeout.ms=x

    producer.override.acks=7
    errors.deadletterqueue.topic.name=d

    admin.override.default.api.timeout.ms=1
    errors.deadletterqueue.topic.name=d

    admin.override.default.api.timeout.ms=1

    producer.override.linger.ms=x

    consumer.override.group.instance.id=a=b

    consumer.override.session.timeout.ms=1

    value.converter=org.apache.kafka.connect.storage.StringConverter
    value.converter.converter.encoding=nope

    value.converter=org.apache.kafka.connect.storage.StringConverter
    value.converter.converter.encoding=cp1252
  `,
    sink,
  ),
  ...blocks(
    'connector',
    `
    consumer.override.max.poll.records=0

    consumer.override.session.timeout.ms=1

    admin.override.request.timeout.ms=x

    producer.override.acks=7

    admin.override.default.api.timeout.ms=1

    producer.override.transactional.id=x

    producer.override.enable.idempotence=true
    producer.override.acks=1

    topic.creation.default.partitions=1
    topic.creation.default.replication.factor=1
    admin.override.default.api.timeout.ms=1

    exactly.once.support=required

    exactly.once.support=required
    transaction.boundary=interval
    transaction.boundary.interval.ms=1

    transaction.boundary=connector

    offsets.storage.topic=o
  `,
    source,
  ),
  ...blocks(
    'mirror-maker',
    `
    emit.offset-syncs.enabled=false

    emit.offset-syncs.enabled=false
    emit.checkpoints.enabled=false

    emit.offset-syncs.enabled=false
    offset-syncs.topic.replication.factor=1

    emit.offset-syncs.enabled=false
    offset-syncs.topic.location=target

    A->B.emit.offset-syncs.enabled=false
    A->B.offset-syncs.topic.location=target

    A->B.emit.offset-syncs.enabled=false
    offset-syncs.topic.replication.factor=1

    emit.offset-syncs.enabled=FALSE
    offset-syncs.topic.replication.factor=1

    A->B.exactly.once.support=required

    exactly.once.support=required

    A->B.exactly.once.support=REQUIRED

    A->B.exactly.once.support=required
    A->B.consumer.isolation.level=read_committed

    A->B.exactly.once.support=required
    A.consumer.isolation.level=read_committed

    A->B.exactly.once.support=required
    A.isolation.level=read_committed

    A->B.exactly.once.support=required
    A->B.source.consumer.isolation.level=read_committed

    A->B.exactly.once.support=required
    B.exactly.once.source.support=enabled
    A.consumer.isolation.level=read_committed

    B.exactly.once.source.support=enabled

    B->A.exactly.once.support=required

    A->B.transaction.boundary=connector

    A->B.heartbeats.topic.replication.factor=0

    replication.factor=0

    A->B.replication.factor=-2

    offset-syncs.topic.replication.factor=0

    checkpoints.topic.replication.factor=0

    A->B.topics=a,a

    A->B.topics.exclude=[

    A->B.groups.exclude=a,a

    A->B.replication.policy.class=org.apache.kafka.connect.mirror.IdentityReplicationPolicy

    A.replication.policy.class=nope

    replication.policy.separator=

    replication.policy.separator=.internal

    A->B.replication.policy.internal.topic.separator.enabled=x

    refresh.topics.interval.seconds=0

    emit.heartbeats.interval.seconds=0

    emit.heartbeats.interval.seconds=-1

    emit.checkpoints.interval.seconds=-1

    sync.group.offsets.interval.seconds=-5

    A->B.offset.lag.max=-1

    admin.timeout.ms=-1

    admin.timeout.ms=9223372036854775808

    A->B.admin.timeout.ms=x

    consumer.poll.timeout.ms=-1

    consumer.poll.timeout.ms=x

    A->B.consumer.poll.timeout.ms=x

    dedicated.mode.enable.internal.rest=true
    listeners=nope

    dedicated.mode.enable.internal.rest=true
    listeners=ftp://a:1

    dedicated.mode.enable.internal.rest=true
    listeners=http://a:1
    rest.advertised.listener=nope

    use.incremental.alter.configs=nope

    A->B.use.defaults.from=nope

    A->B.tasks.max.enforce=x

    A->B.predicates=p

    A->B.transforms=t
    A->B.transforms.t.type=org.apache.kafka.connect.transforms.RegexRouter

    A->B.name=x

    A->B.source.cluster.alias=X

    A->B.source.cluster.bootstrap.servers=

    A->B.target.cluster.bootstrap.servers=a

    A->B.source.cluster.security.protocol=nope

    A->B.source.cluster.sasl.mechanism=

    A->B.source.admin.retries=x

    A->B.topic.creation.default.partitions=1

    A->B.topic.creation.default.partitions=0
    A->B.topic.creation.default.replication.factor=1

    topic.creation.groups=g

    A->B.topic.creation.groups=g

    A->B.errors.tolerance=ALL

    clusters=A,B,
    A->B.enabled=true

    clusters=A,B,A

    clusters=A,B,

    clusters=,A,B

    replication.policy.class=org.apache.kafka.connect.mirror.ReplicationPolicy

    topic.filter.class=org.apache.kafka.connect.mirror.TopicFilter

    group.filter.class=org.apache.kafka.connect.mirror.GroupFilter

    config.property.filter.class=org.apache.kafka.connect.mirror.ConfigPropertyFilter

    A->B.topic.filter.class=org.apache.kafka.connect.mirror.TopicFilter

    A->B.replication.policy.class=org.apache.kafka.connect.mirror.ReplicationPolicy

    forwarding.admin.class=org.apache.kafka.clients.admin.Admin

    forwarding.admin.class=org.apache.kafka.clients.admin.KafkaAdminClient

    key.converter=org.apache.kafka.connect.storage.Converter

    A->B.key.converter=org.apache.kafka.connect.storage.Converter

    security.protocol=nope

    security.protocol=

    security.protocol=ssl

    A.security.protocol=nope

    A.security.protocol=ssl

    A->B.security.protocol=nope

    A->B.transforms=t
    A->B.transforms.t.type=org.apache.kafka.connect.transforms.Transformation

    A.producer.max.in.flight.requests.per.connection=6

    A.producer.max.in.flight.requests.per.connection=6
    A.producer.acks=1

    A.producer.max.in.flight.requests.per.connection=6
    A.producer.retries=0

    A.producer.max.in.flight.requests.per.connection=6
    A.producer.enable.idempotence=false

    A.producer.max.in.flight.requests.per.connection=6
    A.producer.enable.idempotence=true

    B.producer.max.in.flight.requests.per.connection=6

    offset-syncs.topic.location=target
    B.producer.max.in.flight.requests.per.connection=6

    A->B.producer.max.in.flight.requests.per.connection=6

    A->B.source.producer.max.in.flight.requests.per.connection=6

    A->B.producer.override.max.in.flight.requests.per.connection=6

    A.producer.transactional.id=x

    A->B.producer.transactional.id=x
  `,
    mirror,
  ),
];
