// Reads librdkafka's configuration properties out of the npm packages that carry its sources, into schemas/facts/librdkafka.json.
// usage: node schemas/extract/librdkafka/extract.mjs
// Facts only: names, types, ranges, defaults, who reads them; no sentence of the documentation is taken.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, '.cache', 'librdkafka');

/** The newest package of npm for each librdkafka minor that one carries. */
const packages = [
  'node-rdkafka@2.6.1',
  'node-rdkafka@2.7.4',
  'node-rdkafka@2.8.1',
  'node-rdkafka@2.9.1',
  'node-rdkafka@2.10.1',
  'node-rdkafka@2.11.0',
  'node-rdkafka@2.12.0',
  'node-rdkafka@2.13.0',
  'node-rdkafka@2.14.6',
  'node-rdkafka@2.16.1',
  'node-rdkafka@2.17.0',
  'node-rdkafka@2.18.0',
  '@confluentinc/kafka-javascript@0.2.1',
  '@confluentinc/kafka-javascript@1.0.0',
  '@confluentinc/kafka-javascript@1.2.0',
  '@confluentinc/kafka-javascript@1.3.2',
  '@confluentinc/kafka-javascript@1.5.0',
  '@confluentinc/kafka-javascript@1.7.0',
  '@confluentinc/kafka-javascript@1.8.2',
  '@confluentinc/kafka-javascript@1.9.1',
  '@confluentinc/kafka-javascript@1.10.1',
];

/** Fetches a package once; answers the folder it lies in. */
function fetch(name) {
  const folder = join(cache, name.replace(/[@/]/g, '+'));
  if (existsSync(join(folder, 'package', 'package.json'))) return join(folder, 'package');
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', name, '--silent', '--pack-destination', folder], { stdio: 'ignore' });
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  const files = ['package/package.json', 'package/deps/librdkafka/CONFIGURATION.md', 'package/deps/librdkafka/src/rdkafka_conf.c'];
  execFileSync('tar', ['xzf', join(folder, tarball), '-C', folder, ...files]);
  return join(folder, 'package');
}

/** Rows of the tables of CONFIGURATION.md by name: range, default, importance. The first row of a name is the global one. */
export function tableRows(markdown) {
  const rows = new Map();
  let header = [];
  for (const line of markdown.split('\n')) {
    const cells = line
      .replaceAll('\\|', '\u0000')
      .split('|')
      .map((cell) => cell.trim().replaceAll('\u0000', '|'));
    if (cells[0] === 'Property') header = cells.map((cell) => cell.toLowerCase());
    else if (cells.length >= header.length && header.length > 0 && /^[a-z][\w.]*$/.test(cells[0]) && !rows.has(cells[0])) {
      rows.set(cells[0], Object.fromEntries(header.map((name, i) => [name, cells[i]])));
    }
  }
  return rows;
}

/** The property blocks of the C table: flags, name, type and the text up to the next block. */
export function* blocks(source) {
  const table = source.slice(source.indexOf('rd_kafka_properties[] = {'));
  const starts = [...table.matchAll(/\{\s*(_RK_[A-Z_|\s]+?),\s*"([\w.]+)",\s*_RK_C_(\w+)/g)];
  for (const [i, match] of starts.entries()) {
    yield {
      flags: new Set(match[1].split('|').map((flag) => flag.trim().slice(4))),
      name: match[2],
      type: match[3],
      text: table.slice(match.index, starts[i + 1]?.index ?? match.index + 3000),
    };
  }
}

const types = {
  INT: 'int',
  BOOL: 'boolean',
  DBL: 'double',
  STR: 'string',
  KSTR: 'string',
  S2I: 'string',
  S2F: 'list',
  PATLIST: 'list',
  PTR: 'string',
  INTERNAL: 'string',
  INVALID: 'string',
};

/** Numbers of a C range: `1 .. 2147483647`. */
function rangeOf(text) {
  const match = /^(-?[\d.]+) \.\. (-?[\d.]+)$/.exec(text ?? '');
  return match === null ? undefined : { kind: 'range', min: Number(match[1]), max: Number(match[2]) };
}

function namesOfValues(block) {
  const at = block.text.search(/\.s2i\s*=/);
  const values = at === -1 ? [] : [...block.text.slice(at).matchAll(/\{[^{}"]*,\s*"([^"]*)"/g)].map((match) => match[1]);
  return values.filter((value) => value !== '');
}

function validatorOf(block, row, source) {
  if (block.name === 'partitioner') {
    const body = /rd_kafka_conf_validate_partitioner\([\s\S]*?\n\}/.exec(source)?.[0] ?? '';
    return { kind: 'enum', values: [...body.matchAll(/"([a-z0-9_]+)"/g)].map((match) => match[1]) };
  }
  const range = ['INT', 'DBL'].includes(block.type) ? rangeOf(row?.range) : undefined;
  const values = namesOfValues(block);
  if (block.type === 'INT') return range;
  if (block.type === 'DBL') return range;
  if (values.length === 0) return undefined;
  return block.type === 'S2F' ? { kind: 'list', values } : { kind: 'enum', values, ignoreCase: true };
}

/** Properties of the consumer group carry a flag of their own. */
function isConsumers(flags) {
  return flags.has('CONSUMER') || flags.has('CGRP');
}

/** What must not be shown. The library flags user names, paths and public certificates too, newer releases only. */
function isSecret({ name, type, flags }) {
  if (type !== 'STR') return false;
  return (
    /password|secret|passphrase|key\.pem$|oauthbearer\.config$/.test(name) ||
    (flags.has('SENSITIVE') && !/username|location|\.file$|ca\.pem$/.test(name))
  );
}

function bodyOf(block, rows, source) {
  const row = rows.get(block.name);
  const validator = validatorOf(block, row, source);
  const words = block.type === 'INT' ? namesOfValues(block) : [];
  const { flags } = block;
  return {
    type: isSecret(block) ? 'password' : types[block.type],
    ...(row?.default ? { default: row.default } : {}),
    ...(validator && { validator }),
    importance: row?.importance ?? (flags.has('HIGH') ? 'high' : flags.has('MED') ? 'medium' : 'low'),
    ...(words.length > 0 && { words }),
    ...(flags.has('PRODUCER') !== isConsumers(flags) && { only: flags.has('PRODUCER') ? 'producer' : 'consumer' }),
    ...(flags.has('TOPIC') && { topic: true }),
    ...(flags.has('HIDDEN') && { internal: true }),
    ...(flags.has('DEPRECATED') && { deprecated: true }),
    ...(flags.has('EXPERIMENTAL') && { experimental: true }),
    ...(['PTR', 'INTERNAL'].includes(block.type) && { callback: true }),
    ...(block.type === 'INVALID' && { refused: true }),
  };
}

/** Every property of one release, by name. An alias is what it stands for. */
export function properties(source, markdown) {
  const rows = tableRows(markdown);
  const all = [...blocks(source)];
  const known = new Map();
  const aliases = [];
  for (const block of all) {
    if (known.has(block.name) || aliases.some(([name]) => name === block.name)) continue;
    if (block.type === 'ALIAS') aliases.push([block.name, /\.sdef\s*=\s*"([^"]+)"/.exec(block.text)?.[1], rows.get(block.name)]);
    else known.set(block.name, bodyOf(block, rows, source));
  }
  for (const [name, target] of aliases) {
    const { deprecated, ...body } = known.get(target) ?? {};
    if (body.type !== undefined) known.set(name, { ...body, alias: target });
  }
  return known;
}

/** Runs of releases in which a property was the same. */
export function collapse(releases) {
  const keys = {};
  const names = new Set(releases.flatMap(([, all]) => [...all.keys()]));
  for (const name of [...names].sort()) {
    const periods = [];
    for (const [minor, all] of releases) {
      const body = all.get(name);
      const last = periods.at(-1);
      if (body === undefined) {
        if (last !== undefined && last.until === undefined) last.until = before(releases, minor);
      } else if (last === undefined || last.until !== undefined || JSON.stringify(last.body) !== JSON.stringify(body)) {
        if (last !== undefined) last.until ??= before(releases, minor);
        periods.push({ since: minor, until: undefined, body });
      }
    }
    keys[name] = periods.map(({ since, until, body }) => ({ since, ...(until && { until }), ...body }));
  }
  return keys;
}

function before(releases, minor) {
  return releases[releases.findIndex(([one]) => one === minor) - 1]?.[0];
}

function print(read, keys) {
  const lines = Object.entries(keys).map(
    ([name, periods]) => `    ${JSON.stringify(name)}: [\n${periods.map((one) => `      ${JSON.stringify(one)}`).join(',\n')}\n    ]`,
  );
  return `{\n  "component": "librdkafka",\n  "read": ${JSON.stringify(read)},\n  "keys": {\n${lines.join(',\n')}\n  }\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = {};
  const releases = packages.map((name) => {
    const folder = fetch(name);
    const { librdkafka } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const minor = librdkafka.split('.').slice(0, 2).join('.');
    read[minor] = librdkafka;
    const text = (path) => readFileSync(join(folder, 'deps', 'librdkafka', path), 'utf8');
    return [minor, properties(text('src/rdkafka_conf.c'), text('CONFIGURATION.md'))];
  });
  writeFileSync(join(root, 'schemas', 'facts', 'librdkafka.json'), print(read, collapse(releases)));
}
