import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { env } from '../../server/src/formats/env.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { editsOf } from '../../server/src/rules/fix.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';

const service = (...lines: readonly string[]): string =>
  `services:\n  app:\n    image: example/app:1\n    environment:\n${lines.map((line) => `      ${line}\n`).join('')}`;

function open(text: string): Document {
  return new Document(text, yaml, { path: 'compose.yaml' });
}

/** Role, and what Kafka gets, of every config. */
function found(text: string): unknown {
  return open(text).placement.configs.map((config) => [
    config.role,
    Object.fromEntries([...config.settings()].map(({ key, value }) => [key, value])),
  ]);
}

function rules(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ rule }) => rule.id);
}

describe('variables of programs', () => {
  it.each([
    ['SPRING_KAFKA_CONSUMER_AUTO_OFFSET_RESET: latest', 'consumer', { 'auto.offset.reset': 'latest' }],
    ['SPRING_KAFKA_CONSUMER_AUTOOFFSETRESET: latest', 'consumer', { 'auto.offset.reset': 'latest' }],
    ['SPRING_KAFKA_BOOTSTRAPSERVERS: a:1', 'client', { 'bootstrap.servers': 'a:1' }],
    ['SPRING_KAFKA_SSL_KEY_STORE_LOCATION: file:a', 'client', { 'ssl.keystore.location': 'file:a' }],
    ['SPRING_KAFKA_PRODUCER_BUFFER_MEMORY: 1MB', 'producer', { 'buffer.memory': '1048576' }],
    ['SPRING_KAFKA_PRODUCER_PROPERTIES_MAX_BLOCK_MS: 5', 'producer', { 'max.block.ms': '5' }],
    ['SPRING_KAFKA_STREAMS_PROPERTIES_PRODUCER_ACKS: all', 'producer', { acks: 'all' }],
    ['KAFKA_CLUSTERS_1_PROPERTIES_SASL_MECHANISM: PLAIN', 'client', { 'sasl.mechanism': 'PLAIN' }],
    ['SCHEMA_REGISTRY_KAFKASTORE_SASL_MECHANISM: PLAIN', 'client', { 'sasl.mechanism': 'PLAIN' }],
    ['KAFKA_REST_CLIENT_SECURITY_PROTOCOL: SSL', 'client', { 'security.protocol': 'SSL' }],
    ['CONTROL_CENTER_STREAMS_SASL_KERBEROS_SERVICE_NAME: kafka', 'streams', { 'sasl.kerberos.service.name': 'kafka' }],
    ['CONTROL_CENTER_STREAMS_CONSUMER_CLIENT_RACK: kafka', 'consumer', { 'client.rack': 'kafka' }],
    ['DEBEZIUM_SINK_KAFKA_PRODUCER_LINGER_MS: 5', 'producer', { 'linger.ms': '5' }],
    ['SPRING_CLOUD_STREAM_KAFKA_BINDER_CONFIGURATION_SECURITY_PROTOCOL: SSL', 'client', { 'security.protocol': 'SSL' }],
    ['SPRING_CLOUD_STREAM_KAFKA_BINDER_CONSUMERPROPERTIES_MAX_POLL_RECORDS: 5', 'consumer', { 'max.poll.records': '5' }],
    ['SPRING_CLOUD_STREAM_KAFKA_BINDER_PRODUCER_PROPERTIES_ACKS: all', 'producer', { acks: 'all' }],
    ['SPRING_CLOUD_STREAM_KAFKA_BINDINGS_OUTPUT_PRODUCER_CONFIGURATION_LINGER_MS: 5', 'producer', { 'linger.ms': '5' }],
    ['SPRING_CLOUD_STREAM_KAFKA_DEFAULT_CONSUMER_TOPIC_PROPERTIES_RETENTION_MS: 5', 'topic', { 'retention.ms': '5' }],
    ['SPRING_CLOUD_STREAM_KAFKA_STREAMS_BINDER_CONFIGURATION_COMMIT_INTERVAL_MS: 5', 'streams', { 'commit.interval.ms': '5' }],
    ['SPRING_CLOUD_STREAM_KAFKA_STREAMS_BINDER_FUNCTIONS_F_CONFIGURATION_PRODUCER_ACKS: all', 'producer', { acks: 'all' }],
    ['MP_MESSAGING_INCOMING_MY_ORDERS_AUTO_OFFSET_RESET: latest', 'consumer', { 'auto.offset.reset': 'latest' }],
    ['MP_MESSAGING_OUTGOING_ORDERS_ACKS: all', 'producer', { acks: 'all' }],
    ['MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SECURITY_PROTOCOL: SSL', 'client', { 'security.protocol': 'SSL' }],
    ['QUARKUS_KAFKA_STREAMS_APPLICATION_ID: a', 'streams', { 'application.id': 'a' }],
  ])('%s is Kafka’s', (line, role, settings) => {
    expect(found(service(line))).toEqual([[role, settings]]);
    expect(found(service(`- ${line.replace(': ', '=')}`))).toEqual([[role, settings]]);
  });

  it.each([
    'SPRING_KAFKA_CONSUMER_AUTOOFFSET_RESET: x',
    'SPRING_KAFKA_TOPIC: x',
    'SPRING_KAFKA_LISTENER_ACK_MODE: x',
    'SPRING_KAFKA_CONSUMER_: x',
    'SPRING_KAFKA_CONSUMER_MAX_POLL_RECORDS: ""',
    'KAFKA_CLUSTERS_0_NAME: x',
    'KAFKA_GROUP_ID: x',
    'DEBEZIUM_SINK_TYPE: x',
    'SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: PLAINTEXT://a:1',
    'SCHEMA_REGISTRY_KAFKASTORE_TIMEOUT_MS: x',
    'SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS: a',
    'SPRING_CLOUD_STREAM_BINDINGS_OUTPUT_DESTINATION: a',
    'MP_MESSAGING_INCOMING_ORDERS_FAILURE_STRATEGY: ignore',
    'MP_MESSAGING_INCOMING_ORDERS_TOPIC: a',
    'MP_MESSAGING_INCOMING_ORDERS_AUTO_OFFSET_RESET: ""',
    'QUARKUS_KAFKA_STREAMS_TOPICS: a',
    'KAFKA_BOOTSTRAP_SERVERS: a',
    'KAFKA_STREAMS_NUM_STREAM_THREADS: x',
  ])('%s is not', (line) => {
    expect(found(service(line))).toEqual([]);
  });

  it('are MicroProfile’s where something tells such a program', () => {
    const text = service(
      'QUARKUS_LOG_LEVEL: INFO',
      'KAFKA_BOOTSTRAP_SERVERS: broker',
      'KAFKA_TOPIC: t',
      'KAFKA_STREAMS_NUM_STREAM_THREADS: x',
    );
    expect(found(text)).toEqual([
      ['client', { 'bootstrap.servers': 'broker' }],
      ['streams', { 'num.stream.threads': 'x' }],
    ]);
    expect(rules(open(text))).toEqual(['bootstrap-servers-form', 'invalid-value']);
  });

  it('are another connector’s where the channel says so', () => {
    const text = service('MP_MESSAGING_OUTGOING_MAIL_CONNECTOR: smallrye-amqp', 'MP_MESSAGING_OUTGOING_MAIL_ACKS: x');
    expect(found(text)).toEqual([]);
  });

  it('are found in a file of variables', () => {
    const text = 'export SPRING_KAFKA_PRODUCER_ACKS="most"\nSPRING_KAFKA_PRODUCER_PROPERTIES_LINGER_MSS=5\nA=b\n';
    const document = new Document(text, env, { path: '.env' });
    expect(rules(document)).toEqual(['invalid-value', 'unknown-key']);
    const fix = document.reports(new Map())[1]?.finding.fixes?.[0];
    expect(applyEdits(document.lines, placeEdits((fix && editsOf(fix)) ?? [], '\n'), '\n')).toBe(text.replace('MSS', 'MS'));
    expect(hover(document, { line: 0, character: 12 }, undefined)?.markdown).toContain('**acks**');
    document.change({
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
      text: 'SPRING_KAFKA_CONSUMER_MAX_POLL_RECORDS=x',
    });
    expect(rules(document)).toEqual(['invalid-value', 'unknown-key', 'invalid-value']);
    const names = completion(new Document(`${text}SPRING_KAFKA_CONSUMER_\n`, env, { path: '.env' }), { line: 3, character: 22 });
    expect(names?.items.map(({ label }) => label)).toContain('SPRING_KAFKA_CONSUMER_AUTO_OFFSET_RESET');
  });

  it('are laid over files that nobody sees: what is missing may stand there', () => {
    const text = service(
      'SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL: SASL_SSL',
      'SPRING_KAFKA_PRODUCER_PROPERTIES_DELIVERY_TIMEOUT_MS: 20000',
    );
    expect(rules(open(text))).toEqual([]);
  });

  it('are judged one by one all the same', () => {
    expect(rules(open(service('SPRING_KAFKA_CONSUMER_BOOTSTRAP_SERVERS: broker')))).toEqual(['bootstrap-servers-form']);
  });

  it('are fixed as variables', () => {
    const text = service('SPRING_KAFKA_PRODUCER_PROPERTIES_LINGER_MSS: 5');
    const document = open(text);
    const fix = document.reports(new Map())[0]?.finding.fixes?.[0];
    expect(applyEdits(document.lines, placeEdits((fix && editsOf(fix)) ?? [], '\n'), '\n')).toBe(text.replace('MSS', 'MS'));
  });

  it('count as the last map has them that is merged', () => {
    const text =
      'x-common: &common\n  SPRING_KAFKA_PRODUCER_ACKS: most\nservices:\n  a:\n    image: a\n    environment:\n      <<: *common\n      SPRING_KAFKA_PRODUCER_ACKS: all\n  b:\n    image: b\n    environment:\n      <<: *common\n';
    expect(rules(open(text))).toEqual(['invalid-value']);
    expect(rules(open(text.slice(0, text.indexOf('  b:'))))).toEqual([]);
  });

  it('are found in what a chart’s values hold', () => {
    const text = 'orders:\n  image: a\n  env:\n    - name: SPRING_KAFKA_PRODUCER_ACKS\n      value: most\n';
    expect(rules(new Document(text, yaml, { path: 'values.yaml' }))).toEqual(['invalid-value']);
  });

  it('are judged as they are typed', () => {
    const text = service('A: b', 'SPRING_KAFKA_PRODUCER_ACK: most');
    const document = open(text);
    expect(rules(document)).toEqual([]);
    document.change({ range: { start: { line: 5, character: 31 }, end: { line: 5, character: 31 } }, text: 'S' });
    expect(rules(document)).toEqual(['invalid-value']);
  });
});
