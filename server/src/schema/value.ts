import { splitAtCommas } from '../text/split.ts';
import { parseHostAndPort, parseVoter } from './addresses.ts';
import { areColonPairs, areResponseHeaders, isTopologyOptimization, isUrlList } from './connect-value.ts';
import type { ConfigType, Definition, Validator } from './definition.ts';
import { mayBeRegex } from './java-regex.ts';

/** Why Kafka refuses a value: what it wants instead, as the end of the sentence "must be …". */
export interface Refusal {
  readonly wants: string;
  /** A value that the author most likely meant. */
  readonly meant?: string;
}

const integerBounds: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** What `ConfigDef` says to a value (blanks already trimmed) of a property; undefined = accepted. */
export function refusalOf(definition: Definition, value: string): Refusal | undefined {
  const { type, validator } = definition;
  const refusal = refusalOfType(type, value);
  if (refusal !== undefined || validator === undefined) return refusal;
  if (validator.kind === 'metadataVersion') return refusalOfProtocolVersion(validator, value);
  return refusalOfValidator(validator, type, value);
}

/** Whether there is a value that `ConfigDef` refuses for a property. */
export function mayRefuse({ type, validator }: Definition): boolean {
  return validator !== undefined || (type !== 'string' && type !== 'list' && type !== 'password');
}

/** `ConfigDef.parseType`. */
function refusalOfType(type: ConfigType, value: string): Refusal | undefined {
  switch (type) {
    case 'boolean':
      return /^(true|false)$/i.test(value) ? undefined : { wants: '`true` or `false`', ...meantBoolean(value) };
    case 'int':
    case 'short':
    case 'long':
      return refusalOfInteger(type, value);
    case 'double':
      return isJavaDouble(value) ? undefined : { wants: 'a number' };
    case 'class':
      return value === '' ? { wants: 'the name of a class' } : undefined;
    default:
      return undefined;
  }
}

function meantBoolean(value: string): { meant?: string } {
  const word = value.toLowerCase();
  return on.has(word) ? { meant: 'true' } : off.has(word) ? { meant: 'false' } : {};
}

const on: ReadonlySet<string> = new Set(['yes', 'on', '1', 'y', 't', 'enable', 'enabled']);
const off: ReadonlySet<string> = new Set(['no', 'off', '0', 'n', 'f', 'disable', 'disabled']);

const integerNames: Readonly<Record<string, string>> = { int: 'a whole number', short: 'a whole number', long: 'a whole number' };

/** `Integer.parseInt` and its kin: a sign, then digits of any script; no blanks, underscores, exponents or hex. */
function refusalOfInteger(type: 'int' | 'short' | 'long', value: string): Refusal | undefined {
  const wants = integerNames[type] ?? '';
  if (!/^[+-]?\d+$/.test(value)) return { wants, ...meantInteger(value) };
  // Nine digits fit into an int and a long; most values are shorter.
  if (value.length < 10 && type !== 'short') return undefined;
  const [min, max] = integerBounds[type] ?? [0n, 0n];
  const number = BigInt(value);
  return number < min || number > max ? { wants: `a whole number between ${min} and ${max}` } : undefined;
}

function meantInteger(value: string): { meant?: string } {
  if (/^[+-]?\d{1,3}([_,' ]\d{3})+$/.test(value)) return { meant: value.replace(/[_,' ]/g, '') };
  // `1.000` may be a thousand, or one.
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(value)) return { meant: value.replaceAll('.', '') };
  if (/^\d+[lL]$/.test(value) || /^\d+\.(0{0,2}|0{4,})$/.test(value)) return { meant: value.replace(/[lL]$|\.0*$/, '') };
  const exponent = /^\d+(\.\d+)?[eE]\+?\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(exponent) ? { meant: String(exponent) } : {};
}

/** `Double.parseDouble`: also `NaN`, `Infinity`, a suffix `f` or `d`, and hexadecimal floating point. */
export function isJavaDouble(value: string): boolean {
  return (
    /^[+-]?(NaN|Infinity|(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[fFdD]?)$/.test(value) ||
    /^[+-]?0[xX]([0-9a-fA-F]+(\.[0-9a-fA-F]*)?|\.[0-9a-fA-F]+)[pP][+-]?\d+[fFdD]?$/.test(value)
  );
}

/** The elements of a list as `ConfigDef` splits it: at commas, blanks around them dropped, trailing empty ones kept. */
export function splitList(value: string): readonly string[] {
  return value === '' ? [] : splitAtCommas(value);
}

/** What a validator of `ConfigDef` or of a component says to a value of the right type. */
function refusalOfValidator(validator: Validator, type: ConfigType, value: string): Refusal | undefined {
  switch (validator.kind) {
    case 'range':
      return refusalOfRange(validator, value);
    case 'enum':
      return refusalOfEnum(validator.values, validator.ignoreCase === true, value);
    case 'list':
      return refusalOfList(validator, value);
    case 'listSize':
      return splitList(value).length > validator.max ? { wants: `a list of at most ${validator.max} elements` } : undefined;
    case 'all':
      return firstRefusal(validator.of, type, value);
    case 'nonEmptyString':
      return value === '' ? { wants: 'something, not nothing' } : undefined;
    default:
      return refusalOfForm(validator, value);
  }
}

function firstRefusal(validators: readonly Validator[], type: ConfigType, value: string): Refusal | undefined {
  for (const validator of validators) {
    const refusal = refusalOfValidator(validator, type, value);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refusalOfRange(range: Extract<Validator, { kind: 'range' }>, value: string): Refusal | undefined {
  const number = numberOf(value);
  if (range.also?.includes(number)) return undefined;
  const below = range.min !== undefined && number < range.min;
  const above = range.max !== undefined && number > range.max;
  return below || above ? { wants: printRange(range) } : undefined;
}

/** A double may end in `f` or `d`; what is no number at all (`NaN`) is neither below nor above a bound. */
function numberOf(value: string): number {
  const number = Number(value);
  return Number.isNaN(number) ? Number(value.replace(/[fFdD]$/, '')) : number;
}

/** `0 or more`, `between 1 and 9, or -1`. */
export function printRange({ min, max, also = [] }: Extract<Validator, { kind: 'range' }>): string {
  const others = also.map((one) => `, or ${one}`).join('');
  if (min !== undefined && max !== undefined) return `between ${min} and ${max}${others}`;
  return min === undefined ? `${max} or less${others}` : `${min} or more${others}`;
}

function refusalOfEnum(allowed: readonly string[], ignoreCase: boolean, value: string): Refusal | undefined {
  // Some lists of Java's hold null, which stands for no value and cannot be written.
  if (value !== 'null' && allowed.includes(value)) return undefined;
  const values = allowed.filter((one) => one !== 'null');
  const same = values.find((one) => one.toLowerCase() === value.toLowerCase());
  if (same !== undefined) return ignoreCase ? undefined : { wants: oneOf(values), meant: same };
  return { wants: oneOf(values) };
}

/** `\`a\`, \`b\` or \`c\``. */
export function oneOf(values: readonly string[]): string {
  const quoted = values.map((one) => `\`${one}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** What is named twice is not refused: the releases that want it once (4.2 and later) drop it before they look. */
function refusalOfList(list: Extract<Validator, { kind: 'list' }>, value: string): Refusal | undefined {
  const elements = splitList(value);
  if (list.nonEmpty && elements.length === 0) return { wants: 'a list of at least one element' };
  if (list.elementsNonEmpty && elements.includes('')) return { wants: 'a list without empty elements' };
  const stranger = list.values && elements.find((element) => !list.values?.includes(element));
  return stranger === undefined ? undefined : { wants: `a list of ${oneOf(list.values ?? [])}` };
}

/** Validators that check a form of their own. Forms that need Java's own parsers are accepted here and left to Kafka. */
function refusalOfForm(validator: Validator, value: string): Refusal | undefined {
  switch (validator.kind) {
    case 'quorumVoters':
      return splitList(value).every((voter) => parseVoter(voter) !== undefined)
        ? undefined
        : { wants: 'a list such as `1@controller-1:9093,2@controller-2:9093`' };
    case 'quorumBootstrapServers':
      return splitList(value).every((server) => parseHostAndPort(server) !== undefined)
        ? undefined
        : { wants: 'a list such as `controller-1:9093,controller-2:9093`' };
    case 'throttledReplicas':
      return isThrottledReplicas(value) ? undefined : { wants: '`*`, or a list of partitions and brokers such as `0:101,0:102`' };
    case 'offsetReset':
      return refusalOfOffsetReset(validator.values, value);
    default:
      return refusalOfConnectForm(validator, value);
  }
}

/** Forms of Connect, its transformations, and Streams. */
function refusalOfConnectForm(validator: Validator, value: string): Refusal | undefined {
  const refuse = (isRight: boolean, wants: string) => (isRight ? undefined : { wants });
  switch (validator.kind) {
    case 'connectUrls':
      return refuse(isUrlList(splitList(value), validator.emptyAllowed === true), 'a list of URLs such as `http://:8083`');
    case 'responseHttpHeaders':
      return refuse(areResponseHeaders(value), 'a list such as `add X-Frame-Options: DENY`');
    case 'uniqueAliases':
      return refuse(new Set(splitList(value)).size === splitList(value).length, 'a list that names each element once');
    case 'colonPairs':
      return refuse(areColonPairs(splitList(value)), 'a list of pairs such as `field:int32`');
    case 'topologyOptimization':
      return refuse(isTopologyOptimization(splitAtCommas(value), validator.values), '`all`, `none`, or a list of single optimizations');
    case 'javaRegex':
      return refuse(mayBeRegex(value), 'a regular expression');
    case 'nonEmptyStringNoControl':
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Connect refuses
      return refuse(value !== '' && !/[\x00-\x1f\x7f-\x9f]/.test(value), 'a name without control characters');
    default:
      return undefined;
  }
}

/**
 * `MetadataVersion.fromVersionString`: a release with or without its step, or a patch of it; before 1.0 a release has three numbers.
 * What comes after `newest`, the version that the release writes by default, is unfinished and known by its steps only.
 */
function refusalOfProtocolVersion({ values = [], newest }: Validator & { kind: 'metadataVersion' }, value: string): Refusal | undefined {
  const finished = newest !== undefined && values.includes(newest) ? values.slice(0, values.indexOf(newest) + 1) : values;
  const known = new Set([...values, ...finished.map((one) => one.replace(/-IV\d+$/, ''))]);
  const release = value
    .split('.')
    .slice(0, value.startsWith('0.') ? 3 : 2)
    .join('.');
  return known.size === 0 || known.has(release) ? undefined : { wants: 'a protocol version such as `3.9`' };
}

/** `ThrottledReplicaListValidator`. */
function isThrottledReplicas(value: string): boolean {
  const replicas = splitList(value);
  return value === '*' || replicas.every((replica) => /^([0-9]+:[0-9]+)?$/.test(replica));
}

/** KIP-1106: `by_duration:` takes an ISO-8601 duration that is not negative (`java.time.Duration.parse`). */
function refusalOfOffsetReset(values: readonly string[], value: string): Refusal | undefined {
  if (values.includes(value)) return undefined;
  const duration = /^by_duration:(.*)$/.exec(value)?.[1];
  const wants = `${values.map((one) => `\`${one}\``).join(', ')} or \`by_duration:\` with an ISO-8601 duration such as \`by_duration:P1D\``;
  if (duration !== undefined) return isDuration(duration) ? undefined : { wants };
  return { ...refusalOfEnum(values, false, value), wants };
}

/** `java.time.Duration.parse`, not negative. */
function isDuration(text: string): boolean {
  const match = /^\+?P(?=.)(?:[+]?\d+D)?(T(?=.)(?:[+]?\d+H)?(?:[+]?\d+M)?(?:[+]?\d+(?:[.,]\d{0,9})?S)?)?$/i.exec(text);
  return match !== null;
}
