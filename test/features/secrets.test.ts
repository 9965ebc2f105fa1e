// A secret stays in its file: nothing that is said about a document repeats it.
import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { statusOf } from '../../server/src/lsp/status.ts';

const secret = 'hunter2';

/** All that an editor shows of a document. */
function* shown(document: Document): Iterable<string> {
  for (const { finding } of document.reports(new Map())) {
    yield finding.message;
    for (const { title } of finding.fixes ?? []) yield title;
    for (const { message } of finding.related ?? []) yield message;
  }
  for (const { name, detail } of symbols(document)) yield `${name} ${detail}`;
  for (const { why } of statusOf(document)) yield why;
  const all = { start: { line: 0, character: 0 }, end: { line: document.lines.length, character: 0 } };
  for (const { title } of actionsAt(document, all, new Map())) yield title;
  for (const [line, text] of document.lines.entries()) {
    const character = text.indexOf(secret);
    if (character < 0) continue;
    for (const at of [
      { line, character: character - 3 },
      { line, character: character + 2 },
    ]) {
      yield hover(document, at, undefined)?.markdown ?? '';
      for (const { label } of completion(document, at)?.items ?? []) yield label;
    }
  }
}

const values = [
  secret,
  `"${secret}"`,
  `${secret} # until May`,
  `caf\u00e9 ${secret}`,
  `C:\\temp\\${secret}`,
  `\\uzzzz${secret}`,
  `${secret},${secret}`,
  `org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="${secret}"`,
  `com.sun.security.auth.module.JndiLoginModule required password="${secret}";`,
];

const names = [
  'ssl.key.password',
  'ssl.keystore.key',
  'sasl.jaas.config',
  'ssl.key.pasword',
  'ssl key.password',
  'ssl.key:password',
  'listener.name.sasl_ssl.plain.sasl.jaas.config',
  'producer.ssl.key.password',
  'sasl.password',
  'ssl.key.pem',
  'sasl.oauthbearer.client.secret',
  'database.password',
  'aws.secret.access.key',
  'basic.auth.user.info',
  'config.providers.vault.param.token',
];

const files: readonly (readonly [string, (name: string, value: string) => string])[] = [
  ['producer.properties', (name, value) => `bootstrap.servers=a:1\nsecurity.protocol=SASL_SSL\nacks=all\n${name}=${value}\n`],
  ['server.properties', (name, value) => `process.roles=broker\nnode.id=1\nlisteners=SASL_SSL://:9092\n${name}=${value}\n`],
  ['connect-distributed.properties', (name, value) => `bootstrap.servers=a:1\ngroup.id=g\n${name}=${value}\n`],
  ['client.ini', (name, value) => `[default]\nbootstrap.servers=a:1\nsasl.mechanisms=PLAIN\n${name}=${value}\n`],
  ['sink.json', (name, value) => JSON.stringify({ 'connector.class': 'FileStreamSink', topics: 't', [name]: value }, null, 1)],
  [
    'compose.yaml',
    (name, value) =>
      `services:\n  k:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_${name.toUpperCase().replace(/\W/g, '_')}: ${JSON.stringify(value)}\n`,
  ],
  [
    'kafka.yaml',
    (name, value) =>
      `apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    version: 3.9.0\n    config:\n      ${name.replace(/[ :]/, '.')}: ${JSON.stringify(value)}\n`,
  ],
];

describe.each(files)('in %s', (path, write) => {
  it.each(names)('nothing shows the value of %s', (name) => {
    for (const value of values) {
      const document = new Document(write(name, value), pickFormat(path) ?? properties, { path });
      expect([...shown(document)].filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});

it('a number that is a password is not shown either', () => {
  const container = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n';
  const text = `${container}        - name: KAFKA_SSL_KEY_PASSWORD\n          value: 4711\n`;
  const document = new Document(text, pickFormat('pod.yaml') ?? properties, { path: 'pod.yaml' });
  const messages = document.reports(new Map()).map(({ finding }) => finding.message);
  expect(messages).toContain('`KAFKA_SSL_KEY_PASSWORD` must be a text: put it between quotes.');
  expect(messages.filter((message) => message.includes('4711'))).toEqual([]);
});
