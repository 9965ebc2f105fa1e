import type { ConfigType } from './definition.ts';
import { facts } from './facts.ts';
import type { Role } from './roles.ts';
import { type KafkaVersion, minorOf, parseVersion } from './version.ts';

/**
 * A family of names with parts that the author chooses, as schemas/dynamic-names.json describes them. A part `{alias}` holds
 * no dot; a final `{*}` is the rest of the name. Exactly one of `view`, `component`, `plugin`, `open`, `free` says what the
 * rest means.
 */
export interface DynamicName {
  readonly roles: readonly Role[];
  readonly name: string;
  /** The first minor that reads such names. */
  readonly since: string;
  /** The last minor that reads them. */
  readonly until?: string;
  /** The rest is a property of this role: a view. */
  readonly view?: Role;
  /** A second role whose properties are read there too. */
  readonly also?: Role;
  /** The rest (or `as`) is a property of this component … */
  readonly component?: string;
  /** … but only one of these (`ssl.*`: all that begin so). */
  readonly only?: readonly string[];
  readonly as?: string;
  /** The rest is a property of the plug-in class that the key of this name holds. */
  readonly plugin?: string;
  /** The rest is read by a class that is not Kafka's: the value of this key. */
  readonly open?: string;
  /** Any rest is allowed; the value has this type. */
  readonly free?: ConfigType;
  /** The first part has to be an element of this key's list value. */
  readonly in?: string;
  /** Only where that key's value begins with one of these. */
  readonly when?: { readonly key: string; readonly begins: readonly string[] };
  /** The part `{mechanism}` is a SASL mechanism in lower case; only names that begin with `sasl.` or the like follow. */
  readonly mechanism?: true;
}

/** A key that follows a dynamic name. `parts` has the author's own names by part: `{ listener: 'internal' }`. */
export interface DynamicMatch {
  readonly family: DynamicName;
  readonly parts: Readonly<Record<string, string>>;
  /** What `{*}` stands for; the whole key where the family has no `{*}`. */
  readonly rest: string;
}

/** Gives the value of another key of the same config; undefined when it is not set or not known. */
export type GetValue = (key: string) => string | undefined;

interface Compiled {
  readonly family: DynamicName;
  readonly pattern: RegExp;
  /** What stands between the parts: looked for first, since most keys fail there and it is cheaper. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
  readonly since: number;
  readonly until: number;
}

interface Families {
  readonly byFirstSegment: ReadonlyMap<string, readonly Compiled[]>;
  readonly free: readonly Compiled[];
}

const families = new Map<Role, Families>();

/** The dynamic names that a key follows in a role, the most specific first. */
export function* dynamicMatches(role: Role, version: KafkaVersion, key: string, get?: GetValue): Generator<DynamicMatch> {
  const { byFirstSegment, free } = familiesOf(role);
  const first = byFirstSegment.get(firstSegment(key)) ?? [];
  for (const candidates of [first, free]) {
    for (const compiled of candidates) {
      const match = matchOne(compiled, version, key, get);
      if (match !== undefined) yield match;
    }
  }
}

/** Whether a key has the form of a dynamic name of a role, in some version and some file. */
export function mayBeDynamic(role: Role, key: string): boolean {
  const { byFirstSegment, free } = familiesOf(role);
  return [...(byFirstSegment.get(firstSegment(key)) ?? []), ...free].some(({ pattern }) => pattern.test(key));
}

function firstSegment(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('.')));
}

/** The families of dynamic names that a role reads in a version, for completion and documentation. */
export function dynamicNames(role: Role, version: KafkaVersion): readonly DynamicName[] {
  const { byFirstSegment, free } = familiesOf(role);
  return [...byFirstSegment.values(), free].flatMap((list) => list.filter((one) => covers(one, version)).map((one) => one.family));
}

function matchOne(compiled: Compiled, version: KafkaVersion, key: string, get?: GetValue): DynamicMatch | undefined {
  if (!covers(compiled, version) || !isWhen(compiled.family, get)) return undefined;
  if (!compiled.literals.every((literal) => key.includes(literal))) return undefined;
  const found = compiled.pattern.exec(key);
  if (found === null) return undefined;
  const parts: Record<string, string> = {};
  compiled.names.forEach((name, i) => {
    parts[name] = found[i + 1] ?? '';
  });
  const { family } = compiled;
  if (family.in !== undefined && !isListed(family.in, found[1] ?? '', get)) return undefined;
  return { family, parts, rest: parts['*'] ?? key };
}

function isWhen({ when }: DynamicName, get?: GetValue): boolean {
  if (when === undefined) return true;
  const value = get?.(when.key)?.trim();
  return value !== undefined && when.begins.some((text) => value.startsWith(text));
}

interface ReadList {
  readonly text: string;
  /** Undefined for a list that is not known because it holds a placeholder. */
  readonly elements: ReadonlySet<string> | undefined;
}

const lists = new WeakMap<GetValue, Map<string, ReadList>>();

/** A list that is not known (a placeholder, no value) admits every name. */
function isListed(key: string, element: string, get?: GetValue): boolean {
  const text = get?.(key);
  if (get === undefined || text === undefined) return true;
  const read = lists.get(get) ?? new Map<string, ReadList>();
  lists.set(get, read);
  let list = read.get(key);
  if (list?.text !== text) {
    list = { text, elements: text.includes('${') ? undefined : new Set(text.split(',').map((part) => part.trim())) };
    read.set(key, list);
  }
  return list.elements?.has(element) ?? true;
}

function covers(compiled: Compiled, version: KafkaVersion): boolean {
  const minor = minorOf(version);
  return compiled.since <= minor && minor <= compiled.until;
}

function familiesOf(role: Role): Families {
  const known = families.get(role);
  if (known !== undefined) return known;
  const byFirstSegment = new Map<string, Compiled[]>();
  const free: Compiled[] = [];
  for (const family of facts().dynamic) {
    if (!family.roles.includes(role)) continue;
    const first = family.name.slice(0, family.name.indexOf('.'));
    if (first.startsWith('{')) free.push(compile(family));
    else byFirstSegment.set(first, [...(byFirstSegment.get(first) ?? []), compile(family)]);
  }
  const built = { byFirstSegment, free };
  families.set(role, built);
  return built;
}

function compile(family: DynamicName): Compiled {
  const names: string[] = [];
  const source = family.name.replace(/\{([^}]+)\}|[.>*-]/g, (text, name: string | undefined) => {
    if (name === undefined) return `\\${text}`;
    names.push(name);
    if (name === '*') return '(.+)';
    return name === 'mechanism' ? '([a-z0-9-]+)' : '([^.]+?)';
  });
  const minor = (text: string | undefined, otherwise: number) => {
    const version = text === undefined ? undefined : parseVersion(text);
    return version === undefined ? otherwise : minorOf(version);
  };
  return {
    family,
    pattern: new RegExp(`^${source}$`),
    literals: family.name.split(/\{[^}]+\}/).filter((literal) => literal.length > 1),
    names,
    since: minor(family.since, 0),
    until: minor(family.until, Number.POSITIVE_INFINITY),
  };
}
