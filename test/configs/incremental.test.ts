import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { env } from '../../server/src/formats/env.ts';
import type { Format } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { yaml } from '../../server/src/formats/yaml.ts';

/** Files of every kind, and lines that may be typed into them. */
const files: readonly {
  readonly name: string;
  readonly format: Format;
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}[] = [
  {
    name: 'Compose',
    format: yaml,
    path: 'docker-compose.yml',
    text: 'x-env: &env\n  KAFKA_NUM_PARTITIONS: x\n  KAFKA_NODE_ID: 0\nservices:\n  a:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      <<: *env\n      KAFKA_NODE_ID: 1\n      KAFKA_PROCESS_ROLES: broker,controller\n      CLUSTER_ID: a\n  b:\n    image: bitnami/kafka:4.0\n    environment:\n      - KAFKA_CFG_LOG_DIRS=/a,/a\n      - KAFKA_MIN_INSYNC_REPLICAS=2\n',
    lines: [
      '      KAFKA_LOG_DIRS: x',
      '      - KAFKA_CFG_NUM_PARTITIONS=x',
      '    image: apache/kafka:4.1.0',
      '  c:',
      '    environment: *env',
      '  KAFKA_X: &env 1',
      '      KAFKA_ZOOKEEPER_CONNECT: zk',
      '# kafka-config: ignore=all',
      '    command: x',
    ],
  },
  {
    name: 'Kubernetes',
    format: yaml,
    path: 'all.yaml',
    text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: |\n    process.roles=broker\n    num.partitions=x\n\n    log.dirs=/a\n---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n        - name: KAFKA_NODE_ID\n          value: 1\n        - name: KAFKA_NUM_PARTITIONS\n          value: "x"\n',
    lines: [
      '    acks=1',
      '    num.partitions=y \\',
      '  producer.properties: |',
      '---',
      '        - name: KAFKA_LOG_DIRS',
      '          value: "a"',
      '          name: B',
      'kind: Secret',
      '    # kafka-config: ignore=all',
      '   x=1',
    ],
  },
  {
    name: 'texts between quotes',
    format: yaml,
    path: 'all.yaml',
    text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: "process.roles=broker\\nnum.io.threads=x\\n# kafka-config: ignore=all\\nlog.dirs=/a,/a"\n  client.properties: \'acks=2\n\n    linger.ms=x\'\n  flow: {producer.properties: "acks=7\\nlinger.ms=y"}\n',
    lines: [
      '  consumer.properties: "fetch.min.bytes=x\\n"',
      '    acks=none',
      '  server.properties: "',
      '  a: "process.roles=broker',
      "  b: 'node.id=1'",
      'kind: Secret',
      '---',
    ],
  },
  {
    name: 'YAML that is JSON',
    format: yaml,
    path: 'all.yaml',
    text: '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {"containers": [\n    {"image": "apache/kafka:4.1.0",\n     "env": [{"name": "KAFKA_NODE_ID", "value": "x"},\n             {"name": "KAFKA_NUM_IO_THREADS", "value": "y"}]}]}\n}\n',
    lines: [
      '  "kind": "ConfigMap",',
      '  "data": {"server.properties": "node.id=x\\nprocess.roles=broker"},',
      '}',
      '{',
      'a: 1',
      '     {"name": "KAFKA_LOG_DIRS", "value": ""},',
    ],
  },
  {
    name: 'a resource in JSON',
    format: json,
    path: 'all.json',
    text: '{\n  "apiVersion": "v1",\n  "kind": "ConfigMap",\n  "data": {\n    "server.properties": "node.id=1\\nprocess.roles=broker\\nnum.io.threads=x"\n  }\n}\n',
    lines: [
      '    "client.properties": "acks=3\\n# kafka-config: ignore=all\\nlinger.ms=x",',
      '  "kind": "Secret",',
      '  },',
      '  "stringData": {',
      '  "spec": {"config": {"acks": "x"}},',
    ],
  },
  {
    name: 'a pod in JSON',
    format: json,
    path: 'pod.json',
    text: '{\n"apiVersion": "v1",\n"kind": "Pod",\n"spec": {"containers": [{"image": "apache/kafka:4.1.0", "env": [\n{"name": "KAFKA_NODE_ID", "value": "x"},\n{\n"name": "KAFKA_NUM_IO_THREADS",\n"value": "y"\n}\n]}]}\n}\n',
    lines: [
      '{"name": "KAFKA_LOG_DIRS", "value": "/a,/a"},',
      '"value": "z",',
      '"name": "KAFKA_NUM_PARTITIONS",',
      '"valueFrom": {"fieldRef": {}},',
      '},{',
      '],',
      '"env": [',
    ],
  },
  {
    name: 'Strimzi',
    format: yaml,
    path: 'kafka.yaml',
    text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: 3.7.0\n    config:\n      num.partitions: x\n      log.dirs: a\n      min.insync.replicas: {a: 1}\n---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config:\n    producer.acks: none\n    group.id: on\n',
    lines: [
      '      zookeeper.connect: a',
      '    config:',
      'kind: KafkaTopic',
      '    version: 4.0.0',
      '      num.partitions:',
      '        - 1',
      '    producer.acks: [1]',
      '# kafka-config: version=3.0',
      '      "log.dirs": |',
      '        x',
    ],
  },
  {
    name: 'JSON',
    format: json,
    path: 'connector.json',
    text: '{\n  "name": "x",\n  "config": {\n    "connector.class": "org.apache.kafka.connect.mirror.MirrorSourceConnector",\n    "tasks.max": "x",\n    "producer.override.acks": "none",\n    "replication.factor": 0\n  }\n}',
    lines: [
      'kind: Pod',
      'apiVersion: v1',
      '    "tasks.max": 0,',
      '  "config": {',
      '  },',
      '    "transforms": "a",',
      '    "name": ""',
      '}',
      '  "connector.class": "x",',
      '    "key"',
      '    : "x",',
    ],
  },
  {
    name: 'variables',
    format: env,
    path: '.env',
    text: 'KAFKA_CFG_NODE_ID=x\n# a\nKAFKA_CFG_NUM_PARTITIONS="x"\nA=1\n',
    lines: ['KAFKA_PROCESS_ROLES=x', 'KAFKA_CFG_LISTENERS=a', 'x', '# kafka-config: role=none', "KAFKA_NODE_ID='x'"],
  },
];

function summary(document: Document): unknown {
  const said = document
    .reports(new Map())
    .map(({ rule, finding, severity }) =>
      JSON.stringify([rule.id, severity, finding.message, rangeOf(finding.at.entry, finding.part ?? 'value')]),
    );
  return said.sort();
}

describe.each(files.map((file) => [file.name, file] as const))('%s', (_, { format, path, text, lines }) => {
  it('says the same after edits as about the text opened afresh', () => {
    const inserted = fc
      .array(fc.oneof({ arbitrary: fc.constantFrom(...lines), weight: 4 }, { arbitrary: fc.string({ maxLength: 4 }), weight: 1 }), {
        maxLength: 2,
      })
      .map((parts) => parts.join('\n'));
    const edit = fc.record({
      line: fc.nat(30),
      character: fc.oneof(fc.constant(0), fc.nat(30)),
      length: fc.nat(1),
      text: inserted,
      whole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const document = new Document(text, format, { path });
        document.reports(new Map());
        for (const { line, character, length, text: fresh, whole } of edits) {
          const at = line % document.lines.length;
          const until = Math.min(at + length, document.lines.length - 1);
          const start = whole ? 0 : Math.min(character, document.lines[at]?.length ?? 0);
          document.change({
            range: { start: { line: at, character: start }, end: { line: until, character: Math.max(until === at ? start : 0, start) } },
            text: whole ? `${fresh}\n` : fresh,
          });
          document.reports(new Map());
        }
        expect(summary(document)).toEqual(summary(new Document(document.text(), format, { path })));
      }),
      { numRuns: 300 },
    );
  });
});

describe.each([
  { format: json, text: '{\n  "connector.class": "a.B",\n  "tasks.max": "x"\n}', line: 1, key: 'connector.class' },
  { format: yaml, text: 'a:\n  data:\n    kafka.x: 1\n', line: 2, key: 'kafka' },
  {
    format: yaml,
    text: 'data:\n  x.properties: |\n    a=1\n    process.roles=broker\n    b.c=1\n    d.e=1\n',
    line: 3,
    key: 'process.roles',
  },
])('a $format.id file', ({ format, text, line, key }) => {
  it('is not ours any more when its last word of Kafka goes, and is again when it comes back', () => {
    const document = new Document(text, format, { path: 'a' });
    const before = [...document.tree.entries()].length;
    const start = { line, character: document.lines[line]?.indexOf(key) ?? 0 };
    document.change({ range: { start, end: { line, character: start.character + key.length } }, text: 'other' });
    expect([...document.tree.entries()]).toEqual([]);
    document.change({ range: { start, end: { line, character: start.character + 'other'.length } }, text: key });
    expect([...document.tree.entries()]).toHaveLength(before);
  });
});

it('a text that begins with blank lines stands as far in as its first line that is none', () => {
  const text = 'kind: ConfigMap\napiVersion: v1\ndata:\n  server.properties: |\n\n    process.roles=broker\n    num.partitions=x\n';
  const document = new Document(text, yaml, { path: 'kafka.yaml' });
  document.reports(new Map());
  const insert = (line: number, lead: string) => {
    document.change({ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: lead });
    expect(summary(document)).toEqual(summary(new Document(document.text(), yaml, { path: 'kafka.yaml' })));
  };
  insert(5, '      ');
  insert(4, '    a=b');
});
