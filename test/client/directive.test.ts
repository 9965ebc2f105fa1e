import { expect, test } from 'vitest';
import { directiveEdit } from '../../client/src/directive.ts';

/** The text after the edit. */
function after(text: string, word: 'role' | 'version', value: string): string {
  const lines = text.split('\n');
  const { line, insert, text: written } = directiveEdit(lines, word, value);
  lines.splice(line, insert ? 0 : 1, written);
  return lines.join('\n');
}

test('a file without a directive gets one as its first line', () => {
  expect(after('acks=all\n', 'role', 'producer')).toBe('# kafka-config: role=producer\nacks=all\n');
});

test('a word that is there is changed', () => {
  expect(after('# kafka-config: role=producer version=3.9\n', 'role', 'consumer')).toBe('# kafka-config: role=consumer version=3.9\n');
});

test('a word that is missing is added to the line that is there', () => {
  expect(after('#x\n! kafka-config: role=broker\n', 'version', '4.1')).toBe('#x\n! kafka-config: version=4.1 role=broker\n');
});

test('a comment that silences one finding is not taken for it', () => {
  const text = '# kafka-config: ignore=unknown-key\nacks=all\n';
  expect(after(text, 'role', 'producer')).toBe(`# kafka-config: role=producer\n${text}`);
});

test('what a Dockerfile tells its builder stays first', () => {
  expect(after('# syntax=docker/dockerfile:1\n# escape=`\nFROM apache/kafka\n', 'version', '4.1')).toBe(
    '# syntax=docker/dockerfile:1\n# escape=`\n# kafka-config: version=4.1\nFROM apache/kafka\n',
  );
});

test('the first line of a script stays first', () => {
  expect(after('#!/bin/sh\nexport A=1\n', 'version', '4.1')).toBe('#!/bin/sh\n# kafka-config: version=4.1\nexport A=1\n');
});
