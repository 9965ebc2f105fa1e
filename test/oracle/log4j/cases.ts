import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configure } from '../../../server/src/log4j/configurator.ts';
import type { Target } from '../../../server/src/log4j/conversion.ts';
import { convertLog4j } from '../../../server/src/log4j/convert.ts';
import { readFileSize } from '../../../server/src/log4j/java-values.ts';
import { openNotebook } from '../../../server/src/log4j/notes.ts';
import { type Log4j1File, readLog4j1, type Setting } from '../../../server/src/log4j/read.ts';
import { allNamesIn, resolver } from '../../../server/src/log4j/variables.ts';

/** A log4j 1 file to be judged: one of the project's own, or one of the corpus beside the checkout. */
export interface OracleFile {
  readonly id: string;
  readonly text: string;
}

export const targets: readonly Target[] = ['xml', 'yaml', 'properties'];

const fixtures = fileURLToPath(new URL('../../log4j/fixtures/', import.meta.url));
const corpus = fileURLToPath(new URL('../../../../shared/log4j/corpus/', import.meta.url));

/** True where the corpus of other people's files lies beside the checkout. */
export const hasCorpus = existsSync(corpus);

/** The project's own files. */
export function fixtureFiles(): readonly OracleFile[] {
  const names = readdirSync(fixtures)
    .filter((name) => name.endsWith('.properties'))
    .sort();
  return names.map((name) => ({ id: `fixtures/${name}`, text: readFileSync(fixtures + name, 'latin1') }));
}

/** Files of the corpus that are no templates; none where there is no corpus. */
export function corpusFiles(): readonly OracleFile[] {
  if (!hasCorpus) return [];
  const rows = readFileSync(`${corpus}INDEX.tsv`, 'utf8').trim().split(/\r?\n/).slice(1);
  const paths = rows.map((row) => row.split('\t')[5] ?? '').filter((path) => path !== '');
  return withoutRefused(paths.map((path) => ({ id: `corpus/${path}`, text: readFileSync(corpus + path, 'latin1') })));
}

/** Files of any folder that are no templates. */
export function filesIn(folder: string): readonly OracleFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.properties'));
  return withoutRefused(names.sort().map((name) => ({ id: name, text: readFileSync(`${folder}/${name}`, 'latin1') })));
}

function withoutRefused(files: readonly OracleFile[]): readonly OracleFile[] {
  return files.filter(({ text }) => !('refused' in convertLog4j(text, { to: 'xml' })));
}

/** The first twelve hex digits of a text's SHA-256. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** What a file is judged with. */
export interface Scenario {
  /** s1: what the file leaves to system properties is set. s2: its own variables are overridden too. */
  readonly name: 's1' | 's2';
  readonly system: ReadonlyMap<string, string>;
}

/** The file with absolute file names made relative, so that both sides write below their working directory. */
export function redirect(text: string): string {
  return text.replace(/^([ \t]*[^#!\s=:][^=:\s]*[ \t]*[=:][ \t]*)(?:file:)?\/+(?=[^\s/])/gim, '$1');
}

/** The scenarios of a file; without variables of its own there is one. */
export function scenariosOf(text: string): readonly Scenario[] {
  const file = readLog4j1(text);
  const lookup = (name: string): string | undefined => file.byKey.get(name)?.value;
  const names = new Map<string, Setting>();
  for (const setting of file.byKey.values()) {
    if (setting.key.startsWith('log4j.'))
      for (const name of allNamesIn(setting.value, lookup)) if (!names.has(name)) names.set(name, setting);
  }
  // Names that nobody sets: the empty one Java refuses, the others come from a syntax that log4j 1 does not have.
  for (const name of names.keys()) if (name === '' || name.includes('${') || name.includes(':-')) names.delete(name);
  const open = new Map([...names].filter(([name]) => lookup(name) === undefined).map(([name, user]) => [name, valueFor(name, user, file)]));
  const own = new Map([...names.keys()].flatMap((name) => overrideOf(name, lookup(name), file)));
  const plain: Scenario = { name: 's1', system: open };
  return own.size === 0 ? [plain] : [plain, { name: 's2', system: new Map([...open, ...own]) }];
}

function valueFor(name: string, user: Setting, file: Log4j1File): string {
  if (/^log4j\.(rootLogger|rootCategory|logger\.|category\.)/.test(user.key)) return loggerValue(name, user, file);
  if (/\.threshold$/i.test(user.key)) return 'WARN';
  if (/\.(MaxFileSize|MaximumFileSize)$/i.test(user.key)) return '5MB';
  if (/\.(MaxBackupIndex|BufferSize|port)$/i.test(user.key) || /port$/i.test(name)) return '4';
  if (/\.(Append|ImmediateFlush|BufferedIO|Follow)$/i.test(user.key)) return 'true';
  // A folder that is gone up from has to be there.
  if ([...file.byKey.values()].some(({ value }) => value.includes(`\${${name}}/..`))) return '.';
  return `sys/${name.replace(/[^\w.-]/g, '_')}`;
}

function loggerValue(name: string, user: Setting, file: Log4j1File): string {
  if (user.value.trimStart().startsWith(`\${${name}}`)) return 'WARN';
  return [...configure(file, openNotebook()).appenders.keys()][0] ?? 'none';
}

function overrideOf(name: string, definition: string | undefined, file: Log4j1File): readonly (readonly [string, string])[] {
  if (definition === undefined) return [];
  const value = resolver((inner) => file.byKey.get(inner)?.value)(definition).trim();
  const [level, ...appenders] = value.split(',');
  if (/^(ALL|TRACE|DEBUG|INFO|WARN|ERROR|FATAL|OFF)$/i.test(level?.trim() ?? '')) return [[name, ['ERROR', ...appenders].join(',')]];
  if (/org\.|com\.|^\.|^'|\.\./.test(value) || file.byKey.has(`log4j.appender.${value}`)) return [];
  if (/^\d+$/.test(value)) return [[name, '3']];
  if (readFileSize(value) !== undefined) return [[name, '7MB']];
  if (/^(true|false)$/i.test(value)) return [[name, value.toLowerCase() === 'true' ? 'false' : 'true']];
  return [[name, value.includes('%') ? 'over %p %m%n' : `over/${value}`.replace(/\/+/g, '/')]];
}

/** Loggers that get events: those of the file with a child each, and some that no file names. */
export function loggersOf(text: string): readonly string[] {
  const model = configure(readLog4j1(text), openNotebook());
  const others = [
    'kafka.server.KafkaServer',
    'org.apache.kafka.clients.NetworkClient',
    'org.apache.zookeeper.ZooKeeper',
    'state.change.logger',
    'com.example.app.Service',
    'org.example',
    'x',
  ];
  return [...new Set([...model.loggers.flatMap(({ name }) => [name, `${name}.child`]), ...others])];
}
