import { describe, expect, it } from 'vitest';
import { type Completion, completion, documentation } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { marked } from '../marked.ts';

/** What is offered at the mark `¦`. */
function complete(path: string, example: string): Completion | undefined {
  const { text, cursor } = marked(example);
  return cursor && completion(new Document(text, pickFormat(path) ?? properties, { path }), cursor);
}

function labels(path: string, example: string): readonly string[] {
  return complete(path, example)?.items.map(({ label }) => label) ?? [];
}

const sink = 'name=s\nconnector.class=FileStreamSink\ntopics=a\n';
const json = (line: string): string =>
  `{\n  "name": "s",\n  "config": {\n    "connector.class": "FileStreamSink",\n    "topics": "a",\n    ${line}\n  }\n}\n`;
const strimzi = (lines: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: 4.0.0\n    config:\n${lines}`;
const compose = (image: string, environment: string): string =>
  `services:\n  kafka:\n    image: ${image}\n    environment:\n${environment}`;

describe('names with parts that the author chose', () => {
  it.each([
    [
      'a transformation’s own',
      `${sink}transforms=m\ntransforms.m.type=org.apache.kafka.connect.transforms.MaskField$Value\ntransforms.m.¦\n`,
      'transforms.m.fields',
    ],
    ['a transformation’s type', `${sink}transforms=m\ntr¦\n`, 'transforms.m.type'],
    ['the connector’s own', `${sink}¦\n`, 'file'],
    ['a predicate’s type', `${sink}predicates=p\npredicates.¦\n`, 'predicates.p.type'],
  ])('%s', (_, example, name) => {
    expect(labels('sink.properties', example)).toContain(name);
  });

  it('a listener’s', () => {
    const names = labels('server.properties', 'node.id=1\nlisteners=INTERNAL://:9092,SSL://:9093\nlistener.name.¦\n');
    expect(names).toEqual(expect.arrayContaining(['listener.name.internal.ssl.keystore.location', 'listener.name.ssl.ssl.key.password']));
    expect(names).not.toContain('listener.name.internal.log.dirs');
  });

  it('a listener’s as an image has them', () => {
    const names = labels('compose.yaml', compose('apache/kafka:4.0.0', '      KAFKA_LISTENERS: INT://:1\n      KAFKA_LISTENER_NAME_¦\n'));
    expect(names).toContain('KAFKA_LISTENER_NAME_INT_SSL_KEYSTORE_LOCATION');
  });

  it('are left out until what is typed begins so, where they are many', () => {
    expect(
      labels('server.properties', 'node.id=1\nlisteners=INTERNAL://:9092\n¦\n').filter((name) => name.startsWith('listener.name.')),
    ).toEqual([]);
  });

  it('a flow’s and a cluster’s in MirrorMaker', () => {
    const names = labels('mm2.properties', 'clusters=a,b\na.bootstrap.servers=x:1\nb.bootstrap.servers=y:1\na->b.¦\n');
    expect(names).toEqual(expect.arrayContaining(['a->b.enabled', 'a->b.topics', 'b->a.enabled']));
  });

  it('a flow’s among many clusters as soon as its source is typed', () => {
    const clusters = Array.from({ length: 200 }, (_, i) => `c${i}`);
    const flows = (typed: string): number =>
      labels('mm2.properties', `clusters=${clusters}\nc0.bootstrap.servers=x:1\n${typed}¦\n`).filter((name) => name.includes('->')).length;
    expect(flows('')).toBe(0);
    expect(flows('c7->')).toBeGreaterThanOrEqual(199);
    expect(flows('c7->')).toBeLessThan(199 * 199);
  });

  it('are described by the class that the file names', () => {
    const example = `${sink}transforms=m\ntransforms.m.type=org.apache.kafka.connect.transforms.MaskField$Value\ntransforms.m.¦\n`;
    const found = complete('sink.properties', example);
    expect(found && documentation('transforms.m.fields', found.data, undefined)).toContain('list');
  });
});

describe('values', () => {
  it.each([
    [
      'a class',
      'producer.properties',
      'bootstrap.servers=a:1\nkey.serializer=¦\n',
      'org.apache.kafka.common.serialization.StringSerializer',
    ],
    [
      'a class in a list',
      'consumer.properties',
      'group.id=a\npartition.assignment.strategy=¦\n',
      'org.apache.kafka.clients.consumer.StickyAssignor',
    ],
    [
      'a connector',
      'sink.properties',
      'name=s\ntopics=a\ntasks.max=1\nconnector.class=¦\n',
      'org.apache.kafka.connect.file.FileStreamSinkConnector',
    ],
    ['a listener of the file', 'server.properties', 'node.id=1\nlisteners=A://:1,B://:2\ninter.broker.listener.name=¦\n', 'B'],
    ['its protocol', 'server.properties', 'node.id=1\nlisteners=A://:1\nlistener.security.protocol.map=¦\n', 'A:SASL_SSL'],
    ['a predicate of the file', 'sink.properties', `${sink}transforms=t\npredicates=p\ntransforms.t.predicate=¦\n`, 'p'],
    ['a mechanism', 'server.properties', 'node.id=1\nlisteners=A://:1\nsasl.enabled.mechanisms=PLAIN,¦\n', 'SCRAM-SHA-512'],
    ['a word among librdkafka’s numbers', 'librdkafka.config', 'sasl.username=a\nacks=¦\n', 'all'],
    [
      'of a channel',
      'application.properties',
      'kafka.bootstrap.servers=a:1\nmp.messaging.incoming.p.connector=smallrye-kafka\nmp.messaging.incoming.p.auto.offset.reset=¦\n',
      'earliest',
    ],
    ['librdkafka’s strategies', 'librdkafka.config', 'sasl.username=a\npartition.assignment.strategy=range,¦\n', 'roundrobin'],
  ])('%s', (_, path, example, value) => {
    expect(labels(path, example)).toContain(value);
  });

  it('of a list are offered once', () => {
    expect(labels('server.properties', 'node.id=1\nlisteners=A://:1\nlog.cleanup.policy=delete,¦\n')).toEqual(['compact']);
  });

  it('begin with what they mean', () => {
    const words = { order: { producer: ['common'] }, files: { common: { acks: { what: 'What.', values: { all: 'All of them.' } } } } };
    const found = complete('producer.properties', 'bootstrap.servers=a:1\nacks=¦\n');
    expect(found && documentation('all', found.data, words as never)?.indexOf('`all`: All of them.')).toBeGreaterThan(0);
  });
});

describe('a value that YAML would make something else of', () => {
  const written = (path: string, example: string, value: string): string | undefined => {
    const item = complete(path, example)?.items.find(({ label }) => label === value);
    return item && (item.snippet ?? item.label);
  };
  const pod = (value: string): string =>
    `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n        - name: KAFKA_AUTO_CREATE_TOPICS_ENABLE\n          ${value}\n`;

  it('has quotes where Kubernetes wants a text', () => {
    expect(written('pod.yaml', pod('value: ¦'), 'false')).toBe('"false"');
    expect(written('pod.yaml', pod('value: "¦"'), 'false')).toBe('false');
    expect(
      written(
        'cm.yaml',
        'apiVersion: v1\nkind: ConfigMap\ndata:\n  KAFKA_NODE_ID: "1"\n  KAFKA_LOG_DIRS: /a\n  KAFKA_NUM_PARTITIONS: ¦\n',
        '1',
      ),
    ).toBe('"1"');
  });

  it('has quotes where a chart would print it as 1e+09', () => {
    const values = (line: string): string => `kafka:\n  overrideConfiguration:\n    num.io.threads: 1\n    ${line}\n`;
    expect(written('values.yaml', values('log.segment.bytes: ¦'), '1073741824')).toBe('"1073741824"');
    expect(written('values.yaml', values('num.partitions: ¦'), '1')).toBe('1');
  });

  it('has none elsewhere', () => {
    expect(written('kafka.yaml', strimzi('      auto.create.topics.enable: ¦\n'), 'false')).toBe('false');
    expect(written('compose.yaml', compose('apache/kafka:4.0.0', '      - KAFKA_AUTO_CREATE_TOPICS_ENABLE=¦\n'), 'false')).toBe('false');
  });
});

describe('what accepting a name writes', () => {
  const first = (path: string, example: string) => complete(path, example)?.items.find(({ label }) => label === 'errors.tolerance');

  it('has quotes and a colon in JSON, where they are not there', () => {
    expect(first('c.json', json('¦'))?.snippet).toBe('"errors.tolerance": "$1"');
    expect(first('c.json', json('"err¦"'))?.snippet).toBe('errors.tolerance": "$1"');
    expect(first('c.json', json('"err¦": "all"'))?.snippet).toBeUndefined();
  });

  it('has quotes around a value of JSON, where they are not there', () => {
    const value = (example: string) => complete('c.json', json(example))?.items.find(({ label }) => label === 'all');
    expect(value('"errors.tolerance": ¦')?.snippet).toBe('"all"');
    expect(value('"errors.tolerance": "¦"')?.snippet).toBeUndefined();
  });

  it('is accepted by the separator of the format', () => {
    expect(complete('server.properties', 'node.id=1\nlog.dirs=/a\n¦\n')?.commit).toBe('=');
    expect(complete('kafka.yaml', strimzi('      num.partitions: 1\n      ¦\n'))?.commit).toBe(':');
    expect(complete('compose.yaml', compose('apache/kafka:4.0.0', '      - KAFKA_NODE_ID=1\n      - ¦\n'))?.commit).toBe('=');
    expect(complete('c.json', json('"¦"'))).not.toHaveProperty('commit');
  });

  it('is accepted by the separator of a text inside the document', () => {
    const map = 'apiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: |\n    process.roles=broker\n    ¦\n';
    expect(complete('cm.yaml', map)?.commit).toBe('=');
  });

  it('begins with what matters most', () => {
    const items = complete('producer.properties', 'acks=all\nlinger.ms=5\n¦\n')?.items ?? [];
    const rank = (name: string) => items.find(({ label }) => label === name)?.rank ?? '';
    expect(rank('bootstrap.servers') < rank('metrics.num.samples')).toBe(true);
  });
});

describe('a name where nothing is around it yet', () => {
  it.each([
    ['the first in a map of Strimzi’s', 'kafka.yaml', strimzi('      log.ret¦\n      num.partitions: 1\n'), 'log.retention.hours'],
    ['in an empty map of Strimzi’s', 'kafka.yaml', strimzi('      ¦\n'), 'log.retention.hours'],
    ['in an empty environment', 'compose.yaml', compose('apache/kafka:4.0.0', '      ¦\n'), 'KAFKA_LOG_RETENTION_HOURS'],
    ['of Bitnami’s image', 'compose.yaml', compose('bitnami/kafka:3.6', '      KAFKA_¦\n'), 'KAFKA_CFG_LOG_RETENTION_HOURS'],
    ['of a worker’s image', 'compose.yaml', compose('confluentinc/cp-kafka-connect:7.6.0', '      CONNECT_¦\n'), 'CONNECT_GROUP_ID'],
    ['Spring’s own', 'application.yml', 'spring:\n  kafka:\n    bootstrap-servers: a:1\n    consumer:\n      auto¦\n', 'auto-offset-reset'],
    ['among Spring’s properties', 'application.yml', 'spring:\n  kafka:\n    producer:\n      properties:\n        ¦\n', 'linger.ms'],
    [
      'in Spring’s properties file',
      'application.properties',
      'spring.kafka.bootstrap-servers=a:1\nspring.kafka.producer.¦\n',
      'spring.kafka.producer.batch-size',
    ],
    [
      'of a channel',
      'application.properties',
      'kafka.bootstrap.servers=a:1\nmp.messaging.incoming.p.connector=smallrye-kafka\nmp.messaging.incoming.p.¦\n',
      'mp.messaging.incoming.p.group.id',
    ],
  ])('%s', (_, path, example, name) => {
    expect(labels(path, example)).toContain(name);
  });

  it.each([
    [
      'another service',
      'compose.yaml',
      `${compose('apache/kafka:4.0.0', '      KAFKA_NODE_ID: 1\n')}  db:\n    image: postgres\n    environment:\n      ¦\n`,
    ],
    ['beside the settings', 'kafka.yaml', `${strimzi('      num.partitions: 1\n')}    template:\n      ¦\n`],
    ['a document without Kafka', 'values.yaml', 'a:\n  b: c\n  ¦\n'],
  ])('is nobody’s in %s', (_, path, example) => {
    expect(labels(path, example)).toEqual([]);
  });
});

describe('the description of a name that the file spells otherwise', () => {
  it.each([
    [
      'application.yml',
      'spring:\n  kafka:\n    bootstrap-servers: a:1\n    consumer:\n      group-id: a\n      ¦\n',
      'fetch-min-size',
      'fetch.min.bytes',
    ],
    ['.env', 'KAFKA_NODE_ID=1\nKAFKA_PROCESS_ROLES=broker\nKAFKA_¦\n', 'KAFKA_LOG_RETENTION_HOURS', 'log.retention.hours'],
  ])('in %s', (path, example, label, name) => {
    const found = complete(path, example);
    const item = found?.items.find((one) => one.label === label);
    const data = found && { ...found.data, ...(item?.name !== undefined && { name: item.name }) };
    expect(data && documentation(label, data, undefined)).toContain(`**${name}**`);
  });
});

const pod = (env: string): string =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: kafka\n      image: apache/kafka:4.1.0\n      env:\n${env}`;

describe('a variable in a list of names and values', () => {
  const snippet = (path: string, example: string) =>
    complete(path, example)?.items.find(({ label }) => label === 'KAFKA_LOG_DIRS')?.snippet;
  const others = '        - name: KAFKA_NODE_ID\n          value: "1"\n';

  it.each([
    ['where its name is begun', pod(`${others}        - name: KAFKA_¦\n`), 'KAFKA_LOG_DIRS\n          value: "$1"'],
    ['where it is the only one', pod('        - name: ¦\n'), 'KAFKA_LOG_DIRS\n          value: "$1"'],
    ['between braces', pod(`${others}        - {name: KAFKA_¦}\n`), 'KAFKA_LOG_DIRS, value: "$1"'],
    ['as an item of its own', pod(`${others}        - ¦\n`), 'name: KAFKA_LOG_DIRS\n          value: "$1"'],
  ])('is written with its value: %s', (_, example, expected) => {
    expect(snippet('pod.yaml', example)).toBe(expected);
  });

  it('is written with its value in JSON', () => {
    const json = (env: string): string =>
      `{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "k", "image": "apache/kafka:4.1.0", "env": [${env}]}]}}`;
    expect(snippet('pod.json', json('{"name": "KAFKA_¦"}'))).toBe('KAFKA_LOG_DIRS", "value": "$1');
  });

  it.each([
    ['has one', pod(`${others}        - name: KAFKA_¦\n          value: a\n`)],
    ['stands between quotes', pod(`${others}        - name: "KAFKA_¦"\n`)],
  ])('is written alone where it %s', (_, example) => {
    expect(labels('pod.yaml', example)).toContain('KAFKA_LOG_DIRS');
    expect(snippet('pod.yaml', example)).toBeUndefined();
  });

  it('is offered for a name that says nothing yet, whatever its value', () => {
    expect(labels('compose.yaml', compose('apache/kafka:4.0.0', '      KAFKA_NODE_ID: 1\n      KAFKA_¦: a\n'))).toContain('KAFKA_LOG_DIRS');
    expect(labels('compose.yaml', compose('apache/kafka:4.0.0', '      - KAFKA_NODE_ID=1\n      - KAFKA_¦=a\n'))).toContain(
      'KAFKA_LOG_DIRS',
    );
  });

  it('is not offered where the list is of something else', () => {
    const list = '      volumeMounts:\n        - name: ¦\n';
    expect(labels('pod.yaml', pod(others) + list)).toEqual([]);
  });
});

describe('a variable among the items of a list', () => {
  it.each([
    ['below', '      - KAFKA_NODE_ID=1\n      ¦\n'],
    ['above', '      ¦\n      - KAFKA_NODE_ID=1\n'],
  ])('is an item of its own: %s', (_, environment) => {
    const found = complete('compose.yaml', compose('apache/kafka:4.0.0', environment));
    expect(found?.items.find(({ label }) => label === 'KAFKA_LOG_DIRS')?.snippet).toBe('- KAFKA_LOG_DIRS=$1');
  });
});

describe('a name beside those that count for something else', () => {
  it('of a view may be one of the whole', () => {
    const names = labels(
      'compose.yaml',
      compose('confluentinc/cp-kafka-connect:7.6.0', '      CONNECT_GROUP_ID: a\n      CONNECT_PRODUCER_ACKS: all\n      CONNECT_¦\n'),
    );
    expect(names).toContain('CONNECT_KEY_CONVERTER');
    expect(names).not.toContain('CONNECT_GROUP_ID');
  });

  it('is the view’s where its prefix is typed, but for what is set there', () => {
    const names = labels(
      'compose.yaml',
      compose(
        'confluentinc/cp-kafka-connect:7.6.0',
        '      CONNECT_PRODUCER_ACKS: all\n      CONNECT_GROUP_ID: a\n      CONNECT_PRODUCER_¦\n',
      ),
    );
    expect(names).toContain('CONNECT_PRODUCER_LINGER_MS');
    expect(names).not.toContain('CONNECT_PRODUCER_ACKS');
  });

  it('may stand beside what the operator sets, and what nobody reads', () => {
    expect(labels('kafka.yaml', strimzi('      num.partitions: 1\n      listeners: A://:1\n      ¦\n'))).toContain('log.retention.hours');
    const environment = '      KAFKA_NODE_ID: 1\n      TZ: UTC\n      ¦\n';
    expect(labels('compose.yaml', compose('apache/kafka:4.0.0', environment))).toContain('KAFKA_LOG_DIRS');
  });

  it('is one that connectors of the kind read', () => {
    const connector = (name: string): readonly string[] =>
      labels('c.properties', `name=c\nconnector.class=org.apache.kafka.connect.file.FileStream${name}Connector\n¦\n`);
    expect(connector('Sink')).toContain('errors.deadletterqueue.topic.name');
    expect(connector('Sink')).toContain('topics.regex');
    expect(connector('Source')).not.toContain('errors.deadletterqueue.topic.name');
    expect(connector('Source')).not.toContain('topics');
    const mirror = 'name=c\nconnector.class=org.apache.kafka.connect.mirror.MirrorSourceConnector\n¦\n';
    expect(labels('c.properties', mirror)).toContain('topics');
    expect(labels('c.properties', mirror)).not.toContain('topics.regex');
  });

  it('is one that Amazon MSK lets people set', () => {
    const names = labels(
      'main.tf',
      'resource "aws_msk_configuration" "a" {\n  kafka_versions = ["3.6.0"]\n  server_properties = <<EOT\nnum.partitions=1\n¦\nEOT\n}\n',
    );
    expect(names).toContain('default.replication.factor');
    expect(names).not.toContain('broker.id');
  });
});

describe('behind a value', () => {
  it.each([
    ['nothing', 'kafka.yaml', strimzi('      auto.create.topics.enable: true   ¦\n')],
    ['no other value', 'c.json', '{ "connector.class": "FileStreamSource", "topic": "a", "batch.size": "5" ¦}\n'],
  ])('stands %s', (_, path, example) => {
    expect(labels(path, example)).toEqual([]);
  });

  it('and a comma stands another name', () => {
    expect(labels('c.json', '{ "connector.class": "FileStreamSource", "topic": "kafka", "batch.size": "5", ¦}\n')).toContain('file');
  });
});

describe('a completion is of use', () => {
  it.each([
    ['before an item of a list', compose('apache/kafka:4.0.0', '      - KAFKA_NODE_ID=1\n   ¦   - KAFKA_LOG_DIRS=a\n')],
    ['before a remark', strimzi('      num.partitions: 1\n      ¦# remark\n')],
  ])('but not %s', (_, example) => {
    expect(labels('kafka.yaml', example)).toEqual([]);
  });

  it('within one line, though a value has more', () => {
    const found = complete('consumer.properties', 'group.id=a\npartition.assignment.strategy=a.B,\\\n  org.apache.ka¦fka\n');
    expect(found?.range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 18 } });
    expect(complete('consumer.properties', 'group.id=a\npartition.assignment.strategy=a.\\\n  ¦B\n')).toBeUndefined();
    expect(complete('consumer.properties', 'group.id=a\npartition.as¦sign\\\nment.strategy=a\n')).toBeUndefined();
  });

  it('with the comma before the next name of JSON', () => {
    const snippet = (example: string): string | undefined =>
      complete('c.json', example)?.items.find(({ label }) => label === 'tasks.max')?.snippet;
    const head = '{\n  "connector.class": "FileStreamSource",\n';
    expect(snippet(`${head}  ¦\n\n  "topic": "kafka"\n}\n`)).toBe('"tasks.max": "$1",');
    expect(snippet(`${head}  ¦\n}\n`)).toBe('"tasks.max": "$1"');
    expect(snippet(`${head}  ¦"topic": "kafka"\n}\n`)).toBeUndefined();
  });

  it('with its backslashes as the format wants them', () => {
    const found = complete('mm2.properties', 'clusters=a,b\ntopics.exclude=¦\n');
    expect(found?.items.map(({ label, snippet }) => [label, snippet])).toContainEqual(['.*\\.replica', '.*\\\\\\\\.replica']);
  });
});

describe('a place far behind the end', () => {
  it.each([
    ['compose.yaml', compose('apache/kafka:4.0.0', '      KAFKA_NODE_ID: 1\n')],
    ['compose.yaml', 'services: {kafka: {image: apache/kafka:4.0.0, environment: {KAFKA_NODE_ID: 1}}}'],
    ['c.json', json('"file": "a"')],
    ['c.json', '{"connector.class": "FileStreamSink", "topics": "a"}'],
    ['server.properties', 'process.roles=broker\n'],
  ])('is no place: %s', (path, text) => {
    const document = new Document(text, pickFormat(path) ?? properties, { path });
    for (const place of [
      { line: 2 ** 31 - 1, character: 0 },
      { line: 0, character: 2 ** 31 - 1 },
    ]) {
      expect(completion(document, place)).toBeUndefined();
      expect(hover(document, place, undefined)).toBeUndefined();
    }
  });
});
