// The engine says of real files what the real Kafka releases said of them. The files lie beside the project; where they are missing, this is skipped.
import { describe, expect, it } from 'vitest';
import { type Difference, difference, type Opinion, opinion } from './agreement.ts';
import { type CorpusCase, corpusCases, hashOf } from './cases/corpus.ts';
import { type CorpusVerdict, readCorpusRecords } from './corpus-records.ts';
import { keyDifferences } from './keys.ts';
import { isReviewed } from './reviewed.ts';

const records = readCorpusRecords();
const files = corpusCases();

function differs(verdict: CorpusVerdict, said: Opinion): Difference | undefined {
  if (verdict === 'other') return undefined;
  const warnings = verdict === 'warned' ? ['WARN'] : [];
  return difference({ verdict: verdict === 'refused' ? 'refused' : 'accepted', message: '', warnings }, said);
}

function disagreements({ asked, hash }: CorpusCase): string[] {
  const record = records.get(hash);
  if (record === undefined) return ['not recorded: npm run oracle'];
  return [...record.verdicts].flatMap(([version, verdict]) => {
    const said = opinion(asked, version);
    const found = differs(verdict, said);
    const words = found === 'false-error' ? (said.errors[0] ?? '') : '';
    const verdictDiffers = found === undefined || isReviewed(asked, found, version, words) ? [] : [`${version} ${found} ${words}`];
    const ignored = record.unknown.get(version);
    const unknown = ignored === undefined ? undefined : said.allKeys.filter((key) => ignored.has(hashOf(key)));
    const keys = keyDifferences(asked, version, { unknown }, said).map(({ key, kind }) => `${version} ${kind} ${key}`);
    return [...verdictDiffers, ...keys];
  });
}

describe.skipIf(files.length === 0)('real files', () => {
  it.each(files.map((one) => [one.file, one] as const))('%s', (_, one) => expect(disagreements(one)).toEqual([]));

  const shipped = files.flatMap((one) => (one.shippedWith === undefined ? [] : [[one.file, one.asked, one.shippedWith] as const]));
  it.each(shipped)('%s stays silent at its own release', (_, asked, version) => {
    const { errors, warnings } = opinion(asked, version);
    expect([...errors, ...warnings]).toEqual([]);
  });
});
