import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocks, collapse, properties, tableRows } from '../../schemas/extract/librdkafka/extract.mjs';
import names from '../../schemas/librdkafka-names.json' with { type: 'json' };
import { librdkafkaModule, springModule } from '../../scripts/schema.mjs';
import { isNativeName } from '../../server/src/configs/family.ts';
import { converted, ownName, springName } from '../../server/src/configs/spring-names.ts';
import {
  librdkafkaMinor,
  librdkafkaMinors,
  librdkafkaNames,
  librdkafkaTable,
  newestLibrdkafka,
} from '../../server/src/schema/librdkafka.ts';
import { readDouble, readInt } from '../../server/src/schema/librdkafka-value.ts';
import { names as kafkaNames } from '../../server/src/schema/schema.ts';
import { latestVersion } from '../../server/src/schema/version.ts';

const generated = (name: string) => readFileSync(new URL(`../../server/src/schema/generated/${name}.ts`, import.meta.url), 'utf8');

describe('what is generated', () => {
  it('is current', () => {
    expect(generated('librdkafka') === librdkafkaModule()).toBe(true);
    expect(generated('spring') === springModule()).toBe(true);
  });
});

describe('reading librdkafka’s sources', () => {
  const source = `rd_kafka_properties[] = {
    {_RK_GLOBAL | _RK_PRODUCER | _RK_HIGH, "linger.ms", _RK_C_ALIAS, .sdef = "wait.ms"},
    {_RK_GLOBAL | _RK_PRODUCER | _RK_HIGH, "wait.ms", _RK_C_DBL, _RK(x), "words", .dmin = 0},
    {_RK_GLOBAL | _RK_SENSITIVE, "sasl.password", _RK_C_STR, _RK(y), "words"},
    {_RK_TOPIC | _RK_CGRP, "reset", _RK_C_S2I, _RK(z), "words", .s2i = {{1, "first"}, {2, "last", _UNSUPPORTED_SSL}}},
    {0, NULL}};`;
  const markdown =
    'Property | C/P | Range | Default | Importance | Description\n---|---|---|---|---|---\nwait.ms | P | 0 .. 9 | 5 | high | words\nreset | C | first, last | first | low | a \\| b\n';

  it('takes names, types and who reads them from the table in C', () => {
    expect([...blocks(source)].map(({ name, type }) => `${name} ${type}`)).toEqual([
      'linger.ms ALIAS',
      'wait.ms DBL',
      'sasl.password STR',
      'reset S2I',
    ]);
    expect(tableRows(markdown).get('wait.ms')).toMatchObject({ range: '0 .. 9', default: '5' });
    expect(Object.fromEntries(properties(source, markdown))).toEqual({
      'wait.ms': { type: 'double', default: '5', validator: { kind: 'range', min: 0, max: 9 }, importance: 'high', only: 'producer' },
      'linger.ms': {
        type: 'double',
        default: '5',
        validator: { kind: 'range', min: 0, max: 9 },
        importance: 'high',
        only: 'producer',
        alias: 'wait.ms',
      },
      'sasl.password': { type: 'password', importance: 'low' },
      reset: {
        type: 'string',
        default: 'first',
        validator: { kind: 'enum', values: ['first', 'last'], ignoreCase: true },
        importance: 'low',
        only: 'consumer',
        topic: true,
      },
    });
  });

  it('joins releases that say the same', () => {
    const of = (value: string) => new Map([['a', { type: value }]]);
    expect(
      collapse([
        ['1.0', of('int')],
        ['1.1', of('int')],
        ['1.2', new Map()],
        ['2.0', of('string')],
      ]),
    ).toEqual({
      a: [
        { since: '1.0', until: '1.1', type: 'int' },
        { since: '2.0', type: 'string' },
      ],
    });
  });
});

describe('librdkafka’s facts', () => {
  it('know versions by their minor, or the one before it', () => {
    expect([
      librdkafkaMinor('2.12.0'),
      librdkafkaMinor('v2.9.0'),
      librdkafkaMinor('99.0'),
      librdkafkaMinor('0.8'),
      librdkafkaMinor('x'),
    ]).toEqual(['2.12', '2.8', newestLibrdkafka(), undefined, undefined]);
    expect(librdkafkaMinors().length).toBeGreaterThan(15);
  });
  it('differ by version', () => {
    expect(librdkafkaTable('1.2').has('group.protocol')).toBe(false);
    expect(librdkafkaTable('2.5').has('group.protocol')).toBe(true);
  });
  it('offer what a client of the role reads', () => {
    expect(librdkafkaNames(newestLibrdkafka(), 'producer')).not.toContain('group.id');
    expect(librdkafkaNames(newestLibrdkafka(), 'client')).toEqual(expect.arrayContaining(['group.id', 'linger.ms']));
  });
  it('name counterparts that exist', () => {
    const table = librdkafkaTable();
    const java = new Set(kafkaNames('client', latestVersion()));
    expect(Object.values(names.toLibrdkafka).filter((one) => 'to' in one && !table.has(one.to))).toEqual([]);
    expect(Object.values(names.toJava).filter((one) => 'to' in one && !java.has(one.to))).toEqual([]);
    expect(Object.keys(names.toLibrdkafka).filter((name) => table.has(name) && table.get(name)?.refused !== true)).toEqual([]);
    expect(Object.keys(names.toJava).filter((name) => !table.has(name))).toEqual([]);
  });
  it('name a counterpart, or a reason, for every property of Java’s clients and every one of librdkafka’s', () => {
    const java = new Set(
      (['producer', 'consumer', 'share-consumer', 'admin'] as const).flatMap((role) => kafkaNames(role, latestVersion())),
    );
    const own = new Set(librdkafkaNames(newestLibrdkafka(), 'client'));
    expect([...java].filter((name) => !own.has(name) && !(name in names.toLibrdkafka))).toEqual([]);
    expect([...own].filter((name) => !java.has(name) && !(name in names.toJava))).toEqual([]);
  });
  it('tell native names from shared ones', () => {
    expect(['sasl.username', 'enable.partition.eof'].map(isNativeName)).toEqual([true, true]);
    expect(['acks', 'metadata.broker.list', 'key.serializer', 'my.own'].map(isNativeName)).toEqual([false, false, false, false]);
  });
});

describe('numbers', () => {
  it.each([
    ['10', { value: 10, rest: '' }],
    [' -1', { value: -1, rest: '' }],
    ['5s', { value: 5, rest: 's' }],
    ['010', { value: 8, rest: '', quirk: 'octal' }],
    ['09', { value: 0, rest: '9' }],
    ['0x1F', { value: 31, rest: '', quirk: 'hexadecimal' }],
    ['4294967297', { value: 1, rest: '', quirk: 'overflow' }],
    ['99999999999999999999', { value: -1, rest: '', quirk: 'overflow' }],
    ['x', undefined],
    ['', undefined],
  ])('%j is read as C reads it', (text, expected) => {
    expect(readInt(text)).toEqual(expected);
  });
  it('with fractions as well', () => {
    expect([readDouble('0.5'), readDouble('1e3x'), readDouble('.5'), readDouble('-'), readDouble('-0x10')]).toEqual([
      { value: 0.5, rest: '' },
      { value: 1000, rest: 'x' },
      { value: 0.5, rest: '' },
      undefined,
      { value: -16, rest: '', quirk: 'hexadecimal' },
    ]);
  });
});

describe('Spring’s names', () => {
  it('are found however they are written', () => {
    expect(['batch-size', 'batchSize', 'BATCH_SIZE'].map((name) => springName('producer', name)?.kafka)).toEqual([
      'batch.size',
      'batch.size',
      'batch.size',
    ]);
    expect(ownName('consumer', 'fetch.max.wait.ms')).toBe('fetch-max-wait');
    expect(springName('client', 'ssl.trust-store-location')?.kafka).toBe('ssl.truststore.location');
  });
  it.each([
    ['duration', '10s', '10000'],
    ['duration', 'PT1M30S', '90000'],
    ['duration', '500', undefined],
    ['size', '16KB', '16384'],
    ['size', '16384', undefined],
    ['boolean', 'off', 'false'],
    ['enum', 'READ-COMMITTED', 'read_committed'],
  ] as const)('%s %s is %s to Kafka', (kind, text, expected) => {
    expect(converted(kind, text)).toBe(expected);
  });
});
