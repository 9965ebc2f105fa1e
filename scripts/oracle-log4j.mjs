// Judges the log4j conversion by the real libraries: log4j 1.2.17 reads the file, Log4j2 reads our result, both get the same events.
//   npm run oracle:log4j               every file, records the verdicts, fails on a regression
//   npm run oracle:log4j -- --only X   files whose id contains X; prints every fault, records nothing
//   npm run oracle:log4j -- --from F   the files of any folder; prints every fault, records nothing
//   npm run oracle:log4j -- --files    Log4j2 files, sound and faulty: records what Log4j2 says of each
//   npm run oracle:log4j -- --plugins  writes server/src/log4j/generated/ from the plug-ins of the newest Log4j2
// Needs Java 17 and Maven, which fetches the jars into .cache/.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { convertLog4j } from '../server/src/log4j/convert.ts';
import { corpusFiles, filesIn, fixtureFiles, hashOf, loggersOf, redirect, scenariosOf, targets } from '../test/oracle/log4j/cases.ts';
import { compare, readObservation } from '../test/oracle/log4j/compare.ts';
import { fileCases } from '../test/oracle/log4j/log4j2-cases.ts';
import { cached, ROOT } from './steps.mjs';

const versions = ['2.24.3', '2.25.5'];
const program = join(ROOT, 'test', 'oracle', 'log4j');
const recorded = join(program, 'recorded', 'verdicts.json');
const extensions = { xml: 'xml', yaml: 'yaml', properties: 'properties' };

function classPath(side, profile, options, main = profile === 'log4j1' ? 'Log4j1Side' : 'Log4j2Side') {
  const jars = cached('log4j', 'jars', side);
  if (!existsSync(jars))
    execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-P', profile, ...options, `-DoutputDirectory=${jars}`], {
      cwd: program,
      stdio: 'inherit',
    });
  const classes = cached('log4j', 'classes', side);
  rmSync(classes, { recursive: true, force: true });
  execFileSync(
    'javac',
    ['-nowarn', '-proc:none', '-cp', `${jars}/*`, '-d', classes, join(program, 'Case.java'), join(program, `${main}.java`)],
    { stdio: 'inherit' },
  );
  return { main, path: `${classes}:${jars}/*` };
}

function judge(side, { main, path }, lines) {
  const work = cached('log4j', 'work', side);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'deep', 'down'), { recursive: true });
  const list = cached('log4j', 'cases', `${side}.tsv`);
  writeFileSync(list, lines.map((line) => `${line.join('\t')}\n`).join(''));
  // Kafka runs with these defaults too; the time zone is fixed so that roll-over instants are.
  const options = ['-Dfile.encoding=UTF-8', '-Duser.timezone=Europe/Berlin', '-Duser.language=en', '-cp', path, main, list];
  execFileSync('java', options, { cwd: join(work, 'deep', 'down'), stdio: ['ignore', 'inherit', 'inherit'] });
}

function write(path, text, encoding = 'utf8') {
  writeFileSync(path, text, encoding);
  return path;
}

/** Lays out every case on disk: one line for log4j 1, one a target for Log4j2. */
function layOut(files) {
  const root = cached('log4j', 'cases');
  rmSync(root, { recursive: true, force: true });
  const cases = [];
  for (const [index, { id, text }] of files.entries()) {
    const redirected = redirect(text);
    for (const { name, system } of scenariosOf(redirected)) {
      const folder = join(root, `${index}-${name}`);
      mkdirSync(folder, { recursive: true });
      const shared = [
        write(join(folder, 'system'), [...system].map(([key, value]) => `${escapeProperty(key)}=${escapeProperty(value)}\n`).join('')),
        write(join(folder, 'loggers'), loggersOf(redirected).join('\n')),
      ];
      const before = [id, write(join(folder, 'log4j.properties'), redirected, 'latin1'), ...shared, join(folder, 'log4j1.out')];
      const after = targets.map((target) => {
        const result = convertLog4j(redirected, { to: target });
        // The status log of a debugging configuration goes to the console, between the events.
        const output = result.output.replace(/ status="debug"|^ {2}status: debug\n|^status = debug\n/m, '');
        return [target, [id, write(join(folder, `log4j2.${extensions[target]}`), output), ...shared]];
      });
      cases.push({ id, text, scenario: name, folder, before, after });
    }
  }
  return cases;
}

function escapeProperty(text) {
  return text.replace(/[\\=: ]/g, (char) => `\\${char}`);
}

function judgeAll(files) {
  const cases = layOut(files);
  judge(
    'log4j1',
    classPath('log4j1', 'log4j1', []),
    cases.map((item) => item.before),
  );
  const verdicts = [];
  for (const version of versions) {
    const path = classPath(`log4j-${version}`, 'log4j2', [`-Dlog4j2.version=${version}`]);
    const lines = cases.flatMap(({ folder, after }) => after.map(([target, line]) => [...line, join(folder, `${target}-${version}.out`)]));
    judge(`log4j-${version}`, path, lines);
    for (const { id, scenario, folder } of cases) {
      const before = readObservation(readFileSync(join(folder, 'log4j1.out'), 'utf8'));
      for (const target of targets) {
        const after = readObservation(readFileSync(join(folder, `${target}-${version}.out`), 'utf8'));
        verdicts.push({ id, scenario, version, target, loads: before.status === '', faults: compare(before, after) });
      }
    }
  }
  return verdicts;
}

function printScore(verdicts, files) {
  const loadable = new Set(verdicts.filter(({ loads }) => loads).map(({ id }) => id));
  console.log(`${files.length} files, of which log4j 1 loads ${loadable.size}`);
  for (const version of versions) {
    for (const target of targets) {
      const own = verdicts.filter((verdict) => verdict.version === version && verdict.target === target && verdict.loads);
      const failed = (list) => new Set(list.filter(({ faults }) => faults.length > 0).map(({ id }) => id));
      const first = loadable.size - failed(own.filter(({ scenario }) => scenario === 's1')).size;
      const both = loadable.size - failed(own).size;
      console.log(`Log4j ${version} ${target.padEnd(10)} same and clean: ${first} with defaults, ${both} with overridden variables too`);
    }
  }
}

/** Per file: the hash of each output, and what fails, as `target version scenario: checks`. */
function record(verdicts, files) {
  return Object.fromEntries(
    files.map(({ id, text }) => {
      const outputs = Object.fromEntries(targets.map((target) => [target, hashOf(convertLog4j(text, { to: target }).output)]));
      const own = verdicts.filter((verdict) => verdict.id === id);
      const fails = own
        .filter(({ faults }) => faults.length > 0)
        .map(({ target, version, scenario, faults }) => `${target} ${version} ${scenario}: ${faults.map(([check]) => check).join(', ')}`);
      return [id, { ...outputs, ...(own.some(({ loads }) => !loads) ? { loads: false } : {}), ...(fails.length > 0 ? { fails } : {}) }];
    }),
  );
}

function regressions(before, after) {
  return Object.entries(after).flatMap(([id, { fails = [] }]) => {
    const known = before[id];
    if (known === undefined) return [];
    return fails.filter((fault) => !(known.fails ?? []).includes(fault)).map((fault) => `${id}: ${fault}`);
  });
}

/** What Log4j2's annotations say, of the newest release; what older ones that Kafka ships lack says since when it is there. */
function writePlugins() {
  const [older, newest] = versions.map(readPlugins);
  const known = new Map(older.plugins.map((plugin) => [plugin.name, plugin]));
  const since = /^\d+\.\d+/.exec(versions.at(-1))[0];
  const rows = newest.plugins.map(({ attributes, ...plugin }) => {
    const before = known.get(plugin.name) ?? known.get(plugin.of);
    const had = new Set(before?.attributes.map(({ name }) => name));
    const marked = attributes.map((attribute) => (before === undefined || had.has(attribute.name) ? attribute : { ...attribute, since }));
    return {
      ...plugin,
      ...(before === undefined && { since }),
      attributes: Object.fromEntries(marked.map(({ name, ...rest }) => [name, rest])),
    };
  });
  const text = `// Generated by scripts/oracle-log4j.mjs --plugins from Log4j2 ${versions.at(-1)}. Do not edit.

/**
 * A plug-in a line, as JSON: name, what it is an alias of, kind, library, attributes, the types of what it takes inside (and whether they
 * must be there or may be many), and which of those types it is. Types of attributes: b boolean, n whole number, f number, l level, c character set, s text, or the words of an enumeration.
 */
export const pluginRows: readonly string[] = [\n${rows.map((row) => `  ${quoted(JSON.stringify(row))},\n`).join('')}];

/** The words behind a % in a PatternLayout or a file pattern, by the class that reads them. */
export const conversions: Readonly<Record<string, string>> = {\n${Object.entries(newest.words)
    .map(([name, words]) => `  ${name}: '${words.join(' ')}',\n`)
    .join('')}};

/** What may stand before the colon of a variable. */
export const lookups: readonly string[] = '${newest.lookups.join(' ')}'.split(' ');
`;
  writeFileSync(join(ROOT, 'server', 'src', 'log4j', 'generated', 'log4j2-plugins.ts'), text);
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function readPlugins(version) {
  const { path } = classPath(`plugins-${version}`, 'log4j2,optional', [`-Dlog4j2.version=${version}`], 'Log4j2Plugins');
  return JSON.parse(execFileSync('java', ['-cp', path, 'Log4j2Plugins'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** By the hash of each text: what each release reports at WARN and above while it starts. */
function recordFiles() {
  const folder = cached('log4j', 'files');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const paths = fileCases().map(({ name, text }) => write(join(folder, name), text));
  const [before, after] = versions.map((version) => {
    const { path } = classPath(`log4j-${version}`, 'log4j2', [`-Dlog4j2.version=${version}`], 'Log4j2Judge');
    const out = execFileSync('java', ['-cp', path, 'Log4j2Judge', ...paths], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(/^verdicts (.*)$/m.exec(out)[1]);
  });
  const tidy = (lines) => lines.map((line) => line.replaceAll(`${folder}/`, '').split('\n')[0].slice(0, 160));
  const rows = fileCases().map(({ name, text }, index) => {
    const [older, newer] = [tidy(before[paths[index]]), tidy(after[paths[index]])];
    const same = JSON.stringify(older) === JSON.stringify(newer);
    return `  ${JSON.stringify(hashOf(text))}: ${JSON.stringify({ name, says: newer, ...(!same && { before: older }) })}`;
  });
  writeFileSync(join(program, 'recorded', 'log4j2.json'), `{\n${rows.join(',\n')}\n}\n`);
}

function main() {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { only: text, from: text, files: { type: 'boolean' }, plugins: { type: 'boolean' } } });
  if (values.plugins) return writePlugins();
  if (values.files) return recordFiles();
  const all = values.from === undefined ? [...fixtureFiles(), ...corpusFiles()] : filesIn(values.from);
  const files = all.filter(({ id }) => values.only === undefined || id.includes(values.only));
  const verdicts = judgeAll(files);
  for (const { id, scenario, version, target, loads, faults } of verdicts) {
    for (const [check, reason] of loads ? faults : []) console.log(`${check} ${target} ${version} ${scenario} ${id}: ${reason}`);
  }
  printScore(verdicts, files);
  if (values.only !== undefined || values.from !== undefined) return;
  const before = existsSync(recorded) ? JSON.parse(readFileSync(recorded, 'utf8')) : {};
  const after = { ...before, ...record(verdicts, files) };
  const worse = regressions(before, after);
  if (worse.length > 0) {
    console.error(`${worse.length} regressions:\n${worse.join('\n')}`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(join(program, 'recorded'), { recursive: true });
  const lines = Object.keys(after)
    .sort()
    .map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(after[id])}`);
  writeFileSync(recorded, `{\n${lines.join(',\n')}\n}\n`);
}

main();
