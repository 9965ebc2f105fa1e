import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { yaml } from '../../server/src/formats/yaml.ts';

/** Files of every kind, and lines that may be typed into them. */
const files: readonly (readonly [path: string, text: string, lines: readonly string[]])[] = [
  [
    'application.yml',
    'spring:\n  kafka:\n    security.protocol: SASL_SSL\n    producer:\n      acks: 1\n      properties:\n        enable.idempotence: true\n---\nspring.kafka.producer.acks: all\nother: 1\n',
    [
      '        sasl.jaas.config: x',
      '    consumer:',
      '      max-poll-records: x',
      '---',
      'spring:',
      '      acks:',
      '        nested: 1',
      '      properties:',
      '    streams:',
      '        acks: all',
      '        enable.idempotence: false',
      '    properties: {sasl.mechanism: PLAIN, acks: most}',
      '  kafka:',
      '    half',
      '  jaas.loginmodule: x',
      'quarkus: 1',
      '# kafka-config: ignore=all',
    ],
  ],
  [
    'application.yaml',
    'spring:\n  kafka:\n    bootstrap-servers: a\n    consumer:\n      max-poll-records: x\n      properties:\n        session.timeout.ms: y\n    producer:\n      acks: most\n      properties:\n        linger.ms: z\n        acks: none\nserver:\n  port: 1\n---\nspring:\n  config:\n    activate:\n      on-profile: p\n  kafka:\n    producer:\n      batch-size: 5KB\n      properties:\n        retries: w\n',
    [
      '    producer:',
      '    producers:',
      '      other:',
      '    admin:',
      '  kafka:',
      '  cloud:',
      '      properties:',
      '      acks: 0',
      '        acks: all',
      '        sasl:',
      '          mechanism: x',
      '          jaas.loginmodule: x',
      '      key-serializer: {a: b}',
      '---',
      'spring.kafka.properties.acks: most',
    ],
  ],
  [
    'application.properties',
    'spring.kafka.producer.acks=1\nspring.kafka.producer.properties.enable.idempotence=true\n#---\nspring.kafka.producer.acks=all\nspring.kafka.streams.properties.consumer.max.poll.records=x\n',
    [
      '#---',
      'spring.kafka.producer.acks=all',
      'spring.kafka.producer.properties.acks=0',
      'spring.kafka.properties.acks=0',
      'spring.kafka.properties.sasl.mechanism=PLAIN',
      'spring.kafka.producer.properties.security.protocol=SASL_SSL',
      'spring.kafka.producer.batch-size=1KB',
      'x=1',
      'quarkus.a=b',
      'spring.kafka.consumer.max-poll-records=x',
    ],
  ],
  [
    'application.properties',
    'spring.cloud.stream.kafka.binder.producer-properties.enable.idempotence=true\nspring.cloud.stream.kafka.bindings.o.producer.configuration.acks=1\nspring.cloud.stream.kafka.binder.required-acks=x\n',
    [
      'spring.cloud.stream.kafka.binder.configuration.security.protocol=x',
      'spring.cloud.stream.kafka.binder.configuration.group.id=g',
      'spring.kafka.producer.acks=most',
      'spring.kafka.producer.retries=0',
      'spring.cloud.stream.kafka.bindings.o.producer.topic.properties.retention.ms=x',
      'spring.cloud.stream.kafka.bindings.i.consumer.dlq-producer-properties.configuration.acks=x',
      'spring.cloud.stream.kafka.streams.bindings.i.consumer.configuration.num.stream.threads=x',
      '#---',
    ],
  ],
  [
    'application.properties',
    'quarkus.a=b\nkafka.security.protocol=x\nmp.messaging.outgoing.o.acks=1\nmp.messaging.outgoing.o.enable.idempotence=true\nkafka-streams.consumer.max.poll.records=x\n',
    [
      'mp.messaging.outgoing.o.connector=smallrye-amqp',
      'mp.messaging.outgoing.p.acks=none',
      'mp.messaging.outgoing.o.address=a',
      'rabbitmq-host=a',
      '%dev.mp.messaging.outgoing.o.acks=none',
      'kafka.acks=none',
      'mp.messaging.incoming.i.group-id=g',
      'kafka.sasl.mechanism=PLAIN',
      '%dev.kafka.security.protocol=SSL',
      'spring.kafka.producer.acks=1',
    ],
  ],
  [
    'application.properties',
    'kafka.bootstrap.servers=a:1\nkafka.acks=most\nkafka.group.id=g\n',
    [
      'kafka.topic=t',
      'server.port=1',
      '%dev.kafka.max.poll.records=x',
      '%dev.greeting=hi',
      'debezium.sink.kafka.producer.acks=x',
      'acks=most',
    ],
  ],
  [
    'config-map.yaml',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  application.properties: |\n    a=b\n    spring.kafka.producer.acks=most\n    kafka.acks=most\n    c=d\n',
    [
      '    #---',
      '    spring.kafka.consumer.max-poll-records=x',
      '    %dev.kafka.acks=none',
      '    kafka.group.id=g',
      '    ksql.streams.acks=x',
      '    acks=most',
      '  other.properties: |',
    ],
  ],
  [
    'values.yaml',
    'app:\n  application.yml: |\n    spring:\n      kafka:\n        producer:\n          acks: most\n    ---\n    spring:\n      kafka:\n        consumer:\n          max-poll-records: x\n  b: c\n',
    [
      '          retries: x',
      '        consumer:',
      '    ---',
      '    spring.kafka.producer.acks: none',
      '{{- if .Values.x }}',
      '  application.properties: |',
      '    spring.kafka.producer.acks=none',
      '    # kafka-config: ignore=all',
      '          properties:',
      '            linger: {ms: x}',
      '    #---',
    ],
  ],
  [
    'application.yml',
    'micronaut:\n  a: b\nkafka:\n  acks: most\n  producers:\n    p:\n      retries: x\n      linger.ms: 5s\n',
    [
      '  c:',
      '      acks: none',
      '    q:',
      'kafka.consumers.d.max.poll.records: x',
      'micronaut.x: 1',
      'quarkus.x: 1',
      '      enable.idempotence: no',
    ],
  ],
  [
    'values.yaml',
    '# kafka\nimage:\n  repository: bitnami/kafka\n  tag: 3.4.0\nextraConfig: |\n  broker.id=1\n  zookeeper.connect=a:1\nbroker:\n  version: 3.9.0\n  configurationOverrides:\n    inter.broker.protocol.version: "3.9"\n  extraEnvVars:\n    - name: KAFKA_CFG_NUM_PARTITIONS\n      value: x\n',
    [
      '  tag: 4.0.0',
      '  version: 4.1.0',
      'kafkaVersion: 4.0.0',
      'imageTag: 7.4.0',
      '---',
      '  image: apache/kafka:3.1.0',
      '    num.io.threads: x',
    ],
  ],
  [
    'compose.yaml',
    'x-a: &a\n  SPRING_KAFKA_PRODUCER_ACKS: most\nservices:\n  app:\n    image: a\n    environment:\n      <<: *a\n      SPRING_KAFKA_CONSUMER_MAX_POLL_RECORDS: x\n  b:\n    image: apache/kafka:4.0.0\n    environment:\n      - KAFKA_NODE_ID=1\n',
    [
      '      SPRING_KAFKA_PRODUCER_ACKS: all',
      '      - SPRING_KAFKA_CONSUMER_ISOLATION_LEVEL=x',
      '      - KAFKA_NUM_PARTITIONS=x',
      '      KAFKA_CLUSTERS_0_PROPERTIES_ACKS: x',
      '    environment:',
      'services:',
    ],
  ],
  [
    '.env',
    '# kafka\nQUARKUS_A=b\nKAFKA_BOOTSTRAP_SERVERS=broker\nMP_MESSAGING_INCOMING_A_AUTO_OFFSET_RESET=x\nSPRING_KAFKA_PRODUCER_ACKS=most\n',
    [
      'SPRING_KAFKA_PRODUCER_ACKS=all',
      'MP_MESSAGING_INCOMING_A_CONNECTOR=smallrye-amqp',
      'KAFKA_PROCESS_ROLES=x',
      'KAFKA_NODE_ID=y',
      'KAFKA_STREAMS_NUM_STREAM_THREADS=x',
      'SPRING_CLOUD_STREAM_KAFKA_BINDER_CONFIGURATION_SECURITY_PROTOCOL=x',
    ],
  ],
  [
    'ksql-server.properties',
    'ksql.service.id=x\nksql.streams.producer.acks=none\ncompression.type=x\nlisteners=http://a\n',
    ['process.roles=broker', 'kafkastore.security.protocol=x', 'ksql.streams.num.standby.replicas=x', 'producer.acks=none', 'log.dirs=/a'],
  ],
  [
    'client.properties',
    'sasl.username=u\nacks=1\nenable.idempotence=true\nlinger.ms=5s\n',
    [
      'sasl.jaas.config=x',
      'key.serializer=x',
      'ssl.truststore.location=x',
      'retries=0',
      'delivery.timeout.ms=1',
      'batch.sise=1',
      '# kafka-config: librdkafka=1.9',
      'acks=all',
      'message.max.bytes=1',
    ],
  ],
  [
    'c.ini',
    '[default]\nbootstrap.servers=a:1\nsession.timeout.ms=60000\n[consumer]\ngroup.id=g\nmax.poll.interval.ms=30000\n',
    ['[producer]', 'acks=one', '  continued', '; remark', '[app]', 'fetch.max.wait.ms=1', '# kafka-config: role=producer'],
  ],
  [
    'msk.tf',
    'resource "aws_msk_configuration" "c" {\n  kafka_versions = ["3.5.1"]\n  server_properties = <<EOF\nnum.partitions = x\nlog.dirs = /a\nEOF\n}\n',
    ['EOF', '}', 'resource "x" "y" {', 'num.io.threads = x', '  kafka_versions = ["2.8.1"]', '%{ if x }', '# kafka-config: ignore=all'],
  ],
];

function summary(document: Document): unknown {
  return document
    .reports(new Map())
    .map(({ rule, finding, severity }) =>
      JSON.stringify([rule.id, severity, finding.message, rangeOf(finding.at.entry, finding.part ?? 'value')]),
    )
    .sort();
}

describe.each(files)('%s', (path, text, lines) => {
  it(`says the same after edits as about the text opened afresh: ${text.split('\n', 1)[0]}`, () => {
    const edit = fc.record({
      line: fc.nat(24),
      character: fc.oneof(fc.constant(0), fc.nat(12)),
      length: fc.nat(2),
      text: fc.oneof(
        fc.array(fc.constantFrom(...lines, ...text.split('\n')), { maxLength: 3 }),
        fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const format = pickFormat(path) ?? properties;
        const document = new Document(text, format, { path });
        document.reports(new Map());
        for (const { line, character, length, text: typed } of edits) {
          const at = line % document.lines.length;
          const from = Math.min(character, document.lines[at]?.length ?? 0);
          const end = { line: Math.min(at + length, document.lines.length), character: length === 0 ? from : 0 };
          const text = from === 0 ? typed.map((one) => `${one}\n`).join('') : typed.join('\n');
          document.change({ range: { start: { line: at, character: from }, end }, text });
          document.reports(new Map());
        }
        // YAML that says nothing of Kafka any more is not read at all when it is opened.
        if (!/kafka/.test(document.text())) return;
        expect(summary(document)).toEqual(summary(new Document(document.text(), format, { path })));
      }),
      { numRuns: 400 },
    );
  });
});

it('a map of Spring’s that is renamed key by key: what stands in it counts, and what it stands before does not, whenever it is called that', () => {
  const text = 'spring:\n  kafka:\n    producer:\n      acks: most\n      properties:\n        acks: none\n';
  const document = new Document(text, yaml, { path: 'application.yml' });
  const inEach = (typed: string, from: number, until: number): void => {
    document.change({ range: { start: { line: 4, character: from }, end: { line: 4, character: until } }, text: typed });
    expect(summary(document)).toEqual(summary(new Document(document.text(), yaml, { path: 'application.yml' })));
  };
  const before = summary(document);
  inEach('', 15, 16);
  expect(summary(document)).not.toEqual(before);
  inEach('s', 15, 15);
  expect(summary(document)).toEqual(before);
});
