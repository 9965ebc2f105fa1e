import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { marked } from '../marked.ts';

const kafka = 'spring.cloud.stream.kafka.';

function open(text: string, path = 'application.properties'): Document {
  return new Document(text, pickFormat(path) ?? properties, { path });
}

/** Role and settings of every config. */
function found(document: Document): unknown {
  return document.placement.configs.map((config) => [config.role, ...[...config.settings()].map(({ key, value }) => `${key}=${value}`)]);
}

function reports(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ rule, finding }) => `${rule.id}: ${finding.message}`);
}

describe('Spring Cloud Stream', () => {
  it.each([
    ['binder.configuration.client.id=x', ['client', 'client.id=x']],
    ['binder.consumer-properties.max.poll.records=1', ['consumer', 'max.poll.records=1']],
    ['binder.producerProperties.acks=all', ['producer', 'acks=all']],
    ['binder.transaction.producer.configuration.acks=all', ['producer', 'acks=all']],
    ['binder.transaction.producer.topic.properties.retention.ms=1', ['topic', 'retention.ms=1']],
    ['bindings.in-0.consumer.configuration.isolation.level=x', ['consumer', 'isolation.level=x']],
    ['bindings.in-0.consumer.topic.properties.retention.ms=1', ['topic', 'retention.ms=1']],
    ['bindings.out-0.producer.topic.properties.cleanup.policy=compact', ['topic', 'cleanup.policy=compact']],
    ['bindings.out-0.producer.admin.configuration.retention.ms=1', ['topic', 'retention.ms=1']],
    ['bindings.in-0.consumer.dlqProducerProperties.configuration.acks=all', ['producer', 'acks=all']],
    ['bindings.in-0.consumer.dlq-producer-properties.topic.properties.retention.ms=1', ['topic', 'retention.ms=1']],
    ['default.producer.topic.properties.retention.ms=1', ['topic', 'retention.ms=1']],
    ['binder.required-acks=all', ['producer', 'acks=all']],
    ['binder.requiredAcks=2', ['producer', 'acks=2']],
    ['bindings.out-0.producer.compression-type=ZSTD', ['producer', 'compression.type=zstd']],
    ['bindings.out-0.producer.bufferSize=10', ['producer', 'batch.size=10']],
    ['default.producer.batch-timeout=10', ['producer', 'linger.ms=10']],
    ['bindings.in-0.consumer.startOffset=earliest', ['consumer', 'auto.offset.reset=earliest']],
    ['streams.binder.configuration.num.stream.threads=2', ['streams', 'num.stream.threads=2']],
    ['streams.binder.functions.f.configuration.state.dir=/a', ['streams', 'state.dir=/a']],
    [
      'streams.bindings.in-0.consumer.configuration.processing.guarantee=exactly_once_v2',
      ['streams', 'processing.guarantee=exactly_once_v2'],
    ],
    ['streams.bindings.in-0.consumer.configuration.consumer.max.poll.records=1', ['consumer', 'max.poll.records=1']],
    ['streams.bindings.out-0.producer.topic.properties.retention.ms=1', ['topic', 'retention.ms=1']],
  ])('hands on %s', (line, expected) => {
    expect(found(open(`${kafka}${line}\n`))).toEqual([expected]);
  });

  it.each([
    'binder.replicas-assignments.0=1',
    'bindings.out-0.producer.topic.replicas-assignments.0=1,2',
    'bindings.out-0.producer.topic.replication-factor=x',
    'bindings.out-0.producer.topic.properties.confluent.value.schema.validation=true',
    'bindings.in-0.consumer.enable-dlq=true',
    'streams.bindings.out-0.producer.configuration.specific.avro.reader=true',
    'streams.bindings.in-0.consumer.value-serde=x',
  ])('keeps %s to itself', (line) => {
    expect(found(open(`${kafka}${line}\n`))).toEqual([]);
  });

  it('judges each binding over its binder, and that over the application', () => {
    const acks = `${kafka}bindings.out-0.producer.configuration.acks=1\n`;
    const application = 'spring.kafka.producer.properties.enable.idempotence=true\n';
    const binder = `${kafka}binder.configuration.enable.idempotence=true\n`;
    for (const above of [application, binder, `${kafka}binder.producer-properties.enable.idempotence=true\n`])
      expect(reports(open(above + acks)).join()).toContain('idempotence-needs-acks-all');
    // Where both have a say, what they make together is not looked into.
    expect(reports(open(application + binder + acks)).join()).not.toContain('idempotence-needs-acks-all');
    const streams = `${kafka}streams.binder.configuration.session.timeout.ms=10000\n${kafka}streams.bindings.in-0.consumer.configuration.heartbeat.interval.ms=20000\n`;
    expect(reports(open(streams)).filter((report) => report.includes('session.timeout.ms'))).toHaveLength(1);
  });

  it('says of a topic’s properties what brokers do', () => {
    const text = `${kafka}bindings.out-0.producer.topic.properties.retention.sm=1\n${kafka}bindings.out-0.producer.topic.properties.cleanup.policy=compct\n`;
    expect(reports(open(text)).map((report) => report.split(':')[0])).toEqual(['unknown-resource-property', 'invalid-value']);
  });

  it('sets the group itself', () => {
    const message = 'managed-key: Spring Cloud Stream sets `group.id` itself and ignores it here.';
    for (const place of ['binder.configuration', 'binder.consumer-properties'])
      expect(reports(open(`${kafka}${place}.group.id=g\n`))).toEqual([message]);
    expect(reports(open(`${kafka}bindings.in-0.consumer.configuration.group.id=g\n`))).toEqual([]);
  });

  it('says what its own names set, one by one', () => {
    const text =
      'spring.cloud.stream.kafka:\n  binder:\n    required-acks: 2\n  bindings:\n    out-0:\n      producer:\n        compressionType: zip\n';
    const document = open(text, 'application.yml');
    expect(reports(document).map((report) => report.split(':')[0])).toEqual(['invalid-value', 'invalid-value']);
    expect(hover(document, { line: 2, character: 6 }, undefined)?.markdown).toContain('**acks**');
    expect(completion(document, { line: 6, character: 28 })?.items.map(({ label }) => label)).toContain('zstd');
    // Which of the two counts is Spring's affair.
    const both = `${kafka}binder.required-acks=1\n${kafka}bindings.out-0.producer.configuration.enable.idempotence=true\n`;
    expect(reports(open(both)).filter((report) => report.includes('must'))).toEqual([]);
  });

  it('is read in YAML, too', () => {
    const text =
      'spring:\n  cloud.stream:\n    kafka:\n      bindings:\n        out-0:\n          producer:\n            topic:\n              properties:\n                retention.ms: 1d\n                cle¦\n      streams:\n        binder:\n          configuration:\n            commit.interval.ms: 5s\n';
    const { text: plain, cursor = { line: 0, character: 0 } } = marked(text);
    const document = open(plain, 'application.yml');
    expect(reports(document).filter((report) => report.startsWith('invalid-value'))).toHaveLength(2);
    expect(completion(document, cursor)?.items.map(({ label }) => label)).toContain('cleanup.policy');
  });
});
