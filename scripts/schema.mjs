// Packs schemas/ into what the server carries: `node scripts/schema.mjs`.
// - server/src/schema/generated/facts.ts, librdkafka.ts and spring.ts, part of every bundle;
// - server/src/schema/generated/words.json, a file that is copied beside the bundles and read when the first hover asks.
//
// The facts travel as JSON text inside a module. V8 reads past one long ASCII string at start without looking into it and
// parses it on the first lookup, much faster than it compiles the same data as an object literal; esbuild, tsc and vitest
// need no loader for it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { comparePatches, minorOf } from './facts/history.mjs';

const root = new URL('../', import.meta.url);
/** The YAML parser is a dependency of the server. */
const { parse } = createRequire(new URL('server/package.json', root))('yaml');
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** Every component's committed history. librdkafka's counts in versions of its own, and is packed by itself. */
export function components() {
  const files = readdirSync(new URL('schemas/facts/', root)).filter((name) => name.endsWith('.json') && name !== 'librdkafka.json');
  return files.sort().map((name) => readJson(`schemas/facts/${name}`));
}

/** Properties that Kafka's own classes read past every definition, written by hand, in the form of the others. */
function undeclared(read) {
  return Object.entries(readJson('schemas/undeclared.json')).map(([component, keys]) => ({
    component,
    read,
    keys: mapValues(keys, ({ source, ...period }) => [period]),
  }));
}

/** Of a component that has definitions too, the periods before them. */
function joined(read, more) {
  const keysOf = new Map(more.map(({ component, keys }) => [component, keys]));
  const before = (component, keys) => mapValues(keysOf.get(component) ?? {}, (periods, key) => [...periods, ...(keys[key] ?? [])]);
  return [
    ...read.map((one) => ({ ...one, keys: { ...one.keys, ...before(one.component, one.keys) } })),
    ...more.filter(({ component }) => read.every((one) => one.component !== component)),
  ];
}

/** Facts as the server reads them: equal bodies are kept once, a key is `[since, until, body, …]` with indices of minors. */
export function packFacts(read = components()) {
  const all = joined(read, undeclared(read.find((one) => one.component === 'producer').read));
  const minors = allMinors(all);
  const patches = minors.map((minor) =>
    all
      .map((one) => one.read[minor])
      .filter(Boolean)
      .sort(comparePatches)
      .at(-1),
  );
  const bodies = new Map();
  const packed = {};
  const protocols = new Map(
    read.find((one) => one.component === 'broker').keys[protocol].map(({ since, default: newest }) => [since, newest]),
  );
  for (const one of all) packed[one.component] = packComponent(one, minors, bodies, protocols);
  const older = packPatches(minors, bodies);
  return {
    minors,
    patches,
    bodies: [...bodies.keys()].map((text) => JSON.parse(text)),
    components: packed,
    older,
    roles: mapValues(readJson('schemas/roles.json'), ({ words, ...role }) => role),
    dynamic: readJson('schemas/dynamic-names.json'),
    precedence: readJson('schemas/precedence.json').map(({ roles, keys }) => ({ roles, keys })),
    classKeys: readJson('schemas/class-keys.json'),
  };
}

/** Older patches: by version number (as in server/src/schema/version.ts), component and key the index of a body, -1 for none. */
function packPatches(minors, bodies) {
  const packed = {};
  for (const [version, components] of Object.entries(readJson('schemas/patches.json'))) {
    if (Object.keys(components).length === 0) continue;
    const minor = minors.indexOf(minorOf(version));
    const patch = Number(version.slice(version.lastIndexOf('.') + 1));
    packed[minor * 256 + patch] = mapValues(components, (keys) => mapValues(keys, (body) => (body === null ? -1 : indexOf(body, bodies))));
  }
  return packed;
}

function indexOf(body, bodies) {
  const text = JSON.stringify(body);
  if (!bodies.has(text)) bodies.set(text, bodies.size);
  return bodies.get(text);
}

/** Components that Kafka has dropped; any other one that lacks the newest release is only late. */
const ended = new Set(['scala-producer', 'scala-consumer']);

const protocol = 'inter.broker.protocol.version';

/** With the protocol version that the release writes by default: those after it are unfinished. */
function withNewest({ validator, ...body }, newest) {
  return { ...body, validator: { ...validator, newest } };
}

function packComponent(component, minors, bodies, protocols) {
  const index = (minor) => minors.indexOf(minor);
  const read = Object.keys(component.read).map(index);
  const last = Math.max(...read);
  const keys = {};
  for (const [name, periods] of Object.entries(component.keys)) {
    keys[name] = periods.flatMap(({ since, until, ...body }) => {
      const newest = body.validator?.kind === 'metadataVersion' ? protocols.get(since) : undefined;
      return [
        index(since),
        until === undefined ? last : index(until),
        indexOf(newest === undefined ? body : withNewest(body, newest), bodies),
      ];
    });
  }
  return { first: Math.min(...read), last, ...(ended.has(component.component) && { ended: true }), keys };
}

function allMinors(all) {
  const minors = new Set(all.flatMap((one) => Object.keys(one.read)));
  return [...minors].sort(comparePatches);
}

const mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));

/** Our own words as the server reads them: all of schemas/docs/, and which of its files speak for a role. */
export function packWords() {
  const names = readdirSync(new URL('schemas/docs/', root)).filter((name) => name.endsWith('.yaml'));
  const files = names
    .sort()
    .map((name) => [name.slice(0, -'.yaml'.length), parse(readFileSync(new URL(`schemas/docs/${name}`, root), 'utf8'))]);
  return {
    order: mapValues(readJson('schemas/roles.json'), (role) => role.words),
    files: Object.fromEntries(files),
    log4j2: log4j2Words(),
  };
}

/** Our words about Log4j2, a file for each kind of plug-in and one for the rest. */
function log4j2Words() {
  const names = readdirSync(new URL('schemas/log4j2/', root)).filter((name) => name !== 'shared.yaml');
  const read = (name) => parse(readFileSync(new URL(`schemas/log4j2/${name}`, root), 'utf8'));
  return { plugins: Object.assign({}, ...names.sort().map(read)), ...read('shared.yaml') };
}

/** The text of words.json: each file of words is a text within it, so that only those are read that somebody asks for (`parseWords`). */
export function wordsText({ order, files, log4j2 } = packWords()) {
  const texts = Object.fromEntries(Object.entries(files).map(([name, words]) => [name, asciiJson(words)]));
  return `${JSON.stringify({ order, files: texts, log4j2: asciiJson(log4j2) })}\n`;
}

/** Without a character beyond ASCII, for which V8 would keep two bytes for each. */
function asciiJson(data) {
  return JSON.stringify(data).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text of the generated module. */
export function factsModule(packed = packFacts()) {
  return moduleText('factsText', packed);
}

/** The same for librdkafka, whose versions are its own: its facts as committed, and how its names are called in Java. */
export function librdkafkaModule() {
  const { read, keys } = readJson('schemas/facts/librdkafka.json');
  return moduleText('librdkafkaText', { read, keys, ...readJson('schemas/librdkafka-names.json') });
}

/** Spring Boot's own names for Kafka's properties, few enough to be read at once. */
export function springModule() {
  return moduleText('springText', readJson('schemas/spring-kafka.json'));
}

function moduleText(name, data) {
  const literal = asciiJson(data).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `// Generated by scripts/schema.mjs from schemas/. Do not edit.\nexport const ${name} =\n  '${literal}';\n`;
}

/** Writes all generated files. */
export function writeGenerated() {
  writeFileSync(new URL('server/src/schema/generated/facts.ts', root), factsModule());
  writeFileSync(new URL('server/src/schema/generated/librdkafka.ts', root), librdkafkaModule());
  writeFileSync(new URL('server/src/schema/generated/spring.ts', root), springModule());
  writeFileSync(new URL('server/src/schema/generated/words.json', root), wordsText());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeGenerated();
