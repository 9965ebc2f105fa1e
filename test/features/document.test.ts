import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, type TextChange } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';

const text = 'process.roles=broker\nnode.id=1\nlog.dirs=/a,/a\nnum.partitions=x\n';

function messages(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ finding }) => finding.message);
}

describe('Edits that are made at once', () => {
  const place = fc.record({ line: fc.nat(6), character: fc.nat(12) });
  const change = fc.record({
    range: fc.record({ start: place, end: place }),
    text: fc.constantFrom('', 'x', '=', '\n', 'acks=1\n', 'log.dirs=/b,/b'),
  });

  it('make the same of a text, few or many', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes: readonly TextChange[]) => {
        const atOnce = new Document(text, properties, { path: 'server.properties' });
        const oneByOne = new Document(text, properties, { path: 'server.properties' });
        messages(atOnce);
        atOnce.changeAll(changes);
        for (const one of changes) oneByOne.change(one);
        expect(atOnce.text()).toBe(oneByOne.text());
        expect(messages(atOnce)).toEqual(messages(new Document(oneByOne.text(), properties, { path: 'server.properties' })));
      }),
      { numRuns: 200 },
    );
  });
});
