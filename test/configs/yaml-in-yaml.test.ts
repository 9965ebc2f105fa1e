import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { json } from '../../server/src/formats/json.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

const configMap = (key: string, text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: orders\ndata:\n  ${key}: |\n${indented(text)}  greeting: hello\n`;

function open(text: string, path = 'config-map.yaml'): Document {
  return new Document(text, yaml, { path });
}

/** Role and settings of every config. */
function configs(document: Document): unknown {
  return document.placement.configs.map((config) => [config.role, ...[...config.settings()].map(({ key, value }) => `${key}=${value}`)]);
}

function rules(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ rule, finding }) => `${rangeOf(finding.at.entry, 'value').start.line + 1} ${rule.id}`);
}

describe('YAML that a ConfigMap holds', () => {
  it.each([
    ['application.yml', 'spring:\n  kafka:\n    producer:\n      acks: all\n', [['producer', 'acks=all']]],
    ['application-prod.yaml', 'spring.kafka.consumer.max-poll-records: 5\n', [['consumer', 'max.poll.records=5']]],
    ['appConfig', '# ours\nspring:\n  kafka:\n    producer: {acks: all}\n', [['producer', 'acks=all']]],
    ['application.yml', 'quarkus:\n  a: b\nkafka:\n  client.id: c\n', [['client', 'client.id=c']]],
    ['application.yml', 'micronaut:\n  a: b\nkafka:\n  producers:\n    p:\n      acks: all\n', [['producer', 'acks=all']]],
    [
      'config.yml',
      'kafka:\n  clusters:\n    - name: local\n      properties:\n        security.protocol: SSL\n        client.id: ui\n',
      [['client', 'security.protocol=SSL', 'client.id=ui']],
    ],
    ['rules.yml', 'rules:\n  - pattern: kafka.server<type=(.+)><>Value\n    name: kafka_server\n', []],
    ['values.txt', 'spring:\n  kafka:\n    producer:\n      acks: x\n', []],
  ])('is read as the file that it becomes: %s', (key, text, expected) => {
    expect(configs(open(configMap(key, text)))).toEqual(expected);
  });

  it('may hold several documents, each with a profile', () => {
    const text =
      'spring:\n  kafka:\n    producer:\n      acks: all\n      properties:\n        enable.idempotence: true\n---\nspring:\n  config.activate.on-profile: dev\n  kafka:\n    producer:\n      acks: 1\n---\nspring:\n  kafka:\n    producer:\n      acks: none\n';
    const document = open(configMap('application.yml', text));
    expect(configs(document)).toEqual([
      ['producer', 'acks=all', 'enable.idempotence=true'],
      ['producer', 'acks=1'],
      ['producer', 'acks=none'],
    ]);
    expect(rules(document)).toEqual(['18 idempotence-needs-acks-all', '23 invalid-value']);
  });

  it('answers where it stands', () => {
    const { text, cursor = { line: 0, character: 0 } } = marked(
      configMap('application.yml', 'spring:\n  kafka:\n    producer:\n      batch-si¦ze: 1KB\n      properties:\n        max.blok.ms: 5\n'),
    );
    const document = open(text);
    expect(hover(document, cursor, undefined)?.markdown).toContain('**batch.size**');
    expect(rules(document)).toEqual(['12 unknown-key']);
    expect(JSON.stringify(symbols(document))).toContain('batch-size');
    const [fix] = actionsAt(document, { start: { line: 11, character: 14 }, end: { line: 11, character: 14 } }, new Map());
    expect(applyEdits(document.lines, fix?.edits ?? [], '\n')).toBe(text.replace('max.blok', 'max.block'));
  });

  it('takes comments and new settings at its own columns', () => {
    const text = configMap('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: most\n');
    const document = open(text);
    const [ignore] = actionsAt(document, { start: { line: 9, character: 17 }, end: { line: 9, character: 17 } }, new Map()).filter(
      ({ title }) => title.startsWith('Ignore `invalid-value`'),
    );
    const silenced = applyEdits(document.lines, ignore?.edits ?? [], '\n');
    expect(silenced).toBe(text.replace('          acks', '          # kafka-config: ignore=invalid-value\n          acks'));
    expect(rules(open(silenced))).toEqual([]);
  });

  it.each([
    ['a name of Spring’s', 'spring:\n  kafka:\n    producer:\n      acks: all\n      ba¦\n', 'batch-size'],
    ['a value', 'spring:\n  kafka:\n    consumer:\n      auto-offset-reset: ¦\n', 'earliest'],
    ['a property of Kafka’s', 'spring:\n  kafka:\n    producer:\n      properties:\n        max.block.ms: 1\n        li¦\n', 'linger.ms'],
  ])('offers %s', (_, example, expected) => {
    const { text, cursor = { line: 0, character: 0 } } = marked(configMap('application.yml', example));
    expect(completion(open(text), cursor)?.items.map(({ label }) => label)).toContain(expected);
  });

  it('is read between the directives of a template', () => {
    const text =
      'spring:\n  kafka:\n{{- if .Values.a }}\n    producer:\n      acks: most\n      retries: {{ .Values.retries }}\n{{- end }}\n';
    const [head, ...lines] = configMap('application.yml', text).split('\n');
    const template = [head, ...lines.map((line) => line.replace(/^ +(?=\{\{-)/, ''))].join('\n');
    expect(rules(open(template))).toEqual(['11 invalid-value']);
  });

  it('is read wherever charts and resources have it', () => {
    const text = indented('spring:\n  kafka:\n    producer:\n      acks: most\n');
    const chart = `orders:\n  config:\n    application.yml: |-\n${indented(text)}  extra:\n    - name: a\n      data: x\n`;
    expect(rules(open(chart, 'values.yaml'))).toEqual(['7 invalid-value']);
    const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  stringData:\n    application.yml: |\n${indented(text)}`;
    expect(rules(open(list))).toEqual(['11 invalid-value']);
  });

  it('moves along with what stands above it', () => {
    const document = open(configMap('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: most\n'));
    expect(rules(document)).toEqual(['10 invalid-value']);
    document.change({ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: '  labels:\n    a: b\n' });
    expect(rules(document)).toEqual(['12 invalid-value']);
    document.change({ range: { start: { line: 11, character: 16 }, end: { line: 11, character: 20 } }, text: 'all' });
    expect(rules(document)).toEqual([]);
    document.change({
      range: { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } },
      text: '        consumer:\n          isolation-level: x\n',
    });
    expect(rules(document)).toEqual(['12 invalid-value']);
  });
});

describe('documents of properties that another file holds', () => {
  const lines = [
    'spring.kafka.producer.acks=1',
    '#---',
    'spring.config.activate.on-profile=prod',
    'spring.kafka.producer.acks=all',
    'spring.kafka.producer.properties.enable.idempotence=true',
    '!---',
    'spring.kafka.producer.properties.enable.idempotence=true',
    'spring.kafka.producer.acks=0',
  ];
  const expected = [
    ['producer', 'acks=1'],
    ['producer', 'enable.idempotence=true', 'acks=all'],
    ['producer', 'enable.idempotence=true', 'acks=0'],
  ];
  const sorted = (document: Document): unknown =>
    document.placement.configs
      .filter(({ size }) => size > 0)
      .map((config) => [
        config.role,
        ...[...config.settings()]
          .map(({ key, value }) => `${key}=${value}`)
          .sort()
          .reverse(),
      ]);

  it.each([
    ['a block scalar', yaml, configMap('application.properties', lines.map((line) => `${line}\n`).join(''))],
    ['a text between quotes', yaml, `apiVersion: v1\nkind: ConfigMap\ndata:\n  application.properties: "${lines.join('\\n')}"\n`],
    ['JSON', json, `{"apiVersion": "v1", "kind": "ConfigMap", "data": {"application.properties": "${lines.join('\\n')}"}}`],
  ])('are told apart in %s', (_, format, text) => {
    const document = new Document(text, format, { path: format === json ? 'a.json' : 'a.yaml' });
    expect(sorted(document)).toEqual(expected);
    expect(
      document
        .reports(new Map())
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule.id),
    ).toEqual(['idempotence-needs-acks-all']);
  });

  it('begin and end where a line is typed or goes', () => {
    const document = open(configMap('application.properties', lines.map((line) => `${line}\n`).join('')));
    expect(document.placement.configs.filter(({ size }) => size > 0)).toHaveLength(3);
    document.change({ range: { start: { line: 11, character: 0 }, end: { line: 12, character: 0 } }, text: '' });
    expect(document.placement.configs.filter(({ size }) => size > 0)).toHaveLength(2);
    document.change({ range: { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } }, text: '    #---\n' });
    expect(document.placement.configs.filter(({ size }) => size > 0)).toHaveLength(3);
  });
});

describe('YAML that another file holds, while it is typed', () => {
  const text = configMap(
    'application.yml',
    'spring:\n  kafka:\n    producer:\n      acks: most\n      # a remark\n      properties: {linger.ms: x}\n      retries: 1\n        2\n    consumer:\n      "max-poll-records": x\n      properties:\n        fetch:\n          min.bytes: y\n---\nspring.kafka.consumer.max-poll-records: z\n',
  );
  const summary = (document: Document): readonly string[] =>
    document
      .reports(new Map())
      .map(({ rule, finding }) => JSON.stringify([rule.id, finding.message, rangeOf(finding.at.entry, finding.part ?? 'value')]))
      .sort();

  it('says what it says of the text opened afresh', () => {
    const typed = fc.record({
      line: fc.integer({ min: 5, max: 21 }),
      character: fc.nat(30),
      length: fc.nat(3),
      text: fc.constantFrom('', '1', 'x', ':', ' ', ': ', '#', '"', '{', '}', '-', '- ', '|', '&a ', 'acks: 1', '{{', '%', '---', "'", ','),
    });
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 6 }), (edits) => {
        const document = open(text);
        document.reports(new Map());
        for (const { line, character, length, text: one } of edits) {
          const start = Math.min(character, document.lines[line]?.length ?? 0);
          document.change({ range: { start: { line, character: start }, end: { line, character: start + length } }, text: one });
          document.reports(new Map());
        }
        expect(summary(document)).toEqual(summary(open(document.text())));
      }),
      { numRuns: 400 },
    );
  });
});
