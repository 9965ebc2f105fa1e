import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { json } from '../../server/src/formats/json.ts';
import { terraform } from '../../server/src/formats/terraform.ts';
import { printVersion } from '../../server/src/schema/version.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

function open(text: string): Document {
  return new Document(marked(text).text, terraform, { path: 'main.tf' });
}

function findings(text: string): readonly string[] {
  return open(text)
    .reports(new Map())
    .map(({ finding }) => `${finding.at.entry.key}: ${finding.message}`);
}

const connector = (members: string): string =>
  `resource "aws_mskconnect_connector" "c" {\n  kafkaconnect_version = "2.7.1"\n  connector_configuration = {\n    "connector.class" = "org.apache.kafka.connect.file.FileStreamSourceConnector"\n${members}  }\n}\n`;

describe('resources that Terraform makes', () => {
  it.each([
    ['a connector', connector('    "topic" = "a"\n'), 'connector 2.7.1'],
    [
      'a worker',
      'resource "aws_mskconnect_worker_configuration" "w" {\n  properties_file_content = <<-EOT\n    key.converter=a.B\n  EOT\n}\n',
      'connect-distributed 4.3',
    ],
    [
      'a worker in one line',
      'resource "aws_mskconnect_worker_configuration" "w" {\n  properties_file_content = "key.converter=a.B\\noffset.flush.interval.ms=1\\n"\n}\n',
      'connect-distributed 4.3',
    ],
    ['a topic', 'resource "kafka_topic" "t" {\n  config = { "segment.ms" = "20000" }\n}\n', 'topic 4.4'],
    ['a topic of Confluent', 'resource "confluent_kafka_topic" "t" {\n  config = {\n    "segment.ms" = 20000\n  }\n}\n', 'topic 4.4'],
    ['somebody else’s', 'resource "helm_release" "t" {\n  config = { "segment.ms" = "20000" }\n}\n', undefined],
  ])('%s is known by its type', (_, text, expected) => {
    const [config] = open(text).placement.configs;
    expect(config && `${config.role} ${printVersion(config.kafka)}`).toBe(expected);
  });

  it('are judged in maps, where a value is known', () => {
    expect(
      findings(
        connector(
          '    "tasks.max" = "x"\n    "errors.tolerance" = var.tolerance\n    "consumer.override.max.poll.records" = "${var.records}"\n',
        ),
      ),
    ).toEqual(['tasks.max: `tasks.max` must be a whole number.']);
  });

  it('leave alone what is Confluent’s own', () => {
    expect(findings('resource "confluent_kafka_topic" "t" {\n  config = { "confluent.key.schema.validation" = "true" }\n}\n')).toEqual([]);
  });

  it('leave alone what Confluent still has of Kafka’s', () => {
    const topic = (type: string): string => `resource "${type}" "t" {\n  config = { "message.timestamp.difference.max.ms" = "1000" }\n}\n`;
    expect(findings(topic('confluent_kafka_topic'))).toEqual([]);
    expect(findings(topic('kafka_topic'))).not.toEqual([]);
  });

  it('leave alone the clients of Confluent’s managed connectors', () => {
    const text =
      'resource "confluent_connector" "c" {\n  config_nonsensitive = {\n    "connector.class" = "SnowflakeSink"\n    "producer.override.acks" = "x"\n    "tasks.max" = "y"\n  }\n}\n';
    expect(findings(text)).toEqual(['tasks.max: `tasks.max` must be a whole number.']);
  });

  it('are one config where a resource has several maps', () => {
    const text =
      'resource "confluent_connector" "c" {\n  config_sensitive = { "topics.regex" = "b.*" }\n  config_nonsensitive = { "connector.class" = "SnowflakeSink", "topics" = "a" }\n}\n';
    expect(findings(text)).toEqual(['topics.regex: `topics.regex` cannot be set beside `topics`.']);
  });

  it('are read in JSON, too, where the name says Terraform', () => {
    const text = '{ "resource": { "kafka_topic": { "t": { "config": { "cleanup.policy": "compacted" } } } } }';
    const configs = (path: string): number => new Document(text, json, { path }).placement.configs.length;
    expect([configs('main.tf.json'), configs('main.json')]).toEqual([1, 0]);
  });

  it('are fixed in texts between quotes', () => {
    const text =
      'resource "aws_mskconnect_worker_configuration" "w" {\n  properties_file_content = "key.converter=\\"a.B\\"\\ngroup.id=g # a remark\\n"\n}\n';
    const document = open(text);
    expect(applyEdits(document.lines, fixAll(document, new Map()), '\n')).toBe(
      text.replace('group.id=g # a remark', '# a remark\\ngroup.id=g').replaceAll('\\"', ''),
    );
  });

  it('show what a key is, and offer others', () => {
    const text = connector('    "tasks.max" = "1"\n    "errors.tolerance" = "no"\n');
    expect(hover(open(text), { line: 4, character: 8 }, undefined)?.markdown).toContain('**tasks.max**');
    expect(completion(open(text), { line: 5, character: 27 })?.items.map(({ label }) => label)).toEqual(['none', 'all']);
    expect(completion(open(text), { line: 4, character: 8 })?.items.map(({ label }) => label)).toContain('header.converter');
  });

  it.each([
    ['a map', connector('    # kafka-config: ignore=invalid-value\n    "tasks.max" = "x"\n')],
    [
      'a text',
      'resource "aws_mskconnect_worker_configuration" "w" {\n  properties_file_content = "# kafka-config: ignore=all\\ngroup.id=\\"g\\"\\nkey.converter=a.B"\n}\n',
    ],
  ])('are silenced by a comment in %s', (_, text) => {
    expect(findings(text)).toEqual([]);
    expect(findings(text.replace('ignore', 'x'))).not.toEqual([]);
  });
});
