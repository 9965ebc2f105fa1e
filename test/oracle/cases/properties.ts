// Each property of each role with values that its type and its checks make interesting.
import type { Definition, Validator } from '../../../server/src/schema/definition.ts';
import { isRole, type Role } from '../../../server/src/schema/roles.ts';
import { define, names } from '../../../server/src/schema/schema.ts';
import { type KafkaVersion, parseVersion } from '../../../server/src/schema/version.ts';
import type { OracleCase } from '../judge.ts';
import { brokerOnly, controllerOnly, distributed, kraft, mirror, sink, source, standalone } from './bases.ts';
import { over } from './case.ts';

/** The releases whose properties are gone through, newest first: a property is probed as the newest of them has it. */
const surveyed = ['4.4', '4.3', '4.0', '3.9', '3.3', '2.8'];
const bases: Readonly<Partial<Record<Role, string>>> = {
  broker: kraft,
  controller: controllerOnly,
  'connect-distributed': distributed,
  'connect-standalone': standalone,
  connector: sink,
  'mirror-maker': mirror,
};
const probed: readonly Role[] = [
  'producer',
  'consumer',
  'share-consumer',
  'admin',
  'streams',
  'broker',
  'topic',
  'group',
  'client-metrics',
  'connect-distributed',
  'connect-standalone',
  'connector',
  'mirror-maker',
];
/** One in so many properties of a type gets every way of writing a value, the others the checks of their own. */
const lexicalSample = 8;
/** Values that the judge's machine could not bear: it would start that many threads. */
const unbearable = new Set(['num.stream.threads']);

/** The cases of every property. */
export function propertyCases(): OracleCase[] {
  return probed.flatMap((role) =>
    definitionsOf(role).flatMap((definition, index) => casesOf(role, definition, index % lexicalSample === 0)),
  );
}

function definitionsOf(role: Role): Definition[] {
  const found = new Map<string, Definition>();
  for (const version of surveyed.map(parseVersion)) {
    if (version === undefined) continue;
    for (const name of names(role, version)) addDefinition(found, role, version, name);
  }
  return [...found.values()];
}

function addDefinition(found: Map<string, Definition>, role: Role, version: KafkaVersion, name: string): void {
  if (found.has(name)) return;
  const definition = define(role, version, name);
  if (definition !== undefined) found.set(name, definition);
}

function casesOf(role: Role, definition: Definition, lexical: boolean): OracleCase[] {
  const values = new Set([...ownValues(definition), ...(lexical ? lexicalValues(definition) : [])]);
  if (unbearable.has(definition.name)) for (const value of values) if (Number(value) > 1000) values.delete(value);
  const base = baseOf(role, definition);
  return [...values].map((value) => ({ role, text: over(base, `${definition.name}=${value}`) }));
}

/** A whole file of a role, or nothing where files are fragments. */
export const baseOfRole = (role: string): string => (isRole(role) ? bases[role] : undefined) ?? '';

/** A source connector's own keys on a source connector, a broker-only key on a broker alone. */
function baseOf(role: Role, { name }: Definition): string {
  if (role === 'connector' && /^(topic\.creation|exactly\.once|offsets\.storage|transaction)/.test(name)) return source;
  if (role === 'broker' && name === 'controller.quorum.auto.join.enable') return brokerOnly;
  return bases[role] ?? '';
}

/** The default, the empty value, and what the property's own checks draw lines between. */
function ownValues(definition: Definition): string[] {
  const { default: preset, validator, type } = definition;
  return [...(preset === undefined || preset.includes('\\') ? [] : [preset]), '', ...checkedValues(validator), ...typedValues(type)];
}

function checkedValues(validator: Validator | undefined): string[] {
  if (validator === undefined) return [];
  if (validator.kind === 'range') return edges(validator);
  if (validator.kind === 'enum') return [...validator.values.slice(0, 8), ...validator.values.slice(0, 2).map(otherCase), 'nope'];
  if (validator.kind === 'list') return listValues(validator.values ?? ['a', 'b']);
  if (validator.kind === 'all') return validator.of.flatMap(checkedValues);
  if (validator.kind === 'metadataVersion') return ['3.9', '3.0-IV1', '9.9', '3'];
  if (validator.kind === 'offsetReset') return [...validator.values, 'LATEST', 'by_duration:P1D', 'by_duration:-P1D', 'by_duration:x'];
  return ['nope', 'a:b', 'a=b', '1', '[', 'a,b', 'a,a', 'http://localhost:8083'];
}

function edges({ min, max, also = [] }: Extract<Validator, { kind: 'range' }>): string[] {
  const values = [min, max].flatMap((edge) => (edge === undefined || !Number.isSafeInteger(edge) ? [] : [edge - 1, edge, edge + 1]));
  return [...values, ...also].map(String);
}

const otherCase = (value: string) => (value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase());

function listValues(values: readonly string[]): string[] {
  const [first = 'a', second = first] = values;
  return [
    ...values.slice(0, 8),
    `${first},${second}`,
    `${first}, ${second}`,
    `${first},`,
    `${first},${first}`,
    `${first},nope`,
    otherCase(first),
    ',',
  ];
}

const numbers = ['abc', '1.5', '-1', '0', '-2147483649', '2147483648', '9223372036854775808'];
function typedValues(type: Definition['type']): string[] {
  if (type === 'boolean') return ['true', 'false', 'yes'];
  if (type === 'class') return ['java.lang.String', 'com.example.OfTheirOwn'];
  if (type === 'int' || type === 'long' || type === 'double') return numbers;
  if (type === 'short') return [...numbers, '32768'];
  return type === 'list' ? ['a,b'] : ['x'];
}

/** Ways of writing a value, which depend on its type alone. */
function lexicalValues({ type, default: preset }: Definition): string[] {
  const plain = preset === undefined || preset === '' || preset.includes('\\') ? '1' : preset;
  const common = [`${plain} `, `${plain}\\u0020`, `${plain} # remark`, `"${plain}"`, `\\t${plain}`, `${plain}\\\n  0`, '\\u00e9', 'é'];
  if (type === 'boolean') return [...common, 'TRUE', 'False', 't', '1', 'true\\u00a0'];
  if (type === 'list') return [...common, 'a , b', ' a', 'a,,b', 'a,', ',a', ', ', 'a,a'];
  if (type === 'class') return [...common, 'java.util.ArrayList ', 'java.lang.', 'org.apache.kafka.Nothing'];
  if (type === 'string' || type === 'password') return common;
  return [
    ...common,
    '+1',
    '1e3',
    '1_000',
    '0x10',
    '010',
    '1L',
    '1,000',
    '1d',
    'NaN',
    '١',
    '--1',
    '1 000',
    '-0',
    '00000000000000000001',
    '10ms',
    '16KB',
  ];
}
