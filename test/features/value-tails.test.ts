import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { valueTails } from '../../server/src/features/value-tails.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { valueTokens } from '../../server/src/lsp/answers.ts';

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

function producer(text: string): Document {
  return new Document(text, properties, { path: 'producer.properties', role: 'producer' });
}

/** The pieces of the text that are taken for parts of values. */
function tails(text: string): readonly string[] {
  const document = producer(text);
  return valueTails(document, 0, 1000).map(
    ({ line, character, length }) => document.lines[line]?.slice(character, character + length) ?? '',
  );
}

describe('what looks like a comment', () => {
  it('belongs to the value behind a value', () => {
    expect(tails('acks=all # all replicas\nclient.id=x#y\nlinger.ms=5\n')).toEqual(['# all replicas', '#y']);
  });

  it('belongs to the value behind a semicolon, as JAAS has them', () => {
    expect(tails('sasl.jaas.config=a.B required x="y"; # z\n')).toEqual(['; # z']);
  });

  it('is one at the beginning of a line', () => {
    expect(tails('# a remark; of its own\n  ! another # one\n\nacks=all\n')).toEqual([]);
  });

  it('belongs to the value on a line that continues another', () => {
    expect(tails('bootstrap.servers=a:1,\\\n  # b\nclient.id=x\n')).toEqual(['# b']);
  });

  it('is left to others where the file is none of Kafka’s, or of another format', () => {
    expect(valueTails(new Document('a=b # c\n', properties, { path: 'messages.properties' }), 0, 9)).toEqual([]);
    const yaml = pickFormat('application.yml', 'yaml') ?? properties;
    expect(valueTails(new Document('spring:\n  kafka:\n    client-id: x # y\n', yaml, { path: 'application.yml' }), 0, 9)).toEqual([]);
  });

  it('is told as tokens, each relative to the one before it, for the lines that are asked for', () => {
    const document = producer('acks=all # a\nlinger.ms=5\nclient.id=x # yz\nretries=1 # b\n');
    expect(valueTokens(document, everything).data).toEqual([0, 9, 3, 0, 0, 2, 12, 4, 0, 0, 1, 10, 3, 0, 0]);
    expect(valueTokens(document, { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } }).data).toEqual([2, 12, 4, 0, 0]);
  });

  it('lies within its line and begins with `#` or `;`, whatever the text', () => {
    const line = fc.array(fc.constantFrom('acks', '=', ' ', '#', ';', '!', '\\', '"', 'x', ':', '\t')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const tail of tails(lines.join('\n'))) expect(tail).toMatch(/^[#;]/);
      }),
    );
  });
});
