// The engine says what the real Kafka releases said: recorded verdicts, so that no Java is needed.
import { describe, expect, it } from 'vitest';
import { isRole } from '../../server/src/schema/roles.ts';
import { type Recorded, readRecords } from './records.ts';
import { reviewed, usedEntries } from './reviewed.ts';
import { agreementOf, type Counts, countsOf } from './table.ts';

const byRole = new Map<string, Recorded[]>();
for (const one of readRecords()) {
  if (isRole(one.asked.role)) (byRole.get(one.asked.role) ?? byRole.set(one.asked.role, []).get(one.asked.role))?.push(one);
}
const counts: Record<string, Counts> = {};

describe('the engine agrees with every recorded release', () => {
  it('has records', () => expect([...byRole.keys()]).not.toEqual([]));

  it.each([...byRole])('%s', { timeout: 300_000 }, (role, cases) => {
    const agreement = agreementOf(cases);
    counts[role] = countsOf(agreement);
    const found = [...agreement.values()].flatMap(({ differences }) => differences);
    expect(found.slice(0, 20), `${found.length} disagreements`).toEqual([]);
  });

  it('needs every entry of the reviewed list', () => {
    expect(reviewed.filter((entry) => !usedEntries.has(entry)).map(({ role, text }) => `${role}: ${text}`)).toEqual([]);
  });

  /** docs/proof.md is made of this; vitest --update writes it. */
  it('is counted', async () => {
    const sorted = Object.fromEntries(Object.entries(counts).sort());
    await expect(`${JSON.stringify(sorted, undefined, 1)}\n`).toMatchFileSnapshot('recorded/agreement.json');
  });
});
