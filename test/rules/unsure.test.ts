import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';

function open(text: string, path = 'producer.properties'): Document {
  return new Document(text, pickFormat(path) ?? properties, { path });
}

const found = (document: Document): readonly string[] => document.reports(new Map()).map(({ rule }) => rule.id);

const choose = (one: string, other: string): string => `bootstrap.servers=a:1\n{% if a %}\n${one}{% else %}\n${other}{% endif %}\n`;

describe('settings that a template puts in or leaves out', () => {
  it('are not set twice, nor do they speak to one another, where only one of them is there', () => {
    expect(found(open(choose('acks=1\n', 'acks=all\n')))).toEqual([]);
    expect(found(open(choose('acks=1\n', 'enable.idempotence=true\n')))).toEqual([]);
    expect(found(open(`acks=1\n${choose('acks=all\n', '')}`))).toEqual([]);
  });

  it('count where they are sure to be there', () => {
    expect(found(open(choose('acks=1\nenable.idempotence=true\n', '')))).toEqual(['idempotence-needs-acks-all']);
    expect(found(open(`enable.idempotence=true\n${choose('acks=1\n', '')}`))).toEqual(['idempotence-needs-acks-all']);
    expect(found(open(choose('acks=1\nacks=all\n', '')))).toEqual(['duplicate-key']);
    expect(found(open(choose('acks=most\n', 'acks=none\n')))).toEqual(['invalid-value', 'invalid-value']);
  });

  it('are the same in a text within another', () => {
    const text = choose('acks=1\n', 'acks=all\n').replace(/^(?=.)/gm, '    ');
    const map = (data: string): string => `apiVersion: v1\nkind: ConfigMap\ndata:\n  producer.properties: |\n${data}`;
    expect(found(open(map(text), 'config.yaml'))).toEqual([]);
    expect(found(open(map(text.replace(/.*\{%.*\n/g, '')), 'config.yaml'))).toEqual(['duplicate-key']);
  });

  it('become such while the template is written', () => {
    const document = open('acks=1\n\nacks=all\n\n');
    expect(found(document)).toEqual(['duplicate-key']);
    const type = (line: number, text: string): void =>
      document.change({ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text });
    type(1, '{% if a %}');
    type(3, '{% endif %}');
    expect(found(document)).toEqual([]);
  });
});
