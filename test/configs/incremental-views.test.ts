import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';

const warnings = (document: Document): readonly string[] => document.reports(new Map()).map(({ rule }) => rule.id);

describe('a key behind a prefix', () => {
  it.each([
    ['connect-distributed.properties', 'group.id=a\nconfig.storage.topic=a\nsecurity.protocol=SASL_SSL\n', 'producer.'],
    ['application.properties', 'spring.kafka.properties.security.protocol=SASL_SSL\n', 'spring.kafka.producer.properties.'],
    ['application.properties', 'micronaut.a=b\nkafka.security.protocol=SASL_SSL\n', 'kafka.producers.default.'],
  ])('counts at once for what stands before it: %s', (path, text, prefix) => {
    const format = pickFormat(path) ?? properties;
    const document = new Document(text, format, { path });
    expect(warnings(document)).toContain('sasl-without-jaas');
    const start = { line: text.split('\n').length - 1, character: 0 };
    const line = `${prefix}sasl.jaas.config=a.B required;\n`;
    document.change({ range: { start, end: start }, text: line });
    expect(warnings(document)).toEqual(warnings(new Document(text + line, format, { path })));
    expect(warnings(document)).not.toContain('sasl-without-jaas');
    document.change({ range: { start, end: { line: start.line + 1, character: 0 } }, text: '' });
    expect(warnings(document)).toContain('sasl-without-jaas');
  });
});

describe('a rule reads what stands behind a prefix', () => {
  const mirror = 'clusters=A,B\nA.bootstrap.servers=a:1\nB.bootstrap.servers=b:1\nA->B.enabled=true\n';

  it.each([
    [
      'of a view of a view',
      'mm2.properties',
      `${mirror}B.exactly.once.source.support=enabled\nB.producer.acks=¦\n`,
      ['all', '1'],
      'exactly-once-producer',
    ],
    [
      'that is spelt otherwise',
      'compose.yml',
      'services:\n  c:\n    image: confluentinc/cp-kafka-connect:7.6.0\n    environment:\n      CONNECT_EXACTLY_ONCE_SOURCE_SUPPORT: enabled\n      CONNECT_PRODUCER_ACKS: ¦\n',
      ['all', '1'],
      'exactly-once-producer',
    ],
    [
      'of a cluster',
      'mm2.properties',
      `${mirror}A.consumer.heartbeat.interval.ms=50000\n¦\n`,
      ['', 'A.consumer.group.id=g'],
      'heartbeat-below-session',
    ],
  ])('%s', (_, path, example, [before = '', after = ''], rule) => {
    const format = pickFormat(path) ?? properties;
    const text = (value: string): string => example.replace('¦', value);
    const document = new Document(text(before), format, { path });
    expect(warnings(document)).not.toContain(rule);
    const line = example.split('\n').findIndex((one) => one.includes('¦'));
    const character = (example.split('\n')[line] ?? '').indexOf('¦');
    document.change({ range: { start: { line, character }, end: { line, character: character + before.length } }, text: after });
    expect(document.text()).toBe(text(after));
    expect(warnings(document)).toContain(rule);
  });
});
