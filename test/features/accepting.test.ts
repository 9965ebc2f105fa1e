import { expect, it } from 'vitest';
import { type Completion, completion, type Item } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import type { Place } from '../../server/src/text/block.ts';

/** Files in every format, with settings in all the places that they can have there; and what is typed already, with the cursor in it. */
const files: readonly (readonly [path: string, text: string, typed?: string])[] = [
  ['server.properties', 'node.id=1\nprocess.roles=broker\n\n# remark\nlog.dirs=/a,\\\n  /b\n'],
  ['application.properties', 'spring.kafka.bootstrap-servers=a:1\nspring.kafka.consumer.group-id=g\nserver.port=1\n', 'spring.kafka.¦'],
  [
    'ksql-server.properties',
    'bootstrap.servers=a:1\nksql.service.id=x\nksql.streams.num.stream.threads=2\nksql.streams.producer.acks=all\n',
  ],
  ['.env', 'KAFKA_NODE_ID=1\nKAFKA_PROCESS_ROLES=broker\nexport KAFKA_LOG_DIRS="/a"\n'],
  ['clients.ini', '[default]\nbootstrap.servers=a:1\n\n[consumer]\ngroup.id=g\n'],
  ['librdkafka.config', 'bootstrap.servers=a:1\nsasl.username=a\nlinger.ms=5'],
  [
    'compose.yaml',
    'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: 1\n      TZ: UTC\n      KAFKA_LOG_DIRS: /a\n  b:\n    image: bitnami/kafka:3.6\n    environment:\n      - KAFKA_CFG_NODE_ID=1\n      - "KAFKA_CFG_LOG_DIRS=/a"\n    ports: ["1"]\n  c:\n    image: confluentinc/cp-kafka-connect:7.6.0\n    environment: {CONNECT_GROUP_ID: a, CONNECT_PRODUCER_ACKS: all}\n  d:\n    image: postgres\n    environment:\n      - A=1\n',
  ],
  [
    'pod.yaml',
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: kafka\n      image: apache/kafka:4.1.0\n      env:\n        - name: KAFKA_NODE_ID\n          value: "1"\n        - {name: KAFKA_LOG_DIRS, value: /a}\n      ports:\n        - containerPort: 1\n---\napiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: |\n    process.roles=broker\n    node.id=1\n  client.properties: "bootstrap.servers=a:1\\nacks=all\\n"\n',
  ],
  [
    'kafka.yaml',
    'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: 4.1.0\n    config:\n      num.partitions: 3\n      "log.retention.hours": 5\n      listeners: A://:1\n    replicas: 3\n---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config: {retention.ms: 1, cleanup.policy: compact}\n',
  ],
  [
    'cfk.yaml',
    'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nspec:\n  configOverrides:\n    server:\n    - num.partitions=1\n    - log.retention.hours=1\n',
  ],
  [
    'application.yml',
    'spring:\n  application:\n    name: x\n  kafka:\n    bootstrap-servers: a:1\n    consumer:\n      group-id: g\n      properties:\n        max.poll.records: 5\n    producer:\n      acks: all\nserver:\n  port: 1\n---\nspring:\n  kafka:\n    client-id: b\n',
  ],
  [
    'values.yaml',
    'kafka:\n  image: {tag: 3.6.1}\n  overrideConfiguration:\n    log.segment.bytes: 1\n    num.partitions: 2\n  extraConfig: |\n    num.partitions=1\n',
  ],
  [
    'sink.json',
    '{\n  "name": "s",\n  "config": {\n    "connector.class": "FileStreamSink",\n    "topics": "a",\n    "errors.tolerance": "all"\n  }\n}\n',
  ],
  ['flat.json', '{ "name": "s", "connector.class": "FileStreamSource",\n  "topic": "a",\n  "tasks.max": 1 }\n'],
  [
    'main.tf',
    'resource "aws_msk_configuration" "a" {\n  kafka_versions = ["3.6.0"]\n  server_properties = <<EOT\nnum.partitions=1\nauto.create.topics.enable=true\nEOT\n}\nresource "kafka_topic" "t" {\n  name = "t"\n  config = {\n    "retention.ms" = "1"\n    "cleanup.policy" = "compact"\n  }\n}\n',
  ],
];

/** What Kafka's programs are told, and by which config; a pair of quotes is no name yet. */
function settings({ placement }: Document): readonly string[] {
  return placement.configs.flatMap((config) =>
    [...config.written()].filter(({ key }) => !/^"*$/.test(key)).map(({ key, value }) => `${config.role} ${key}=${value}`),
  );
}

/** The lines after an item is accepted, with a value for it. */
function accepted({ lines }: Document, { range, commit }: Completion, { snippet, label }: Item): readonly string[] {
  const line = lines[range.start.line] ?? '';
  const behind = line.slice(range.end.character);
  const name = snippet === undefined ? label : snippet.replace('$1', 'VALUE').replaceAll('\\$', '$');
  const sign =
    snippet !== undefined || commit === undefined || /^["']?\s*[:=]/.test(behind) ? '' : `${commit === ':' ? ': ' : commit}VALUE`;
  return lines.with(range.start.line, line.slice(0, range.start.character) + name + sign + behind);
}

/** A text with one more line, empty but for what is typed already, indented like one of its neighbours. */
function* withEmptyLine(text: string, typed: string): Iterable<{ readonly text: string; readonly place: Place }> {
  const lines = text.split('\n');
  for (let line = 0; line < lines.length; line += 1) {
    const indents = [lines[line - 1] ?? '', lines[line] ?? ''].map((one) => one.length - one.trimStart().length);
    for (const character of new Set(indents))
      yield {
        text: lines.toSpliced(line, 0, ' '.repeat(character) + typed.replace('¦', '')).join('\n'),
        place: { line, character: character + typed.indexOf('¦') },
      };
  }
}

/** What is offered first, last and between on empty lines of a text: what was told before, what is told after, and the text then. */
function* acceptances(
  [path, whole, typed = '¦']: (typeof files)[number],
  eol: string,
): Iterable<Record<'before' | 'after' | 'lines', readonly string[]>> {
  const open = (lines: readonly string[]): Document => new Document(lines.join(eol), pickFormat(path) ?? properties, { path });
  for (const { text, place } of withEmptyLine(whole, typed)) {
    const document = open(text.split('\n'));
    const found = completion(document, place);
    if (found === undefined) continue;
    const { items } = found;
    for (const item of new Set([items[0], items[items.length >> 1], items.at(-1)])) {
      if (item === undefined) continue;
      const lines = accepted(document, found, item);
      yield { before: settings(document), after: settings(open(lines)), lines };
    }
  }
}

/** Where quotes are typed first. */
const quoted = files.flatMap(([path, text]) => (/^(?:sink\.json|main\.tf|kafka\.yaml)$/.test(path) ? [[path, text, '"¦"'] as const] : []));

it.each([...files, ...quoted].map((file) => ({ path: file[0], file })))(
  'a name accepted on an empty line of $path is one more setting',
  ({ file }) => {
    for (const eol of ['\n', '\r\n']) {
      const all = [...acceptances(file, eol)];
      expect(all.length).toBeGreaterThan(3);
      const misdeeds = all.filter(
        ({ before, after }) => after.length !== before.length + 1 || after.filter((one) => !before.includes(one)).length !== 1,
      );
      expect(misdeeds.map(({ lines }) => lines.join('\n'))).toEqual([]);
    }
  },
);
