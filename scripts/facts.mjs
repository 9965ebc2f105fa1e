// Reads Kafka's configuration definitions out of its jars into schemas/facts/.
//   npm run facts                every release of schemas/releases.json
//   npm run facts -- 4.5.0       one release: adds its minor, or reads it again; the others stay as committed
//   npm run facts -- 4.2.0       a patch older than the one read: what it has otherwise goes to schemas/patches.json
// Needs Java 17 and Maven, which fetches the jars; what it fetched stays in .cache/.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classPath } from '../test/oracle/jars.mjs';
import { collapse, comparePatches, componentsOf, expand, minorOf, patchDifferences, printComponent } from './facts/history.mjs';
import { components, writeGenerated } from './schema.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'schemas', 'extract');
const path = (...parts) => join(root, ...parts);
const readJson = (...parts) => JSON.parse(readFileSync(path(...parts), 'utf8'));

/** Reads releases by the Java program; answers what it wrote, by version. */
export function extract(versions, out = path('.cache', 'facts')) {
  const folders = versions.map((version) => `${version}=${dirname(classPath(version).split(delimiter)[0])}`);
  execFileSync('mvn', ['-q', '-B', 'compile'], { cwd: program, stdio: ['ignore', 'ignore', 'inherit'] });
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
  const deprecations = readJson('schemas', 'deprecations.json');
  const tables = wanted.length > 0 ? expand(components()) : new Map();
  const patches = readJson('schemas', 'patches.json');
  const versions = wanted.length > 0 ? wanted : [...readJson('schemas', 'releases.json'), ...Object.keys(patches)];
  // The newest patch of a minor comes first: the older ones are compared with it.
  for (const [version, raw] of extract([...versions].sort(comparePatches).reverse())) {
    const minor = minorOf(version);
    const read = componentsOf(raw, deprecations, minor);
    const known = tables.get(minor);
    if (known !== undefined && comparePatches(version, known.version) < 0) patches[version] = patchDifferences(read, known.components);
    else tables.set(minor, { version, components: read });
  }
  write(tables, patches);
}

function write(tables, patches) {
  for (const component of collapse(tables)) {
    writeFileSync(path('schemas', 'facts', `${component.component}.json`), printComponent(component));
  }
  const read = [...tables.values()].map((table) => table.version).sort(comparePatches);
  writeFileSync(path('schemas', 'releases.json'), `${JSON.stringify(read)}\n`);
  const lines = Object.keys(patches)
    .sort(comparePatches)
    .map((version) => `  "${version}": ${JSON.stringify(patches[version])}`);
  writeFileSync(path('schemas', 'patches.json'), `{\n${lines.join(',\n')}\n}\n`);
  writeGenerated();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2));
