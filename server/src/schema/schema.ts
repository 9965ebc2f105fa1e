import type { ConfigType, Definition } from './definition.ts';
import { type DynamicMatch, dynamicMatches, type GetValue, mayBeDynamic } from './dynamic-names.ts';
import { facts } from './facts.ts';
import { pluginProperty, shippedName } from './plugins.ts';
import type { Role } from './roles.ts';
import { componentTable, type Table, tableOf } from './tables.ts';
import type { KafkaVersion } from './version.ts';

/**
 * What a key is to a role in a version.
 * - `known`: defined; `via` is set where it follows a dynamic name.
 * - `unknown`: it follows a dynamic name, but what comes behind the prefix is not known there: look for near names of
 *   `via.rest` in `view`, or in `candidates`.
 * - `open`: read by a class that is not Kafka's, so any name may be right.
 */
export type Resolution =
  | Known
  | { readonly kind: 'unknown'; readonly via: DynamicMatch; readonly view?: Role }
  | { readonly kind: 'open'; readonly via: DynamicMatch };

/** A key that is defined. */
export interface Known {
  readonly kind: 'known';
  readonly definition: Definition;
  readonly via?: DynamicMatch;
  readonly view?: Role;
}

/**
 * The definition of a key, or undefined when the role does not know it in this version. Constant time. Names with parts that
 * the author chooses are resolved too; `get` lets them depend on other keys (an alias's `type`).
 */
export function define(role: Role, version: KafkaVersion, key: string, get?: GetValue): Definition | undefined {
  const resolution = resolve(role, version, key, get);
  return resolution?.kind === 'known' ? resolution.definition : undefined;
}

/** Like {@link define}, and says why there is no definition. Undefined: the role has no such name. */
export function resolve(role: Role, version: KafkaVersion, key: string, get?: GetValue): Resolution | undefined {
  const known = settledNames(role, version).get(key);
  if (known !== undefined) return known;
  const dynamic = resolveDynamic(role, version, key, get);
  if (dynamic !== undefined && dynamic.kind !== 'unknown') return dynamic;
  return handedOn(role, version).get(key) ?? dynamic;
}

/**
 * The names that mean the same in a role and version whatever else a file says: those that the role itself defines, and those it hands on that
 * follow no dynamic name. One resolution serves all settings of a property.
 */
export function settledNames(role: Role, version: KafkaVersion): ReadonlyMap<string, Known> {
  const table = tableOf(role, version);
  const known = settled.get(table);
  if (known !== undefined) return known;
  const built = new Map([...handedOn(role, version)].filter(([name]) => !mayBeDynamic(role, name)));
  for (const [name, definition] of table) built.set(name, { kind: 'known', definition });
  settled.set(table, built);
  return built;
}

const settled = new WeakMap<Table, ReadonlyMap<string, Known>>();

/** The names that a role defines in a version, dynamic ones and internal ones left out, in the order of the alphabet. */
export function names(role: Role, version: KafkaVersion): readonly string[] {
  const table = tableOf(role, version);
  const known = sortedNames.get(table);
  if (known !== undefined) return known;
  const sorted = [...table.values()].filter((one) => one.internal !== true).map((one) => one.name);
  sorted.sort();
  sortedNames.set(table, sorted);
  return sorted;
}

const sortedNames = new WeakMap<object, readonly string[]>();

/** The names of {@link names} that begin with a prefix; the search itself takes logarithmic time. */
export function namesWithPrefix(role: Role, version: KafkaVersion, prefix: string): readonly string[] {
  const all = names(role, version);
  const start = lowerBound(all, prefix);
  return all.slice(start, lowerBound(all, `${prefix}\uffff`));
}

function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The names that a role such as Streams hands on to its clients, where it does not know them itself; the first client wins. */
function handedOn(role: Role, version: KafkaVersion): ReadonlyMap<string, Known> {
  const table = tableOf(role, version);
  const known = handed.get(table);
  if (known !== undefined) return known;
  const built = new Map<string, Known>();
  for (const from of facts().roles[role].passesTo?.toReversed() ?? []) {
    for (const [name, definition] of tableOf(from, version)) built.set(name, { kind: 'known', definition: { ...definition, from } });
  }
  handed.set(table, built);
  return built;
}

const handed = new WeakMap<Table, ReadonlyMap<string, Known>>();

function resolveDynamic(role: Role, version: KafkaVersion, key: string, get?: GetValue): Resolution | undefined {
  let unknown: Resolution | undefined;
  for (const via of dynamicMatches(role, version, key, get)) {
    const resolution = resolveMatch(version, via, get);
    // A connector sees all names, yet none looks for its own among the options of a transformation or converter that it does not have.
    if (resolution?.kind === 'open' && via.family.name === '{*}' && unknown !== undefined) return unknown;
    if (resolution !== undefined && resolution.kind !== 'unknown') return resolution;
    unknown ??= resolution;
  }
  return unknown;
}

function resolveMatch(version: KafkaVersion, via: DynamicMatch, get?: GetValue): Resolution | undefined {
  const { family, rest } = via;
  if (family.open !== undefined) return { kind: 'open', via };
  if (family.free !== undefined) return { kind: 'known', definition: free(family.name, family.free), via };
  if (family.plugin !== undefined) return resolvePlugin(version, via, family.plugin, get);
  if (family.component !== undefined) return resolveComponent(version, via, family.component);
  const { view } = family;
  if (view === undefined) return undefined;
  const inner = resolve(view, version, rest, get) ?? (family.also && resolve(family.also, version, rest, get));
  if (inner?.kind === 'known') return { ...inner, via, view };
  return inner?.kind === 'open' ? { kind: 'open', via } : { kind: 'unknown', via, view };
}

const free = (name: string, type: ConfigType): Definition => ({ name, type, importance: 'medium', describedAs: name });

function resolveComponent(version: KafkaVersion, via: DynamicMatch, component: string): Resolution | undefined {
  const { family, rest } = via;
  const name = family.as ?? rest;
  if (family.only !== undefined && !family.only.some((one) => admits(one, name))) {
    return family.mechanism ? undefined : { kind: 'unknown', via };
  }
  const definition = componentTable(component, version).get(name);
  if (definition !== undefined)
    return { kind: 'known', definition: family.as ? { ...definition, describedAs: family.name } : definition, via };
  return family.mechanism ? undefined : { kind: 'unknown', via };
}

function resolvePlugin(version: KafkaVersion, via: DynamicMatch, key: string, get?: GetValue): Resolution | undefined {
  const written = get?.(fill(key, via.parts))?.trim();
  const className = written && shippedName(version, written);
  if (!className) return { kind: 'open', via };
  const definition = pluginProperty(version, className, via.rest);
  if (definition !== undefined) return { kind: 'known', definition, via };
  // A connector's own properties have no prefix: one that its class does not know is unknown like any other.
  return via.family.name === '{*}' ? undefined : { kind: 'unknown', via };
}

function fill(name: string, parts: Readonly<Record<string, string>>): string {
  return name.replace(/\{([^}]+)\}/g, (whole, part: string) => parts[part] ?? whole);
}

function admits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
