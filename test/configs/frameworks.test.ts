import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { editsOf } from '../../server/src/rules/fix.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';

function open(path: string, text: string): Document {
  const format = pickFormat(path);
  if (format === undefined) throw new Error(`no format: ${path}`);
  return new Document(text, format, { path });
}

/** Role, and what Kafka gets, of every config. */
function found(path: string, text: string): unknown {
  return open(path, text).placement.configs.map((config) => [
    config.role,
    Object.fromEntries([...config.settings()].map(({ key, value }) => [key, value])),
  ]);
}

function reports(path: string, text: string): unknown {
  return open(path, text)
    .reports(new Map())
    .map(({ rule, finding }) => [rule.id, finding.at.entry.key]);
}

/** The text after the first fix of the first finding of a rule. */
function fixed(path: string, text: string, rule: string): string {
  const document = open(path, text);
  const fix = document.reports(new Map()).find((report) => report.rule.id === rule)?.finding.fixes?.[0];
  if (fix === undefined) throw new Error(`no fix of ${rule}`);
  return applyEdits(document.lines, placeEdits(editsOf(fix) ?? [], document.eol), document.eol);
}

describe('Spring Boot', () => {
  it('gives Kafka its own names, whatever the spelling, with units', () => {
    expect(
      found(
        'application.properties',
        'spring.kafka.bootstrap-servers=a:1\nspring.kafka.producer.batchSize=16KB\nspring.kafka.consumer.fetch_max_wait=2s\nspring.kafka.consumer.enable-auto-commit=no\nspring.kafka.consumer.isolation-level=READ-COMMITTED\nspring.kafka.listener.ack-mode=MANUAL\nserver.port=1\n',
      ),
    ).toEqual([
      ['client', { 'bootstrap.servers': 'a:1' }],
      ['producer', { 'batch.size': '16384' }],
      ['consumer', { 'fetch.max.wait.ms': '2000', 'enable.auto.commit': 'false', 'isolation.level': 'read_committed' }],
    ]);
  });

  it('reads the same in YAML, with nested, dotted and bracketed keys', () => {
    const text =
      'spring:\n  kafka:\n    producer:\n      acks: all\n      properties:\n        linger:\n          ms: 1_000\n        "[enable.idempotence]": yes\n      properties[max.block.ms]: 5\nspring.kafka.consumer.group-id: g\n';
    expect(found('application.yml', text)).toEqual([
      ['producer', { acks: 'all', 'linger.ms': '1000', 'enable.idempotence': 'true', 'max.block.ms': '5' }],
      ['consumer', { 'group.id': 'g' }],
    ]);
  });

  it('judges what two places say together, and leaves the rest alone', () => {
    expect(
      reports(
        'application.yml',
        'spring:\n  kafka:\n    producer:\n      acks: 1\n      properties:\n        enable.idempotence: true\n      anything: x\n  other: {}\n',
      ),
    ).toEqual([['idempotence-needs-acks-all', 'acks']]);
  });

  it.each([
    ['a slip', 'spring.kafka.consumer.auto-offset-rest=x\n', 'spring.kafka.consumer.auto-offset-reset=x\n'],
    ['a slip in a part', 'spring.kafka.producr.acks=x\n', 'spring.kafka.producer.acks=x\n'],
    ['Kafka’s own name', 'spring.kafka.producer.linger.ms=5\n', 'spring.kafka.producer.properties.linger.ms=5\n'],
    ['Kafka’s name with dashes', 'spring.kafka.consumer.session-timeout-ms=9\n', 'spring.kafka.consumer.properties.session.timeout.ms=9\n'],
    ['Kafka’s name for one that Spring has', 'spring.kafka.bootstrap.servers=a:1\n', 'spring.kafka.bootstrap-servers=a:1\n'],
  ])('says what is meant by %s', (_, text, wanted) => {
    expect(fixed('application.properties', text, 'unread-name')).toBe(wanted);
  });

  it('leaves names alone that it knows, and those of one’s own', () => {
    const known =
      'spring.kafka.listener.ack-mode=x\nspring.kafka.jaas.options.a=b\nspring.kafka.template.defaultTopic=t\nspring.kafka.admin.fail_fast=true\n';
    const own = 'spring.kafka.topic=t\nspring.kafka.consumer.topic.name=t\nspring.kafka.topics.orders=o\n';
    expect(reports('application.properties', known + own)).toEqual([]);
  });

  it('takes a profile for an addition, not for a repetition', () => {
    expect(
      reports(
        'application.yml',
        'spring.kafka.producer.acks: all\n---\nspring.config.activate.on-profile: dev\nspring.kafka.producer.acks: all\n',
      ),
    ).toEqual([]);
    expect(reports('application.properties', 'spring.kafka.producer.acks=all\n#---\nspring.kafka.producer.acks=all\n')).toEqual([]);
    expect(
      reports('application.yml', 'spring.kafka.producer.properties.enable.idempotence: true\n---\nspring.kafka.producer.acks: 1\n'),
    ).toEqual([['idempotence-needs-acks-all', 'spring.kafka.producer.acks']]);
  });

  it('finds the clients of Spring Cloud Stream', () => {
    const text =
      'spring.cloud.stream.kafka.binder.configuration.security.protocol=SSL\nspring.cloud.stream.kafka.bindings.in-0.consumer.configuration.max.poll.records=7\nspring.cloud.stream.kafka.streams.binder.configuration.producer.acks=all\n';
    expect(found('application.properties', text)).toEqual([
      ['client', { 'security.protocol': 'SSL' }],
      ['consumer', { 'max.poll.records': '7' }],
      ['producer', { acks: 'all' }],
    ]);
  });

  it('spells fixes as the place wants it', () => {
    expect(fixed('application.properties', 'spring.kafka.producer.properties.batch.sise=1\n', 'unknown-key')).toBe(
      'spring.kafka.producer.properties.batch.size=1\n',
    );
    expect(
      fixed('application.yml', 'spring:\n  kafka:\n    producer:\n      properties:\n        batch.sise: 1 # big\n', 'unknown-key'),
    ).toBe('spring:\n  kafka:\n    producer:\n      properties:\n        batch.size: 1 # big\n');
    expect(fixed('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: ALL\n', 'invalid-value')).toBe(
      'spring:\n  kafka:\n    producer:\n      acks: all\n',
    );
  });

  it('takes `properties` before a name of its own, wherever it stands', () => {
    const text =
      'spring.kafka.producer.properties.acks=all\nspring.kafka.producer.acks=0\nspring.kafka.producer.properties.enable.idempotence=true\n';
    expect(found('application.properties', text)).toEqual([['producer', { acks: 'all', 'enable.idempotence': 'true' }]]);
    expect(reports('application.properties', text)).toEqual([]);
  });

  it('tells the binder for Streams from the other, and its functions from one another', () => {
    const binding = 'bindings.in-0.consumer.configuration.max.poll.records=7\n';
    const text = `spring.cloud.stream.kafka.${binding}spring.cloud.stream.kafka.streams.${binding}spring.cloud.stream.kafka.streams.binder.functions.f.configuration.num.stream.threads=2\nspring.cloud.stream.kafka.streams.binder.functions.g.configuration.num.stream.threads=3\n`;
    expect(found('application.properties', text)).toEqual([
      ['consumer', { 'max.poll.records': '7' }],
      // It is laid over the application's properties.
      ['streams', { 'max.poll.records': '7' }],
      ['streams', { 'num.stream.threads': '2' }],
      ['streams', { 'num.stream.threads': '3' }],
    ]);
  });

  it('says the same after an edit as about the text opened afresh', () => {
    const document = open(
      'application.yml',
      'spring:\n  kafka:\n    producer:\n      acks: all\n      properties:\n        enable.idempotence: true\n',
    );
    document.reports(new Map());
    document.change({ range: { start: { line: 3, character: 12 }, end: { line: 3, character: 15 } }, text: '1' });
    expect(document.reports(new Map()).map(({ rule }) => rule.id)).toEqual(['idempotence-needs-acks-all']);
  });
});

describe('Quarkus', () => {
  it('configures a client for each channel of Kafka, on top of what is common', () => {
    const text =
      'quarkus.http.port=1\nkafka.bootstrap.servers=a:1\nmp.messaging.incoming.in.connector=smallrye-kafka\nmp.messaging.incoming.in.topic=t\nmp.messaging.incoming.in.group.id=g\n%dev.mp.messaging.incoming.in.group.id=d\nmp.messaging.outgoing.out.acks=1\nmp.messaging.outgoing.mail.connector=smallrye-amqp\nmp.messaging.outgoing.mail.acks=x\nkafka-streams.consumer.max.poll.records=7\n';
    expect(found('application.properties', text)).toEqual([
      ['client', { 'bootstrap.servers': 'a:1' }],
      ['consumer', { 'group.id': 'g' }],
      ['consumer', { 'group.id': 'd' }],
      ['producer', { acks: '1' }],
      ['consumer', { 'max.poll.records': '7' }],
    ]);
  });

  it('takes the names of its extension for Streams before those that are passed on', () => {
    const text =
      'quarkus.kafka-streams.application-id=a\nkafka-streams.application.id=b\nkafka-streams.num.stream.threads=x\nquarkus.kafka-streams.topics=t\nquarkus.kafka-streams.application-server=no port\n';
    expect(reports('application.properties', text)).toEqual([
      ['invalid-value', 'kafka-streams.num.stream.threads'],
      ['application-server-form', 'quarkus.kafka-streams.application-server'],
    ]);
  });

  it.each([
    ['application.properties', 'kafka.bootstrap.servers=a:1\nkafka.acks=most\n'],
    ['application.properties', 'greeting=hi\nkafka.topic=t\nkafka.acks=most\n%dev.kafka.group.id=g\n'],
    ['application.yml', 'greeting: hi\nkafka:\n  acks: most\n"%dev":\n  kafka:\n    group:\n      id: g\n'],
    ['META-INF/microprofile-config.properties', 'greeting=hi\nkafka.topic.in=t\nkafka.acks=most\n'],
  ])('is known by profiles and names of clients, where nothing else tells it: %s %j', (path, text) => {
    expect(reports(path, text)).toEqual([['invalid-value', text.includes('kafka.acks') ? 'kafka.acks' : 'acks']]);
  });

  it.each([
    ['a topic of its own', 'kafka.bootstrap.servers=a:1\nkafka.topic=t\nkafka.acks=most\n'],
    ['other names beside', 'server.port=1\nkafka.bootstrap.servers=a:1\nkafka.acks=most\n'],
    ['names with dashes', 'kafka.bootstrap-servers=a:1\nkafka.group.id=g\nkafka.acks=most\n'],
    ['Spring beside', 'spring.application.name=a\nkafka.bootstrap.servers=a:1\nkafka.acks=most\n'],
    ['a profile, but no client’s name', '%dev.kafka.topic=t\nkafka.servers=most\n'],
  ])('is not what a program has with %s', (_, text) => {
    expect(found('application.properties', text)).toEqual([]);
  });

  it('is not what a file of another name holds', () => {
    expect(found('tool.properties', 'kafka.bootstrap.servers=a:1\nkafka.acks=most\n')).toEqual([]);
  });

  it('takes an empty value for none', () => {
    expect(reports('application.properties', 'quarkus.a=b\nmp.messaging.incoming.in.max.poll.records=\n')).toEqual([]);
  });

  it('reads the words of YAML as Quarkus and Spring read them', () => {
    const keys = 'enable.auto.commit: no\n    max.poll.records: 1_000\n';
    expect(found('application.yml', `quarkus:\n  a: b\nkafka:\n    ${keys}`)).toEqual([
      ['client', { 'enable.auto.commit': 'false', 'max.poll.records': '1000' }],
    ]);
    expect(reports('application.yml', `quarkus:\n  a: b\nkafka:\n    ${keys}`)).toEqual([]);
    expect(reports('application.yml', `spring:\n kafka:\n  properties:\n    ${keys}`)).toEqual([]);
  });

  it('judges for Streams what only Streams reads of the properties of all clients', () => {
    const text = 'spring.kafka.properties.processing.guarantee=most\nspring.kafka.properties.acks=all\n';
    const streams = 'spring.kafka.streams.application-id=a\nspring.kafka.streams.properties.processing.guarantee=exactly_once_v2\n';
    expect(reports('application.properties', `${streams}${text}`)).toEqual([
      ['invalid-value', 'spring.kafka.properties.processing.guarantee'],
    ]);
    expect(reports('application.properties', `${streams}${text.replace('most', 'at_least_once')}`)).toEqual([]);
  });

  it('says what a misspelt name means', () => {
    expect(
      fixed(
        'application.properties',
        'mp.messaging.incoming.in.connector=smallrye-kafka\n%test.mp.messaging.incoming.in.auto.ofset.reset=latest\n',
        'unknown-key',
      ),
    ).toContain('%test.mp.messaging.incoming.in.auto.offset.reset=latest');
  });
});

describe('Micronaut', () => {
  it('configures producers, consumers and applications by their names, on top of what is common', () => {
    const text =
      'micronaut:\n  application:\n    name: a\nkafka:\n  bootstrap:\n    servers: a:1\n  enabled: maybe\n  embedded:\n    topics: t\n  producers:\n    default:\n      enable.idempotence: yes\n      key-serializer: a.B\n    orders:\n      retries: 1_000\n  consumers:\n    default:\n      max:\n        poll:\n          records: "7"\n  streams:\n    default:\n      consumer.fetch.min.bytes: 1\n';
    expect(found('application.yml', text)).toEqual([
      ['client', { 'bootstrap.servers': 'a:1' }],
      ['producer', { 'enable.idempotence': 'true' }],
      ['producer', { retries: '1000' }],
      ['consumer', { 'max.poll.records': '7' }],
      ['consumer', { 'fetch.min.bytes': '1' }],
    ]);
  });

  it('writes the same in properties', () => {
    const text = 'micronaut.application.name=a\nkafka.producers.orders.linger.mss=5\nkafka.producers.orders.acks=1\n';
    expect(fixed('application.properties', text, 'unknown-key')).toBe(text.replace('mss', 'ms'));
  });
});

describe('Debezium Server', () => {
  it('hands on what is Kafka’s, and keeps the rest', () => {
    const text =
      'debezium.sink.type=kafka\ndebezium.sink.kafka.producer.acks=all\ndebezium.source.database.user=u\ndebezium.source.offset.flush.interval.ms=0\ndebezium.source.schema.history.internal.producer.max.block.ms=5\ndebezium.transforms=a\ndebezium.transforms.a.type=org.apache.kafka.connect.transforms.InsertField$Value\n%dev.debezium.sink.kafka.producer.linger.ms=1\n';
    expect(found('application.properties', text)).toEqual([
      ['producer', { acks: 'all' }],
      ['connect-distributed', { 'offset.flush.interval.ms': '0' }],
      ['producer', { 'max.block.ms': '5' }],
      ['connector', { transforms: 'a', 'transforms.a.type': 'org.apache.kafka.connect.transforms.InsertField$Value' }],
      ['producer', { 'linger.ms': '1' }],
    ]);
  });

  it('spells fixes as its file does', () => {
    expect(fixed('application.properties', 'debezium.sink.kafka.producer.linger.msec=5\n', 'unknown-key')).toBe(
      'debezium.sink.kafka.producer.linger.ms=5\n',
    );
  });
});

describe('settings that a profile or a client uses', () => {
  it.each([
    ['application.yml', 'spring.kafka.properties.sasl.mechanism: PLAIN\n', '---\nspring.kafka.security.protocol: SASL_SSL\n'],
    [
      'application.yml',
      'spring.kafka.security.protocol: PLAINTEXT\nspring.kafka.properties.sasl.mechanism: PLAIN\n',
      'spring.kafka.producer.security.protocol: SASL_SSL\n',
    ],
    ['application.properties', 'quarkus.a=b\nkafka.sasl.mechanism=PLAIN\n', '%prod.kafka.security.protocol=SASL_SSL\n'],
    ['streams.properties', 'application.id=a\nbootstrap.servers=a:1\nsasl.mechanism=PLAIN\n', 'producer.security.protocol=SASL_SSL\n'],
  ])('are not said to be unused: %s %j %j', (path, common, over) => {
    const unused = ['security-settings-unused', expect.anything()];
    expect(reports(path, common)).toContainEqual(unused);
    expect(reports(path, common + over)).not.toContainEqual(unused);
  });
});

describe('Spring’s own login module', () => {
  const kafka = 'spring.kafka.properties.security.protocol=SASL_SSL\nspring.kafka.consumer.properties.security.protocol=SASL_SSL\n';

  it.each(['spring.kafka.jaas.login-module=a.B', 'spring.cloud.stream.kafka.binder.jaas.loginModule=a.B'])(
    '%s logs all clients in',
    (line) => {
      expect(reports('application.properties', `${kafka}${line}\n`)).toEqual([]);
    },
  );

  it('a binder of its own has what is said for all binders', () => {
    const binder = 'spring.cloud.stream.kafka.binder.configuration';
    const all = `${binder}.security.protocol=SASL_SSL\n${binder}.sasl.mechanism=PLAIN\n`;
    const one = `spring.cloud.stream.binders.a.environment.${binder}.sasl.jaas.config=\${JAAS}\n`;
    expect(reports('application.properties', all + one)).toEqual([]);
  });

  it('is missed where there is none', () => {
    expect(reports('application.properties', kafka)).toContainEqual(['sasl-without-jaas', 'spring.kafka.properties.security.protocol']);
  });
});

describe('programs around Kafka', () => {
  it.each([
    [
      'ksql-server.properties',
      'ksql.service.id=x\nlisteners=http://0.0.0.0:8088\nksql.streams.producer.acks=ALL\n',
      [['invalid-value', 'ksql.streams.producer.acks']],
    ],
    [
      'replicator.properties',
      'topic.whitelist=a\ntopic.rename.format=${topic}.copy\nconfig.storage.topic=c\nsrc.kafka.security.protocol=TLS\n',
      [['invalid-value', 'src.kafka.security.protocol']],
    ],
    [
      'schema-registry.properties',
      'listeners=http://0.0.0.0:8081\nkafkastore.topic=_schemas\nkafkastore.bootstrap.servers=PLAINTEXT://a:9092\nkafkastore.security.protocol=TLS\n',
      [['invalid-value', 'kafkastore.security.protocol']],
    ],
    [
      'kafka-rest.properties',
      'id=x\nlisteners=http://0.0.0.0:8082\nbootstrap.servers=PLAINTEXT://a:9092\nclient.security.protocol=TLS\nconsumer.max.poll.records=x\n',
      [
        ['invalid-value', 'client.security.protocol'],
        ['invalid-value', 'consumer.max.poll.records'],
      ],
    ],
    [
      'control-center.properties',
      'confluent.controlcenter.data.dir=/d\nzookeeper.connect=z:2181\nconfluent.controlcenter.streams.security.protocol=TLS\n',
      [['invalid-value', 'confluent.controlcenter.streams.security.protocol']],
    ],
    [
      'cruisecontrol.properties',
      'bootstrap.servers=a:1\nmetric.sampler.class=x\ncapacity.config.file=c.json\nzookeeper.connect=z:2181\nsecurity.protocol=TLS\n',
      [['invalid-value', 'security.protocol']],
    ],
  ])('%s: their clients are judged, the rest is theirs', (path, text, expected) => {
    expect(reports(path, text)).toEqual(expected);
  });
});

describe('connectors in JSON', () => {
  it.each([
    '{ "connector.class": "FileStreamSource", "tasks.max": "x", "topic": "t" }',
    '{ "name": "a", "config": { "connector.class": "FileStreamSource", "tasks.max": "x", "topic": "t" } }',
    '[{ "name": "a", "config": { "connector.class": "FileStreamSource", "tasks.max": "x", "topic": "t" } }]',
    '{ "connectorConfiguration": { "connector.class": "com.example.Mine", "tasks.max": "x", "mine.own": 1, "producer.override.compression.type": "lz4" } }',
  ])('%s', (text) => {
    expect(reports('c.json', text)).toEqual([['invalid-value', 'tasks.max']]);
  });

  it('leaves other JSON alone', () => {
    expect(found('package.json', '{ "name": "kafka-thing", "config": { "tasks.max": "x" } }')).toEqual([]);
  });
});

describe('librdkafka', () => {
  it.each([
    ['client.properties', 'bootstrap.servers=a:1\nsasl.username=u\nsasl.mechanisms=PLAIN\n', 'librdkafka'],
    ['client.properties', 'bootstrap.servers=a:1\nsasl.jaas.config=x\nsasl.mechanism=PLAIN\n', 'java'],
    ['kcat.conf', 'bootstrap.servers=a:1\nsecurity.protocol=ssl\n', 'librdkafka'],
    ['producer.properties', 'metadata.broker.list=a:1\nproducer.type=sync\nserializer.class=x\n', 'java'],
    ['producer.properties', 'metadata.broker.list=a:1\ncompression.codec=lz4\n', 'librdkafka'],
    ['producer.properties', 'key.serializer=a\nvalue.serializer=b\nsasl.mechanisms=PLAIN\n', 'java'],
    ['c.properties', '# kafka-config: family=librdkafka role=producer\nacks=all\n', 'librdkafka'],
  ])('%s %j is for %s', (path, text, family) => {
    expect(open(path, text).placement.configs.map(({ identity }) => identity.family)).toEqual([family]);
  });

  it('lists what stands in the sections of an INI file', () => {
    const document = open('client.ini', '[default]\nbootstrap.servers=a:1\n[consumer]\ngroup.id=g\n');
    expect(symbols(document).map(({ name }) => name)).toEqual(['bootstrap.servers', 'group.id']);
  });

  it('reads the sections of an INI file as the clients that they are for', () => {
    expect(
      reports(
        'getting_started.ini',
        '[default]\nbootstrap.servers=a:1\nsession.timeout.ms=60000\n[consumer]\ngroup.id=g\nmax.poll.interval.ms=30000\n[app]\nanything.at.all=1\n',
      ),
    ).toEqual([['librdkafka-limits', 'max.poll.interval.ms']]);
  });
});

describe('completion and hover', () => {
  const labels = (path: string, text: string): readonly string[] => {
    const [before = '', after = ''] = text.split('¦');
    const place = { line: before.split('\n').length - 1, character: before.split('\n').at(-1)?.length ?? 0 };
    return completion(open(path, before + after), place)?.items.map(({ label }) => label) ?? [];
  };

  it('call names as the place does', () => {
    expect(labels('application.yml', 'spring:\n  kafka:\n    producer:\n      ¦acks: all\n')).toContain('batch-size');
    expect(labels('application.yml', 'spring:\n  kafka:\n    producer:\n      properties:\n        ¦linger.ms: 1\n')).toContain(
      'batch.size',
    );
    expect(labels('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: all\n  ¦\n')).toEqual([]);
    expect(labels('c.ini', '[consumer]\ngroup.id=g\nsession.timeout.ms=1\n¦\n')).toContain('enable.auto.offset.store');
    expect(labels('m.tf', 'resource "aws_msk_configuration" "c" {\n  server_properties = <<EOF\nlog.cleanup.policy=¦\nEOF\n}\n')).toEqual([
      'compact',
      'delete',
    ]);
  });

  it('speak of librdkafka’s own facts', () => {
    const document = open('client.properties', 'sasl.username=u\nlinger.ms=5\n');
    expect(hover(document, { line: 1, character: 2 }, undefined)?.markdown).toMatch(
      /between 0 and 900000 .* default: `5`[\s\S]*Another name for `queue.buffering.max.ms`/,
    );
  });
});

describe('a name of a nested file that is written in one line', () => {
  it.each([
    ['spring.kafka.consumer.properties.max.pol.records: 5\n', 'spring.kafka.consumer.properties.max.poll.records: 5\n'],
    ['spring:\n  kafka:\n    admin.properties.request.timeout.mss: 5\n', 'spring:\n  kafka:\n    admin.properties.request.timeout.ms: 5\n'],
    [
      'mp.messaging.incoming.p.connector: smallrye-kafka\nmp.messaging.incoming.p.max.pol.records: 5\n',
      'mp.messaging.incoming.p.connector: smallrye-kafka\nmp.messaging.incoming.p.max.poll.records: 5\n',
    ],
    [
      'mp:\n  messaging:\n    incoming:\n      p.connector: smallrye-kafka\n      p.max.pol.records: 5\n',
      'mp:\n  messaging:\n    incoming:\n      p.connector: smallrye-kafka\n      p.max.poll.records: 5\n',
    ],
  ])('keeps what stands before it: %j', (text, expected) => {
    expect(fixed('application.yml', text, 'unknown-key')).toBe(expected);
  });

  it.each([
    'spring:\n  kafka:\n    producer:\n      properties:\n        max:\n          block:\n            mss: 5\n',
    'mp.messaging:\n  incoming.p:\n    connector: smallrye-kafka\n    max:\n      pol.records: 5\n',
  ])('stays where it is split over maps: %j', (text) => {
    const found = open('application.yml', text)
      .reports(new Map())
      .filter(({ rule }) => rule.id === 'unknown-key');
    expect(found.flatMap(({ finding }) => finding.fixes ?? []).map(editsOf)).toEqual([undefined]);
  });
});
