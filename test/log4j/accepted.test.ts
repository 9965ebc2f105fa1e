import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertLog4j } from '../../server/src/log4j/convert.ts';
import { corpusFiles, fixtureFiles, hasCorpus, hashOf, type OracleFile, targets } from '../oracle/log4j/cases.ts';

/** What `npm run oracle:log4j` recorded: a hash of each output that both libraries have judged. */
const verdicts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(
  readFileSync(new URL('../oracle/log4j/recorded/verdicts.json', import.meta.url), 'utf8'),
);

function outputsOf({ text }: OracleFile): Readonly<Record<string, string>> {
  const results = targets.map((to) => [to, convertLog4j(text, { to })] as const);
  return Object.fromEntries(results.map(([to, result]) => [to, 'refused' in result ? result.refused : hashOf(result.output)]));
}

describe('the conversion gives what the real libraries were shown', () => {
  it.each(fixtureFiles())('$id', (file) => {
    expect(verdicts[file.id], 'judge it: npm run oracle:log4j').toMatchObject(outputsOf(file));
  });

  it.skipIf(!hasCorpus)('for every file of the corpus', () => {
    const stale = corpusFiles().filter((file) => targets.some((to) => verdicts[file.id]?.[to] !== outputsOf(file)[to]));
    expect(
      stale.map(({ id }) => id),
      'judge them: npm run oracle:log4j',
    ).toEqual([]);
  });
});
