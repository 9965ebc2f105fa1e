import type { Definition, Facts } from './definition.ts';
import { type Component, facts, type PluginFacts } from './facts.ts';
import type { Role } from './roles.ts';
import { atLeast, type KafkaVersion, minorOf, versionOfMinor } from './version.ts';

/** Every property that a role, or one component of it, knows in one version. */
export type Table = ReadonlyMap<string, Definition>;

/** By role and version: looked up for every key of every file, so no text is put together for it. */
const roleTables = new Map<Role, Map<KafkaVersion, Table>>();
const tables = new Map<string, Table>();
const empty: Table = new Map();

/** The properties that a role's own components define, by name. Built once per role and version. */
export function tableOf(role: Role, version: KafkaVersion): Table {
  const byVersion = roleTables.get(role) ?? new Map<KafkaVersion, Table>();
  roleTables.set(role, byVersion);
  let table = byVersion.get(version);
  if (table === undefined) {
    table = merge(partsOf(role).map((component) => componentTable(component, notBefore(role, version))));
    byVersion.set(version, table);
  }
  return table;
}

/** Where a role is older than the oldest jars to be had, those stand for it: better than to call every property unknown. */
function notBefore(role: Role, version: KafkaVersion): KafkaVersion {
  const { countsFrom, components } = facts().roles[role];
  if (countsFrom === undefined || !atLeast(version, countsFrom)) return version;
  const first = facts().components[components[0] ?? '']?.first ?? 0;
  return Math.max(version, versionOfMinor(first));
}

/** The properties of one component (a file of schemas/facts/) in one version. */
export function componentTable(name: string, version: KafkaVersion): Table {
  const component = facts().components[name];
  if (component === undefined) return empty;
  const minor = component.ended ? minorOf(version) : Math.min(minorOf(version), component.last);
  if (minor < component.first || minor > component.last) return empty;
  const id = `${name}#${minor}#${differing(version)}`;
  const known = tables.get(id);
  if (known !== undefined) return known;
  const built = build(component, minor);
  for (const [key, index] of Object.entries(facts().older[version]?.[name] ?? {})) {
    const body = facts().bodies[index];
    if (body !== undefined && isProperty(body)) built.set(key, { name: key, ...body });
    else built.delete(key);
  }
  tables.set(id, built);
  return built;
}

/** A patch with known differences has tables of its own; any other shares its minor's. */
function differing(version: KafkaVersion): number {
  return version in facts().older ? version : versionOfMinor(minorOf(version));
}

/** The newest version for which the jars of this role are out. */
export function newestVersion(role: Role): KafkaVersion {
  const { components, unlisted } = facts().roles[role];
  return versionOfMinor(facts().components[components[0] ?? unlisted?.[0] ?? 'producer']?.last ?? 0);
}

/** The names of the components that a role is made of. */
export function partsOf(role: Role): readonly string[] {
  const { components, unlisted = [] } = facts().roles[role];
  return [...components, ...unlisted];
}

function build(component: Component, minor: number): Map<string, Definition> {
  const table = new Map<string, Definition>();
  for (const [name, triples] of Object.entries(component.keys)) {
    const body = bodyAt(triples, minor);
    if (body !== undefined && isProperty(body)) table.set(name, { name, ...body });
  }
  return table;
}

/** What a key's triples (first minor, last minor, index of a body) say about one minor. */
export function bodyAt(triples: readonly number[], minor: number): Facts | PluginFacts | undefined {
  for (let i = 0; i + 2 < triples.length; i += 3) {
    if ((triples[i] ?? 0) <= minor && minor <= (triples[i + 1] ?? -1)) return facts().bodies[triples[i + 2] ?? -1];
  }
  return undefined;
}

/** Whether an entry of the facts is a property, not a plug-in class. */
export function isProperty(body: Facts | PluginFacts): body is Facts {
  return !('plugin' in body);
}

function merge(parts: readonly Table[]): Table {
  const merged = new Map<string, Definition>();
  for (const part of parts) {
    for (const [name, definition] of part) if (!merged.has(name)) merged.set(name, definition);
  }
  return merged;
}
