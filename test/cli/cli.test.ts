import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../server/src/cli/check.ts';
import { textBeside } from '../../server/src/cli/files.ts';
import { run } from '../../server/src/cli/main.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kafka-config-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs a command line and keeps what it prints. */
function kafkaConfig(...args: string[]): { readonly code: number; readonly out: string; readonly error: string } {
  let out = '';
  let error = '';
  const code = run(args, { out: (text) => (out += text), error: (text) => (error += text), words: () => undefined }, '1.2.3');
  return { code, out, error };
}

function checkJson(...args: string[]): CheckResult & { readonly code: number } {
  const { code, out } = kafkaConfig('check', '--format', 'json', ...args);
  return { code, ...(JSON.parse(out) as CheckResult) };
}

/** Rule and severity of each finding on a text. */
function findings(text: string, name: string, ...args: string[]): string[] {
  return checkJson(file(name, text), ...args).files.flatMap((one) =>
    one.findings.map(({ severity, key, rule }) => `${severity} ${key} ${rule}`),
  );
}

describe('the inputs that started it', () => {
  const producer = (text: string, ...args: string[]): string[] => findings(text, 'producer.properties', ...args);

  it.each([
    ['acks=1\nenable.idempotence=true\n', '4.1', ['error acks idempotence-needs-acks-all']],
    ['acks=1\n', '4.1', ['information acks idempotence-switched-off']],
    ['max.in.flight.requests.per.connection=6\n', '3.9', ['warning max.in.flight.requests.per.connection idempotence-in-flight-requests']],
    ['max.in.flight.requests.per.connection=6\n', '4.1', ['error max.in.flight.requests.per.connection idempotence-in-flight-requests']],
    ['acks=all   \n', '4.1', []],
    ['batch.sise=1\n', '4.1', ['warning batch.sise unknown-key']],
    ['compression.type=lz4 # Fast compression\n', '4.1', ['error compression.type remark-in-value']],
    ['client.id=x # y\n', '4.1', ['warning client.id remark-in-value']],
    ['acks=${env:ACKS}\n', '4.1', []],
    ['key.serializer=com.example.OrderSerializer\n', '4.1', []],
  ])('%j on %s', (text, kafka, expected) => {
    expect(producer(text, '--kafka', kafka)).toEqual(expected);
  });

  it.each([
    ['4.1', ['error session.timeout.ms consumer-protocol-excludes']],
    ['3.9', ['warning session.timeout.ms consumer-protocol-excludes']],
    ['3.7', ['warning session.timeout.ms consumer-protocol-excludes']],
    ['3.6', ['warning group.protocol future-key']],
  ])('group.protocol=consumer with session.timeout.ms on %s', (kafka, expected) => {
    expect(findings('group.id=g\ngroup.protocol=consumer\nsession.timeout.ms=45000\n', 'consumer.properties', '--kafka', kafka)).toEqual(
      expected,
    );
  });

  it('a ZooKeeper broker is 3.9 where no version is said, and refused by 4.0', () => {
    const text = 'broker.id=0\nlisteners=PLAINTEXT://:9092\nlog.dirs=/var/lib/kafka\nzookeeper.connect=zk:2181\n';
    expect(findings(text, 'server.properties')).toContain('warning zookeeper.connect zookeeper-mode');
    expect(findings(text, 'server.properties', '--kafka', '3.9').filter((one) => one.startsWith('error'))).toEqual([]);
    expect(findings(text, 'server.properties', '--kafka', '4.1').some((one) => one.startsWith('error'))).toBe(true);
  });

  it('process.roles without node.id is refused', () => {
    expect(
      findings(
        'process.roles=broker\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n',
        'server.properties',
        '--kafka',
        '4.1',
      ),
    ).toContain('error process.roles kraft-needs-node-id');
  });
});

describe('check', () => {
  it('prints for people what it found and where', () => {
    const { code, out } = kafkaConfig('check', file('pretty.producer.properties', 'acks=2\n'), '--kafka', '4.1');
    expect(code).toBe(1);
    expect(out).toContain('  1:6  error  `acks` must be `all`, `-1`, `0` or `1`.  invalid-value');
    expect(out).toContain('1 file looked at, 1 of them Kafka’s: 1 error.');
  });

  it('counts and explains in JSON', () => {
    const { code, files, counts, version } = checkJson(file('a.properties', 'acks=2\n'), '--role', 'producer', '--kafka', '4.1.2');
    expect([code, version, counts]).toEqual([1, 1, { error: 1, warning: 0, information: 0, hint: 0 }]);
    expect(files[0]?.configs).toEqual([{ role: 'producer', kafka: '4.1.2', family: 'java', why: '--role says so' }]);
    expect(files[0]?.findings[0]?.range).toEqual({ start: { line: 0, character: 5 }, end: { line: 0, character: 6 } });
  });

  it('reads properties files as ISO-8859-1', () => {
    const { files } = checkJson(file('latin.properties', Buffer.from('acks=all\nclient.id=caf\xe9\n', 'latin1')), '--role', 'producer');
    expect(files[0]?.findings.map(({ message }) => message)).toEqual(['Kafka reads this file as ISO-8859-1: write `caf\\u00e9`.']);
  });

  it('obeys what the file says of itself', () => {
    expect(findings('# kafka-config: role=consumer version=3.6\ngroup.protocol=consumer\n', 'own.properties')).toEqual([
      'warning group.protocol future-key',
    ]);
    expect(findings('# kafka-config: role=none\nacks=2\n', 'none.properties')).toEqual([]);
    expect(findings('# kafka-config: ignore=invalid-value\nacks=2\nlinger.ms=x\n', 'ignore.properties', '--role', 'producer')).toEqual([
      'error linger.ms invalid-value',
    ]);
    expect(
      findings('# kafka-config: ignore-file=invalid-value\nacks=2\nlinger.ms=x\n', 'ignore-file.properties', '--role', 'producer'),
    ).toEqual([]);
  });

  it('leaves other programs’ files alone', () => {
    expect(findings('server-port=25565\nlevel-name=world\nmax-players=20\n', 'server.properties')).toEqual([]);
  });

  it.each([
    [['check'], 'check needs at least one file or folder.'],
    [['check', 'x', '--kafka', '9.9'], 'Kafka 9.9 is not known.'],
    [['check', 'x', '--role', 'king'], 'There is no role `king`.'],
    [['check', 'x', '--format', 'xml'], '--format takes pretty, json, not `xml`.'],
    [['check', 'x', '--colour'], "Unknown option '--colour'"],
    [['rules', 'x'], '`x` is not expected here.'],
    [['rules', '--json'], "Unknown option '--json'"],
    [['chekc'], 'There is no command `chekc`.'],
    [[], 'Say what to do.'],
  ])('%j is answered with the usage and exit code 2', (args, message) => {
    const { code, error } = kafkaConfig(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  it('checks a file once, and files that are linked into a folder, as mounted ConfigMaps are', () => {
    const mounted = mkdtempSync(join(folder, 'mounted-'));
    const path = file('linked.producer.properties', 'acks=2\n');
    symlinkSync(path, join(mounted, 'producer.properties'));
    symlinkSync(mounted, join(mounted, 'back'));
    symlinkSync(join(folder, 'nowhere'), join(mounted, 'gone.properties'));
    expect(checkJson(path, path, mounted, mounted).counts.error).toBe(2);
  });

  it('passes over a link that leads back to itself, and says so', () => {
    const mounted = mkdtempSync(join(folder, 'looped-'));
    writeFileSync(join(mounted, 'a.producer.properties'), 'acks=2\n');
    symlinkSync('loop.properties', join(mounted, 'loop.properties'));
    const { code, out, error } = kafkaConfig('check', mounted);
    expect(code).toBe(2);
    expect(out).toContain('`acks` must be');
    expect(error).toContain('loop.properties: is a link that leads back to itself');
  });

  it('lets no file steer the terminal', () => {
    const { out } = kafkaConfig('check', file('escape.properties', 'bootstrap.servers=a\u001b[2J\n'), '--role', 'producer');
    expect(out).toContain('`a\\u001b[2J` is something else');
    expect(out).not.toContain('\u001b');
  });

  it('reports what it cannot read, and checks the rest', () => {
    const { code, out, error } = kafkaConfig(
      'check',
      '--format',
      'json',
      join(folder, 'missing'),
      file('there.properties', 'acks=2\n'),
      '--role',
      'producer',
    );
    expect(code).toBe(2);
    expect(error).toContain('no such file');
    expect((JSON.parse(out) as CheckResult).counts.error).toBe(1);
  });
});

describe('files beside a Compose file', () => {
  it('are read for the variables that they give', () => {
    const project = mkdtempSync(join(folder, 'compose-'));
    mkdirSync(join(project, 'env'));
    writeFileSync(
      join(project, 'env', 'kafka.env'),
      'KAFKA_ZOOKEEPER_CONNECT=zk:2181\nKAFKA_LISTENERS=PLAINTEXT://:9092\nKAFKA_NUM_PARTITIONS=three\n',
    );
    writeFileSync(
      join(project, 'compose.yaml'),
      'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n    env_file: env/kafka.env\n    environment:\n      KAFKA_INTER_BROKER_LISTENER_NAME: FOO\n',
    );
    const found = checkJson(project).files.map(({ path, findings: all }) => [path.slice(project.length + 1), all.map(({ rule }) => rule)]);
    expect(found).toEqual([
      ['compose.yaml', ['listener-without-protocol']],
      ['env/kafka.env', ['zookeeper-mode', 'invalid-value']],
    ]);
    expect(textBeside(join(project, 'compose.yaml'))('/dev/zero')).toBeUndefined();
    expect(textBeside(join(project, 'compose.yaml'))(`/${join(project, 'compose.yaml')}`)).toBeUndefined();
  });
});

describe('convert', () => {
  const log4j =
    'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n';

  it('writes XML unless told otherwise', () => {
    const { code, out } = kafkaConfig('convert', file('log4j.properties', log4j));
    expect([code, out.startsWith('<?xml')]).toEqual([0, true]);
  });

  it('takes the log4j 1 files of a folder, and writes beside them', () => {
    const below = mkdtempSync(join(folder, 'logging-'));
    for (const name of ['log4j.properties', 'connect-log4j.properties']) writeFileSync(join(below, name), log4j);
    writeFileSync(join(below, 'server.properties'), 'broker.id=1\n');
    expect(kafkaConfig('convert', below, '--to', 'yaml').code).toBe(0);
    expect(readdirSync(below).filter((name) => name.endsWith('.yaml'))).toEqual(['connect-log4j2.yaml', 'log4j2.yaml']);
    expect(kafkaConfig('convert', join(folder, 'no-such-folder')).code).toBe(2);
  });

  it('never overwrites silently', () => {
    const target = file('there.xml', 'mine');
    const { code, error } = kafkaConfig('convert', file('log4j.properties', log4j), '--out', target);
    expect([code, readFileSync(target, 'utf8')]).toEqual([2, 'mine']);
    expect(error).toContain(`log4j.properties: ${target} exists already: --force overwrites it`);
    expect(kafkaConfig('convert', file('log4j.properties', log4j), '--out', target, '--force').code).toBe(0);
  });

  it('tells per file what became of it, as JSON', () => {
    const below = mkdtempSync(join(folder, 'json-'));
    const path = join(below, 'log4j.properties');
    writeFileSync(path, log4j.replace('INFO, A', 'INFO, A, B'));
    const { code, out, error } = kafkaConfig('convert', path, join(below, 'none.properties'), '--out', below, '--format', 'json');
    expect([code, error]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      files: [
        { path: join(below, 'none.properties'), refused: 'no such file' },
        {
          path,
          target: join(below, 'log4j2.xml'),
          lossy: false,
          notes: [{ kind: 'kept', message: expect.stringContaining('The appender B is not defined'), keys: ['log4j.rootLogger'], line: 0 }],
        },
      ],
      version: 1,
    });
    const only = JSON.parse(kafkaConfig('convert', path, '--format', 'json').out);
    expect(only.files[0].output).toContain('<Root level="INFO">');
  });

  it('refuses a template with a reason', () => {
    const { code, error } = kafkaConfig('convert', file('template.properties', 'log4j.rootLogger={{ level }}, A\n'));
    expect(code).toBe(2);
    expect(error).toContain('template');
  });
});

describe('the facts', () => {
  it('are listed as JSON, for one role and release', () => {
    const rows = JSON.parse(kafkaConfig('properties', '--role', 'producer', '--kafka', '4.1', '--grep', 'linger', '--format', 'json').out);
    expect(rows).toEqual([
      { name: 'linger.ms', type: 'long', default: '5', valid: expect.any(String), importance: 'medium', since: '0.8.2' },
    ]);
  });

  it('are explained by key, with a guess where the key is not known', () => {
    expect(kafkaConfig('explain', 'linger.ms').out).toContain('default 0 → 5');
    const { code, out } = kafkaConfig('explain', 'linger.mss');
    expect([code, out]).toEqual([1, 'Kafka has no property `linger.mss`. Did you mean `linger.ms`?\n']);
  });

  it('are compared between releases', () => {
    expect(kafkaConfig('diff', '--from', '3.9', '--to', '4.1', '--role', 'broker').out).toContain('zookeeper.connect');
    expect(kafkaConfig('diff', '--role', 'broker').code).toBe(2);
  });
});

it('says its version', () => {
  expect(kafkaConfig('--version')).toEqual({ code: 0, out: '1.2.3\n', error: '' });
});
