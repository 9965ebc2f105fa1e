// Fetches the jars of one Kafka release through Maven into .cache/oracle/<version>/ (outside git) and answers their class path.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const cache = join(root, '.cache', 'oracle');

/** The releases whose verdicts are recorded: the newest patch of each minor. */
// biome-ignore format: a line each would be long
export const recordedVersions = [
  '2.8.2', '3.0.2', '3.1.2', '3.2.3', '3.3.2', '3.4.1', '3.5.2', '3.6.2',
  '3.7.2', '3.8.1', '3.9.2', '4.0.2', '4.1.2', '4.2.2', '4.3.1', '4.4.0',
];

const artifacts = (version) => [
  `kafka_${scalaOf(version)}`,
  'kafka-clients',
  'kafka-streams',
  'connect-api',
  'connect-runtime',
  'connect-json',
  'connect-file',
  'connect-transforms',
  'connect-mirror',
  'connect-mirror-client',
  'connect-basic-auth-extension',
];
/** The newest Scala that a release was built with. */
const scalaOf = (version) => (/^0\./.test(version) ? '2.11' : /^(1\.|2\.[0-3]\.)/.test(version) ? '2.12' : '2.13');

/** A logging back end would compete with the judge's own, which collects the lines. */
const loggingBackEnd = /^(slf4j-(reload4j|log4j12|simple)|log4j-slf4j|logback)/;

const dependency = ([artifact, version]) =>
  `<dependency><groupId>org.apache.kafka</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const pom = (wanted) => `<project><modelVersion>4.0.0</modelVersion>
<groupId>oracle</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${wanted.map(dependency).join('\n')}</dependencies></project>`;

/** The artifacts that Maven's answer names as missing. */
const missing = (answer) => new Set([...answer.matchAll(/org\.apache\.kafka:([\w.-]+):(?:jar|pom):/g)].map((match) => match[1]));

/** One patch lower, or undefined below `.0`. */
function lowerPatch(version) {
  const patch = Number(version.slice(version.lastIndexOf('.') + 1));
  return patch > 0 ? version.replace(/\d+$/, String(patch - 1)) : undefined;
}

function copyDependencies(folder, wanted) {
  writeFileSync(join(folder, 'pom.xml'), pom(wanted));
  try {
    const options = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'];
    execFileSync('mvn', options, { cwd: folder, stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}`;
  }
}

/** Where an artifact of exactly this patch is not to be had, the next lower patch stands in; else the artifact is left out. */
function standIns(wanted, answer) {
  const named = missing(answer);
  const absent = wanted.filter(([artifact]) => named.has(artifact));
  if (absent.length === 0) throw new Error(`Maven could not fetch the jars:\n${answer.slice(0, 2000)}`);
  return wanted.flatMap(([artifact, version]) => {
    if (!named.has(artifact)) return [[artifact, version]];
    const lower = lowerPatch(version);
    return lower === undefined ? [] : [[artifact, lower]];
  });
}

/** Class path of a release. Fetches it the first time; throws with Maven's words when that fails. */
export function classPath(version) {
  const folder = join(cache, version);
  const lib = join(folder, 'lib');
  if (!existsSync(join(folder, 'artifacts.json'))) fetchJars(version, folder);
  return readdirSync(lib)
    .filter((name) => name.endsWith('.jar') && !loggingBackEnd.test(name))
    .map((name) => join(lib, name))
    .join(':');
}

function fetchJars(version, folder) {
  const work = `${folder}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  let wanted = artifacts(version).map((artifact) => [artifact, version]);
  for (let answer = copyDependencies(work, wanted); answer !== undefined; answer = copyDependencies(work, wanted)) {
    wanted = standIns(wanted, answer);
  }
  writeFileSync(join(work, 'artifacts.json'), JSON.stringify(Object.fromEntries(wanted), undefined, 1));
  rmSync(folder, { recursive: true, force: true });
  renameSync(work, folder);
}

/** What a fetched release consists of: artifact to the version that was to be had. */
export const artifactsOf = (version) => JSON.parse(readFileSync(join(cache, version, 'artifacts.json'), 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const version of process.argv.slice(2)) console.log(version, classPath(version).split(':').length, artifactsOf(version));
}
