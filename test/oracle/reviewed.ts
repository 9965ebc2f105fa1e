import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Difference } from './agreement.ts';
import type { OracleCase } from './judge.ts';

/** A difference that is right, or that hangs on more than the file. */
export interface Reviewed {
  readonly role: string;
  /** A regular expression on the text, over lines. */
  readonly text: string;
  readonly difference: Difference;
  /** Versions it is limited to. */
  readonly versions?: readonly string[];
  readonly why: string;
}

/** The reviewed list. */
export const reviewed = parse(readFileSync(fileURLToPath(new URL('reviewed.yaml', import.meta.url)), 'utf8')) as readonly Reviewed[];

/** The entries that a case has needed so far. */
export const usedEntries = new Set<Reviewed>();

const patterns = new Map(reviewed.map((entry) => [entry, new RegExp(entry.text, 'm')]));

/** Whether a difference is on the list. */
export function isReviewed({ role, text }: OracleCase, differs: Difference, version: string): boolean {
  const entry = reviewed.find(
    (one) =>
      (one.role === role || one.role === 'any') &&
      one.difference === differs &&
      (one.versions?.includes(version) ?? true) &&
      patterns.get(one)?.test(text),
  );
  if (entry !== undefined) usedEntries.add(entry);
  return entry !== undefined;
}
