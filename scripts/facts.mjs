// Reads Kafka's configuration definitions out of its jars into schemas/facts/.
//   npm run facts                every release of schemas/releases.json
//   npm run facts -- 4.5.0       one release: adds its minor, or reads it again; the others stay as committed
// Needs Java 17 and Maven, which fetches the jars; what it fetched stays in .cache/.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classPath } from '../test/oracle/jars.mjs';
import { collapse, comparePatches, componentsOf, expand, minorOf, printComponent } from './facts/history.mjs';
import { components, factsModule } from './schema.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'schemas', 'extract');
const path = (...parts) => join(root, ...parts);
const readJson = (...parts) => JSON.parse(readFileSync(path(...parts), 'utf8'));

/** Reads releases by the Java program; answers what it wrote, by version. */
export function extract(versions, out = path('.cache', 'facts')) {
  execFileSync('mvn', ['-q', '-B', 'compile'], { cwd: program, stdio: ['ignore', 'ignore', 'inherit'] });
  const folders = versions.map((version) => `${version}=${dirname(classPath(version).split(delimiter)[0])}`);
  const options = ['-cp', join(program, 'target', 'classes'), 'kafkaconfig.Extract', out, ...folders];
  execFileSync('java', options, { stdio: 'ignore' });
  return new Map(versions.map((version) => [version, JSON.parse(readFileSync(join(out, `${version}.json`), 'utf8'))]));
}

/** What schemas/facts/ holds of one release, in the same shape as a fresh reading of it. */
export function freshTables(version) {
  const [raw] = extract([version]).values();
  return componentsOf(raw, readJson('schemas', 'deprecations.json'), minorOf(version));
}

function run(wanted) {
  const releases = readJson('schemas', 'releases.json');
  const versions = wanted.length > 0 ? wanted : releases;
  const tables = wanted.length > 0 ? expand(components()) : new Map();
  for (const [version, raw] of extract(versions)) {
    tables.set(minorOf(version), { version, components: componentsOf(raw, readJson('schemas', 'deprecations.json'), minorOf(version)) });
  }
  for (const component of collapse(tables)) {
    writeFileSync(path('schemas', 'facts', `${component.component}.json`), printComponent(component));
  }
  const read = [...tables.values()].map((table) => table.version).sort(comparePatches);
  writeFileSync(path('schemas', 'releases.json'), `${JSON.stringify(read)}\n`);
  writeFileSync(path('server', 'src', 'schema', 'generated', 'facts.ts'), factsModule());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2));
