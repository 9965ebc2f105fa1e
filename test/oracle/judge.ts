// Drives the judge: one Java process per Kafka release, cases sent as JSON lines, answers collected as they come.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cache, classPath } from './jars.mjs';

const judgeFolder = join(dirname(fileURLToPath(import.meta.url)), 'judge');
/** How many cases may be under way in one process: enough to keep it busy. */
const window = 32;
/** A case that hangs longer than this (milliseconds) costs its process. */
const patience = 60_000;

/** A question to one Kafka release. `text` is the file as an editor shows it; the options are those of `judge/Case.java` and the roles. */
export interface OracleCase {
  readonly role: string;
  readonly text: string;
  /** Adds what a program passes in code; on unless switched off. */
  readonly fill?: boolean;
  /** Topic: tiered storage is on in the cluster; on unless switched off. */
  readonly remote?: boolean;
  readonly existing?: Readonly<Record<string, string>>;
  readonly cluster?: Readonly<Record<string, string>>;
  readonly worker?: Readonly<Record<string, string>>;
  readonly perBroker?: boolean;
  readonly values?: boolean;
}

/** What the release does: `environment` is a refusal for want of a file, class, host or login outside the file; `unasked`: left out, to save hours. */
export type Verdict = 'accepted' | 'refused' | 'environment' | 'unsupported' | 'hung' | 'unasked';

/** The answer of one Kafka release. */
export interface OracleAnswer {
  readonly verdict: Verdict;
  readonly error?: string;
  readonly message?: string;
  readonly trace?: readonly string[];
  readonly at?: string;
  /** Lines such as `WARN …`. */
  readonly log?: readonly string[];
  /** Keys that the release has no use for, itself or in what it hands keys to; undefined where it did not come so far. */
  readonly unknown?: readonly string[];
  /** Keys that a client said it never read. */
  readonly unused?: readonly string[];
  readonly flows?: readonly string[];
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly values?: Readonly<Record<string, string>>;
}

/** Whether Java and Maven are there to run the judge. */
export function judgeAvailable(): boolean {
  return ['java', 'javac', 'mvn'].every((tool) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).status === 0);
}

/**
 * The folder of the compiled judge, one for each state of its sources, so that a change leaves running processes alone. Compiled against any
 * release: of Kafka's class path only slf4j and Jackson are named.
 */
function compile(version: string): string {
  const sources = readdirSync(join(judgeFolder, 'src/main/java'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = sources.map((entry) => join(entry.parentPath, entry.name)).sort();
  const state = files
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);
  const classes = join(cache, 'judge', state);
  if (existsSync(join(classes, 'judge', 'Judge.class'))) return classes;
  const part = `${classes}.${process.pid}`;
  execFileSync('javac', ['-nowarn', '--release', '17', '-cp', classPath(version), '-d', part, ...files], { stdio: 'inherit' });
  rmSync(classes, { recursive: true, force: true });
  renameSync(part, classes);
  return classes;
}

/** Java asks this file instead of the network for host names. */
function hostsFile(): string {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'hosts');
  writeFileSync(file, `127.0.0.1 localhost ${hostname()}\n`);
  return file;
}

/** An empty folder to run in: relative paths in a case name nothing. */
function workFolder(): string {
  const folder = join(cache, 'work');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function start(version: string, classes: string): ChildProcess {
  const options = [
    '-Xmx1g',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Djava.net.preferIPv4Stack=true',
    `-Djdk.net.hosts.file=${hostsFile()}`,
  ];
  const command = ['java', ...options, '-cp', `${classes}:${classPath(version)}`, 'judge.Judge'];
  return spawn('nice', ['-n', '5', ...command], { stdio: ['pipe', 'pipe', 'ignore'], cwd: workFolder() });
}

/** One run of a process over the cases from `from` on; answers where it stopped. A case that hangs is answered as such. */
function run(version: string, classes: string, cases: readonly OracleCase[], answers: OracleAnswer[]): Promise<void> {
  const process = start(version, classes);
  const end = () => process.kill('SIGKILL');
  globalThis.process.once('exit', end);
  let sent = answers.length;
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    while (sent < cases.length && sent - answers.length < window)
      process.stdin?.write(`${JSON.stringify({ ...cases[sent++], id: sent })}\n`);
    if (answers.length === cases.length) process.stdin?.end();
  };
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => process.kill('SIGKILL'), patience);
  };
  return new Promise((resolve, reject) => {
    process.on('error', reject);
    process.stdin?.on('error', () => undefined);
    if (process.stdout === null) return reject(new Error('the judge has no output'));
    createInterface({ input: process.stdout }).on('line', (line) => {
      answers.push(answerOf(line));
      watch();
      send();
    });
    process.on('close', () => {
      clearTimeout(timer);
      globalThis.process.off('exit', end);
      if (answers.length < cases.length) answers.push({ verdict: 'hung' });
      resolve();
    });
    watch();
    send();
  });
}

function answerOf(line: string): OracleAnswer {
  const { id: _, ...answer } = JSON.parse(line);
  return answer;
}

/** The verdicts of one Kafka release (an exact patch such as `4.1.2`), in the order of the cases. */
export async function judgeAll(version: string, cases: readonly OracleCase[]): Promise<readonly OracleAnswer[]> {
  const classes = compile(version);
  const answers: OracleAnswer[] = [];
  while (answers.length < cases.length) await run(version, classes, cases, answers);
  return answers;
}
