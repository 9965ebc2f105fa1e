import type { Facts } from './definition.ts';
import { facts, periodsOf } from './facts.ts';
import type { Role } from './roles.ts';
import { isProperty, partsOf, tableOf } from './tables.ts';
import { type KafkaVersion, knownMinors } from './version.ts';

/** A run of minor versions in which a property was the same. */
export interface Period {
  /** The first minor, such as `2.8`. */
  readonly since: string;
  /** The last minor; undefined when it is still so in the newest release. */
  readonly until?: string;
  readonly facts: Facts;
  /** What differs from the period before: names of facts. Empty in the first one. */
  readonly changed: readonly (keyof Facts)[];
}

/** How a property of a role came to be what it is, oldest first; empty when the role never had it. */
export function history(role: Role, key: string): readonly Period[] {
  for (const name of partsOf(role)) {
    const component = facts().components[name];
    if (component === undefined || !Object.hasOwn(component.keys, key)) continue;
    const periods: Period[] = [];
    for (const [since, until, body] of periodsOf(component, key)) {
      if (!isProperty(body)) continue;
      periods.push({
        since: knownMinors()[since] ?? '',
        ...((until < component.last || component.ended) && { until: knownMinors()[until] ?? '' }),
        facts: body,
        changed: changes(periods.at(-1)?.facts, body),
      });
    }
    if (periods.length > 0) return periods;
  }
  return [];
}

const factNames = [
  'type',
  'required',
  'default',
  'validator',
  'importance',
  'updateMode',
  'internal',
  'deprecated',
  'replacedBy',
  'unsupported',
] as const satisfies readonly (keyof Facts)[];

function changes(before: Facts | undefined, after: Facts): readonly (keyof Facts)[] {
  if (before === undefined) return [];
  return factNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

const ownRoles = [
  'producer',
  'consumer',
  'share-consumer',
  'admin',
  'broker',
  'controller',
  'topic',
  'streams',
  'connect-distributed',
  'connect-standalone',
  'connector',
  'mirror-maker',
  'group',
  'client-metrics',
  'user',
] as const satisfies readonly Role[];

/** The roles that define a key in a version, or in any other where none does in this: the owners of a key that stands in the wrong file. */
export function rolesOf(key: string, version: KafkaVersion): readonly Role[] {
  const current = ownRoles.filter((role) => tableOf(role, version).has(key));
  return current.length > 0 ? current : ownRoles.filter((role) => history(role, key).length > 0);
}

/** Whether this patch of a release does not know a key yet that the release's newest patch knows. */
export function cameWithPatch(role: Role, key: string, version: KafkaVersion): boolean {
  return partsOf(role).some((name) => facts().older[version]?.[name]?.[key] === -1);
}
