import type { OracleCase } from '../judge.ts';
import { blocks, cross } from './case.ts';

export const topic: readonly OracleCase[] = [
  ...cross('topic', {
    'min.compaction.lag.ms': [undefined, '0', '10', '100'],
    'max.compaction.lag.ms': [undefined, '1', '10', '100'],
    'cleanup.policy': [undefined, 'compact'],
  }),
  ...cross('topic', {
    'remote.storage.enable': [undefined, 'true', 'false'],
    'cleanup.policy': [undefined, 'compact', 'delete', 'compact,delete', ''],
    'remote.log.copy.disable': [undefined, 'true'],
  }),
  ...cross('topic', {
    'remote.storage.enable': ['true', undefined],
    'retention.ms': [undefined, '-1', '1000'],
    'local.retention.ms': [undefined, '-2', '-1', '1000', '2000'],
    'remote.log.copy.disable': [undefined, 'true'],
  }),
  ...cross('topic', {
    'remote.storage.enable': ['true', undefined],
    'retention.bytes': [undefined, '-1', '1000'],
    'local.retention.bytes': [undefined, '-2', '-1', '1000', '2000'],
    'remote.log.copy.disable': [undefined, 'true'],
  }),
  ...cross('topic', {
    'remote.log.delete.on.disable': [undefined, 'true'],
    'remote.storage.enable': ['false', 'true'],
    'remote.log.copy.disable': [undefined, 'true', 'false'],
  }),
  ...cross('topic', {
    'compression.type': ['gzip', 'zstd', 'lz4', 'snappy', 'uncompressed', 'producer', 'none', 'GZIP'],
    'compression.gzip.level': [undefined, '-1', '0', '9', '10'],
    'compression.zstd.level': [undefined, '22', '23'],
  }),
  ...cross('topic', {
    'cleanup.policy': ['delete', 'compact', 'compact,delete', 'delete, compact', 'delete,delete', 'Delete', 'none', '', ','],
    'segment.bytes': [undefined, '13', '14', '1048575', '1048576'],
  }),
  ...cross('topic', {
    'message.timestamp.type': ['CreateTime', 'LogAppendTime', 'createtime'],
    'message.timestamp.before.max.ms': [undefined, '-1', '0'],
    'message.timestamp.after.max.ms': [undefined, '3600000'],
    'message.timestamp.difference.max.ms': [undefined, '1'],
  }),
  ...cross('topic', {
    'leader.replication.throttled.replicas': ['', '*', '0:1', '0:1,1:2', '0:', 'a', '0:1,', ' 0:1'],
    'follower.replication.throttled.replicas': [undefined, 'none'],
  }),
  ...blocks(
    'topic',
    `
    retention.m=1

    log.retention.ms=1

    retention.hours=1

    message.format.version=2.8

    message.downconversion.enable=false

    retention.ms=-2

    retention.ms=-1

    min.insync.replicas=0

    max.message.bytes=-1

    delete.retention.ms=-1

    min.cleanable.dirty.ratio=1.1

    min.cleanable.dirty.ratio=0,5

    segment.ms=0

    flush.messages=0

    unclean.leader.election.enable=maybe

    preallocate=TRUE

    index.interval.bytes=-1

    segment.index.bytes=3

    file.delete.delay.ms=-1

    partitions=3

    replication.factor=3
  `,
  ),
];

export const group: readonly OracleCase[] = [
  ...['consumer', 'share', 'streams'].flatMap((kind) => [
    ...cross('group', {
      [`${kind}.session.timeout.ms`]: [undefined, '1', '45000', '44999', '60000', '60001', '50000'],
      [`${kind}.heartbeat.interval.ms`]: [undefined, '1', '4999', '5000', '15000', '15001', '50000'],
    }),
  ]),
  ...cross('group', {
    'share.auto.offset.reset': ['latest', 'earliest', 'none', 'by_duration:P1D', 'LATEST'],
    'share.isolation.level': [undefined, 'read_committed', 'x'],
  }),
  ...cross('group', {
    'share.record.lock.duration.ms': ['1', '14999', '15000', '60000', '60001'],
    'share.delivery.count.limit': [undefined, '1', '2', '10', '11'],
    'share.partition.max.record.locks': [undefined, '99', '2000', '10001'],
  }),
  ...cross('group', {
    'streams.num.standby.replicas': ['0', '1', '2', '3', '-1'],
    'streams.initial.rebalance.delay.ms': [undefined, '0', '-1'],
  }),
  ...blocks(
    'group',
    `
    session.timeout.ms=45000

    consumer.session.timeout=45000

    group.id=a

    consumer.session.timeout.ms=x
  `,
  ),
];

export const clientMetrics: readonly OracleCase[] = [
  ...cross('client-metrics', {
    'interval.ms': [undefined, '', '99', '100', '3600000', '3600001', 'x', '-1'],
    metrics: [undefined, '', '*', 'org.apache.kafka.producer.', 'a,b'],
  }),
  ...cross('client-metrics', {
    match: [
      '',
      'client_id=a',
      'client_id=a.*,client_software_name=apache-kafka-java',
      'foo',
      'foo=bar',
      'client_id=[',
      'client_id=',
      '=a',
      'client_id=a,client_id=b',
      'CLIENT_ID=a',
      'client_id = a',
      'client_source_port=1',
    ],
  }),
  ...blocks(
    'client-metrics',
    `
    interval=1

    client.id=a
  `,
  ),
];
