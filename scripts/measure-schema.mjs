// What the schema costs: sizes of the generated files, and times of lookups. For the benchmark; alone: node scripts/measure-schema.mjs
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const generated = (name) => readFileSync(new URL(`server/src/schema/generated/${name}`, root));

/** Bytes of the facts and the words, as they are and compressed by gzip. The aims are 50 and 160 KB compressed. */
export function bundleSizes() {
  const size = (bytes) => ({ plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });
  return { facts: size(generated('facts.ts')), words: size(generated('words.json')) };
}

/** Milliseconds: the first lookup of all, a role's first, and then the median of one lookup of each kind. */
export async function lookupTimes() {
  const schema = await bundledSchema();
  const times = { parse: time(() => schema.facts()) };
  const version = schema.latestVersion();
  times.firstOfRole = time(() => schema.names('broker', version));
  times.define = median(() => schema.define('broker', version, 'log.retention.ms'));
  times.dynamic = median(() => schema.define('broker', version, 'listener.name.internal.ssl.keystore.location'));
  times.prefix = median(() => schema.namesWithPrefix('broker', version, 'log.'));
  times.near = median(() => schema.nearest('broker', version, 'offsets.topic.replicaton.facter'));
  times.none = median(() => schema.nearest('broker', version, 'com.example.audit.level'));
  times.words = time(() => schema.parseWords(generated('words.json').toString()));
  return times;
}

async function bundledSchema() {
  const modules = ['facts', 'schema', 'nearest', 'version', 'words'].map((name) => `export * from './${name}.ts';`);
  const stdin = { contents: modules.join('\n'), resolveDir: fileURLToPath(new URL('server/src/schema/', root)), loader: 'ts' };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(run) {
  const runs = Array.from({ length: 201 }, () => time(run));
  return runs.sort((a, b) => a - b)[100];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(bundleSizes(), await lookupTimes());
