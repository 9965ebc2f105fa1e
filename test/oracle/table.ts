// How far the engine and the releases agree: by role and release how many cases the file alone decides, and how many of them differ for a reviewed reason.
import { isRole } from '../../server/src/schema/roles.ts';
import { difference, opinion, wordsOf } from './agreement.ts';
import { keyDifferences } from './keys.ts';
import type { Recorded } from './records.ts';
import { isReviewed } from './reviewed.ts';

/** One role on one release. */
export interface Agreement {
  /** Cases that the release accepted or refused. */
  readonly judged: number;
  readonly refused: number;
  /** Differences that are on the reviewed list. */
  readonly reviewed: number;
  /** What differs and is not: `4.1.2 silent: "text": words`. */
  readonly differences: readonly string[];
}

/** By release, the agreement over cases of one role. */
export function agreementOf(cases: readonly Recorded[]): ReadonlyMap<string, Agreement> {
  const found = new Map<string, { judged: number; refused: number; reviewed: number; differences: string[] }>();
  for (const { asked, answers } of cases) {
    if (!isRole(asked.role)) continue;
    for (const [version, answer] of answers) {
      const decided = answer.verdict === 'accepted' || answer.verdict === 'refused';
      if (!decided && answer.unknown === undefined) continue;
      const own = found.get(version) ?? { judged: 0, refused: 0, reviewed: 0, differences: [] };
      found.set(version, own);
      const said = opinion(asked, version);
      const differs = difference(answer, said);
      const words = differs === undefined ? '' : wordsOf(differs, answer, said);
      const reviewed = differs !== undefined && isReviewed(asked, differs, version, words);
      if (decided) own.judged += 1;
      if (answer.verdict === 'refused') own.refused += 1;
      if (reviewed) own.reviewed += 1;
      else if (differs !== undefined) own.differences.push(`${version} ${differs}: ${JSON.stringify(asked.text)}: ${words}`);
      for (const { key, kind } of keyDifferences(asked, version, answer, said)) own.differences.push(`${version} ${kind}: ${key}`);
    }
  }
  return found;
}

/** What is kept of an agreement: by release `[judged, refused, reviewed]`. */
export type Counts = Readonly<Record<string, readonly [number, number, number]>>;

/** The numbers of an agreement. */
export function countsOf(agreement: ReadonlyMap<string, Agreement>): Counts {
  const decided = [...agreement].filter(([, { judged }]) => judged > 0);
  return Object.fromEntries(decided.map(([version, { judged, refused, reviewed }]) => [version, [judged, refused, reviewed]]));
}

/** `agreed/judged (reviewed)` by role and release, for a terminal. */
export function tableText(agreements: ReadonlyMap<string, ReadonlyMap<string, Agreement>>): string {
  const versions = [...new Set([...agreements.values()].flatMap((own) => [...own.keys()]))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const cellOf = (one: Agreement | undefined) => {
    if (one === undefined || one.judged === 0) return '';
    const agreed = one.judged - one.reviewed - one.differences.length;
    return `${agreed}/${one.judged}${one.reviewed > 0 ? ` (${one.reviewed})` : ''}`;
  };
  const rows = [...agreements].map(([role, own]) => [role, ...versions.map((version) => cellOf(own.get(version)))]);
  return [['', ...versions], ...rows]
    .map((cells) =>
      cells
        .map((cell) => cell.padEnd(20))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
