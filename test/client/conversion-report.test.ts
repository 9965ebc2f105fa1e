import { expect, test } from 'vitest';
import { conversionReport, conversionSummary } from '../../client/src/commands/conversion-report.ts';
import type { ConversionNote } from '../../client/src/protocol.ts';

const notes: readonly ConversionNote[] = [
  { kind: 'kept', text: 'an unused appender is a comment', line: 3 },
  { kind: 'lost', text: 'the renderer' },
  { kind: 'changed', text: 'the date', line: 0 },
];

test('the summary names what is lost before what is only different', () => {
  expect(conversionSummary(notes)).toBe('1 not kept, 1 reads differently, 1 remark.');
});

test('the summary says when nothing is lost', () => {
  expect(conversionSummary([])).toBe('It behaves as before.');
  expect(conversionSummary(notes.slice(0, 1))).toBe('It behaves as before, with 1 remark.');
});

test('the report lists losses first, with the lines of the old file counted from one', () => {
  expect(conversionReport('log4j.properties', 'log4j2.xml', notes)).toBe(
    [
      '# log4j.properties → log4j2.xml',
      '',
      '## Could not be kept',
      '',
      '- the renderer',
      '',
      '## Reads differently now',
      '',
      '- line 1: the date',
      '',
      '## Behaves as before, with a remark',
      '',
      '- line 4: an unused appender is a comment',
      '',
    ].join('\n'),
  );
});
