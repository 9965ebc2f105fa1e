import { describe, expect, it } from 'vitest';
import { plainPath } from '../../server/src/configs/variable-files.ts';
import { actionsAt } from '../../server/src/features/actions.ts';
import { Document } from '../../server/src/features/document.ts';
import { env } from '../../server/src/formats/env.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { printVersion } from '../../server/src/schema/version.ts';
import { marked } from '../marked.ts';

type Files = Readonly<Record<string, string>>;

/** A Compose file with files beside it, by their paths from its folder. */
function compose(text: string, files: Files = {}): Document {
  return new Document(marked(text).text, yaml, { path: '/project/compose.yaml', beside: (path) => files[path] });
}

function variables(path: string, text: string, files: Files): Document {
  return new Document(marked(text).text, env, { path, beside: (other) => files[other] });
}

function found(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ rule, finding }) => `${finding.at.entry.block.line} ${rule.id}: ${finding.message}`);
}

const service = (rest: string): string => `services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n${rest}`;
const node = `CLUSTER_ID=MkU3OEVBNTcwNTJENDM2Qk
KAFKA_NODE_ID=1
KAFKA_PROCESS_ROLES=broker,controller
KAFKA_CONTROLLER_QUORUM_VOTERS=1@kafka:9093
KAFKA_CONTROLLER_LISTENER_NAMES=CONTROLLER
KAFKA_LISTENERS=PLAINTEXT://:9092,CONTROLLER://:9093
KAFKA_LISTENER_SECURITY_PROTOCOL_MAP=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
`;
const advertised = '    environment:\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092\n';

describe('a service with an env_file', () => {
  it.each([
    ['a text', '    env_file: ./kafka.env\n'],
    ['a list of texts', '    env_file:\n      - kafka.env\n'],
    ['a list of maps', '    env_file:\n      - path: kafka.env\n        required: false\n'],
    ['a list in brackets', '    env_file: [kafka.env]\n'],
  ])('gets its variables, written as %s', (_, written) => {
    expect(found(compose(service(written + advertised), { 'kafka.env': node }))).toEqual([]);
    const withoutId = node.replace(/^CLUSTER_ID.*\n/, '');
    expect(found(compose(service(written + advertised), { 'kafka.env': withoutId }))).toEqual([
      expect.stringContaining('missing-variable: The image `confluentinc/cp-kafka:7.6.0` needs `CLUSTER_ID`.'),
    ]);
  });

  it.each([
    ['its file cannot be read', '    env_file: gone.env\n'],
    ['its path is not known', '    env_file: ["${STAGE}.env"]\n'],
    ['only one of two files is there', '    env_file: [kafka.env, gone.env]\n'],
  ])('misses nothing where %s', (_, written) => {
    expect(found(compose(service(written + advertised), { 'kafka.env': 'KAFKA_PROCESS_ROLES=broker\n' }))).toEqual([]);
  });

  it('misses nothing that the shell may give to a name alone', () => {
    const shell = node.replace(/^CLUSTER_ID.*\n/, 'CLUSTER_ID\n');
    expect(found(compose(service(`    env_file: kafka.env\n${advertised}`), { 'kafka.env': shell }))).toEqual([]);
  });

  it('is judged with them, and what is wrong in them is not said here', () => {
    const inter = `${advertised}      KAFKA_INTER_BROKER_LISTENER_NAME: INTERNAL\n`;
    const document = compose(service(`    env_file: kafka.env\n${inter}`), { 'kafka.env': `${node}KAFKA_NUM_PARTITIONS=three\n` });
    expect(found(document)).toEqual([expect.stringMatching(/^6 listener-without-protocol: /)]);
  });

  it('goes by its environment where both set a variable', () => {
    const own = `${advertised}      KAFKA_NODE_ID: 1\n`;
    expect(found(compose(service(`    env_file: kafka.env\n${own}`), { 'kafka.env': node.replace('NODE_ID=1', 'NODE_ID=7') }))).toEqual([]);
  });

  it('goes by the later of two files', () => {
    const files = { 'a.env': node.replace('NODE_ID=1', 'NODE_ID=7'), 'b.env': 'KAFKA_NODE_ID=1\n' };
    expect(found(compose(service(`    env_file: [a.env, b.env]\n${advertised}`), files))).toEqual([]);
    expect(found(compose(service(`    env_file: [b.env, a.env]\n${advertised}`), files))).toEqual([]);
  });

  it('offers no fix that would change another file', () => {
    const text = service('    env_file: a.env\n    environment:\n      CONNECT_PRODUCER_ACKS: 1\n').replace(
      'cp-kafka:',
      'cp-kafka-connect:',
    );
    const document = compose(text, { 'a.env': 'CONNECT_PRODUCER_ENABLE_IDEMPOTENCE=true\n' });
    const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const titles = actionsAt(document, all, new Map()).map(({ title }) => title);
    expect(found(document)).toEqual([expect.stringMatching(/^5 idempotence-needs-acks-all: /)]);
    expect(titles).toEqual(['Set `acks` to `all`', 'Ignore `idempotence-needs-acks-all` here']);
  });
});

describe('a file of variables', () => {
  const files = { 'compose.yaml': service(`    env_file: kafka.env\n${advertised}`) };
  const configs = (document: Document): readonly string[] =>
    document.placement.configs.filter(({ size }) => size > 0).map(({ role, kafka }) => `${role} ${printVersion(kafka)}`);

  it('belongs to the image of the service that names it', () => {
    expect(configs(variables('/project/kafka.env', 'KAFKA_LOG_RETENTION_HOURS=24\n', files))).toEqual(['broker 3.6']);
    expect(configs(variables('/project/other.env', 'KAFKA_LOG_RETENTION_HOURS=24\n', files))).toEqual([]);
  });

  it('is found from a folder below the Compose file', () => {
    const above = { '../docker-compose.yml': service('    env_file: ./env/kafka.env\n') };
    expect(configs(variables('/project/env/kafka.env', node, above))).toEqual(['broker 3.6']);
  });

  it('is found by a Compose file of any name in the folder', () => {
    const text = service('    env_file: kafka.env\n');
    for (const name of ['compose.prod.yml', 'podman-compose.yaml', 'my-Compose.yml', 'kafka.yaml']) {
      const listed = { './': `a.txt\nother.yml\n${name}`, 'other.yml': 'kafka: 1\n', [name]: text };
      expect(configs(variables('/project/kafka.env', 'KAFKA_LOG_RETENTION_HOURS=24\n', listed))).toEqual(['broker 3.6']);
    }
    const unlisted = { './': 'a.txt', 'compose.yaml': text };
    expect(configs(variables('/project/kafka.env', 'KAFKA_LOG_RETENTION_HOURS=24\n', unlisted))).toEqual([]);
  });

  it('is looked for in some files of a large folder, those first that are called so', () => {
    const many = Array.from({ length: 100 }, (_, i) => `a${i}.yaml`);
    const listed = { './': [...many, 'x-compose.yml'].join('\n'), 'x-compose.yml': service('    env_file: kafka.env\n') };
    const asked: string[] = [];
    const beside = (path: string): string | undefined => {
      asked.push(path);
      return (listed as Files)[path];
    };
    const document = new Document('KAFKA_LOG_RETENTION_HOURS=24\n', env, { path: '/project/kafka.env', beside });
    expect(configs(document)).toEqual(['broker 3.6']);
    expect(new Set(asked.filter((path) => path.endsWith('.yaml') && !path.startsWith('../'))).size).toBe(19);
  });

  it('is judged together with the environment of the service', () => {
    const text = `${node}KAFKA_INTER_BROKER_LISTENER_NAME=INTERNAL\n`;
    expect(found(variables('/project/kafka.env', text, files))).toEqual([expect.stringMatching(/^7 listener-without-protocol: /)]);
  });

  it('is silent on a variable that the environment sets as well', () => {
    const over = { 'compose.yaml': service('    env_file: kafka.env\n    environment: { KAFKA_NUM_PARTITIONS: 3 }\n') };
    expect(found(variables('/project/kafka.env', 'KAFKA_NUM_PARTITIONS=three\n', over))).toEqual([]);
    expect(found(variables('/project/kafka.env', 'KAFKA_NUM_PARTITIONS=three\n', files))).toHaveLength(1);
  });

  it('says what is missing where the service has no environment of its own', () => {
    const alone = { 'compose.yaml': service('    env_file: kafka.env\n') };
    expect(found(variables('/project/kafka.env', node, alone))).toEqual([expect.stringContaining('needs `KAFKA_ADVERTISED_LISTENERS`')]);
    expect(found(variables('/project/kafka.env', node, files))).toEqual([]);
  });
});

it.each([
  ['./kafka.env', 'kafka.env'],
  ['a/../b/./c.env', 'b/c.env'],
  ['../../x.env', '../../x.env'],
  ['/etc//kafka.env', '/etc/kafka.env'],
])('the path %s is %s', (path, plain) => {
  expect(plainPath(path)).toBe(plain);
});

describe('the .env beside a Compose file', () => {
  const versions = (image: string, project: string): readonly string[] =>
    compose(`services:\n  kafka:\n    image: ${image}\n    environment:\n      KAFKA_NODE_ID: 1\n`, { '.env': project })
      .placement.configs.filter(({ role }) => role === 'broker')
      .map(({ kafka }) => printVersion(kafka));

  it.each([
    ['a tag', 'confluentinc/cp-kafka:${CP}', 'CP=7.4.1 # the one on production\n', '3.4'],
    ['a tag without braces', 'confluentinc/cp-kafka:$CP', 'CP="7.4.1"\n', '3.4'],
    ['a tag that has a default', 'apache/kafka:${TAG:-4.0.0}', 'TAG=3.8.1\n', '3.8.1'],
    ['a tag that must be given', 'apache/kafka:${TAG:?which one?}', 'TAG=3.8.1\n', '3.8.1'],
    ['the whole image', '${IMAGE}:${TAG}', 'IMAGE=apache/kafka\nTAG=3.8.1\n', '3.8.1'],
    ['nothing, where there is a default', 'apache/kafka:${TAG-3.9.0}', 'OTHER=1\n', '3.9.0'],
  ])('gives %s', (_, image, project, version) => {
    expect(versions(image, project)).toEqual([version]);
  });

  it('leaves an image that it says nothing of unknown', () => {
    expect(versions('${IMAGE}', 'TAG=1\n')).toEqual([]);
  });

  it('is looked for beside the Compose file, where that lies in the folder above', () => {
    const files = {
      '../compose.yaml': 'services:\n  kafka:\n    image: apache/kafka:$TAG\n    env_file: env/kafka.env\n',
      '../.env': 'TAG=3.7.0\n',
    };
    const { configs } = variables('/project/env/kafka.env', 'KAFKA_NUM_PARTITIONS=3\n', files).placement;
    expect(configs.map(({ kafka }) => printVersion(kafka))).toContain('3.7.0');
  });
});
