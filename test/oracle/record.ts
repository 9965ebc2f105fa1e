// Asks every release about every case and records the verdicts. Answers are kept in .cache/oracle/answers/, so that only new cases are asked.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCases } from './cases/index.ts';
import { cache, recordedVersions } from './jars.mjs';
import { judgeAll, type OracleAnswer, type OracleCase } from './judge.ts';
import { writeRecords } from './records.ts';

const kept = join(cache, 'answers');
/** So many cases between two savings. */
const portion = 2000;

const fileOf = (version: string) => join(kept, `${version}.json`);

function load(version: string): Map<string, OracleAnswer> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(fileOf(version), 'utf8'))));
  } catch {
    return new Map();
  }
}

/** The answers of one release, asked for where they are not kept. */
export async function ask(version: string, cases: readonly OracleCase[], fresh: boolean): Promise<readonly OracleAnswer[]> {
  const known = fresh ? new Map<string, OracleAnswer>() : load(version);
  const open = cases.filter((one) => !known.has(JSON.stringify(one)));
  const begun = Date.now();
  for (let from = 0; from < open.length; from += portion) {
    const part = open.slice(from, from + portion);
    const answers = await judgeAll(version, part);
    part.forEach((one, index) => {
      const answer = answers[index];
      if (answer !== undefined) known.set(JSON.stringify(one), answer);
    });
    mkdirSync(kept, { recursive: true });
    writeFileSync(fileOf(version), JSON.stringify(Object.fromEntries(known)));
    console.log(
      `${version}: ${from + part.length} of ${open.length}, ${Math.round((1000 * (from + part.length)) / (Date.now() - begun))} a second`,
    );
  }
  return cases.map((one) => known.get(JSON.stringify(one)) ?? { verdict: 'unasked' });
}

/** Records all roles over these releases. `fresh` asks for everything again. */
export async function record(versions: readonly string[] = recordedVersions, fresh = false): Promise<void> {
  const cases = allCases();
  const columns: (readonly OracleAnswer[])[] = [];
  for (const version of versions) columns.push(await ask(version, cases, fresh));
  for (const role of new Set(cases.map((one) => one.role))) {
    const own = cases.flatMap((one, index) => (one.role === role ? [index] : []));
    const pick = <T>(column: readonly T[]) => own.flatMap((index) => column[index] ?? []);
    writeRecords(role, versions, pick(cases), columns.map(pick));
  }
}
