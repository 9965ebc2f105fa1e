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
  /** A regular expression on Kafka's words, or on ours where Kafka says nothing. */
  readonly words?: string;
  /** Versions it is limited to. */
  readonly versions?: readonly string[];
  readonly why: string;
}

/** The reviewed list. */
export const reviewed = parse(readFileSync(fileURLToPath(new URL('reviewed.yaml', import.meta.url)), 'utf8')) as readonly Reviewed[];

/** The entries that a case has needed so far. */
export const usedEntries = new Set<Reviewed>();

const patterns = new Map(reviewed.map((entry) => [entry, { text: new RegExp(entry.text, 'm'), words: new RegExp(entry.words ?? '') }]));

/** Whether a difference is on the list. */
export function isReviewed({ role, text }: OracleCase, differs: Difference, version: string, words: string): boolean {
  const entry = reviewed.find(
    (one) =>
      (one.role === role || one.role === 'any') &&
      one.difference === differs &&
      (one.versions?.includes(version) ?? true) &&
      patterns.get(one)?.text.test(text) &&
      patterns.get(one)?.words.test(words),
  );
  if (entry !== undefined) usedEntries.add(entry);
  return entry !== undefined;
}
