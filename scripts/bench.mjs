// Measures the language server beside floors and peers, in one run, interleaved. usage: npm run bench -- [--sizes 1000,10000,100000] [--rounds 5] [--no-peers]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installPeers, peers } from './bench/peers.mjs';
import { propertyTable, writeWork } from './bench/work.mjs';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { convertTable, convertTimes } from './measure-convert.mjs';
import { bundleSizes, lookupTimes } from './measure-schema.mjs';
import { main, ROOT } from './steps.mjs';

const CLIENT = join(ROOT, '../shared/bench');
const FOLDER = join(ROOT, '.cache/bench');
const PEERS = join(FOLDER, 'peers');

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean' },
  },
});

/** The schema functions of the product, for keys that are real. */
async function loadSchema() {
  const { build: bundle } = await import('esbuild');
  const outfile = join(FOLDER, 'schema.mjs');
  const contents =
    "export { define, names } from './server/src/schema/schema.ts'; export { newestVersion } from './server/src/schema/tables.ts';";
  await bundle({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    outfile,
    logLevel: 'error',
  });
  const { define, names, newestVersion } = await import(pathToFileURL(outfile).href);
  return { define, names, latest: newestVersion('mirror-maker') };
}

/** The floors: the same work by servers that know nothing of Kafka, bundled as ours is. */
async function buildFloors() {
  const { build: bundle } = await import('esbuild');
  for (const name of ['floor', 'floor-incr']) {
    const source = readFileSync(join(CLIENT, 'servers', `${name}.cjs`), 'utf8').replace('charCodeAt(0) === 37', 'charCodeAt(0) === 99');
    await bundle({
      stdin: { contents: source, resolveDir: join(ROOT, 'server'), loader: 'js' },
      bundle: true,
      minify: true,
      format: 'cjs',
      platform: 'node',
      mainFields: ['module', 'main'],
      outfile: join(FOLDER, `${name}.cjs`),
      logLevel: 'error',
    });
  }
}

function servers(file) {
  const node = process.execPath;
  const props = join(FOLDER, 'props.json');
  // Those that client/src/extension.ts gives.
  const flags = '--max-semi-space-size=2 --v8-pool-size=1';
  const own = [
    { name: 'floor-empty', command: `${node} ${join(FOLDER, 'floor.cjs')} --stdio`, options: ['--expect', '0'] },
    { name: 'floor-incr', command: `env PROPS=${props} ${node} ${join(FOLDER, 'floor-incr.cjs')} --stdio` },
    {
      name: 'kafka-config (push)',
      command: `${node} ${flags} ${join(ROOT, 'server/dist/server.js')} --stdio`,
      options: ['--diag', 'push'],
    },
    {
      name: 'kafka-config (pull)',
      command: `${node} ${flags} ${join(ROOT, 'server/dist/server.js')} --stdio`,
      options: ['--diag', 'pull'],
    },
  ];
  return own.map((one) => ({ ...one, file, language: 'properties' }));
}

function measure({ name, command, file, language, options = [] }) {
  const args = [
    join(CLIENT, 'lspbench.mjs'),
    '--name',
    name,
    '--server',
    command,
    '--lang',
    language,
    '--file',
    file,
    '--runs',
    '1',
    '--budget',
    '3',
    '--quiet',
    ...options,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const line = stdout.split('\n').find((one) => one.startsWith('{'));
  if (line === undefined) throw new Error(`${name}: ${stderr.slice(0, 500)}`);
  return JSON.parse(line);
}

const figures = {
  'start → initialize': (r) => r.init?.med,
  'open → diagnostics': (r) => r.open?.med,
  'key p50': (r) => r.key?.p50,
  'key p95': (r) => r.key?.p95,
  'CPU per key': (r) => r.keyCpu?.med,
  burst: (r) => r.burst?.med,
  'hover p50': (r) => r.hover?.p50,
  'completion p50': (r) => r.completion?.p50,
  'completion bytes': (r) => r.completion?.bytes,
  'code action p50': (r) => r.codeAction?.p50,
  'peak MiB': (r) => r.peak?.med,
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const shown = (number) =>
  number === undefined || Number.isNaN(number) ? '–' : number >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(2)));

function table(lines, results, base) {
  const head = `| ${lines} lines | ${Object.keys(figures).join(' | ')} | findings |\n|${' --- |'.repeat(Object.keys(figures).length + 2)}`;
  const rows = [...results].map(([name, runs]) => {
    const cells = Object.values(figures).map((figure) => {
      const own = runs.map(figure).filter((one) => typeof one === 'number');
      if (own.length === 0) return '–';
      const ratios = runs.map((run, i) => figure(run) / figure(base[i])).filter(Number.isFinite);
      return `${shown(median(own))}${ratios.length > 0 && runs !== base ? ` (×${shown(median(ratios))})` : ''}`;
    });
    return `| ${name} | ${cells.join(' | ')} | ${median(runs.map((run) => run.diags ?? 0))} |`;
  });
  return `${head}\n${rows.join('\n')}\n`;
}

await main(async () => {
  if (!existsSync(CLIENT)) {
    process.stdout.write('skipped: the benchmark client (../shared/bench) is not here\n');
    return;
  }
  await ensureDependencies();
  mkdirSync(FOLDER, { recursive: true });
  await build();
  await buildFloors();
  if (!values['no-peers']) installPeers(PEERS);
  const properties = propertyTable(await loadSchema());
  for (const size of values.sizes.split(',').map(Number)) {
    const file = writeWork(FOLDER, properties, size);
    const list = [...servers(file), ...(values['no-peers'] ? [] : peers(PEERS, FOLDER, properties, file))];
    const results = new Map(list.map(({ name }) => [name, []]));
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const server of list) results.get(server.name).push(measure(server));
    const text = table(size, results, results.get('floor-incr'));
    process.stdout.write(`\n${text}`);
  }
  process.stdout.write(`\n${convertTable(await convertTimes())}`);
  const { facts, words } = bundleSizes();
  const times = Object.entries(await lookupTimes()).map(([what, ms]) => `${what} ${Number(ms.toPrecision(2))}`);
  process.stdout.write(`\nfacts ${facts.gzip} bytes gzip, words ${words.gzip} bytes gzip; look-ups in ms: ${times.join(', ')}\n`);
});
