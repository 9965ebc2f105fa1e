// A placeholder may hide any value: where some value makes no error, neither does a placeholder in its place.
import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Report } from '../../server/src/rules/report.ts';
import type { Example, Rule } from '../../server/src/rules/rule.ts';
import { parseVersion } from '../../server/src/schema/version.ts';
import { marked } from '../marked.ts';

/** What hangs on these is judged as if it were read: most values have it so, and the others make nothing of the file. */
const decided = /^\s*(connector\.class|config\.providers|clusters|num\.stream\.threads|processing\.guarantee)\b/;

const cases = rules
  .filter(({ family = 'java' }) => family === 'java' || family === 'any')
  .flatMap((rule) =>
    rule.examples
      .filter(({ only = 'properties' }) => only === 'properties')
      .map((example) => [rule.id, example.text, { rule, example }] as const),
  );

describe('a placeholder in place of a value', () => {
  it.each(cases)('%s: %j', (_id, _text, { rule, example }) => {
    const { text } = marked(example.text);
    if (errorsOf(rule, example, text).length > 0) return;
    const lines = text.split('\n');
    const errors = lines.flatMap((line, at) => {
      const [, key] = /^(\s*[^#!=:\s][^=:\s]*[=:]).*[^\\\s]$/.exec(line) ?? [];
      if (key === undefined || decided.test(key)) return [];
      return errorsOf(rule, example, lines.with(at, `${key}\${env:HIDDEN}`).join('\n')).map(
        (one) => `${one.rule.id}: ${one.finding.message} (${line})`,
      );
    });
    expect(errors).toEqual([]);
  });
});

function errorsOf(rule: Rule, example: Example, text: string): readonly Report[] {
  const role = example.role ?? (rule.roles === 'all' ? 'producer' : (rule.roles[0] ?? 'producer'));
  const kafka = example.kafka === undefined ? undefined : parseVersion(example.kafka);
  const document = new Document(text, properties, { path: 'a.properties', role, ...(kafka !== undefined && { kafka }) });
  return document.reports(new Map()).filter(({ severity }) => severity === 'error');
}
