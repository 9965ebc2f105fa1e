import type { OracleCase } from '../judge.ts';
import { blocks, cross } from './case.ts';

export const streams: readonly OracleCase[] = [
  ...cross('streams', {
    'processing.guarantee': [undefined, 'at_least_once', 'exactly_once', 'exactly_once_beta', 'exactly_once_v2'],
    'commit.interval.ms': [undefined, '100', '20000'],
    'producer.transaction.timeout.ms': [undefined, '10000', '60000'],
  }),
  ...cross('streams', {
    'processing.guarantee': [undefined, 'exactly_once_v2'],
    'producer.enable.idempotence': [undefined, 'true', 'false'],
    'producer.max.in.flight.requests.per.connection': [undefined, '5', '6', 'x'],
    'producer.acks': [undefined, '1'],
  }),
  ...cross('streams', {
    'processing.guarantee': [undefined, 'exactly_once_v2'],
    'consumer.isolation.level': [undefined, 'read_uncommitted', 'read_committed'],
    'producer.transactional.id': [undefined, 't'],
    'producer.retries': [undefined, '0'],
  }),
  ...cross('streams', {
    'group.protocol': [undefined, 'classic', 'streams', 'STREAMS', 'consumer'],
    'group.instance.id': [undefined, 'a'],
    'num.standby.replicas': [undefined, '1'],
    'max.warmup.replicas': [undefined, '3'],
  }),
  ...cross('streams', {
    'rack.aware.assignment.tags': ['', 'a', 'a,b', 'a,b,c,d,e,f', 'a,', 'x'.repeat(21)],
    'client.tag.a': [undefined, 'v', 'x'.repeat(31)],
    'client.tag.b': [undefined, 'w'],
  }),
  ...cross('streams', {
    'enable.metrics.push': [undefined, 'true', 'false'],
    'main.consumer.enable.metrics.push': [undefined, 'true', 'false'],
    'admin.enable.metrics.push': [undefined, 'false'],
  }),
  ...cross('streams', {
    'topology.optimization': [
      'none',
      'all',
      'merge.repartition.topics',
      'all,none',
      'reuse.ktable.source.topics,merge.repartition.topics',
      'all,merge.repartition.topics',
      'NONE',
      '',
      ',',
      'none,',
      'single.store.self.join',
    ],
  }),
  ...cross('streams', { 'topic.segment.bytes': [undefined, '1000', '2000000'], 'producer.batch.size': [undefined, '16384'] }),
  ...cross('streams', { 'cache.max.bytes.buffering': [undefined, '0', '1'], 'statestore.cache.max.bytes': [undefined, '0', '1'] }),
  ...cross('streams', { 'upgrade.from': ['', '2.0', '2.4', '3.5', '3.9', '4.0', '0.10.0', '5.0', '3.9.1'] }),
  ...cross('streams', {
    'application.server': ['', 'a', 'a:1', 'a:x', ':1', 'http://a:1'],
    'num.stream.threads': [undefined, '1', '0', '-1'],
  }),
  ...cross('streams', {
    'application.id': ['', 'a', 'a b', 'a/b', 'ä', '.', 'x'.repeat(300)],
    'replication.factor': [undefined, '-1', '0', '3'],
  }),
  ...cross('streams', {
    'task.assignor.class': ['', 'org.apache.kafka.streams.processor.assignment.assignors.StickyTaskAssignor', 'java.lang.String'],
    'rack.aware.assignment.strategy': [undefined, 'none', 'min_traffic', 'balance_subtopology', 'MIN_TRAFFIC'],
  }),
  ...blocks(
    'streams',
    `
    consumer.enable.auto.commit=true

    consumer.enable.auto.commit=false

    enable.auto.commit=true

    main.consumer.group.protocol=consumer

    consumer.group.protocol=consumer

    consumer.allow.auto.create.topics=true

    allow.auto.create.topics=true

    consumer.auto.offset.reset=none

    main.consumer.auto.offset.reset=smallest

    global.consumer.max.poll.records=0

    restore.consumer.max.poll.records=x

    consumer.group.id=g

    consumer.session.timeout.ms=1000

    consumer.heartbeat.interval.ms=50000

    consumer.max.poll.records=10
    main.consumer.max.poll.records=0

    producer.linger.ms=x

    producer.linger.ms=-1

    admin.retries=-1

    admin.retries=x

    acks=2

    acks=1
    processing.guarantee=exactly_once_v2

    retries=x

    linger.ms=x

    max.poll.records=0

    session.timeout.ms=1

    isolation.level=x

    default.key.serde=org.apache.kafka.common.serialization.Serdes$StringSerde

    default.key.serde=java.lang.String

    default.deserialization.exception.handler=org.apache.kafka.streams.errors.LogAndContinueExceptionHandler

    deserialization.exception.handler=org.apache.kafka.streams.errors.LogAndContinueExceptionHandler
    default.deserialization.exception.handler=org.apache.kafka.streams.errors.LogAndFailExceptionHandler

    default.dsl.store=in_memory

    default.dsl.store=IN_MEMORY

    dsl.store.suppliers.class=org.apache.kafka.streams.state.BuiltInDslStoreSuppliers$InMemoryDslStoreSuppliers

    probing.rebalance.interval.ms=1

    built.in.metrics.version=latest

    built.in.metrics.version=0.10.0-2.4

    metrics.recording.level=debug

    security.protocol=ssl

    security.protocol=SASL_SSL

    windowstore.changelog.additional.retention.ms=-1

    num.standby.replicas=-1

    topic.cleanup.policy=nope

    topic.retention.ms=x

    main.consumer.max.pol.records=1

    rocksdb.config.setter=java.lang.String

    ensure.explicit.internal.resource.naming=true

    log.summary.interval.ms=-1

    processor.wrapper.class=java.lang.String
  `,
  ),
];
