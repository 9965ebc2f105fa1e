// The engine says what the real Kafka releases said: recorded verdicts, so that no Java is needed.
import { describe, expect, it } from 'vitest';
import { isRole } from '../../server/src/schema/roles.ts';
import { difference, opinion, wordsOf } from './agreement.ts';
import { type Recorded, readRecords } from './records.ts';
import { isReviewed, reviewed, usedEntries } from './reviewed.ts';

const byRole = new Map<string, Recorded[]>();
for (const one of readRecords()) {
  if (isRole(one.asked.role)) (byRole.get(one.asked.role) ?? byRole.set(one.asked.role, []).get(one.asked.role))?.push(one);
}

/** Verdicts that the file alone decides, with what the engine says to the contrary. */
function disagreements(cases: readonly Recorded[]): string[] {
  return cases.flatMap(({ asked, answers }) =>
    [...answers].flatMap(([version, answer]) => {
      const said = opinion(asked, version);
      const differs = difference(answer, said);
      if (differs === undefined) return [];
      const words = wordsOf(differs, answer, said);
      if (isReviewed(asked, differs, version, words)) return [];
      return [`${version} ${differs}: ${JSON.stringify(asked.text)}: ${words}`];
    }),
  );
}

describe('the engine agrees with every recorded release', () => {
  it('has records', () => expect([...byRole.keys()]).not.toEqual([]));

  it.each([...byRole])('%s', { timeout: 300_000 }, (_, cases) => {
    const found = disagreements(cases);
    expect(found.slice(0, 20), `${found.length} disagreements`).toEqual([]);
  });

  it('needs every entry of the reviewed list', () => {
    expect(reviewed.filter((entry) => !usedEntries.has(entry)).map(({ role, text }) => `${role}: ${text}`)).toEqual([]);
  });
});
