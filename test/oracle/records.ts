// The verdicts as they lie in recorded/: a gzipped file a role, one line a case, each message once.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { OracleAnswer, OracleCase, Verdict } from './judge.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'recorded');
const letters: Readonly<Record<Verdict, string>> = {
  accepted: 'A',
  refused: 'R',
  environment: 'E',
  unsupported: 'U',
  hung: 'H',
  unasked: '-',
};
const verdicts = new Map(Object.entries(letters).map(([verdict, letter]) => [letter, verdict as Verdict]));

/** What one release said, as far as it is kept. */
export interface RecordedAnswer {
  readonly verdict: Verdict;
  /** Kafka's innermost words on a refusal. */
  readonly message: string;
  /** WARN and ERROR lines of an accepted file. */
  readonly warnings: readonly string[];
  /** Keys that the release has no use for; undefined where it did not come so far. */
  readonly unknown?: readonly string[];
}

/** One case with what each release said, by version. */
export interface Recorded {
  readonly asked: OracleCase;
  readonly answers: ReadonlyMap<string, RecordedAnswer>;
}

interface Line {
  readonly t: string;
  readonly o?: Omit<OracleCase, 'role' | 'text'>;
  /** A letter a version. */
  readonly v: string;
  /** Indices of texts a version: the message, else the warnings, then the unknown keys. */
  readonly m: readonly (readonly number[])[];
}

/** Makes a role's file. */
export function writeRecords(
  role: string,
  versions: readonly string[],
  cases: readonly OracleCase[],
  answers: readonly (readonly OracleAnswer[])[],
): void {
  const texts = new Map<string, number>();
  const numberOf = (text: string) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, texts.size);
    return known ?? texts.size - 1;
  };
  const lines = cases.map(({ role: _, text, ...options }, index) => {
    const own = answers.flatMap((column) => column[index] ?? { verdict: 'unsupported' as const });
    const line: Line = {
      t: text,
      ...(Object.keys(options).length > 0 && { o: options }),
      v: own.map(({ verdict }) => letters[verdict]).join(''),
      m: own.map((answer) => textsOf(answer).map(numberOf)),
    };
    return JSON.stringify(line);
  });
  mkdirSync(folder, { recursive: true });
  const head = JSON.stringify({ versions, texts: [...texts.keys()] });
  writeFileSync(join(folder, `${role}.jsonl.gz`), gzipSync(`${[head, ...lines].join('\n')}\n`, { level: 9 }));
}

/** Kafka's words, marked with what they are: `!` a refusal, `?` an unknown key (alone: the keys were not looked at), else a log line. */
function textsOf({ verdict, message = '', log = [], unknown }: OracleAnswer): string[] {
  const keys = unknown?.map((key) => `?${key}`) ?? ['?'];
  if (verdict === 'refused' || verdict === 'environment') return [`!${message.replace(/\s+/g, ' ').slice(0, 240)}`, ...keys];
  const telling = log.filter((line) => !line.startsWith('INFO '));
  return [...telling.map((line) => line.slice(0, 240)), ...keys];
}

/** Every recorded case; none where nothing is recorded. */
export function readRecords(): readonly Recorded[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .flatMap((name) => readRole(name.replace('.jsonl.gz', '')));
}

function readRole(role: string): Recorded[] {
  const [head = '{}', ...lines] = gunzipSync(readFileSync(join(folder, `${role}.jsonl.gz`)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const { versions, texts } = JSON.parse(head) as { versions: string[]; texts: string[] };
  return lines.map((text) => {
    const line = JSON.parse(text) as Line;
    const answers = versions.map((version, index) => [version, answerOf(line, index, texts)] as const);
    return { asked: { role, text: line.t, ...line.o }, answers: new Map(answers) };
  });
}

function answerOf(line: Line, index: number, texts: readonly string[]): RecordedAnswer {
  const words = (line.m[index] ?? []).map((number) => texts[number] ?? '');
  return {
    verdict: verdicts.get(line.v[index] ?? '') ?? 'unsupported',
    message: words.find((word) => word.startsWith('!'))?.slice(1) ?? '',
    warnings: words.filter((word) => /^(WARN|ERROR) /.test(word)),
    ...(!words.includes('?') && { unknown: words.filter((word) => word.startsWith('?')).map((word) => word.slice(1)) }),
  };
}
