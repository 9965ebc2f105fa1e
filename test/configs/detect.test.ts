import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { ini } from '../../server/src/formats/ini.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { newestVersion } from '../../server/src/schema/tables.ts';
import { parseVersion, printVersion } from '../../server/src/schema/version.ts';

const roles = (text: string, path: string): readonly string[] =>
  new Document(text, path.endsWith('.properties') ? properties : yaml, { path }).placement.configs.map(({ role }) => role);

describe('a key that a broker has, too', () => {
  it.each([
    ['a node of a query engine', 'node.id=ffffffff-ffff\nnode.environment=test\nhttp-server.http.port=8081\ndiscovery.uri=http://a\n'],
    ['a program that logs', 'log.dir=/var/log/app\napp.port=80\napp.threads=5\n'],
  ])('makes no broker of %s', (_, text) => {
    expect(roles(text, 'config.properties')).toEqual([]);
  });

  it('is enough in a file of a broker’s name, or beside others of Kafka’s', () => {
    expect(roles('log.dir=/data\nmy.plugin.a=1\nmy.plugin.b=2\n', 'server.properties')).toEqual(['broker']);
    expect(roles('log.dir=/data\nlog.retention.ms=1\nmessage.max.bytes=5\n', 'a.properties')).toEqual(['broker']);
  });

  it('is another’s again once more keys of others come, and Kafka’s once more of its own do', () => {
    const document = new Document('node.id=1\n', properties, { path: 'a.properties' });
    const kinds = (): readonly string[] => document.placement.configs.map(({ role }) => role);
    const at = { line: 1, character: 0 };
    const insert = (text: string): void => document.change({ range: { start: at, end: at }, text });
    expect(kinds()).toEqual(['broker']);
    insert('node.environment=a\ncoordinator=true\n');
    expect(kinds()).toEqual([]);
    insert('process.roles=broker\n');
    expect(kinds()).toEqual(['broker']);
  });
});

describe('names of a client in Python', () => {
  const python = 'bootstrap_servers=localhost:9093\nsecurity_protocol=SSL\nmax_request_size=5\n';

  it('make a file none of Kafka’s, but one among its own is a slip', () => {
    expect(roles(python, 'kafka-client.properties')).toEqual([]);
    expect(roles(`${python}group.id=g\n`, 'kafka-client.properties')).toEqual(['consumer']);
  });

  it('are a slip as soon as there is another', () => {
    const document = new Document(python, properties, { path: 'kafka-client.properties' });
    const at = { line: 3, character: 0 };
    document.change({ range: { start: at, end: at }, text: 'group.id=g\n' });
    expect(document.placement.configs.map(({ role }) => role)).toEqual(['consumer']);
    document.change({ range: { start: at, end: { line: 4, character: 0 } }, text: '' });
    expect(document.placement.configs.map(({ role }) => role)).toEqual([]);
  });
});

describe('words that many programs use', () => {
  const others = 'app.name=a\nserver.port=80\njdbc.url=b\ncache.ttl=5m\n';
  const families = (text: string, path: string): readonly string[] =>
    new Document(text, path.endsWith('.ini') ? ini : properties, { path }).placement.configs.map(({ identity }) => identity.family);

  it.each([
    'debug=true',
    'log_level=info',
    'batch.size=all',
    'isolation.level=READ_COMMITTED',
    'group.id=com.acme',
    'application.id=7',
    'clusters=a,b',
  ])('%s makes no client of a program', (line) => {
    expect(roles(`${line}\n${others}`, 'app.properties')).toEqual([]);
    expect(roles(`${line}\nsession.timeout.ms=10m\n${others}`, 'app.properties')).toEqual([]);
  });

  it('make none of the sections of a program either', () => {
    expect(families('[DEFAULT]\ndebug = true\nlog_level = info\n[database]\nurl = a\n', 'nova.ini')).toEqual([]);
  });

  it.each([
    ['batch.size=16384\nacks=all\n', 'app.properties', ['producer']],
    [`linger.ms=5\nbatch.size=16384\n${others}`, 'app.properties', ['producer']],
    [`batch.size=16384\n${others}`, 'my-producer.properties', ['producer']],
    [`bootstrap.servers=a:9092\ngroup.id=g\n${others}`, 'app.properties', ['consumer']],
    [`clusters=a,b\na.bootstrap.servers=c:9092\n${others}`, 'app.properties', ['mirror-maker', 'connect-distributed']],
  ])('are Kafka’s among its own, or by the name: %s', (text, path, wanted) => {
    expect(roles(text, path)).toEqual(wanted);
  });

  it('are librdkafka’s beside the servers, or others of its own', () => {
    expect(families(`debug=all\nmetadata.broker.list=a:9092\n${others}`, 'app.properties')).toEqual(['librdkafka']);
    expect(families('debug=all\nqueue.buffering.max.ms=5\nname=a\n', 'app.properties')).toEqual(['librdkafka']);
  });

  it('are Kafka’s as soon as the servers come', () => {
    const document = new Document(`group.id=g\n${others}`, properties, { path: 'app.properties' });
    const at = { line: 0, character: 0 };
    expect(document.placement.configs).toEqual([]);
    document.change({ range: { start: at, end: at }, text: 'bootstrap.servers=a:9092\n' });
    expect(document.placement.configs.map(({ role }) => role)).toEqual(['consumer']);
  });
});

describe('maps of keys in YAML files', () => {
  const beside = 'kafka:\n  bootstrap.servers: a:9092\n';

  it.each([
    'batch.size: many',
    'isolation.level: READ_COMMITTED',
    'group.id: com.acme',
    'retention.bytes: 5GB',
    'log.dir: /var/log',
    'node.id: a',
  ])('are not Kafka’s for one key such as %s, beside some that are', (line) => {
    expect(roles(`jobs:\n  nightly:\n    ${line}\n    size: 5\n${beside}`, 'app.yaml')).toEqual(['client']);
  });

  it('are where what they stand in, the file or another key says so', () => {
    expect(roles(`producer:\n  batch.size: many\n${beside}`, 'app.yaml')).toEqual(['producer', 'client']);
    expect(roles(`jobs:\n  batch.size: many\n${beside}`, 'kafka.yaml')).toEqual(['producer', 'client']);
    expect(roles(`jobs:\n  batch.size: many\n  linger.ms: 5\n${beside}`, 'app.yaml')).toEqual(['producer', 'client']);
  });

  it('become Kafka’s with the second key, and another’s without', () => {
    const document = new Document(`jobs:\n  batch.size: 5\n${beside}`, yaml, { path: 'app.yaml' });
    const kinds = (): readonly string[] => document.placement.configs.map(({ role }) => role);
    const at = { line: 1, character: 0 };
    expect(kinds()).toEqual(['client']);
    document.change({ range: { start: at, end: at }, text: '  linger.ms: 5\n' });
    expect(kinds().toSorted()).toEqual(['client', 'producer']);
    document.change({ range: { start: at, end: { line: 2, character: 0 } }, text: '' });
    expect(kinds()).toEqual(['client']);
  });

  it('that say what a tool makes a topic with are no broker’s', () => {
    expect(roles('topics:\n  - name: a\n    config:\n      replication.factor: "1"\n      num.partitions: "1"\n', 'a.yaml')).toEqual([]);
  });

  it('of MirrorMaker 2 are no worker’s, though they set its topics', () => {
    const config = [
      'tasks.max: 10',
      'offset-syncs.topic.replication.factor: -1',
      'checkpoints.topic.replication.factor: -1',
      'config.storage.replication.factor: -1',
      'offset.storage.replication.factor: -1',
      'refresh.topics.enabled: true',
      'sync.group.offsets.enabled: true',
    ];
    expect(roles(`kafka:\n  config:\n${config.map((line) => `    ${line}\n`).join('')}`, 'values.yaml')[0]).toBe('mirror-maker');
  });

  it('of a worker stay a worker’s where a key of MirrorMaker 2 went astray', () => {
    const worker = 'config.storage.topic: a\n  offset.storage.topic: b\n  status.storage.topic: c\n  refresh.topics.enabled: true\n';
    expect(roles(`connect:\n  ${worker}`, 'values.yaml')[0]).toBe('connect-distributed');
  });
});

describe.each([ini, properties])('a .conf file whose words stand in quotes where they must: $id', (format) => {
  const roles = (text: string, path = 'kafka.conf'): readonly string[] =>
    new Document(text, format, { path }).placement.configs.map(({ role }) => role);

  it('is none of those that keep the quotes', () => {
    expect(roles('bootstrap.servers = "a:1"\ngroup.id = "g"\nfetch.min.bytes = 5\nenable.auto.commit = false\n')).toEqual([]);
    expect(roles('bootstrap.servers = "a:1"\nacks = all\nlinger.ms = 5\ncompression.type = snappy\n')).toEqual([]);
  });

  it('is one where a colon stands without, or where librdkafka reads it', () => {
    expect(roles('bootstrap.servers = a:1\ngroup.id = "g"\nfetch.min.bytes = 5\n')).toEqual(['consumer']);
    expect(roles('bootstrap.servers="a:1"\n', 'kcat.conf')).toEqual(['client']);
  });

  it('becomes one while it is typed', () => {
    const document = new Document('bootstrap.servers="a:1"\ngroup.id="g"\n', format, { path: 'kafka.conf' });
    document.change({ range: { start: { line: 0, character: 18 }, end: { line: 0, character: 23 } }, text: 'a:1' });
    expect(document.placement.configs.map(({ role }) => role)).toEqual(['client']);
  });
});

describe('a file of a broker’s', () => {
  const missing = (text: string, path: string): readonly string[] =>
    new Document(text, properties, { path })
      .reports(new Map())
      .filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule.id);

  it('is no whole one for a number alone: something puts others to it', () => {
    expect(missing('node.id=${NODE}\ncluster.id=${CLUSTER}\ncontroller.quorum.voters=${VOTERS}\n', 'node.properties')).toEqual([]);
  });

  it('is one where it says what it keeps, or by its name', () => {
    expect(missing('node.id=1\nlog.dirs=/data\n', 'node.properties')).toEqual(['broker-needs-process-roles']);
    expect(missing('node.id=1\nnum.partitions=3\n', 'server.properties')).toEqual(['broker-needs-process-roles']);
  });
});

describe('a file in the folder of a release', () => {
  const kafka = (path: string, text = 'broker.id=1\nlog.dirs=/data\nzookeeper.connect=z:2181\n', said?: string): readonly string[] =>
    new Document(text, properties, { path, ...(said !== undefined && { kafka: parseVersion(said) as number }) }).placement.configs.map(
      ({ role, kafka, identity }) => `${role} ${printVersion(kafka)}${identity.why.includes('stands in') ? ', by its folder' : ''}`,
    );

  it.each([
    ['/opt/kafka_2.13-2.7.0/config/server.properties', 'broker 2.7.0, by its folder'],
    ['C:\\kafka_2.12-3.4.1\\config\\server.properties', 'broker 3.4.1, by its folder'],
    ['/srv/confluent-7.4.0/etc/kafka/server.properties', 'broker 3.4, by its folder'],
    ['/home/a/spring-kafka-2.7.0/server.properties', 'broker 3.9'],
  ])('is that release’s: %s', (path, wanted) => {
    expect(kafka(path)).toEqual([wanted]);
  });

  it('is another’s where the author says so', () => {
    expect(kafka('/opt/kafka_2.13-2.7.0/config/server.properties', undefined, '3.6')).toEqual(['broker 3.6']);
    expect(kafka('/opt/kafka_2.13-2.7.0/config/a.properties', '# kafka-config: version=3.3\nbroker.id=1\nlog.dirs=/data\n')).toEqual([
      'broker 3.3',
    ]);
  });
});

describe('JSON in a file with the name of a properties file', () => {
  const open = (text: string): Document =>
    new Document(text, pickFormat('connector_users.config') ?? properties, { path: 'connector_users.config' });
  const kinds = (document: Document): readonly string[] => document.placement.configs.map(({ role }) => role);
  const text = '{\n  "name": "users",\n  "config": {\n    "connector.class": "com.example.UsersSource",\n    "tasks.max": "many"\n  }\n}\n';

  it('is what Connect takes', () => {
    const document = open(text);
    expect([document.format.id, ...kinds(document)]).toEqual(['json', 'connector']);
    expect(document.reports(new Map()).map(({ rule }) => rule.id)).toEqual(['invalid-value']);
  });

  it('is another’s where the class is', () => {
    expect(kinds(open(text.replace('com.example', 'org.apache.rocketmq.connect.jdbc')))).toEqual([]);
  });

  it('becomes properties and JSON again while it is typed', () => {
    const document = open(text);
    document.change({ text: 'name=users\nconnector.class=com.example.UsersSource\n' });
    expect([document.format.id, ...kinds(document)]).toEqual(['properties', 'connector']);
    const [start, end] = [
      { line: 0, character: 0 },
      { line: 3, character: 0 },
    ];
    document.change({ range: { start, end }, text });
    expect([document.format.id, ...kinds(document)]).toEqual(['json', 'connector']);
    document.change({ range: { start, end: start }, text: 'name=users\n' });
    expect(document.format.id).toBe('properties');
  });
});

describe('a cluster of Koperator’s', () => {
  it('is of another release once the image is gone, or says so', () => {
    const head = 'apiVersion: kafka.banzaicloud.io/v1beta1\nkind: KafkaCluster\nspec:\n  kRaft: true\n';
    const document = new Document(`${head}  clusterImage: kafka:2.13-3.4.1\n  readOnlyConfig: |\n    num.partitions=3\n`, yaml, {
      path: 'a.yaml',
    });
    const releases = (): readonly string[] => document.placement.configs.map(({ kafka }) => printVersion(kafka));
    const line = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    expect(releases()).toEqual(['3.4.1']);
    document.change({ range: line, text: '  clusterImage: kafka:2.13-3.6.0\n' });
    expect(releases()).toEqual(['3.6.0']);
    document.change({ range: line, text: '' });
    expect(releases()).toEqual([printVersion(newestVersion('broker'))]);
  });
});

describe('a text of a ConfigMap that logs', () => {
  it('is a program’s once a name of that is typed into it', () => {
    const logging = ['name = C', 'appender.a.type = Console', 'appender.a.name = A', 'rootLogger.level = INFO'];
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kafka}\ndata:\n  log4j2.properties: |\n${logging.map((line) => `    ${line}\n`).join('')}`;
    const document = new Document(text, yaml, { path: 'a.yaml' });
    const families = (of: Document): readonly string[] => of.placement.configs.map(({ identity }) => identity.family);
    const at = { line: 6, character: 0 };
    expect(families(document)).toEqual(['log4j2']);
    document.change({ range: { start: at, end: at }, text: '    kafka.producers.a.acks=1\n' });
    expect(families(document)).toEqual(families(new Document(document.text(), yaml, { path: 'a.yaml' })));
  });
});
