import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { printVersion } from '../../server/src/schema/version.ts';
import { marked } from '../marked.ts';

function open(text: string): Document {
  return new Document(text, yaml, { path: 'kafka.yaml' });
}

/** A resource of Strimzi's. */
function resource(kind: string, spec: string): string {
  return `apiVersion: kafka.strimzi.io/v1beta2\nkind: ${kind}\nmetadata:\n  name: a\nspec:\n${spec}`;
}

function configs(document: Document): unknown {
  return document.placement.configs
    .filter(({ size }) => size > 0)
    .map((config) => [
      config.identity.managedBy === undefined ? `${config.role} ${printVersion(config.kafka)}` : `ignored by ${config.identity.managedBy}`,
      [...config.settings()].map(({ key }) => key),
    ]);
}

describe('Strimzi', () => {
  it.each([
    ['Kafka', '  kafka:\n    version: 3.7.0\n    config:\n      num.partitions: 3\n', [['broker 3.7.0', ['num.partitions']]]],
    [
      'Kafka',
      '  kafka:\n    image: quay.io/strimzi/kafka:0.40.0-kafka-3.6.1\n    config:\n      num.partitions: 3\n',
      [['broker 3.6.1', ['num.partitions']]],
    ],
    ['KafkaNodePool', '  replicas: 3\n', []],
    ['KafkaTopic', '  config:\n    retention.ms: 1\n', [['topic 4.4', ['retention.ms']]]],
    [
      'KafkaConnect',
      '  version: 3.7.0\n  config:\n    group.id: a\n    producer.acks: all\n',
      [
        ['connect-distributed 3.7.0', ['group.id']],
        ['producer 3.7.0', ['acks']],
      ],
    ],
    [
      'KafkaConnector',
      '  class: org.apache.kafka.connect.file.FileStreamSourceConnector\n  config:\n    file: /a\n',
      [['connector 4.3', ['file']]],
    ],
    [
      'KafkaBridge',
      '  producer:\n    config:\n      acks: 1\n  consumer:\n    config:\n      group.id: a\n',
      [
        ['producer 4.4', ['acks']],
        ['ignored by Strimzi', ['group.id']],
      ],
    ],
    [
      'KafkaMirrorMaker2',
      '  version: 3.7.0\n  connectCluster: b\n  clusters:\n    - alias: a\n      config:\n        fetch.max.bytes: 1\n    - alias: b\n      config:\n        config.storage.replication.factor: 1\n  mirrors:\n    - sourceConnector:\n        config:\n          replication.factor: 1\n',
      [
        ['client 3.7.0', ['fetch.max.bytes']],
        ['connect-distributed 3.7.0', ['config.storage.replication.factor']],
        ['connector 3.7.0', ['replication.factor']],
      ],
    ],
    ['KafkaUser', '  quotas:\n    producerByteRate: 1\n', [['user 4.4', ['producer_byte_rate']]]],
  ])('%s: %s', (kind, spec, expected) => {
    expect(configs(open(resource(kind, spec)))).toEqual(expected);
  });

  it('runs Kafka 2.7 at most where it knows the first kinds of resources', () => {
    const old = (kind: string, spec: string) => open(resource(kind, spec).replace('v1beta2', 'v1beta1'));
    expect(configs(old('Kafka', '  kafka:\n    config:\n      log.message.format.version: "2.4"\n'))).toEqual([
      ['broker 2.7', ['log.message.format.version']],
    ]);
    expect(configs(old('Kafka', '  kafka:\n    version: 2.5.0\n    config:\n      num.partitions: 3\n'))).toEqual([
      ['broker 2.5.0', ['num.partitions']],
    ]);
    expect(configs(old('KafkaTopic', '  config:\n    retention.ms: 1\n'))).toEqual([['topic 4.4', ['retention.ms']]]);
  });

  it('says which keys the operator ignores, and judges the others', () => {
    const document = open(
      resource(
        'Kafka',
        '  kafka:\n    config:\n      log.dirs: /a\n      listeners: x\n      ssl.cipher.suites: a\n      num.partitions: x\n      auto.create.topic.enable: true\n',
      ),
    );
    expect(document.reports(new Map()).map(({ rule, finding, severity }) => [rule.id, finding.at.entry.key, severity])).toEqual([
      ['managed-key', 'log.dirs', 'warning'],
      ['managed-key', 'listeners', 'warning'],
      ['invalid-value', 'num.partitions', 'error'],
      ['unknown-key', 'auto.create.topic.enable', 'warning'],
    ]);
  });

  it('lets listeners have settings of their own, and brokers theirs for controllers', () => {
    const keys = [
      'broker.session.timeout.ms',
      'broker.heartbeat.interval.ms',
      'controller.socket.timeout.ms',
      'listener.name.external-9094.max.connections',
    ];
    const text = (apiVersion: string): string =>
      resource('Kafka', `  kafka:\n    config:\n${keys.map((key) => `      ${key}: 5000\n`).join('')}`).replace('v1beta2', apiVersion);
    for (const apiVersion of ['v1beta2', 'v1']) expect(configs(open(text(apiVersion)))).toEqual([['broker 4.4', keys]]);
  });

  it.each([
    [
      'KafkaConnect',
      '  groupId: g\n  config:\n    group.id: a\n    offset.storage.topic: b\n    client.id: c\n',
      ['group.id', 'offset.storage.topic'],
      'client.id',
    ],
    ['KafkaConnector', '  class: FileStreamSource\n  config:\n    name: a\n    name.of.ours: b\n', ['name'], 'name.of.ours'],
    [
      'Kafka',
      '  kafka:\n    config:\n      client.quota.callback.static.produce: 1\n      num.partitions: 3\n',
      ['client.quota.callback.static.produce'],
      'num.partitions',
    ],
  ])('sets more itself in the %s of its `v1` API', (kind, spec, ignored, own) => {
    const document = open(resource(kind, spec).replace('v1beta2', 'v1'));
    const said = (): unknown =>
      document
        .reports(new Map())
        .filter(({ rule }) => rule.id === 'managed-key')
        .map(({ finding }) => finding.at.key);
    expect(said()).toEqual(ignored);
    expect(document.placement.configs.some((config) => config.role !== 'none' && config.own(own) !== undefined)).toBe(true);
    document.change({
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      text: 'apiVersion: kafka.strimzi.io/v1beta2\n',
    });
    expect(said()).toEqual([]);
  });

  describe('quotas of a user', () => {
    const quotas = (lines: string): string => resource('KafkaUser', `  quotas:\n${lines}`);

    it('are Kafka’s by other names', () => {
      const document = open(quotas('    producerByteRate: 1048576\n    requestPercentage: 55\n    consumerByteRate: fast\n'));
      expect(configs(document)).toEqual([['user 4.4', ['producer_byte_rate', 'request_percentage', 'consumer_byte_rate']]]);
      expect(document.reports(new Map()).map(({ rule, finding }) => [rule.id, finding.at.entry.key])).toEqual([
        ['invalid-value', 'consumerByteRate'],
      ]);
    });

    it('are offered by those, but for what is none', () => {
      const { text, cursor } = marked(quotas('    producerByteRate: 1\n    ¦\n'));
      const found = cursor && completion(open(text), cursor);
      expect(found?.items.map(({ label }) => label)).toEqual(['consumerByteRate', 'controllerMutationRate', 'requestPercentage']);
    });
  });

  it('misses nothing that the operator adds', () => {
    expect(open(resource('Kafka', '  kafka:\n    version: 4.1.0\n    config:\n      num.partitions: 3\n')).reports(new Map())).toEqual([]);
    expect(open(resource('KafkaConnect', '  config:\n    config.storage.replication.factor: 3\n')).reports(new Map())).toEqual([]);
    expect(
      open(
        resource(
          'KafkaConnector',
          '  class: org.apache.kafka.connect.file.FileStreamSourceConnector\n  config:\n    file: /a\n    topic: b\n',
        ),
      ).reports(new Map()),
    ).toEqual([]);
  });

  it('offers the properties of the resource’s version', () => {
    const { text, cursor = { line: 0, character: 0 } } = marked(
      resource('Kafka', '  kafka:\n    version: 3.7.0\n    config:\n      num.partitions: 3\n      log¦\n'),
    );
    const labels = completion(open(text), cursor)?.items.map(({ label }) => label);
    expect(labels).toContain('log.message.format.version');
    expect(completion(open(text.replace('3.7.0', '4.1.0')), cursor)?.items.map(({ label }) => label)).not.toContain(
      'log.message.format.version',
    );
  });

  it('reads files with several resources, and versions that are edited', () => {
    const document = open(
      `${resource('KafkaTopic', '  config:\n    retention.ms: 1\n')}---\n${resource('Kafka', '  kafka:\n    version: 3.7.0\n    config:\n      num.partitions: 3\n')}`,
    );
    document.reports(new Map());
    document.change({ range: { start: { line: 14, character: 13 }, end: { line: 14, character: 18 } }, text: '4.0.0' });
    expect(configs(document)).toEqual([
      ['topic 4.4', ['retention.ms']],
      ['broker 4.0.0', ['num.partitions']],
    ]);
  });
});

describe('Confluent for Kubernetes', () => {
  it('reads lists of overrides', () => {
    const document = open(
      'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nspec:\n  image:\n    application: confluentinc/cp-server:7.6.0\n  configOverrides:\n    server:\n      - num.partitions=x\n      - confluent.balancer.enable=true\n      - "log.retention.hours=5"\n',
    );
    expect(configs(document)).toEqual([['broker 3.6', ['num.partitions', 'log.retention.hours']]]);
    expect(document.reports(new Map()).map(({ rule }) => rule.id)).toEqual(['invalid-value']);
  });

  it.each([
    [
      'KRaftController',
      '  configOverrides:\n    server:\n      - controller.quorum.fetch.timeout.ms=1\n',
      [['controller 4.4', ['controller.quorum.fetch.timeout.ms']]],
    ],
    ['KafkaTopic', '  configs:\n    cleanup.policy: compact\n', [['topic 4.4', ['cleanup.policy']]]],
    ['SchemaRegistry', '  configOverrides:\n    server:\n      - debug=true\n', []],
  ])('%s: %s', (kind, spec, expected) => {
    expect(configs(open(`apiVersion: platform.confluent.io/v1beta1\nkind: ${kind}\nspec:\n${spec}`))).toEqual(expected);
  });
});

describe('a resource that belongs to another', () => {
  const cluster = (kind: string, spec: string): string => `---\n${resource(kind, spec)}`.replace('name: a', 'name: main');
  const part = (kind: string, of: string, config: string): string =>
    resource(kind, `  config:\n    ${config}\n`).replace('name: a', `name: a\n  labels:\n    strimzi.io/cluster: ${of}`);
  const topic = (of: string): string => part('KafkaTopic', of, 'retention.ms: 1');
  const kafka = cluster('Kafka', '  kafka:\n    version: 3.6.1\n');

  it('has the release of the cluster in the same file', () => {
    const connect = `${part('KafkaConnector', 'main', 'topics: a')}${cluster('KafkaConnect', '  version: 3.7.0\n')}`;
    expect(configs(open(`${topic('main')}${kafka}`))).toEqual([['topic 3.6.1', ['retention.ms']]]);
    expect(configs(open(`${topic('other')}${kafka}`))).toEqual([['topic 4.4', ['retention.ms']]]);
    expect(configs(open(connect))).toEqual([['connector 3.7.0', ['topics']]]);
  });

  it('has another one where the cluster gets another', () => {
    const text = `${topic('main')}${kafka}`;
    const document = open(text);
    const line = text.split('\n').findIndex((one) => one.includes('3.6.1'));
    document.change({ range: { start: { line, character: 0 }, end: { line, character: 20 } }, text: '    version: 3.7.0' });
    expect(configs(document)).toEqual([['topic 3.7.0', ['retention.ms']]]);
  });
});

describe('IBM’s Event Streams', () => {
  it('has Strimzi’s resources in a group of its own, and a cluster among what it overrides', () => {
    const ibm = (text: string): string => text.replace('kafka.strimzi.io', 'eventstreams.ibm.com');
    expect(configs(open(ibm(resource('KafkaTopic', '  config:\n    retention.ms: 1\n'))))).toEqual([['topic 4.4', ['retention.ms']]]);
    const cluster = '  version: 11.4.0\n  strimziOverrides:\n    kafka:\n      config:\n        num.partitions: 3\n        log.dirs: /a\n';
    expect(configs(open(ibm(resource('EventStreams', cluster))))).toEqual([
      ['broker 4.4', ['num.partitions']],
      ['ignored by Strimzi', ['log.dirs']],
    ]);
  });
});
