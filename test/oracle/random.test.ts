// Random mixtures of settings, judged by the engine and by the real jars. ORACLE_RUNS and ORACLE_SEED say how many and which; ORACLE_KAFKA by whom.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, opinion, wordsOf } from './agreement.ts';
import { over } from './cases/case.ts';
import { keyCases } from './cases/keys.ts';
import { baseOfRole, propertyCases } from './cases/properties.ts';
import { artifactsOf, cache } from './jars.mjs';
import { judgeAll, judgeAvailable, type OracleAnswer, type OracleCase } from './judge.ts';
import { keyDifferences } from './keys.ts';
import { isReviewed } from './reviewed.ts';

const { ORACLE_KAFKA, ORACLE_RUNS, ORACLE_SEED } = process.env;
const version = ORACLE_KAFKA ?? '4.1.2';
const runs = Number(ORACLE_RUNS ?? 150);
/** The same mixtures each time unless asked otherwise: a test run must not fail by chance. */
const seed = Number(ORACLE_SEED ?? 8);
/** The jars are fetched when they are asked for by name only: a test run must not depend on the network. */
const ready = judgeAvailable() && (ORACLE_RUNS !== undefined || existsSync(join(cache, version, 'artifacts.json')));

/** The settings that the property cases try, and keys that are not the role's, by role. */
function settingsByRole(): ReadonlyMap<string, readonly string[]> {
  const settings = new Map<string, Set<string>>();
  for (const { role, text } of propertyCases()) {
    const own = settings.get(role) ?? new Set<string>();
    settings.set(role, own.add(over('', text).split('\n').at(-2) ?? ''));
  }
  for (const { role, text } of keyCases()) {
    const base = baseOfRole(role);
    for (const line of text.split('\n')) if (line !== '' && !base.includes(line)) settings.get(role)?.add(line);
  }
  return new Map([...settings].map(([role, lines]) => [role, [...lines].filter((line) => !line.startsWith(' '))]));
}

function mixtures(): OracleCase[] {
  const byRole = settingsByRole();
  const mixture = fc
    .constantFrom(...byRole.keys())
    .chain((role) =>
      fc.tuple(fc.constant(role), fc.uniqueArray(fc.constantFrom(...(byRole.get(role) ?? [''])), { minLength: 1, maxLength: 4 })),
    );
  return fc.sample(mixture, { numRuns: runs, seed }).map(([role, lines]) => ({ role, text: over(baseOfRole(role), lines.join('\n')) }));
}

function disagreement(asked: OracleCase, { verdict, message = '', log = [], unknown }: OracleAnswer): string[] {
  const warnings = log.filter((line) => !line.startsWith('INFO '));
  const said = opinion(asked, version);
  const where = `${asked.role} ${JSON.stringify(asked.text)}`;
  const keys = keyDifferences(asked, version, { unknown }, said).map(({ key, kind }) => `${kind}: ${where}: ${key}`);
  const differs = difference({ verdict, message, warnings }, said);
  if (differs === undefined) return keys;
  const words = wordsOf(differs, { verdict, message, warnings }, said);
  return isReviewed(asked, differs, version, words) ? keys : [`${differs}: ${where}: ${words}`, ...keys];
}

describe.skipIf(!ready)(`random mixtures on Kafka ${version} (seed ${seed}, ${runs} runs)`, () => {
  it('are judged as the jars judge them', { timeout: 60_000 + runs * 200 }, async () => {
    const cases = mixtures();
    const answers = await judgeAll(version, cases);
    const found = cases.flatMap((one, index) => disagreement(one, answers[index] ?? { verdict: 'hung' }));
    expect(found.slice(0, 20), `${found.length} disagreements over ${Object.keys(artifactsOf(version)).length} artifacts`).toEqual([]);
  });
});
