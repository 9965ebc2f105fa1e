// Reads Spring Boot's own names for Kafka properties out of its configuration metadata, into schemas/spring-kafka.json.
// usage: node schemas/extract/spring/extract.mjs      (needs Maven, which fetches the jars, and unzip)
// Names and types only; descriptions are not taken.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, '.cache', 'spring');

/** The jars that carry the metadata: up to 3.x in one module, since 4.0 in Kafka's own. Later ones win. */
const jars = ['spring-boot-autoconfigure:3.5.6', 'spring-boot-kafka:4.0.0'];
/** Releases before them, whose names are known, and no more than that. */
const older = ['1.5.22.RELEASE', '2.1.18.RELEASE', '2.3.12.RELEASE', '2.5.15', '2.7.18', '3.1.12'].map(
  (version) => `spring-boot-autoconfigure:${version}`,
);

function metadata(jar) {
  const [name, version] = jar.split(':');
  mkdirSync(cache, { recursive: true });
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';
  execFileSync('mvn', ['-q', '-B', goal, `-Dartifact=org.springframework.boot:${jar}`, `-DoutputDirectory=${cache}`], { stdio: 'ignore' });
  const text = execFileSync('unzip', ['-p', join(cache, `${name}-${version}.jar`), 'META-INF/spring-configuration-metadata.json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(text).properties.filter((one) => one.name.startsWith('spring.kafka.'));
}

const facts = (component) => Object.keys(JSON.parse(readFileSync(join(root, 'schemas', 'facts', `${component}.json`), 'utf8')).keys);
const known = Object.fromEntries(['producer', 'consumer', 'admin', 'streams'].map((role) => [role, new Set(facts(role))]));
known.client = new Set([...known.producer, ...known.consumer, ...known.admin]);
known.streams = new Set([...known.streams, ...facts('streams-topology'), ...known.client]);

/** `trust-store-location` is `ssl.truststore.location`, a Duration is in ms, a DataSize in bytes; a producer factory with a prefix makes transactional ids of it. */
function kafkaName(name, role) {
  if (name === 'transaction-id-prefix') return 'transactional.id';
  const dotted = name
    .replace('trust-store', 'truststore')
    .replace('key-store', 'keystore')
    .replace('state-store', 'statestore')
    .replaceAll('-', '.')
    .replace(/\.size$/, '.bytes');
  return [dotted, name.replaceAll('-', '.'), `${dotted}.ms`].find((one) => known[role].has(one));
}

function kindOf(type) {
  if (type === 'java.time.Duration') return 'duration';
  if (type.endsWith('.DataSize')) return 'size';
  if (type === 'java.lang.Boolean') return 'boolean';
  return type.includes('$') ? 'enum' : undefined;
}

const names = {};
const all = new Set(older.flatMap((jar) => metadata(jar).map(({ name }) => name)));
for (const jar of jars) {
  for (const { name, type, deprecated, deprecation } of metadata(jar)) {
    all.add(name);
    const [first, ...rest] = name.slice('spring.kafka.'.length).split('.');
    const role = first in known && first !== 'client' ? first : 'client';
    const own = (role === 'client' ? [first, ...rest] : rest).join('.');
    const kafka = deprecated || deprecation ? undefined : kafkaName(own, role);
    const kind = kindOf(type);
    names[role] ??= {};
    if (kafka !== undefined) names[role][own] = { kafka, ...(kind && { kind }) };
  }
}
const lines = Object.entries(names).map(
  ([role, table]) =>
    `  ${JSON.stringify(role)}: {\n${Object.entries(table)
      .map(([own, body]) => `    ${JSON.stringify(own)}: ${JSON.stringify(body)}`)
      .join(',\n')}\n  }`,
);
const listed = [...all].sort().map((name) => `    ${JSON.stringify(name.slice('spring.kafka.'.length))}`);
lines.push(`  "names": [\n${listed.join(',\n')}\n  ]`);
writeFileSync(join(root, 'schemas', 'spring-kafka.json'), `{\n${lines.join(',\n')}\n}\n`);
