import { describe, expect, it } from 'vitest';
import { wordsText } from '../../scripts/schema.mjs';
import { explain, printExplanations } from '../../server/src/features/explain.ts';
import { factsDiff, printFactsDiff } from '../../server/src/features/facts-diff.ts';
import { printProperties, properties } from '../../server/src/features/properties.ts';
import { parseVersion } from '../../server/src/schema/version.ts';
import { parseWords } from '../../server/src/schema/words.ts';

const words = parseWords(wordsText());
const v = (minor: string) => {
  const version = parseVersion(minor);
  if (version === undefined) throw new Error(minor);
  return version;
};

describe('properties', () => {
  it('gives what a script needs, and leaves out what does not apply', () => {
    const [acks] = properties({ role: 'producer', kafka: v('4.1'), grep: 'acks' });
    expect(acks).toEqual({
      name: 'acks',
      type: 'string',
      default: 'all',
      valid: 'one of all, -1, 0, 1',
      importance: 'low',
      since: '0.8.2',
    });
  });
  it('says null for no value, and nothing where a value is required', () => {
    const rows = new Map(properties({ role: 'producer', kafka: v('4.2') }).map((row) => [row.name, row]));
    expect(rows.get('transactional.id')?.default).toBeNull();
    expect(rows.get('bootstrap.servers')).toMatchObject({ required: true });
    expect(rows.get('bootstrap.servers')).not.toHaveProperty('default');
  });
  it('says until when, what replaces it, and how brokers take it', () => {
    const rows = new Map(properties({ role: 'broker', kafka: v('3.9') }).map((row) => [row.name, row]));
    expect(rows.get('zookeeper.connect')).toMatchObject({ until: '3.9' });
    expect(rows.get('delegation.token.master.key')).toMatchObject({ deprecated: true, replacedBy: 'delegation.token.secret.key' });
    expect(rows.get('num.io.threads')).toMatchObject({ updateMode: 'cluster-wide' });
  });
  it('looks into our words too, in any case', () => {
    expect(properties({ role: 'producer', grep: 'LINGER' }, words).map((row) => row.name)).toContain('linger.ms');
    expect(properties({ role: 'producer', kafka: v('4.1') }, words).every((row) => row.doc !== undefined)).toBe(true);
  });
  it('without a role covers every role, each name once', () => {
    const names = properties({}).map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['acks', 'process.roles', 'cleanup.policy', 'clusters', 'application.id']));
  });
  it('prints a table, JSON and Markdown', () => {
    const rows = properties({ role: 'producer', kafka: v('4.1'), grep: 'linger' }, words).filter((row) => row.name === 'linger.ms');
    expect(printProperties(rows, 'table')).toBe('NAME       TYPE  DEFAULT  VALID      KAFKA\nlinger.ms  long  5        0 or more  0.8.2+');
    expect(JSON.parse(printProperties(rows, 'json'))).toEqual(rows);
    expect(printProperties(rows, 'markdown')).toMatch(
      /^\| Name .*\n\| --- .*\n\| linger.ms \| long \| 5 \| 0 or more \| 0.8.2\+ \| How long/,
    );
  });
});

describe('explain', () => {
  it('tells a key once where roles mean the same by it', () => {
    const roles = (key: string) => explain({ key }, words).map((one) => one.roles);
    expect(roles('linger.ms')).toEqual([['producer']]);
    expect(roles('process.roles')).toEqual([['broker', 'controller']]);
    expect(roles('cleanup.policy')).toEqual([['topic']]);
  });
  it('tells how it became what it is', () => {
    expect(explain({ key: 'acks', role: 'producer' })[0]?.changes).toEqual([
      '0.8.2: added',
      '3.0: default 1 → all',
      '3.0: importance high → low',
    ]);
  });
  it('knows what is gone', () => {
    expect(explain({ key: 'zookeeper.connect', role: 'broker' })[0]?.changes.at(-1)).toBe('removed after 3.9');
  });
  it('prints our words with the facts', () => {
    expect(printExplanations({ key: 'acks' }, explain({ key: 'acks' }, words))).toMatch(
      /^acks \(producer\)\nstring · default all · one of all, -1, 0, 1\n/,
    );
  });
  it('asks back for a near miss, and not for a name out of nowhere', () => {
    expect(printExplanations({ key: 'batch.sise' }, [])).toBe('Kafka has no property `batch.sise`. Did you mean `batch.size`?');
    expect(printExplanations({ key: 'schema.registry.url' }, [])).toBe('Kafka has no property `schema.registry.url`.');
    expect(printExplanations({ key: 'acks', role: 'topic' }, [])).toBe('The role topic has no property `acks`. It is one of producer.');
  });
});

describe('diff', () => {
  const changes = factsDiff('broker', v('3.9'), v('4.1'));
  it('tells what came, what went and what changed', () => {
    expect(changes).toContainEqual({ change: 'removed', name: 'zookeeper.connect' });
    expect(changes).toContainEqual({ change: 'added', name: 'group.streams.heartbeat.interval.ms' });
    expect(changes).toContainEqual({ change: 'default', name: 'num.recovery.threads.per.data.dir', from: '1', to: '2' });
    expect(changes).toContainEqual({ change: 'valid', name: 'log.segment.bytes', from: '14 or more', to: '1048576 or more' });
    expect(changes).toContainEqual({ change: 'deprecated', name: 'log.cleaner.enable' });
  });
  it('knows a rename', () => {
    expect(factsDiff('streams', v('0.10.2'), v('2.0'))).toContainEqual({
      change: 'renamed',
      name: 'default.key.serde',
      from: 'key.serde',
      to: 'default.key.serde',
    });
  });
  it('says what to use instead of what is gone', () => {
    expect(changes).toContainEqual({ change: 'removed', name: 'delegation.token.master.key', to: 'delegation.token.secret.key' });
  });
  it('is empty between equal versions', () => {
    expect(factsDiff('producer', v('3.7'), v('3.7'))).toEqual([]);
  });
  it('prints a table, JSON and Markdown', () => {
    const one = changes.filter((change) => change.name === 'log.segment.bytes');
    expect(printFactsDiff(one, v('3.9'), v('4.1'), 'table')).toBe(
      'NAME               CHANGE  3.9         4.1\nlog.segment.bytes  valid   14 or more  1048576 or more',
    );
    expect(JSON.parse(printFactsDiff(one, v('3.9'), v('4.1'), 'json'))).toEqual(one);
    expect(printFactsDiff(one, v('3.9'), v('4.1'), 'markdown')).toContain('| log.segment.bytes | valid | 14 or more | 1048576 or more |');
  });
});
