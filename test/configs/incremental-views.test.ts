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
