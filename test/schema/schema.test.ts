import { describe, expect, it } from 'vitest';
import precedence from '../../schemas/precedence.json' with { type: 'json' };
import { history, rolesOf } from '../../server/src/schema/history.ts';
import { nearest } from '../../server/src/schema/nearest.ts';
import { classesFor, foreignClassKey } from '../../server/src/schema/plugins.ts';
import { strongerKeys } from '../../server/src/schema/precedence.ts';
import type { Role } from '../../server/src/schema/roles.ts';
import { define, names, namesWithPrefix, resolve } from '../../server/src/schema/schema.ts';
import { newestVersion } from '../../server/src/schema/tables.ts';
import { atLeast, before, latestVersion, parseVersion, printVersion } from '../../server/src/schema/version.ts';

const version = (text: string) => {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`no version: ${text}`);
  return parsed;
};
const at = (role: Role, text: string, key: string, values: Record<string, string> = {}) =>
  define(role, version(text), key, (name) => values[name]);

describe('versions', () => {
  it('compare like releases do', () => {
    expect(version('0.10.2')).toBeLessThan(version('1.0'));
    expect(version('3.9.1')).toBeLessThan(version('3.9'));
    expect(version('4.1')).toBe(version('4.1'));
    expect(version('latest')).toBe(latestVersion());
    expect(atLeast(version('4.0.0'), '4.0')).toBe(true);
    expect(before(version('3.9'), '4.0')).toBe(true);
  });
  it('are printed as given, and 0.10 means its newest', () => {
    for (const text of ['0.8.2', '0.10.1.1', '2.8', '4.1.2']) expect(printVersion(version(text))).toBe(text);
    expect(printVersion(version('0.10'))).toBe('0.10.2');
  });
  it.each(['', 'x', '4', '4.99', '4.1.1.1', 'v4.1'])('%j is none', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
  it('Streams and Connect may be out later than the clients', () => {
    expect(newestVersion('producer')).toBeGreaterThanOrEqual(newestVersion('streams'));
  });
});

describe('definitions', () => {
  it('know type, default and validator by version', () => {
    expect(at('producer', '2.8', 'acks')).toMatchObject({ type: 'string', default: '1' });
    expect(at('producer', '4.1', 'acks')).toMatchObject({ default: 'all', validator: { kind: 'enum', values: ['all', '-1', '0', '1'] } });
    expect(at('consumer', '3.6', 'group.protocol')).toBeUndefined();
    expect(at('broker', '3.9', 'zookeeper.connect')).toBeDefined();
    expect(at('broker', '4.0', 'zookeeper.connect')).toBeUndefined();
    expect(at('producer', '4.1', 'constructor')).toBeUndefined();
  });
  it('of an unknown client are those of any client', () => {
    expect(names('client', version('4.1'))).toEqual(expect.arrayContaining(['acks', 'group.id', 'bootstrap.controllers']));
  });
  it('of what only became late stay, of what was dropped go', () => {
    expect(at('streams', 'latest', 'application.id')).toBeDefined();
    expect(at('producer', '1.1', 'compression.codec')).toBeDefined();
    expect(at('producer', '2.0', 'compression.codec')).toBeUndefined();
  });
  it('of MirrorMaker reach back to 2.4, though its first jars are of 2.7', () => {
    expect(at('mirror-maker', '2.5', 'clusters')).toBeDefined();
    expect(at('mirror-maker', '2.3', 'clusters')).toBeUndefined();
  });
  it('of an older patch differ where that patch did', () => {
    expect(at('broker', '4.2.1', 'max.decompressed.message.bytes')).toBeUndefined();
    expect(at('broker', '4.2.2', 'max.decompressed.message.bytes')).toBeDefined();
    expect(at('broker', '4.2', 'max.decompressed.message.bytes')).toBeDefined();
    expect(at('admin', '3.5.0', 'security.protocol')?.validator).not.toHaveProperty('ignoreCase');
    expect(at('admin', '3.5.1', 'security.protocol')?.validator).toHaveProperty('ignoreCase', true);
  });
  it('include what no definition of Kafka declares', () => {
    expect(at('broker', '4.1', 'super.users')).toBeDefined();
    expect(at('broker', '3.9', 'authorizer.zookeeper.url')).toBeDefined();
    expect(at('broker', '4.0', 'authorizer.zookeeper.url')).toBeUndefined();
  });
  it('are found by prefix', () => {
    expect(namesWithPrefix('producer', version('4.1'), 'compression.')).toEqual([
      'compression.gzip.level',
      'compression.lz4.level',
      'compression.type',
      'compression.zstd.level',
    ]);
  });
});

describe('dynamic names', () => {
  it.each([
    ['broker', 'listener.name.internal.ssl.keystore.location', {}, 'string'],
    ['broker', 'listener.name.internal.scram-sha-512.sasl.jaas.config', {}, 'password'],
    ['streams', 'main.consumer.max.poll.records', {}, 'int'],
    ['streams', 'linger.ms', {}, 'long'],
    ['connect-distributed', 'offset.storage.cleanup.policy', {}, 'list'],
    ['connect-distributed', 'producer.acks', {}, 'string'],
    ['connector', 'transforms.a.static.field', { 'transforms.a.type': 'org.apache.kafka.connect.transforms.InsertField$Value' }, 'string'],
    ['connector', 'transforms.a.type', {}, 'class'],
    ['connector', 'producer.override.batch.size', {}, 'int'],
    ['connector', 'topic.creation.default.partitions', {}, 'int'],
    ['connector', 'batch.size', { 'connector.class': 'FileStreamSource' }, 'int'],
    ['connector', 'sync.topic.acls.enabled', { 'connector.class': 'org.apache.kafka.connect.mirror.MirrorSourceConnector' }, 'boolean'],
    ['connector', 'source.consumer.max.poll.records', { 'connector.class': 'MirrorSourceConnector' }, 'int'],
    ['mirror-maker', 'a->b.target.producer.acks', { clusters: 'a, b' }, 'string'],
    ['mirror-maker', 'a->b.transforms', { clusters: 'a, b' }, 'list'],
    ['mirror-maker', 'a->b.topics', { clusters: 'a, b' }, 'list'],
    ['mirror-maker', 'a.consumer.max.poll.records', { clusters: 'a, b' }, 'int'],
    ['mirror-maker', 'a.bootstrap.servers', { clusters: 'a, b' }, 'string'],
  ] as const)('%s: %s', (role, key, values, type) => {
    expect(at(role, '4.1', key, values)?.type).toBe(type);
  });
  it('say where the unknown rest belongs', () => {
    expect(resolve('streams', version('4.1'), 'producer.batch.sise')).toMatchObject({
      kind: 'unknown',
      view: 'producer',
      via: { rest: 'batch.sise' },
    });
  });
  it("leave a class of the author's own alone", () => {
    const get = (key: string) => ({ 'transforms.a.type': 'com.example.Mask' })[key];
    expect(resolve('connector', version('4.1'), 'transforms.a.anything', get)?.kind).toBe('open');
  });
  it("leave a connector's own properties to it, unless it is one of Kafka's", () => {
    const of = (className: string) =>
      resolve('connector', version('4.1'), 'source.cluster.name', (key) => (key === 'connector.class' ? className : undefined));
    expect(of('com.example.Source')?.kind).toBe('open');
    expect(of('FileStreamSource')).toBeUndefined();
    expect(of('org.apache.kafka.connect.mirror.MirrorSourceConnector')).toMatchObject({ kind: 'unknown', view: 'client' });
  });
  it('do not take a flow of clusters for a key', () => {
    expect(
      resolve('mirror-maker', version('4.1'), 'c.bootstrap.servers', (key) => (key === 'clusters' ? 'a,b' : undefined)),
    ).toBeUndefined();
  });
});

describe('synonyms', () => {
  it('have an order: the finer unit wins', () => {
    expect(strongerKeys('broker', 'log.retention.hours')).toEqual(['log.retention.ms', 'log.retention.minutes']);
    expect(strongerKeys('broker', 'log.retention.ms')).toEqual([]);
    expect(strongerKeys('topic', 'retention.ms')).toEqual([]);
  });
  it("exist between topics and brokers, with what the broker's unit counts", () => {
    expect(at('topic', '4.1', 'retention.ms')?.brokerSynonyms).toEqual([
      { name: 'log.retention.ms' },
      { name: 'log.retention.minutes', times: 60_000 },
      { name: 'log.retention.hours', times: 3_600_000 },
    ]);
  });
  it('are all properties of their roles', () => {
    const ever = precedence.flatMap(({ roles, keys }) => roles.flatMap((role) => keys.map((key) => [role, key] as const)));
    expect(ever.filter(([role, key]) => history(role as Role, key).length === 0)).toEqual([]);
  });
});

describe('classes', () => {
  const classes = (role: Role, text: string, key: string) => {
    const definition = at(role, text, key);
    return definition === undefined
      ? []
      : classesFor(version(text), definition).map((one) => one.name.slice(one.name.lastIndexOf('.') + 1));
  };
  it('are those that ship with the version', () => {
    expect(classes('consumer', '2.3', 'partition.assignment.strategy')).toEqual(['RangeAssignor', 'RoundRobinAssignor', 'StickyAssignor']);
    expect(classes('consumer', '2.4', 'partition.assignment.strategy')).toContain('CooperativeStickyAssignor');
    expect(classes('broker', '3.9', 'authorizer.class.name')).toEqual(['AclAuthorizer', 'StandardAuthorizer']);
    expect(classes('broker', '4.0', 'authorizer.class.name')).toEqual(['StandardAuthorizer']);
    expect(classes('connector', '4.1', 'transforms.a.type')).toContain('InsertField$Key');
  });
  it("that are not Kafka's bring names of their own along", () => {
    const foreign = (values: Record<string, string>) => foreignClassKey('producer', version('4.1'), (name) => values[name]);
    expect(foreign({ 'value.serializer': 'io.confluent.kafka.serializers.KafkaAvroSerializer' })).toBe('value.serializer');
    expect(foreign({ 'value.serializer': 'org.apache.kafka.common.serialization.StringSerializer', acks: 'all' })).toBeUndefined();
    expect(foreign({ 'interceptor.classes': 'com.example.Audit,com.example.Trace' })).toBe('interceptor.classes');
  });
});

describe('history', () => {
  it('says what changed and when', () => {
    expect(history('producer', 'acks').map(({ since, until, changed }) => [since, until, changed])).toEqual([
      ['0.8.2', '2.8', []],
      ['3.0', undefined, ['default', 'importance']],
    ]);
  });
  it('names the roles that know a key', () => {
    expect(rolesOf('linger.ms', version('4.1'))).toEqual(['producer']);
  });
});

describe('near names', () => {
  it.each([
    ['producer', 'batch.sise', 'batch.size'],
    ['producer', 'compression_type', 'compression.type'],
    ['producer', 'lingerMs', 'linger.ms'],
    ['consumer', 'auto.ofset.reset', 'auto.offset.reset'],
    ['broker', 'log.retention.hour', 'log.retention.hours'],
    ['broker', 'sasl.mechanism.broker.protocol', 'sasl.mechanism.inter.broker.protocol'],
  ] as const)('%s: %s → %s', (role, key, wanted) => {
    expect(nearest(role, version('4.1'), key)).toBe(wanted);
  });
  it.each(['schema.registry.url', 'db.timeout.ms', 'topics.dir', 'foo', 'ssl.x'])('%s has none', (key) => {
    expect(nearest('producer', version('4.1'), key)).toBeUndefined();
  });
});
