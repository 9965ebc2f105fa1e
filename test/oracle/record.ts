// Asks every release about every case and records the verdicts. Answers are kept in .cache/oracle/answers/, so that only new cases are asked.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusCase, corpusCases } from './cases/corpus.ts';
import { allCases } from './cases/index.ts';
import { writeCorpusRecords } from './corpus-records.ts';
import { cache, recordedVersions } from './jars.mjs';
import { judgeAll, type OracleAnswer, type OracleCase } from './judge.ts';
import { type RecordedAnswer, readRecords, writeRecords } from './records.ts';

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
async function ask(version: string, cases: readonly OracleCase[], fresh: boolean): Promise<readonly OracleAnswer[]> {
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

/** Records all roles over these releases; what the others said stays. `fresh` asks for everything again. */
export async function record(versions: readonly string[] = recordedVersions, fresh = false): Promise<void> {
  const cases = allCases();
  const files = corpusCases();
  const before = new Map(readRecords().map(({ asked, answers }) => [JSON.stringify(asked), answers]));
  const columns: (readonly OracleAnswer[])[] = [];
  const ofFiles = files.map(() => new Map<string, OracleAnswer>());
  for (const version of recordedVersions) {
    const kept = (one: OracleCase) => answerFrom(before.get(JSON.stringify(one))?.get(version));
    const asks = versions.includes(version);
    const said = asks ? await ask(version, [...cases, ...files.map(({ asked }) => asked)], fresh) : cases.map(kept);
    columns.push(said.slice(0, cases.length));
    said.slice(cases.length).forEach((answer, index) => {
      ofFiles[index]?.set(version, answer);
    });
  }
  for (const role of new Set(cases.map((one) => one.role))) {
    const own = cases.flatMap((one, index) => (one.role === role ? [index] : []));
    const pick = <T>(column: readonly T[]) => own.flatMap((index) => column[index] ?? []);
    writeRecords(role, recordedVersions, pick(cases), columns.map(pick));
  }
  if (files.length === 0 || versions.length < recordedVersions.length) return;
  await askAtHome(files, ofFiles, fresh);
  writeCorpusRecords(files, ofFiles);
}

/** Files that Kafka ships are asked of their own release too, as far back as the judge goes. */
async function askAtHome(files: readonly CorpusCase[], answers: readonly Map<string, OracleAnswer>[], fresh: boolean): Promise<void> {
  const homes = files.flatMap(({ shippedWith }) => shippedWith ?? []).filter((version) => /^(2\.[89]|[3-9])/.test(version));
  for (const version of new Set(homes)) {
    if (recordedVersions.includes(version)) continue;
    const own = files.flatMap(({ shippedWith }, index) => (shippedWith === version ? [index] : []));
    const said = await ask(
      version,
      own.flatMap((index) => files[index]?.asked ?? []),
      fresh,
    );
    own.forEach((index, at) => {
      const answer = said[at];
      if (answer !== undefined) answers[index]?.set(version, answer);
    });
  }
}

function answerFrom(recorded: RecordedAnswer | undefined): OracleAnswer {
  if (recorded === undefined) return { verdict: 'unasked' };
  const { verdict, message, warnings, unknown } = recorded;
  return { verdict, message, log: warnings, ...(unknown !== undefined && { unknown }) };
}
