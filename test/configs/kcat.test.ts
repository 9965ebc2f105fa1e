import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';

const jaas = 'org.apache.kafka.common.security.plain.PlainLoginModule required username\\="u" password\\="p";';

function rulesFor(path: string, value: string): readonly string[] {
  const text = `bootstrap.servers=kafka\\:9092\nsasl.mechanism=PLAIN\nsasl.jaas.config=${value}\nmetadata.broker.list=kafka\n`;
  return new Document(text, properties, { path }).reports(new Map()).map(({ rule, finding }) => `${rule.id} ${finding.at.key}`);
}

describe('kcat.conf', () => {
  it('may hold what Confluent Cloud hands out for Java: kcat takes user and password out of it', () => {
    expect(rulesFor('home/.config/kcat.conf', jaas)).not.toContain('librdkafka-java-name sasl.jaas.config');
    expect(rulesFor('kafkacat.conf', jaas)).not.toContain('librdkafka-java-name sasl.jaas.config');
  });
  it('may hold it in that one form', () => {
    expect(rulesFor('kcat.conf', jaas.replace('plain.Plain', 'scram.Scram'))).toContain('librdkafka-java-name sasl.jaas.config');
  });
  it('is read so by kcat alone', () => {
    expect(rulesFor('librdkafka.config', jaas)).toContain('librdkafka-java-name sasl.jaas.config');
  });
  it('is kcat’s whatever its names', () => {
    expect(rulesFor('client.properties', jaas)).not.toContain('librdkafka-java-name sasl.jaas.config');
  });
});
