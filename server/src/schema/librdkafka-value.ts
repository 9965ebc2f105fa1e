import type { LibrdkafkaDefinition } from './librdkafka.ts';
import { oneOf, printRange, type Refusal } from './value.ts';

/** What C's `strtol` with base 0, or `strtod`, makes of a text. */
export interface ReadNumber {
  readonly value: number;
  /** What stands behind the number and is not looked at. */
  readonly rest: string;
  /** Why the value is not the one that the digits say in base ten. */
  readonly quirk?: 'octal' | 'hexadecimal' | 'overflow';
}

/** Reads an int as `rd_kafka_anyconf_set_prop` does: `0x` and a leading 0 change the base, what follows is dropped, too large ones wrap. */
export function readInt(text: string): ReadNumber | undefined {
  const match = /^\s*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(text);
  if (match === null) return undefined;
  const [whole, sign, digits = ''] = match;
  const hexadecimal = /^0[xX]/.test(digits);
  const octal = !hexadecimal && digits.length > 1 && digits.startsWith('0');
  const size = BigInt(octal ? `0o${digits.slice(1)}` : digits);
  const exact = sign === '-' ? -size : size;
  const long = exact > longMax ? longMax : exact < -longMax - 1n ? -longMax - 1n : exact;
  const value = Number(BigInt.asIntN(32, long));
  const quirk = value !== Number(exact) ? 'overflow' : octal ? 'octal' : hexadecimal ? 'hexadecimal' : undefined;
  return { value, rest: text.slice(whole.length), ...(quirk && { quirk }) };
}

const longMax = 2n ** 63n - 1n;

/** Reads a float as C's `strtod` does. */
export function readDouble(text: string): ReadNumber | undefined {
  const hexadecimal = /^\s*([+-]?)(0[xX][0-9a-fA-F]+)/.exec(text);
  if (hexadecimal !== null) {
    const [whole, sign, digits] = hexadecimal;
    return { value: Number(digits) * (sign === '-' ? -1 : 1), rest: text.slice(whole.length), quirk: 'hexadecimal' };
  }
  const match = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/.exec(text);
  return match === null ? undefined : { value: Number(match[0]), rest: text.slice(match[0].length) };
}

/** What librdkafka says to a value; undefined = accepted. */
export function refusalOfLibrdkafka(definition: LibrdkafkaDefinition, value: string): Refusal | undefined {
  const { type, validator } = definition;
  const own = ownChecks.get(definition.alias ?? definition.name);
  if (own !== undefined) return own(value, definition);
  if (type === 'boolean') return refusalOfBoolean(value);
  if (type === 'int') return definition.words?.some((word) => same(word, value)) ? undefined : refusalOfNumber(definition, readInt(value));
  if (type === 'double') return refusalOfNumber(definition, readDouble(value));
  if (validator?.kind === 'enum') {
    const meant = wordsOfJava[definition.name]?.[value.toLowerCase()];
    const refusal = refusalOfWord(validator.values, validator.ignoreCase === true, value);
    return refusal && (meant !== undefined ? { ...refusal, meant } : refusal);
  }
  if (validator?.kind === 'list') return refusalOfFlags(validator.values ?? [], value);
  return undefined;
}

type OwnCheck = (value: string, definition: LibrdkafkaDefinition) => Refusal | undefined;

/** Checks that stand in no table: `rd_kafka_conf_validate_…`, and what is looked at when the client is created. */
const ownChecks: ReadonlyMap<string, OwnCheck> = new Map<string, OwnCheck>([
  ['partition.assignment.strategy', refusalOfAssignors],
  ['fetch.min.bytes', (value, definition) => refusalOfNumber({ ...definition, validator: fetchMinBytes }, readInt(value))],
  ['sasl.mechanisms', (value) => (value === '' || /[, ]/.test(value) ? { wants: 'one mechanism, such as `PLAIN`' } : undefined)],
  ['broker.version.fallback', (value) => (value === '' || /^0\.[67]\./.test(value) ? { wants: '0.8.0 or later' } : undefined)],
  // The strategies are looked up by this type, and all are `consumer`'s.
  ['group.protocol.type', (value) => (value === '' || value === 'consumer' ? undefined : { wants: '`consumer`', meant: 'consumer' })],
]);

/** The table says 0 and more, for share consumers; every other consumer is held to the old range when it is created (`rd_kafka_conf_finalize`). */
const fetchMinBytes = { kind: 'range', min: 1, max: 100000000 } as const;

/** What the classes of Java's clients are called here. */
const assignorsOfJava: Readonly<Record<string, string>> = {
  RangeAssignor: 'range',
  RoundRobinAssignor: 'roundrobin',
  CooperativeStickyAssignor: 'cooperative-sticky',
};

/** Words of Java's clients for words that are called otherwise here, by property. */
const wordsOfJava: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'auto.offset.reset': { none: 'error' },
  'ssl.endpoint.identification.algorithm': { '': 'none' },
};

/** `rd_kafka_assignors_init`: names that are known, and all of one rebalance protocol. */
function refusalOfAssignors(value: string): Refusal | undefined {
  // Commas before a name are skipped, one behind the last is none's, and what is empty has its default.
  const names = value
    .replace(/^[, ]+|,$/g, '')
    .split(/,[, ]*/)
    .map((name) => name.trim());
  if (value === '') return undefined;
  const eager = names.every((name) => name === 'range' || name === 'roundrobin');
  const cooperative = names.every((name) => name === 'cooperative-sticky');
  if (eager || cooperative) return undefined;
  const meant = names.map((name) => assignorsOfJava[name.replace(/^org\.apache\.kafka\.clients\.consumer\./, '')] ?? name).join(',');
  const fits = meant !== names.join(',') && refusalOfAssignors(meant) === undefined;
  return { wants: 'a list of `range` and `roundrobin`, or `cooperative-sticky` alone', ...(fits && { meant }) };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function refusalOfBoolean(value: string): Refusal | undefined {
  if (/^(true|t|1|false|f|0)$/i.test(value)) return undefined;
  const meant = /^(yes|on|y|enabled?)$/i.test(value) ? 'true' : /^(no|off|n|disabled?)$/i.test(value) ? 'false' : undefined;
  return { wants: '`true` or `false`', ...(meant && { meant }) };
}

function refusalOfNumber({ type, validator, words }: LibrdkafkaDefinition, read: ReadNumber | undefined): Refusal | undefined {
  const range = validator?.kind === 'range' ? validator : undefined;
  const or = words === undefined ? '' : `, or ${oneOf(words)}`;
  if (read === undefined) return { wants: (type === 'int' ? 'a whole number' : 'a number') + or };
  const below = range?.min !== undefined && read.value < range.min;
  const above = range?.max !== undefined && read.value > range.max;
  return range !== undefined && (below || above) ? { wants: printRange(range) + or } : undefined;
}

function refusalOfWord(values: readonly string[], ignoreCase: boolean, value: string): Refusal | undefined {
  if (values.includes(value) || (ignoreCase && values.some((one) => same(one, value)))) return undefined;
  const meant = values.find((one) => same(one, value));
  return { wants: oneOf(values), ...(meant !== undefined && { meant }) };
}

/** Flags are added with or without `+`, taken away with `-`; empty ones count for nothing. Blanks behind a flag are part of it. */
function refusalOfFlags(values: readonly string[], value: string): Refusal | undefined {
  if (value === '') return { wants: `a list of ${oneOf(values)}` };
  const isFlag = (flag: string): boolean => flag === '' || values.some((one) => same(one, flag));
  const flags = value.split(',').map((flag) => flag.trimStart().replace(/^[+-]/, ''));
  const wrong = flags.filter((flag) => !isFlag(flag));
  if (wrong.length === 0) return undefined;
  if (wrong.every((flag) => isFlag(flag.trimEnd())))
    return {
      wants: 'a list with no blank before a comma',
      meant: value
        .split(',')
        .map((flag) => flag.trimEnd())
        .join(','),
    };
  return { wants: `a list without ${oneOf(wrong)}, of ${oneOf(values)}` };
}
