// Compares what the engine says of a file's keys with which of them Kafka has a use for.

import { isRole, type Role } from '../../server/src/schema/roles.ts';
import { names } from '../../server/src/schema/schema.ts';
import { parseVersion } from '../../server/src/schema/version.ts';
import type { Opinion } from './agreement.ts';
import { ownersOf } from './cases/keys.ts';
import type { OracleCase } from './judge.ts';
import type { RecordedAnswer } from './records.ts';

/**
 * How the engine and Kafka differ about a key.
 * - `mistaken`: it is said to be unknown, and Kafka reads it.
 * - `unsaid`: Kafka ignores it, and nothing is said, though another role or release has it, or it is one slip from a name of this one.
 */
export interface KeyDifference {
  readonly key: string;
  readonly kind: 'mistaken' | 'unsaid';
}

/** The rules that say that Kafka does not know a key. */
const unknownRules = /^(unknown-key|future-key|removed-key|other-role-key|dynamic-only-key|unknown-resource-property)$/;

/** What a converter, a transformation or a predicate has a use for, the judge does not know. */
const options = /^((key|value|header)\.converter|(transforms|predicates)\.[^.]+)\./;

/** What serializers of lists and windows read of any client whose program names them. */
const ofSerializers = /^(window\.size\.ms|windowed\.inner\.class\.serde|default\.list\.(key|value)\.serde\.(inner|type))$/;

/** Where they differ about the keys of a file. */
export function keyDifferences(
  { role, text }: OracleCase,
  version: string,
  { unknown }: { readonly unknown?: RecordedAnswer['unknown'] | undefined },
  said: Opinion,
): readonly KeyDifference[] {
  if (unknown === undefined || !isRole(role)) return [];
  const ignored = new Set(unknown);
  const mistaken = said.keys.filter(({ key, rule }) => unknownRules.test(rule) && !ignored.has(key) && !options.test(key));
  const spoken = new Set(said.keys.map(({ key }) => key));
  const unsaid = unknown.filter((key) => !spoken.has(key) && isExpected(role, version, key, text, new Set(said.allKeys)));
  return [...mistaken.map(({ key }) => ({ key, kind: 'mistaken' as const })), ...unsaid.map((key) => ({ key, kind: 'unsaid' as const }))];
}

/** Broker names such as `producer.id.expiration.ms` look like keys of a client elsewhere: it would be one that this client does not know. */
const opensView: ReadonlyMap<Role, RegExp> = new Map(
  (['streams', 'connect-distributed', 'connect-standalone', 'mirror-maker'] as const).map((role) => [role, /^(producer|consumer|admin)\./]),
);

/** Whether an author who writes the key has a property of Kafka's in mind. Options of plug-ins and words of other programs have none. */
function isExpected(role: Role, version: string, key: string, text: string, keys: ReadonlySet<string>): boolean {
  if (opensView.get(role)?.test(key)) return false;
  if (role === 'client') return false; // which client it is, is not known
  if (/^spring\./m.test(text)) return false; // what a program's own file holds beside is its own matter
  if (role === 'mirror-maker' && text.includes(`.${key}=`)) return false; // what a flow says itself counts for it
  if (ofSerializers.test(key)) return false;
  if (ownersOf(key).length > 0) return role !== 'connector'; // whose class may read what it likes
  const kafka = parseVersion(version);
  if (kafka === undefined || key.length < 6 || (role === 'connector' && !key.includes('.'))) return false;
  const meant = names(role, kafka).filter((name) => isOneSlip(key, name));
  return meant.length > 0 && !meant.some((name) => keys.has(name) || text.includes(`${name}=`));
}

const fold = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1.$2')
    .toLowerCase()
    .replace(/[_-]/g, '.');

/** One letter left out, added, replaced or swapped with its neighbour, or other separators or case. */
function isOneSlip(key: string, name: string): boolean {
  const [a, b] = [fold(key), fold(name)];
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at] && at < a.length) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}
