import { describe, expect, it } from 'vitest';
import { type Completion, completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { completionList } from '../../server/src/lsp/answers.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

function complete(example: string, path: string): { readonly document: Document; readonly found: Completion | undefined } {
  const { text, cursor } = marked(example);
  const document = new Document(text, pickFormat(path) ?? yaml, { path });
  return { document, found: cursor && completion(document, cursor) };
}

/** The text after an item is accepted, with the stop where the cursor is then. */
function accepted(example: string, path: string, label: string): string | undefined {
  const { document, found } = complete(example, path);
  const item = found?.items.find((one) => one.label === label);
  return found && item && applyEdits(document.lines, [{ ...found.range, text: item.snippet ?? item.label }], '\n');
}

const labels = (example: string, path: string): readonly string[] => complete(example, path).found?.items.map(({ label }) => label) ?? [];

const strimzi = (kind: string, spec: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: ${kind}\nmetadata:\n  name: a\nspec:\n${spec.replace(/^(?=.)/gm, '  ')}`;

describe('the first key of a connector', () => {
  it.each([
    ['between braces', '{ "name": "file-source", "config": {¦} }', '{ "name": "file-source", "config": {"connector.class": "$1"} }'],
    [
      'on a line of its own',
      '{\n  "name": "my-connector",\n  "config": {\n    ¦\n  }\n}',
      '{\n  "name": "my-connector",\n  "config": {\n    "connector.class": "$1"\n  }\n}',
    ],
    ['between quotes', '{"name": "kafka-sink", "config": {"¦"}}', '{"name": "kafka-sink", "config": {"connector.class": "$1"}}'],
    ['begun', '{"name": "kafka-sink", "config": {conn¦}}', '{"name": "kafka-sink", "config": {"connector.class": "$1"}}'],
    [
      'before others',
      '{"name": "a-sink", "config": {¦ "topics": "t"}}',
      '{"name": "a-sink", "config": {"connector.class": "$1", "topics": "t"}}',
    ],
    ['in a map without a name', '{¦}', '{"connector.class": "$1"}'],
  ])('is offered %s', (_, example, expected) => {
    expect(accepted(example, 'file-connector.json', 'connector.class')).toBe(expected);
  });

  it.each([
    ['package.json', '{ "name": "kafka-app", ¦ }'],
    ['package.json', '{ "name": "kafka-app", "dependencies": {¦} }'],
    ['settings.json', '{ "name": "a", "config": {¦} }'],
    ['connector.json', '{ "name": "a", "tasks": [{¦}] }'],
    ['connector.json', '{ "name": "a", "note": "sinks, so¦" }'],
  ])('is not offered elsewhere: %s %s', (path, example) => {
    expect(labels(example, path)).toEqual([]);
  });
});

describe('the first key of a map in Terraform', () => {
  const topic = (members: string): string => `resource "kafka_topic" "t" {\n  config = {\n    ${members}\n  }\n}\n`;

  it.each([
    ['alone', topic('¦'), topic('"cleanup.policy" = "$1"')],
    ['between quotes', topic('"¦"'), topic('"cleanup.policy" = "$1"')],
    ['below another', topic('"retention.ms" = 1\n    ¦'), topic('"retention.ms" = 1\n    "cleanup.policy" = "$1"')],
    ['in place of another', topic('"reten¦tion.ms" = 1'), topic('"cleanup.policy" = 1')],
  ])('is offered %s', (_, example, expected) => {
    expect(accepted(example, 'main.tf', 'cleanup.policy')).toBe(expected);
  });

  it('is offered in a text, as its lines are written', () => {
    const msk = (lines: string): string => `resource "aws_msk_configuration" "c" {\n  server_properties = <<EOF\n${lines}\nEOF\n}\n`;
    expect(accepted(msk('¦'), 'main.tf', 'num.partitions')).toBe(msk('num.partitions'));
  });
});

describe('the first key of an empty map in YAML', () => {
  it.each([
    ['behind its colon', strimzi('KafkaTopic', 'config: ¦\n'), strimzi('KafkaTopic', 'config:\n  cleanup.policy: $1\n')],
    [
      'right behind it',
      strimzi('KafkaTopic', 'partitions: 1\nconfig:¦\n'),
      strimzi('KafkaTopic', 'partitions: 1\nconfig:\n  cleanup.policy: $1\n'),
    ],
    ['between braces', strimzi('KafkaTopic', 'config: {¦}\n'), strimzi('KafkaTopic', 'config: {cleanup.policy}\n')],
    [
      'on the next line',
      strimzi('KafkaTopic', 'config:\n  ¦\npartitions: 1\n'),
      strimzi('KafkaTopic', 'config:\n  cleanup.policy\npartitions: 1\n'),
    ],
  ])('is offered %s', (_, example, expected) => {
    expect(accepted(example, 'topic.yaml', 'cleanup.policy')).toBe(expected);
  });

  it('is one of a framework’s where that reads the map', () => {
    expect(accepted('spring:\n  kafka:\n    producer: ¦\n', 'application.yml', 'acks')).toBe(
      'spring:\n  kafka:\n    producer:\n      acks: $1\n',
    );
  });

  it('keeps its indent, however deep', () => {
    const example = strimzi('KafkaMirrorMaker2', 'mirrors:\n- sourceConnector:\n    config: ¦\n');
    expect(accepted(example, 'mm2.yaml', 'sync.topic.acls.enabled')).toContain('\n      config:\n        sync.topic.acls.enabled: $1\n');
    const { found } = complete(example, 'mm2.yaml');
    const list = found && completionList(found, { itemDefaults: true, snippets: true } as Parameters<typeof completionList>[1]);
    expect(list?.items[0]).toMatchObject({ insertTextMode: 1, insertTextFormat: 2 });
  });

  it.each([
    ['application.yml', 'spring:\n  kafka:\n    topic: ¦\n'],
    ['kafka.yaml', strimzi('Kafka', 'kafka:\n  storage: ¦\n')],
    ['topic.yaml', strimzi('KafkaTopic', 'config: ¦\n  retention.ms: 1\n')],
    ['values.yaml', 'kafkaConfig: {{ ¦ }}\n'],
  ])('is not offered elsewhere: %s', (path, example) => {
    expect(labels(example, path)).toEqual([]);
  });

  it('is none that the operator sets itself', () => {
    const connector = labels(strimzi('KafkaConnector', 'class: a.B\nconfig: ¦\n'), 'connector.yaml');
    expect(connector).toContain('errors.tolerance');
    expect(connector).not.toContain('connector.class');
    expect(connector).not.toContain('tasks.max');
    const broker = labels(strimzi('Kafka', 'kafka:\n  config:\n    ¦\n'), 'kafka.yaml');
    expect(broker).toContain('num.partitions');
    expect(broker).not.toContain('listeners');
    expect(labels(strimzi('Kafka', 'kafka:\n  config:\n    num.partitions: 1\n    ¦\n'), 'kafka.yaml')).not.toContain('log.dirs');
  });
});
