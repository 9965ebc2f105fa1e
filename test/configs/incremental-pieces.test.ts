import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { json } from '../../server/src/formats/json.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { yaml } from '../../server/src/formats/yaml.ts';

/** Files of many pieces, which are placed one by one, and lines that make something else of one or of several. */
const files: readonly { readonly path: string; readonly pieces: readonly string[]; readonly lines: readonly string[] }[] = [
  {
    path: 'connectors.json',
    pieces: [
      '[',
      '  {"name": "a", "config": {\n    "connector.class": "org.apache.kafka.connect.mirror.MirrorSourceConnector",\n    "tasks.max": "x",\n    "transforms": "t",\n    "transforms.t.type": "org.apache.kafka.connect.transforms.InsertField$Value"\n  }},',
      '  {\n    "name": "b",\n    "config": {\n      "name": "c",\n      "connector.class": "a.B",\n      "errors.tolerance": "some"\n    }\n  },',
      '  {"connector.class": "org.apache.kafka.connect.mirror.MirrorHeartbeatConnector",\n   "tasks.max": 0},',
      '  {"other": {"deep": {\n    "connector.class": "a.C",\n    "tasks.max": "y"}}}',
      ']',
    ],
    lines: [
      '"name": "n",',
      '"connector.class": "x.Y",',
      '{',
      '}',
      '},',
      '[',
      '"transforms": "t,u",',
      '"config": {',
      '"tasks.max": "z",',
      ']',
    ],
  },
  {
    path: 'list.json',
    pieces: [
      '{\n"apiVersion": "v1",\n"kind": "List",\n"items": [',
      '{"apiVersion": "v1", "kind": "ConfigMap",\n"data": {"server.properties": "process.roles=broker\\nnode.id=x"}},',
      '{"apiVersion": "v1", "kind": "Pod",\n"spec": {"containers": [\n{"image": "apache/kafka:4.1.0", "env": [\n{"name": "KAFKA_NODE_ID", "value": "x"},\n{"name": "KAFKA_LOG_DIRS", "value": "/a,/a"}\n]}]}},',
      '{"apiVersion": "kafka.strimzi.io/v1",\n"kind": "KafkaTopic",\n"spec": {"config": {"retention.ms": "x"}}}',
      ']\n}',
    ],
    lines: [
      '"kind": "Secret",',
      '"kind": "Pod",',
      '"apiVersion": "v1",',
      '{"name": "KAFKA_NUM_PARTITIONS", "value": "z"},',
      '{',
      '}',
      '},',
      '"items": [',
    ],
  },
  {
    path: 'docker-compose.yml',
    pieces: [
      'x-env: &env\n  KAFKA_PROCESS_ROLES: broker\n  KAFKA_NUM_PARTITIONS: x\nservices:',
      '  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: x\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_NODE_ID: 1\n      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@a:9093\n      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 7',
      '  b:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      - KAFKA_NODE_ID=1\n      - KAFKA_PROCESS_ROLES=broker\n      - KAFKA_ZOOKEEPER_CONNECT=zk',
      '  c:\n    image: bitnami/kafka:4.0\n    environment: *env',
      '  d:\n    image: confluentinc/cp-kafka:8.0.0\n    environment:\n      <<: *env\n      KAFKA_NODE_ID: y',
      '  g:\n    image: apache/kafka:4.0.0\n    <<: &more\n      environment: &base\n        KAFKA_NUM_IO_THREADS: x\n  h:\n    <<: *more\n    image: apache/kafka:3.9.0\n  i:\n    image: apache/kafka:3.9.0\n    environment:\n      <<: [*base, *env]\n      KAFKA_LOG_DIRS: /a,/a',
      '  e:\n    image: mine/kafka\n    environment:\n      KAFKA_NODE_ID: z\n      KAFKA_LISTENERS: x',
    ],
    lines: [
      '    image: apache/kafka:3.7.0',
      '    image: nginx',
      '    environment: *env',
      '    environment:',
      '      <<: *env',
      '      environment: &env',
      '    <<: *more',
      '  half',
      '      KAFKA_HALF',
      '  more: &more',
      '  f:',
      '    image: apache/kafka:4.1.0',
      'x-env: &env',
      '  KAFKA_PROCESS_ROLES: &env broker',
      '    command: x',
      '      KAFKA_LOG_DIRS: /a,/a',
      '---',
    ],
  },
  {
    path: 'cluster.yaml',
    pieces: [
      'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: a\nspec:\n  kafka:\n    version: 4.0.0\n    config:\n      num.partitions: x\n      log.dirs: a\n---',
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    cleanup.policy: x\n---',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\ndata:\n  server.properties: |\n    process.roles=broker\n    num.partitions=x\n  log4j.properties: |\n    log4j.rootLogger=INFO, A\n    log4j.appender.A=org.apache.log4j.varia.NullAppender\n---',
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: apache/kafka:3.8.0\n          env:\n            - name: KAFKA_NODE_ID\n              value: x\n---',
      'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nspec:\n  configOverrides:\n    server:\n      - num.partitions=x',
    ],
    lines: [
      '---',
      'kind: KafkaConnect',
      'kind: ConfigMap',
      'apiVersion: v1',
      '    version: 3.7.0',
      '          image: confluentinc/cp-kafka:7.0.0',
      '  producer.properties: |',
      '    zookeeper.connect=zk:2181',
      '    config:',
      '# kafka-config: version=3.0',
      'data:',
      '            - name: KAFKA_LOG_DIRS',
      '              value: /a,/a',
    ],
  },
  {
    path: 'values.yaml',
    pieces: [
      'image:\n  repository: apache/kafka\n  tag: 3.7.0',
      'broker:\n  config: |\n    process.roles=broker\n    log.dirs=/a\n    num.partitions=x\n  log4j: |\n    log4j.rootLogger=INFO, A\n    log4j.appender.A=org.apache.log4j.varia.NullAppender',
      'connect:\n  configurationOverrides:\n    config.storage.topic: a\n    offset.storage.topic: b\n    status.storage.topic: c\n    offset.flush.interval.ms: 10000000\n    plugin.path: a',
      'extra:\n  - name: KAFKA_LISTENERS\n    value: x\n  - name: KAFKA_NODE_ID\n    value: y',
      'deep:\n  er:\n    overrides:\n      log.retention.hours: x\n      offsets.topic.replication.factor: 3',
    ],
    lines: [
      '  tag: 4.1.0',
      'image:',
      'other:',
      '  zookeeper.properties: |',
      '    cleanup.policy=delete',
      '    transaction.state.log.replication.factor: y',
      '  - name: KAFKA_LOG_DIRS',
      '    value: /a,/a',
      'apiVersion: v1',
      'kind: ConfigMap',
      '    overrides:',
    ],
  },
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
    .map(({ identity: { role, kafka, family, why, whole }, size }) => JSON.stringify([role, kafka, family, why, whole, size]));
  return { said: said.sort(), configs: configs.sort() };
}

/** Whole lines are replaced: by some of the pool, by a piece, by what stands elsewhere in the file, by nothing. */
const edits = (lines: readonly string[], pieces: readonly string[]) =>
  fc.record({
    line: fc.nat(60),
    length: fc.nat(3),
    text: fc.oneof(
      { arbitrary: fc.array(fc.constantFrom(...lines), { maxLength: 2 }), weight: 4 },
      { arbitrary: fc.constantFrom(...pieces).map((piece) => piece.split('\n')), weight: 1 },
      { arbitrary: fc.constantFrom(...pieces.flatMap((piece) => piece.split('\n'))).map((line) => [line]), weight: 2 },
    ),
    undo: fc.boolean(),
  });

describe.each(files.map((file) => [file.path, file] as const))('%s', (path, { pieces, lines }) => {
  it('says the same after edits of some pieces as about the text opened afresh', () => {
    const format = pickFormat(path) ?? properties;
    const text = pieces.join('\n');
    const open = (content: string): Document => new Document(content, format, { path });
    fc.assert(
      fc.property(fc.array(edits(lines, pieces), { minLength: 1, maxLength: 4 }), (made) => {
        const document = open(text);
        document.reports(new Map());
        for (const { line, length, text: typed, undo } of made) {
          const at = line % document.lines.length;
          const until = Math.min(at + length, document.lines.length - 1);
          const before = document.lines.slice(at, until).map((one) => `${one}\n`);
          const after = typed.map((one) => `${one}\n`);
          document.change({ range: { start: { line: at, character: 0 }, end: { line: until, character: 0 } }, text: after.join('') });
          if (!undo) continue;
          // Undone before or after anybody asks.
          if (length > 1) document.reports(new Map());
          document.change({
            range: { start: { line: at, character: 0 }, end: { line: at + after.length, character: 0 } },
            text: before.join(''),
          });
        }
        expect(summary(document)).toEqual(summary(open(document.text())));
      }),
      { numRuns: 300 },
    );
  });

  it('says the same after each key of a line that is typed', () => {
    const format = pickFormat(path) ?? properties;
    const text = pieces.join('\n');
    fc.assert(
      fc.property(fc.nat(60), fc.constantFrom(...lines), (line, typed) => {
        const document = new Document(text, format, { path });
        document.reports(new Map());
        const at = line % document.lines.length;
        document.change({ range: { start: { line: at, character: 0 }, end: { line: at, character: 0 } }, text: '\n' });
        for (let i = 0; i < typed.length; i += 1) {
          document.change({ range: { start: { line: at, character: i }, end: { line: at, character: i } }, text: typed[i] ?? '' });
          document.reports(new Map());
        }
        expect(summary(document)).toEqual(summary(new Document(document.text(), format, { path })));
      }),
      { numRuns: 100 },
    );
  });

  it('says the same while a sign stands alone that opens, closes or parts something, and when it is gone', () => {
    const format = pickFormat(path) ?? properties;
    const text = pieces.join('\n');
    const sign = fc.record({
      line: fc.nat(60),
      character: fc.nat(40),
      typed: fc.constantFrom(...'{}[]"\':,#&*|-\n ', '\n"', '\n  ', '- ', ': '),
      asked: fc.boolean(),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 4 }), (signs) => {
        const document = new Document(text, format, { path });
        document.reports(new Map());
        const change = (at: number, from: number, until: readonly [number, number], typed: string): void => {
          const end = { line: at + until[0], character: until[1] };
          document.change({ range: { start: { line: at, character: from }, end }, text: typed });
        };
        for (const { line, character, typed, asked, gone } of signs) {
          const at = line % document.lines.length;
          const from = Math.min(character, document.lines[at]?.length ?? 0);
          change(at, from, [0, from], typed);
          if (asked) expect(summary(document)).toEqual(summary(new Document(document.text(), format, { path })));
          if (gone) change(at, from, typed.startsWith('\n') ? [1, typed.length - 1] : [0, from + typed.length], '');
        }
        expect(summary(document)).toEqual(summary(new Document(document.text(), format, { path })));
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ['connectors.json', '"connector.class": "a.B'],
  ['list.json', '"value": "x"'],
  ['docker-compose.yml', '    image: confluentinc/cp-kafka:7.6.0'],
  ['cluster.yaml', '    version: 4.0.0'],
  ['values.yaml', '    config.storage.topic: a'],
])('keeps the configs of the pieces that an edit does not touch: %s', (path, edited) => {
  const text = files.find((file) => file.path === path)?.pieces.join('\n') ?? '';
  const document = new Document(text, pickFormat(path) ?? properties, { path });
  document.reports(new Map());
  const before = new Set(document.placement.configs);
  const line = document.lines.findIndex((one) => one.includes(edited));
  const character = (document.lines[line]?.indexOf(edited) ?? 0) + edited.length - 1;
  document.change({ range: { start: { line, character }, end: { line, character } }, text: 'x' });
  const kept = document.placement.configs.filter((config) => before.has(config));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(before.size);
});

it.each(['{', '[', '}', ']'])('keeps the configs of connectors behind a %s that stands there for a moment', (sign) => {
  const connector = (name: string): string =>
    `  {"name": "${name}", "config": {\n    "connector.class": "a.B",\n    "tasks.max": "x"\n  }},`;
  const path = 'connectors.json';
  const document = new Document(`[\n${connector('a')}\n${connector('b')}\n${connector('c')}\n{}]`, json, { path });
  document.reports(new Map());
  const before = document.placement.configs;
  document.change({ range: { start: { line: 2, character: 29 }, end: { line: 2, character: 29 } }, text: sign });
  const { configs } = document.placement;
  for (const config of before.slice(-2)) expect(configs).toContain(config);
});

it('says what is missing at the line that stands there now', () => {
  const text =
    'services:\n  a:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      - KAFKA_NODE_ID=1\n      - KAFKA_PROCESS_ROLES=broker\n';
  const path = 'docker-compose.yml';
  const document = new Document(text, yaml, { path });
  document.reports(new Map());
  for (const [line, character, typed] of [
    [4, 22, '{'],
    [0, 0, '\n'],
  ] as const)
    document.change({ range: { start: { line, character }, end: { line, character } }, text: typed });
  expect(summary(document)).toEqual(summary(new Document(document.text(), yaml, { path })));
});

it('forgets a name that stood beside a connector’s properties, in a document without braces too', () => {
  const [text, path] = ['"name": "x",\n"config": {\n  "connector.class": "a.B"\n}\n"name": ""\n', 'connector.json'];
  const document = new Document(text, json, { path });
  document.reports(new Map());
  document.change({ range: { start: { line: 3, character: 1 }, end: { line: 3, character: 1 } }, text: '{' });
  expect(summary(document)).toEqual(summary(new Document(document.text(), json, { path })));
});
