// Random mixtures of settings, judged by the engine and by the real jars. ORACLE_RUNS and ORACLE_SEED say how many and which; ORACLE_KAFKA by whom.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, opinion, wordsOf } from './agreement.ts';
import { over } from './cases/case.ts';
import { writtenCases } from './cases/index.ts';
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

/** Files that people wrote, by role: a mixture may begin with one, so that it comes to what several settings do together. */
function textsByRole(): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, Set<string>>();
  for (const { role, text, ...options } of writtenCases()) {
    if (Object.keys(options).length === 0) texts.set(role, (texts.get(role) ?? new Set()).add(text));
  }
  return new Map([...texts].map(([role, own]) => [role, [...own]]));
}

/** A file is refused for its first fault, which hides the others: most of what is mixed is chosen from what the engine has nothing against. */
function mostlyClean(role: string, all: readonly string[], textOf: (one: string) => string): fc.Arbitrary<string> {
  const any = fc.constantFrom(...all);
  const isClean = (text: string) => opinion({ role, text }, version).errors.length === 0;
  // A role that this release does not have accepts nothing.
  if (!all.slice(0, 100).some((one) => isClean(textOf(one)))) return any;
  return fc.oneof({ weight: 9, arbitrary: any.filter((one) => isClean(textOf(one))) }, { weight: 1, arbitrary: any });
}

function mixtures(): OracleCase[] {
  const texts = textsByRole();
  const byRole = [...settingsByRole()].map(([role, lines]) => {
    const base = baseOfRole(role);
    const line = mostlyClean(role, lines, (one) => over(base, one));
    const file = fc.oneof(
      fc.constant(base),
      mostlyClean(role, texts.get(role) ?? [base], (one) => one),
    );
    return fc.tuple(fc.constant(role), file, fc.uniqueArray(line, { minLength: 1, maxLength: 4 }));
  });
  const mixture = fc.oneof(...byRole);
  return fc.sample(mixture, { numRuns: runs, seed }).map(([role, base, lines]) => ({ role, text: over(base, lines.join('\n')) }));
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
