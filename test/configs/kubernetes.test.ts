import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { json } from '../../server/src/formats/json.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { printVersion } from '../../server/src/schema/version.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

function open(text: string, path = 'k8s.yaml'): Document {
  return new Document(text, yaml, { path });
}

function configs(document: Document): unknown {
  return document.placement.configs
    .filter(({ size }) => size > 0)
    .map((config) => [
      `${config.role} ${printVersion(config.kafka)}${config.identity.managedBy ?? ''}`,
      [...config.settings()].map(({ key }) => key),
    ]);
}

function rules(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ rule }) => rule.id);
}

describe('Kubernetes', () => {
  it('finds containers by their image', () => {
    const text =
      'apiVersion: apps/v1\nkind: StatefulSet\nspec:\n  template:\n    spec:\n      containers:\n        - name: kafka\n          image: apache/kafka:4.1.0\n          env:\n            - name: KAFKA_NODE_ID\n              valueFrom: {fieldRef: {fieldPath: metadata.name}}\n            - name: KAFKA_NUM_PARTITIONS\n              value: "x"\n';
    const document = open(text);
    expect(configs(document)).toEqual([['broker 4.1.0', ['node.id', 'num.partitions']]]);
    const invalid = document.reports(new Map()).find(({ rule }) => rule.id === 'invalid-value');
    expect(invalid && rangeOf(invalid.finding.at.entry, 'value')).toEqual({
      start: { line: 12, character: 22 },
      end: { line: 12, character: 23 },
    });
  });

  it('finds containers of an image of any name by their variables', () => {
    const env =
      '          env:\n            - {name: KAFKA_PROCESS_ROLES, value: broker}\n            - {name: KAFKA_LOG_DIRS, value: /data}\n';
    const text = `apiVersion: v1\nkind: Pod\nspec:\n      containers:\n        - image: registry.example.com/data/kafka:4.1.0\n${env}`;
    expect(configs(open(text))).toEqual([['broker 4.1.0', ['process.roles', 'log.dirs']]]);
  });

  it('knows what Confluent’s operator hands to the clients of other programs', () => {
    const text =
      'apiVersion: platform.confluent.io/v1beta1\nkind: KsqlDB\nspec:\n  image: {application: confluentinc/cp-ksqldb-server:8.1.0}\n  configOverrides:\n    server:\n      - ksql.service.id=a\n      - ksql.streams.num.stream.threads=x\n';
    const document = open(text);
    expect(configs(document)).toEqual([['streams 4.1', ['num.stream.threads']]]);
    expect(rules(document)).toEqual(['invalid-value']);
  });

  it.each([
    [
      'a topic',
      'kafka.example.io/v1\nkind: KafkaTopic\nspec:\n  partitions: 3\n  configs:\n    cleanup.policy: delete\n    retention.ms: 1\n',
    ],
    [
      'a list of topics',
      'kafka.example.io/v1\nkind: KafkaTopicList\nitems:\n  - metadata: {name: a}\n    spec:\n      configs:\n        cleanup.policy: delete\n        retention.ms: 1\n',
    ],
    [
      'a topic of another group',
      'v1\nkind: Topic\nspec:\n  forProvider:\n    config:\n      cleanup.policy: delete\n      retention.ms: 1\n',
    ],
  ])('finds the properties of %s of any operator', (_, text) => {
    expect(configs(open(`apiVersion: ${text}`))).toEqual([['topic 4.4', ['cleanup.policy', 'retention.ms']]]);
    expect(configs(open(`apiVersion: ${text.replace('kafka.', 'redpanda.').replace(/Kafka|Topic/g, 'Shop')}`))).toEqual([]);
  });

  it('reads properties of a chart’s template around those that it prints', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  mm2.properties: |\n    clusters=a,b\n    a->b.enabled=true\n    {{- range $key, $value := .Values.kafka }}\n    {{ $key }} = {{ $value }}\n    {{- end }}\n    replication.factor=3\n';
    expect(configs(open(text))).toMatchObject([['mirror-maker 4.3', expect.arrayContaining(['clusters', 'replication.factor'])]]);
  });

  it('leaves open what a chart’s values have no value for', () => {
    const text = 'kafka:\n  config:\n    num.io.threads: 8\n    log.retention.ms: ""\n';
    expect(rules(open(text, 'values.yaml'))).toEqual([]);
    expect(rules(open(text))).toEqual(['invalid-value']);
  });

  it('lets a ConfigMap of another program hold numbers', () => {
    const map = (api: string) => `apiVersion: ${api}\nkind: ConfigMap\ndata:\n  retention.ms: 3600000\n  cleanup.policy: delete\n`;
    expect(rules(open(map('v1')))).toEqual(['variable-not-text']);
    expect(configs(open(map('core.example.io/v1')))).toEqual([['topic 4.4', ['retention.ms', 'cleanup.policy']]]);
    expect(rules(open(map('core.example.io/v1')))).toEqual([]);
  });

  it('takes a text with texts of its own for no properties', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  _example: |\n    # what may stand here\n    producer.properties: |\n      acks=all\n      linger.ms=0\n    http.properties: |\n      idleTimeout=0\n    client.properties: |\n      idleTimeout=0\n';
    expect(configs(open(text))).toEqual([]);
  });

  it('misses nothing where a command may set more', () => {
    const env = [
      '{name: KAFKA_PROCESS_ROLES, value: "broker,controller"}',
      '{name: KAFKA_CONTROLLER_LISTENER_NAMES, value: CONTROLLER}',
      '{name: KAFKA_LISTENERS, value: "SASL://0.0.0.0:9092,TLS://0.0.0.0:9094,CONTROLLER://0.0.0.0:9093"}',
      '{name: KAFKA_LISTENER_SECURITY_PROTOCOL_MAP, value: "SASL:SASL_PLAINTEXT,TLS:SSL,CONTROLLER:PLAINTEXT"}',
      '{name: KAFKA_INTER_BROKER_LISTENER_NAME, value: SASL}',
      '{name: KAFKA_SASL_MECHANISM_INTER_BROKER_PROTOCOL, value: PLAIN}',
    ];
    const command =
      'export KAFKA_ADVERTISED_LISTENERS=SASL://$HOSTNAME:9092 KAFKA_SASL_ENABLED_MECHANISMS=PLAIN KAFKA_SSL_KEYSTORE_LOCATION=/a; exec run';
    const container = (more: string) =>
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n${more}      env:\n        - ${env.join('\n        - ')}\n`;
    expect(rules(open(container(`      command: [sh, -c, "${command}"]\n`)))).toEqual([]);
    expect(rules(open(container('')))).toEqual(
      expect.arrayContaining(['advertised-wildcard', 'sasl-between-brokers', 'tls-listener-key-store']),
    );
  });

  it('takes variables that stand between braces', () => {
    const items = '            - {name: KAFKA_NODE_ID, value: "0"}\n            - {value: "x", name: KAFKA_NUM_PARTITIONS}\n';
    const text = `apiVersion: v1\nkind: Pod\nspec:\n      containers:\n        - image: apache/kafka:4.1.0\n          env:\n${items}`;
    const document = open(text);
    expect(configs(document)).toEqual([['broker 4.1.0', ['node.id', 'num.partitions']]]);
    const invalid = document.reports(new Map()).find(({ rule }) => rule.id === 'invalid-value');
    expect(invalid && rangeOf(invalid.finding.at.entry, 'value')).toEqual({
      start: { line: 7, character: 23 },
      end: { line: 7, character: 24 },
    });
    document.change({ range: { start: { line: 7, character: 23 }, end: { line: 7, character: 24 } }, text: '3' });
    expect(rules(document)).not.toContain('invalid-value');
    document.change({ range: { start: { line: 6, character: 34 }, end: { line: 6, character: 34 } }, text: '_X' });
    expect(configs(document)).toEqual([['broker 4.1.0', ['node.id.x', 'num.partitions']]]);
  });

  it('shows and silences a variable whose value stands before its name', () => {
    const lead = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n';
    const document = open(
      `${lead}        - {name: KAFKA_NUM_PARTITIONS, value: "3"}\n        - value: x\n          name: KAFKA_NUM_IO_THREADS\n`,
    );
    expect(hover(document, { line: 6, character: 20 }, undefined)?.markdown).toContain('**num.partitions**');
    const [ignore] = actionsAt(document, { start: { line: 7, character: 0 }, end: { line: 9, character: 0 } }, new Map()).filter(
      ({ title }) => title.startsWith('Ignore `invalid-value`'),
    );
    const silenced = open(applyEdits(document.lines, ignore?.edits ?? [], '\n'));
    expect(rules(document)).toContain('invalid-value');
    expect(rules(silenced)).not.toContain('invalid-value');
  });

  it.each([
    ['JSON', json],
    ['YAML that is JSON', yaml],
  ])('reads what kubectl prints: a list of resources as %s', (_, format) => {
    const kafka = {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'Kafka',
      spec: { kafka: { version: '4.1.0', config: { 'num.io.threads': 'x' } } },
    };
    const map = { apiVersion: 'v1', kind: 'ConfigMap', data: { 'client.properties': 'bootstrap.servers=a:1\nsecurity.protocol=TLS\n' } };
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [kafka, map] }, null, 2);
    const document = new Document(text, format, { path: 'all' });
    expect(configs(document)).toEqual([
      ['broker 4.1.0', ['num.io.threads']],
      ['client 4.4', ['bootstrap.servers', 'security.protocol']],
    ]);
    expect(rules(document)).toEqual(['invalid-value', 'invalid-value']);
  });

  it('takes, shows and mends the variables of containers in JSON', () => {
    const env = [
      { name: 'KAFKA_NODE_ID', value: '0' },
      { name: 'KAFKA_NUM_PARTITONS', value: '3' },
      { name: 'KAFKA_LOG_DIRS', valueFrom: {} },
    ];
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ image: 'apache/kafka:4.1.0', env }] } };
    const text = JSON.stringify(pod, null, 2);
    const document = new Document(text, json, { path: 'pod.json' });
    expect(configs(document)).toEqual([['broker 4.1.0', ['node.id', 'num.partitons', 'log.dirs']]]);
    const line = document.lines.findIndex((one) => one.includes('KAFKA_NODE_ID'));
    expect(hover(document, { line, character: 25 }, undefined)?.markdown).toContain('**node.id**');
    const all = { start: { line: 0, character: 0 }, end: { line: document.lines.length, character: 0 } };
    const [fix] = actionsAt(document, all, new Map()).filter(({ report }) => report.rule.id === 'unknown-key');
    expect(applyEdits(document.lines, fix?.edits ?? [], '\n')).toBe(text.replace('PARTITONS', 'PARTITIONS'));
  });

  it('reads property texts of ConfigMaps where they stand', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: |\n    process.roles=broker,controller\n    num.partitions=x\n---\napiVersion: v1\nkind: ConfigMap\ndata:\n  producer.properties: |\n    acks=everything\n    bootstrap.servers=a:1\n';
    const document = open(text);
    expect(configs(document)).toEqual([
      ['broker 4.4', ['process.roles', 'num.partitions']],
      ['producer 4.4', ['acks', 'bootstrap.servers']],
    ]);
    expect(
      document
        .reports(new Map())
        .filter(({ rule }) => rule.id === 'invalid-value')
        .map(({ finding }) => rangeOf(finding.at.entry, 'value').start),
    ).toEqual([
      { line: 5, character: 19 },
      { line: 11, character: 9 },
    ]);
  });

  it('offers properties inside of a text', () => {
    const { text, cursor = { line: 0, character: 0 } } = marked(
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: |\n    process.roles=broker\n    num.par¦\n',
    );
    const offered = completion(open(text), cursor);
    expect(offered?.items.map(({ label }) => label)).toContain('num.partitions');
    expect(offered?.range).toEqual({ start: { line: 5, character: 4 }, end: { line: 5, character: 11 } });
  });

  it('keeps up with edits inside of a text', () => {
    const document = open(
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: |\n    process.roles=broker\n    num.partitions=1\n    log.dirs=/a\n',
    );
    document.reports(new Map());
    document.change({ range: { start: { line: 5, character: 19 }, end: { line: 5, character: 20 } }, text: 'x' });
    expect(rules(document)).toContain('invalid-value');
    document.change({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# kafka\n\n' });
    const invalid = document.reports(new Map()).find(({ rule }) => rule.id === 'invalid-value');
    expect(invalid && rangeOf(invalid.finding.at.entry, 'value').start).toEqual({ line: 7, character: 19 });
  });

  it('leaves templates alone', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\ndata:\n  server.properties: |\n    {{- range $key, $value := .Values.config }}\n    {{ $key }}={{ $value }}\n    {{- end }}\n    num.partitions={{ .Values.partitions }}\n    log.dirs={{ .Values.dirs | quote }}\n{{- if .Values.more }}\n  more: x\n{{- end }}\n';
    expect(rules(open(text, 'templates/configmap.yaml'))).toEqual([]);
  });

  it('holds nothing where nothing is Kafka’s', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  kafka.host: a\n  server.properties: |\n    server.port=8080\n    spring.application.name=kafka\n  jmx.yml: |\n    rules:\n      - pattern: kafka.server<type=(.+)>\n';
    expect(configs(open(text))).toEqual([]);
  });
});

describe('values of charts', () => {
  it('hold the client properties of programs around Kafka', () => {
    const text =
      'image: confluentinc/cp-schema-registry\nimageTag: 7.9.0-1\nconfigurationOverrides:\n  kafkastore.topic: _schemas\n  kafkastore.security.protocol: PLAINTEX\n';
    const document = open(text, 'values.yaml');
    expect(configs(document)).toEqual([['client 3.9', ['security.protocol']]]);
    expect(rules(document)).toEqual(['invalid-value']);
    document.change({ range: { start: { line: 4, character: 40 }, end: { line: 4, character: 40 } }, text: 'T' });
    expect(rules(document)).toEqual([]);
  });

  it('are taken for what their keys say', () => {
    expect(
      configs(
        open(
          'kafka:\n  configurationOverrides:\n    "num.partitions": 3\n    "log.retention.hours": 5\n  image: x\nbroker:\n  extraConfig: |\n    log.dirs=/a\n    num.io.threads=8\n',
          'values.yaml',
        ),
      ),
    ).toEqual([
      ['broker 4.4', ['num.partitions', 'log.retention.hours']],
      ['broker 4.4', ['log.dirs', 'num.io.threads']],
    ]);
  });

  it('of other programs are not', () => {
    expect(
      configs(
        open('kafka-ui:\n  config:\n    server.port: 1\n    kafka.clusters: x\n    management.health.ldap.enabled: false\n', 'values.yaml'),
      ),
    ).toEqual([]);
  });
});
