import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';

/** A file that is typed in: what it holds, and lines that have a say in the place of others. */
interface Typed {
  readonly path: string;
  readonly text: readonly string[];
  readonly lines: readonly string[];
  /** What lies beside it. */
  readonly beside?: Readonly<Record<string, string>>;
}

const files: Readonly<Record<string, Typed>> = {
  'a broker': {
    path: 'a.properties',
    text: ['process.roles=broker', 'node.id=1', '# remark', 'log.dirs=/a,/a', 'num.partitions=x', 'num.partition=3', 'my.own=1'],
    lines: [
      'zookeeper.connect=a',
      'process.roles=controller',
      'a{',
      'acks=most',
      'mp.messaging.x=1',
      'group.id=',
      'spring.kafka.producer.acks=x',
    ],
  },
  'a client': {
    path: 'client.properties',
    text: ['bootstrap.servers=a:1', 'security.protocol=SSL', 'client.id=null', 'acks=most'],
    lines: [
      'sasl.username=u',
      'a.b.c=null',
      'x=1',
      'group.id=',
      'ksql.service.id=a',
      'key.serializer=x',
      'log4j.rootLogger=A',
      'metrics.recording.level=x',
    ],
  },
  MirrorMaker: {
    path: 'mm2.properties',
    text: [
      'clusters=A,B',
      'A.bootstrap.servers=a:1',
      'A->B.enabled=true',
      'A->B.topics=x',
      'A.producer.acks=most',
      'B.admin.retries=x',
      'B.tasks.max=y',
    ],
    lines: [
      'clusters=A',
      'A->B.enabled=false',
      'B->A.enabled=true',
      'B->A.topics=.*',
      'emit.heartbeats.enabled=false',
      'B.consumer.acks=x',
      'A->C.x=1',
      'A->B.topics.exclude=[',
      'A->B.producer.acks=x',
      'offset-syncs.topic.location=target',
      'A->B.sync.group.offsets.enabled=true',
    ],
  },
  'a connector': {
    path: 'connect-a.properties',
    text: [
      'name=a',
      'connector.class=a.JdbcSinkConnector',
      'producer.override.acks=most',
      'consumer.override.max.poll.records=x',
      'topics=a',
      'transforms.t.regex=[',
      'transforms.t.offset.field=x',
    ],
    lines: [
      'transforms.t.type=org.apache.kafka.connect.transforms.RegexRouter',
      'transforms.t.type=org.apache.kafka.connect.transforms.InsertField$Value',
      'errors.deadletterqueue.topic.name=d',
      'connector.class=a.FileSourceConnector',
      'topic.creation.groups=a',
      'topic.creation.b.partitions=1',
      'topic.creation.b.include=x',
      'value.converter.schemas.enable=true',
      'value.converter.x=1',
      'offsets.storage.topic=o',
      'transforms=t',
      'admin.override.retries=x',
    ],
  },
  'a program of Streams': {
    path: 'streams.properties',
    text: ['application.id=a', 'bootstrap.servers=a:1', ...[1, 2, 3, 4, 5].map((i) => `client.tag.t${i}=${i}`)],
    lines: ['client.tag.t6=6', 'client.tag.t7=7', 'client.tag.t1=one', 'rack.aware.assignment.tags=t9'],
  },
  log4j: {
    path: 'log4j.properties',
    text: [
      'log4j.rootLogger=INFO, A',
      'log4j.appender.A=org.apache.log4j.varia.NullAppender',
      'log4j.logger.x=INFO',
      'log4j.appender.B.name=b',
    ],
    lines: [
      'log4j.appender.B.threshold=INFO',
      'log4j.appender.A.name=${a.name}',
      'a.name=b',
      'b=${x:-y}',
      'log4j.logger.kafka.x=INFO',
      'log4j.logger.y=LOUD',
      'process.roles=broker',
      'appender.a.type=Console',
      'x=${hadoop.log.dir}',
    ],
  },
  Spring: {
    path: 'application.properties',
    text: [
      'spring.application.name=a',
      'spring.kafka.producer.acks=most',
      'spring.kafka.security.protocol=PLAINTEXT',
      'spring.kafka.properties.sasl.mechanism=x',
      'spring.kafka.consumer.properties.isolation.level=x',
      'spring.cloud.stream.kafka.binder.configuration.linger.ms=x',
      'spring.cloud.stream.kafka.bindings.b.producer.configuration.acks=most',
      '#---',
      'spring.kafka.producer.acks=least',
    ],
    lines: [
      'spring.kafka.producer.properties.acks=0',
      'spring.kafka.consumer.isolation-level=y',
      'spring.kafka.jaas.login-module=a.B',
      'spring.kafka.properties.security.protocol=SASL_SSL',
      'spring.kafka.consumer.max-poll-records=x',
      'spring.cloud.stream.kafka.binder.configuration.acks=most',
      'spring.cloud.stream.kafka.bindings.c.consumer.configuration.max.poll.records=x',
      'micronaut.a=b',
      '#---',
      'x=1',
    ],
  },
  Quarkus: {
    path: 'application.properties',
    text: [
      'quarkus.a=b',
      'kafka.security.protocol=x',
      'mp.messaging.outgoing.o.connector=smallrye-kafka',
      'mp.messaging.outgoing.o.acks=most',
      'mp.messaging.incoming.i.max.poll.records=x',
      '%dev.mp.messaging.outgoing.o.acks=least',
    ],
    lines: [
      'mp.messaging.incoming.i.connector=smallrye-amqp',
      'mp.messaging.outgoing.o.connector=smallrye-amqp',
      'mp.messaging.incoming.i.address=a',
      'mp.messaging.incoming.i.group.id=g',
      'kafka.sasl.mechanism=PLAIN',
      'amqp-host=a',
      'mp.messaging.outgoing.p.acks=none',
      'spring.kafka.producer.acks=x',
      '#---',
    ],
  },
  'clients of no program that is named': {
    path: 'application.properties',
    text: ['kafka.bootstrap.servers=a:1', 'kafka.acks=most', 'kafka.max.poll.records=x'],
    lines: [
      'server.port=1',
      '%dev.a=b',
      'kafka.mine=1',
      'debezium.sink.type=kafka',
      'micronaut.a=b',
      'bootstrap.servers=a:1',
      'kafka.ack=1',
    ],
  },
  Micronaut: {
    path: 'application.properties',
    text: ['micronaut.a=b', 'kafka.acks=most', 'kafka.producers.p.linger.ms=x', 'kafka.security.protocol=y'],
    lines: ['micronaut.c=d', 'quarkus.a=b', 'kafka.consumers.c.max.poll.records=x', 'kafka.security.protocol=SSL', 'ksql.a=b'],
  },
  ksqlDB: {
    path: 'a.properties',
    text: ['ksql.service.id=x', 'security.protocol=y', 'ksql.streams.producer.acks=most', 'producer.retries=x', 'listeners=http://a'],
    lines: [
      'ksql.streams.acks=x',
      'process.roles=broker',
      'kafkastore.acks=x',
      'log.dirs=/a',
      'config.storage.topic=a',
      'application.id=a',
    ],
  },
  'Schema Registry': {
    path: 'schema-registry.properties',
    text: ['kafkastore.security.protocol=x', 'listeners=http://a', 'kafkastore.ssl.protocol=y'],
    lines: ['kafkastore.retries=x', 'ksql.a=b', 'broker.id=1', 'kafka.rest.x=1', 'client.acks=1'],
  },
  INI: {
    path: 'c.ini',
    text: [
      'bootstrap.servers=a:1',
      '[default]',
      'session.timeout.ms=x',
      '[consumer]',
      'group.id=g',
      'max.poll.interval.ms=30000',
      '[app]',
      'acks=x',
    ],
    lines: [
      '[producer]',
      'acks=one',
      '  go on',
      '; remark',
      'fetch.max.wait.ms=x',
      '[',
      'security.protocol=null',
      'key.serializer=x',
      'process.roles=broker',
    ],
  },
  'INI without sections': {
    path: 'librdkafka.ini',
    text: ['bootstrap.servers=a:1', 'sasl.username=u', 'acks=most', '  x'],
    lines: ['[x]', 'linger.ms=x', ' go on', 'partitioner=y', 'key.serializer=x', '# remark'],
  },
  variables: {
    path: '.env',
    text: [
      'KAFKA_PROCESS_ROLES=broker',
      'KAFKA_NUM_PARTITIONS=x',
      'OTHER=a',
      'KAFKA_NUM_IO_THREADS="y"',
      'SPRING_KAFKA_PRODUCER_ACKS=most',
    ],
    lines: [
      'KAFKA_ZOOKEEPER_CONNECT=a',
      'KAFKA_CFG_NUM_PARTITIONS=z',
      'CONNECT_CONFIG_STORAGE_TOPIC=a',
      'KAFKA_SSL_KEYSTORE_FILENAME=a',
      'KAFKA_OPTS=-Dlog4j.configuration=a',
      'KAFKA_LOG4J_ROOT_LOGLEVEL=LOUD',
      'SPRING_KAFKA_CONSUMER_MAX_POLL_RECORDS=x',
      'MP_MESSAGING_INCOMING_I_CONNECTOR=smallrye-amqp',
      'MP_MESSAGING_INCOMING_I_MAX_POLL_RECORDS=x',
      "KAFKA_LOG_DIRS='",
      'A=1',
    ],
  },
  'variables of a program': {
    path: '.env',
    text: ['A=1', 'MP_MESSAGING_INCOMING_I_MAX_POLL_RECORDS='],
    lines: ['SPRING_KAFKA_PRODUCER_ACKS=', 'MP_MESSAGING_INCOMING_I_CONNECTOR=smallrye-amqp', 'QUARKUS_A=b', 'KAFKA_ACKS=most'],
  },
  'variables of a service': {
    path: '/a/.env',
    text: [
      'OTHER=a',
      'KAFKA_PROCESS_ROLES=broker',
      'KAFKA_NODE_ID=x',
      'KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://a:1',
      'KAFKA_LOG_DIRS=/a,/a',
    ],
    lines: [
      'KAFKA_CFG_NODE_ID=1',
      'CLUSTER_ID=a',
      'KAFKA_PROCESS_ROLES=controller',
      'KAFKA_OPTS=-Dlog4j.configuration=a',
      'KAFKA_SSL_KEYSTORE_FILENAME=a',
      'KAFKA_LISTENERS=x',
      'KAFKA_ZOOKEEPER_CONNECT=a',
      'KAFKA_NUM_PARTITIONS=x',
    ],
    beside: {
      './': 'compose.yaml\n',
      'compose.yaml':
        'services:\n  k:\n    image: confluentinc/cp-kafka:7.6.0\n    env_file: .env\n    environment:\n      KAFKA_NUM_IO_THREADS: 3\n',
    },
  },
  Terraform: {
    path: 'msk.tf',
    text: [
      'locals {',
      '  shared = {',
      '    "cleanup.policy" = "x"',
      '  }',
      '}',
      'resource "aws_msk_configuration" "c" {',
      '  kafka_versions = ["3.5.1"]',
      '  server_properties = <<EOF',
      'num.partitions = x',
      'log.dirs = /a',
      'EOF',
      '}',
      '',
      '# remark',
      'resource "kafka_topic" "t" {',
      '  config = merge(local.shared, {',
      '    "retention.ms" = "y"',
      '  })',
      '}',
      'resource "aws_msk_configuration" "d" {',
      '  server_properties = "log.dirs=/a\\nnum.io.threads=x"',
      '}',
    ],
    lines: [
      '  shared = { "segment.bytes" = "z" }',
      'EOF',
      '}',
      'resource "aws_msk_configuration" "e" {',
      'num.io.threads = x',
      '  kafka_versions = ["2.8.1"]',
      '%{ if x }',
      '  config = local.shared',
      '  server_properties = <<EOT',
    ],
  },
};

const directives = [
  '# kafka-config: ignore=invalid-value',
  '# kafka-config: role=none',
  '# kafka-config: version=3.0',
  '# kafka-config: a=b',
];

/** What is found, and what is said about it. */
function summary(document: Document): unknown {
  const said = document
    .reports(new Map())
    .map(({ rule, finding, severity }) =>
      JSON.stringify([rule.id, severity, finding.message, rangeOf(finding.at.entry, finding.part ?? 'value')]),
    );
  const configs = document.placement.configs
    .filter(({ size }) => size > 0)
    .map(({ identity: { role, kafka, family, whole }, size }) => JSON.stringify([role, kafka, family, whole, size]));
  return { said: said.sort(), configs: configs.sort() };
}

function open({ path, beside }: Typed, text: string): Document {
  return new Document(text, pickFormat(path) ?? properties, { path, ...(beside && { beside: (name: string) => beside[name] }) });
}

function insert(document: Document, line: number, character: number, text: string): void {
  document.change({ range: { start: { line, character }, end: { line, character } }, text });
}

function remove(document: Document, line: number, character: number, length: number): void {
  document.change({ range: { start: { line, character }, end: { line, character: character + length } }, text: '' });
}

/** What an author does at a line. */
const doings = (lines: readonly string[]) =>
  fc.record({
    line: fc.nat(40),
    asked: fc.boolean(),
    doing: fc.oneof(
      // A line key by key, in part.
      fc.record({ kind: fc.constant('types' as const), text: fc.constantFrom(...lines), until: fc.nat(60) }),
      // Something behind what is there, or within it, and away again.
      fc.record({ kind: fc.constant('changes' as const), text: fc.constantFrom('x', '1', '"', '{', '='), until: fc.nat(60) }),
      fc.record({ kind: fc.constant('tries' as const), text: fc.constantFrom('x', ' ', '"', '\n', '[', '.'), until: fc.nat(60) }),
      fc.record({ kind: fc.constant('remarks' as const), text: fc.constantFrom('#', '# kafka-config: ', '#---\n'), until: fc.constant(0) }),
      fc.record({ kind: fc.constant('drops' as const), text: fc.constant(''), until: fc.nat(2) }),
      fc.record({
        kind: fc.constant('pastes' as const),
        text: fc.subarray([...lines]).map((some) => some.join('\n')),
        until: fc.constant(0),
      }),
    ),
  });

type Doing = ReturnType<typeof doings> extends fc.Arbitrary<infer T> ? T : never;

function act(document: Document, { line, doing: { kind, text, until } }: Doing, ask: () => void): void {
  const at = line % document.lines.length;
  const place = Math.min(until, document.lines[at]?.length ?? 0);
  if (kind === 'changes') insert(document, at, place, text);
  else if (kind === 'remarks') insert(document, at, 0, text);
  else if (kind === 'pastes') insert(document, at, 0, `${text}\n`);
  else if (kind === 'drops')
    document.change({ range: { start: { line: at, character: 0 }, end: { line: at + until, character: 0 } }, text: '' });
  else if (kind === 'tries') {
    insert(document, at, place, text);
    ask();
    if (text === '\n') document.change({ range: { start: { line: at, character: place }, end: { line: at + 1, character: 0 } }, text: '' });
    else remove(document, at, place, text.length);
  } else {
    insert(document, at, 0, '\n');
    [...text].slice(0, until + 1).forEach((character, i) => {
      insert(document, at, i, character);
      ask();
    });
  }
}

describe.each(Object.entries(files))('%s', (_, file) => {
  it('says the same while it is typed in as about the text opened afresh', () => {
    fc.assert(
      fc.property(fc.array(doings([...file.lines, ...file.text, ...directives]), { minLength: 1, maxLength: 5 }), (all) => {
        const document = open(file, file.text.join('\n'));
        document.reports(new Map());
        for (const one of all) act(document, one, () => void (one.asked && document.reports(new Map())));
        expect(summary(document)).toEqual(summary(open(file, document.text())));
      }),
      { numRuns: 150 },
    );
  });
});

/** Edits of one stretch that have a say in the place of other lines. */
it.each<readonly [file: string, what: string, by: string]>([
  ['a broker', 'roles=broker', 'roles=controller'],
  ['a client', 'acks=most', 'acks=null'],
  ['MirrorMaker', 'enabled=true', 'enabled=false'],
  ['MirrorMaker', 'clusters=A,B', 'clusters=A'],
  ['a connector', 'JdbcSinkConnector', 'JdbcSourceConnector'],
  ['log4j', 'logger.x', 'logger.kafka'],
  ['Spring', 'spring.kafka.consumer.properties.isolation.level', 'spring.kafka.producer.properties.acks'],
  ['Spring', 'spring.kafka.properties.sasl.mechanism', 'spring.kafka.properties.security.protocol'],
  ['Spring', 'spring.application.name', 'spring.kafka.jaas.login-module'],
  ['Spring', '#---', '# ---'],
  ['Quarkus', '=smallrye-kafka', '=smallrye-amqp'],
  ['Quarkus', 'quarkus.a', 'spring.kafka.producer.retries'],
  ['clients of no program that is named', 'kafka.acks=most', 'server.port=1'],
  ['Micronaut', 'micronaut.a', 'quarkus.a'],
  ['ksqlDB', 'listeners=', 'log.dirs='],
  ['INI', '[consumer]', '[producer]'],
  ['INI', '[consumer]', '; no section'],
  ['variables', 'PRODUCER_ACKS=most', 'PRODUCER_ACKS='],
  ['variables', 'NUM_PARTITIONS', 'ZOOKEEPER_CONNECT'],
  ['variables of a program', 'RECORDS=', 'RECORDS=x'],
  ['variables of a service', 'ROLES=broker', 'ROLES=controller'],
  ['variables of a service', 'OTHER', 'KAFKA_OPTS'],
  ['Terraform', '"3.5.1"', '"2.8.1"'],
  ['Terraform', 'merge(local.shared', 'merge(local.other'],
  ['Terraform', '"x"', '"compact"'],
])('%s: %j becomes %j and is again what it was', (name, what, by) => {
  const file = files[name];
  if (file === undefined) expect.unreachable(name);
  const document = open(file, file.text.join('\n'));
  const check = (): void => expect(summary(document)).toEqual(summary(open(file, document.text())));
  check();
  for (const [from, to] of [
    [what, by],
    [by, what],
  ] as const) {
    const line = document.lines.findIndex((text) => text.includes(from));
    const character = document.lines[line]?.indexOf(from) ?? 0;
    document.change({ range: { start: { line, character }, end: { line, character: character + from.length } }, text: to });
    check();
  }
  expect(document.text()).toBe(file.text.join('\n'));
});
