import { describe, expect, it } from 'vitest';
import { hasPlaceholder } from '../../server/src/configs/placeholder.ts';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';

describe('placeholders', () => {
  it.each([
    '${a}',
    '${file:/a:b}',
    '$(A)',
    '$A',
    '{{ a }}',
    '{% if a %}',
    '<%= @a %>',
    '#{a}',
    '#{a}#',
    '{broker_id}',
    '{TARGET CLUSTER BROKERS}',
    'a:{port}',
    '{cipher}AQ==',
    '@a.b@',
    '%A%',
    '%(a)s',
    'env(A)',
    '_{A_COMMAND}',
    '<a>',
    '<your broker>',
    '<broker1:9092,broker2:9092,...>',
    '__A_B__',
    '##A##',
    ':A_B:',
  ])('%s is one', (value) => {
    expect([value, `a${value}`, `${value},b`].map(hasPlaceholder)).toContain(true);
    expect(hasPlaceholder(value)).toBe(true);
  });

  it.each([
    'a',
    '1',
    '%d{ISO8601}',
    'a%d',
    '100%s',
    '[a-z]{2}',
    '\\p{Alpha}',
    '{"a":1}',
    '{}',
    'A',
    'a.B$C',
    'a@b',
    '50%',
    'a#b',
    '## a',
    'a:9092,B:9093',
    '',
    'true',
  ])('%j is none', (value) => {
    expect(hasPlaceholder(value)).toBe(false);
  });
});

describe('what a program prints a value into', () => {
  it.each(['%s', '%d', '%b', '%2$s'])('%j is one', (value) => {
    expect(hasPlaceholder(value)).toBe(true);
  });
});

describe('the name of its type in place of a value', () => {
  const rules = (text: string) =>
    new Document(text, properties, { path: 'worker.properties' }).reports(new Map()).map(({ rule }) => rule.id);
  const connector = 'name=a\nconnector.class=org.apache.kafka.connect.file.FileStreamSinkConnector\nfile=a\ntopics=LIST\n';

  it('says what is to be filled in', () => {
    expect(rules(`${connector}topics.regex=STRING\ntasks.max=INT\nconsumer.override.enable.auto.commit=BOOLEAN\n`)).toEqual([]);
  });

  it('is a value where the type is another', () => {
    expect(rules(`${connector}tasks.max=LONG\n`)).toEqual(['invalid-value']);
    const listeners = 'listeners=EXT://:9092\nlistener.security.protocol.map=EXT:PLAINTEXT,INT:PLAINTEXT\ninter.broker.listener.name=INT\n';
    expect(rules(`broker.id=1\nlog.dirs=/a\nzookeeper.connect=a:2181\n${listeners}`)).toContain('inter-broker-listener');
  });
});
