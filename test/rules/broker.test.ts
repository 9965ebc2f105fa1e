import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { ipVersion, parseEndpoint, splitListeners } from '../../server/src/rules/broker/endpoints.ts';
import { isOlder, recordFormat } from '../../server/src/rules/broker/protocol-version.ts';
import { parseHostAndPort, parseVoter } from '../../server/src/schema/addresses.ts';
import { parseVersion } from '../../server/src/schema/version.ts';

const host = fc.stringMatching(/^[0-9a-zA-Z.-]{1,20}$/);
const port = fc.integer({ min: 0, max: 65535 });

describe('a listener', () => {
  it('is read as name, host and port, with the name in upper case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z_]{1,12}$/), host, port, (name, at, number) => {
        expect(parseEndpoint(`${name}://${at}:${number}`)).toEqual({
          text: `${name}://${at}:${number}`,
          name: name.toUpperCase(),
          host: at,
          port: number,
        });
      }),
    );
  });

  it.each([
    ['PLAINTEXT://:9092', ''],
    ['PLAINTEXT://[::1]:9092', '::1'],
    ['PLAINTEXT://0.0.0.0:9092', '0.0.0.0'],
  ])('%s has the host %j', (text, expected) => {
    expect(parseEndpoint(text)?.host).toBe(expected);
  });

  it.each(['PLAINTEXT', 'PLAINTEXT://broker', 'PLAINTEXT://a b:9092', 'PLAINTEXT://a:9092/', 'PLAINTEXT://a:99999999999', 'a:9092'])(
    '%s is none',
    (text) => {
      expect(parseEndpoint(text)).toBeUndefined();
    },
  );

  it('stands in a list with blanks around the commas', () => {
    expect(splitListeners(' A://:1 , B://:2,,')).toEqual(['A://:1', 'B://:2']);
  });
});

describe('an address', () => {
  it.each([
    ['10.0.0.1', 4],
    ['::1', 6],
    ['fe80::1%eth0', 6],
    ['1:2:3:4:5:6:7:8', 6],
    ['256.1.1.1', undefined],
    ['broker', undefined],
    ['', undefined],
  ])('%s is of IP version %s', (text, version) => {
    expect(ipVersion(text)).toBe(version);
  });

  it('of a voter is an id, a host and a port', () => {
    fc.assert(
      fc.property(fc.nat(), host, port, (id, at, number) => {
        expect(parseVoter(`${id}@${at}:${number}`)).toEqual({ id, host: at, port: number });
      }),
    );
  });

  it.each(['controller:9093', '1@controller', 'x@controller:9093', '1@2@controller:9093', '1@controller:70000', ''])(
    '%j is no voter',
    (text) => {
      expect(parseVoter(text)).toBeUndefined();
    },
  );

  it('never fails to be read or refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseEndpoint(text);
        parseHostAndPort(text);
        parseVoter(text);
        ipVersion(text);
      }),
    );
  });
});

describe('an inter-broker protocol', () => {
  it.each([
    ['2.8', '3.0-IV1', true],
    ['3.0-IV0', '3.0-IV1', true],
    ['3.0', '3.0-IV1', false],
    ['3.10', '3.4', false],
    ['0.10.2', '0.11.0', true],
    ['nonsense', '3.0', false],
  ])('%s older than %s: %s', (version, than, older) => {
    expect(isOlder(version, than)).toBe(older);
  });

  it('says in which format records are written', () => {
    expect(['0.8.2', '0.10.0', '0.10.2', '0.11.0', '3.9'].map(recordFormat)).toEqual([0, 1, 1, 2, 2]);
  });
});

const kraft =
  'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@localhost:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\nlog.dirs=/var/lib/kafka\n';

/** What is worse than information about a broker's file. */
function complaints(text: string, kafka: string): readonly string[] {
  const version = parseVersion(kafka);
  const document = new Document(text, properties, {
    path: 'server.properties',
    role: 'broker',
    ...(version !== undefined && { kafka: version }),
  });
  return document
    .reports(new Map())
    .flatMap(({ rule, severity }) => (severity === 'error' || severity === 'warning' ? [`${severity} ${rule.id}`] : []));
}

describe('a broker', () => {
  it.each(['3.1', '3.3', '3.7', '3.9', '4.0', '4.1', '4.3'])('of a sound KRaft file is left alone by Kafka %s', (kafka) => {
    expect(complaints(kraft, kafka)).toEqual([]);
  });

  it('with a placeholder is judged by what is known', () => {
    expect(complaints(kraft.replace('PLAINTEXT://:9092', '$(LISTENER)').replace('1@localhost:9093', '$(VOTERS)'), '4.1')).toEqual([]);
  });

  it('has one finding for one fault', () => {
    expect(complaints(kraft.replace('listeners=PLAINTEXT://:9092,', 'listeners='), '4.1')).toEqual(['error advertised-nothing']);
    expect(complaints(kraft.replace('CONTROLLER\n', 'controller\n'), '4.1')).toEqual(['error controller-listener-missing']);
    expect(complaints(kraft.replace('node.id=1', 'node.id=2'), '4.1')).toEqual(['error voters-and-node-id']);
    expect(complaints(kraft.replace('://:9093', '://:9092'), '4.1')).toEqual(['error listener-port-twice']);
  });
});

describe('after an edit', () => {
  const values: Readonly<Record<string, readonly string[]>> = {
    'process.roles': ['broker', 'controller', 'broker,controller'],
    'node.id': ['1', '2'],
    'broker.id': ['1', '1001'],
    'zookeeper.connect': ['zk:2181'],
    'zookeeper.metadata.migration.enable': ['true'],
    'controller.quorum.voters': ['1@a:9093', '2@0.0.0.0:9093'],
    'controller.quorum.bootstrap.servers': ['a:9093'],
    'controller.listener.names': ['C', 'c', 'C,D'],
    listeners: ['PLAINTEXT://:9092,C://:9093', 'C://:9093', 'SASL_SSL://0.0.0.0:9092', 'A://:1,a://:1'],
    'advertised.listeners': ['PLAINTEXT://localhost:9092', 'C://a:9093'],
    'listener.security.protocol.map': ['PLAINTEXT:SSL,C:SASL_PLAINTEXT', 'A:TLS'],
    'inter.broker.listener.name': ['C', 'PLAINTEXT'],
    'security.inter.broker.protocol': ['SASL_PLAINTEXT', 'SSL'],
    'inter.broker.protocol.version': ['0.10.2', '3.3'],
    'log.message.format.version': ['2.8'],
    'sasl.enabled.mechanisms': ['PLAIN'],
    'sasl.jaas.config': ['x'],
    'listener.name.c.plain.sasl.jaas.config': ['x'],
    'listener.name.C.ssl.client.auth': ['required'],
    'ssl.keystore.location': ['/k'],
    'log.dirs': ['/tmp/a,/tmp/a'],
    'log.retention.ms': ['0', '1000'],
    'log.retention.hours': ['0'],
    'remote.log.storage.system.enable': ['true'],
    'log.local.retention.ms': ['-1'],
    'min.insync.replicas': ['3'],
    'default.replication.factor': ['3', '1'],
    'super.users': ['admin'],
    'authorizer.class.name': ['kafka.security.authorizer.AclAuthorizer'],
    'group.consumer.session.timeout.ms': ['1'],
    'group.coordinator.rebalance.protocols': ['consumer'],
    'retention.ms': ['1'],
    'control.plane.listener.name': ['C'],
    'early.start.listeners': ['X'],
  };
  const line = fc.constantFrom(...Object.entries(values).flatMap(([key, some]) => some.map((value) => `${key}=${value}`)), '');
  const said = (document: Document): unknown =>
    document
      .reports(new Map())
      .map(({ rule, severity, finding }) => `${rule.id} ${severity} ${finding.message} ${finding.at.key}`)
      .sort();

  it('the same is said of a broker as of its file opened afresh', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 2, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(13), line), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('2.8', '3.9', '4.3'),
        (lines, edits, kafka) => {
          const version = parseVersion(kafka);
          const circumstances = { path: 'server.properties', role: 'broker', ...(version !== undefined && { kafka: version }) } as const;
          const document = new Document(lines.join('\n'), properties, circumstances);
          said(document);
          for (const [at, text] of edits) {
            const row = Math.min(at, document.lines.length - 1);
            const end = document.lines[row]?.length ?? 0;
            document.change({ range: { start: { line: row, character: 0 }, end: { line: row, character: end } }, text });
            said(document);
          }
          expect(said(document)).toEqual(said(new Document(document.text(), properties, circumstances)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
