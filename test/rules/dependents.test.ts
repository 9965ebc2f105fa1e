import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';

function messages(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ finding }) => finding.message);
}

/** Types a line in place of another, and gives what is said then. */
function typed(document: Document, line: number, text: string): readonly string[] {
  const end = document.lines[line]?.length ?? 0;
  document.change({ range: { start: { line, character: 0 }, end: { line, character: end } }, text });
  return messages(document);
}

describe('What is said of a name that hangs on other keys', () => {
  it('changes with the key that it is near to, again and again', () => {
    const document = new Document('acks=all\nbatch.sise=1\n\n', properties, { path: 'producer.properties' });
    const slip = 'Kafka does not know `batch.sise`. Did you mean `batch.size`?';
    expect(messages(document)).toEqual([slip]);
    for (const _ of [1, 2, 3]) {
      expect(typed(document, 2, 'batch.size=5')).toEqual([]);
      expect(typed(document, 2, 'batch.siz=5')).toContain(slip);
      expect(typed(document, 2, 'linger.ms=5')).toEqual([slip]);
    }
  });

  it('changes with the class that reads it, also where the name came later', () => {
    const text =
      'name=a\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=org.apache.kafka.connect.transforms.RegexRouter\ntransforms.t.regex=a\n\n';
    const document = new Document(text, properties, { path: 'connect-a.properties' });
    messages(document);
    expect(typed(document, 5, 'transforms.t.replacment=b').join()).toContain('Kafka does not know `transforms.t.replacment`');
    expect(typed(document, 3, 'transforms.t.type=com.example.Own').join()).not.toContain('Kafka does not know `transforms.t.replacment`');
    expect(typed(document, 3, 'transforms.t.type=org.apache.kafka.connect.transforms.RegexRouter').join()).toContain(
      'Kafka does not know `transforms.t.replacment`',
    );
  });
});
