// The verdicts on real files, as they lie in recorded/corpus.jsonl: nothing of the files themselves, which are other people's.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CorpusCase, hashOf } from './cases/corpus.ts';
import type { OracleAnswer } from './judge.ts';
import { isReviewed } from './reviewed.ts';

const file = fileURLToPath(new URL('recorded/corpus.jsonl', import.meta.url));

/**
 * What one release said of a file.
 * - `accepted`, and `warned` where it also said at WARN that something is wrong with it.
 * - `refused`.
 * - `other`: it hangs on more than the file, or there is no such program in that release.
 */
export type CorpusVerdict = 'accepted' | 'warned' | 'refused' | 'other';

/** What is known of one file. */
export interface CorpusRecord {
  readonly hash: string;
  readonly verdicts: ReadonlyMap<string, CorpusVerdict>;
  /** By release the hashes of the keys that it has no use for; none where it did not come so far. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Line {
  readonly h: string;
  /** By release: `A`, `W`, `R` or `-`. */
  readonly v: Readonly<Record<string, string>>;
  /** By hash of a key the releases that do not know it. */
  readonly u: Readonly<Record<string, readonly string[]>>;
  /** The releases that looked at the keys. */
  readonly k: readonly string[];
}

const letters: Readonly<Record<CorpusVerdict, string>> = { accepted: 'A', warned: 'W', refused: 'R', other: '-' };
const verdicts = new Map(Object.entries(letters).map(([verdict, letter]) => [letter, verdict as CorpusVerdict]));

/** Writes the answers of each file, by release. */
export function writeCorpusRecords(files: readonly CorpusCase[], answers: readonly ReadonlyMap<string, OracleAnswer>[]): void {
  const lines = files.map((one, index) => JSON.stringify(lineOf(one, answers[index] ?? new Map())));
  writeFileSync(file, `${lines.sort().join('\n')}\n`);
}

function lineOf(one: CorpusCase, answers: ReadonlyMap<string, OracleAnswer>): Line {
  const u = new Map<string, string[]>();
  for (const [version, { unknown = [] }] of answers) {
    for (const key of unknown.map(hashOf)) u.set(key, [...(u.get(key) ?? []), version]);
  }
  return {
    h: one.hash,
    v: Object.fromEntries([...answers].map(([version, answer]) => [version, letters[verdictOf(one, version, answer)]])),
    u: Object.fromEntries(u),
    k: [...answers].flatMap(([version, { unknown }]) => (unknown === undefined ? [] : [version])),
  };
}

function verdictOf({ asked }: CorpusCase, version: string, { verdict, log = [] }: OracleAnswer): CorpusVerdict {
  if (verdict === 'refused') return 'refused';
  if (verdict !== 'accepted') return 'other';
  const telling = log.some((line) => !line.startsWith('INFO ') && !isReviewed(asked, 'unwarned', version, line));
  return telling ? 'warned' : 'accepted';
}

/** Every recorded file, by its hash. */
export function readCorpusRecords(): ReadonlyMap<string, CorpusRecord> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((text) => {
      const { h, v, u, k } = JSON.parse(text) as Line;
      const unknown = k.map((version) => [version, keysOf(u, version)] as const);
      const own = Object.entries(v).map(([version, letter]) => [version, verdicts.get(letter) ?? 'other'] as const);
      return [h, { hash: h, verdicts: new Map(own), unknown: new Map(unknown) }];
    }),
  );
}

const keysOf = (u: Line['u'], version: string) =>
  new Set(Object.entries(u).flatMap(([key, versions]) => (versions.includes(version) ? [key] : [])));
