// Keys that a role does not know: those of other roles and releases, and slips of its own.
import { type Role, roles } from '../../../server/src/schema/roles.ts';
import { define, names } from '../../../server/src/schema/schema.ts';
import { parseVersion } from '../../../server/src/schema/version.ts';
import type { OracleCase } from '../judge.ts';
import { over } from './case.ts';
import { baseOfRole } from './properties.ts';

/** Releases far enough apart to have each property that came or went. */
const surveyed = ['4.4', '4.3', '4.1', '3.9', '3.3', '2.8', '2.0', '0.10.2'].flatMap((version) => parseVersion(version) ?? []);
/** Topics, groups and client metrics refuse what they do not know: one key each is enough. */
const asked: readonly Role[] = [
  'producer',
  'consumer',
  'share-consumer',
  'admin',
  'streams',
  'broker',
  'controller',
  'connect-distributed',
  'connect-standalone',
  'connector',
  'mirror-maker',
];
/** So many keys in one file. */
const together = 20;
/** Keys that would change what the file is. */
const decisive = /^(process\.roles|zookeeper\.connect|connector\.class|clusters|plugin\.path|config\.providers)$/;

/** Names that some role has in some release, by what is a value of it. */
function everyName(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const version of surveyed) {
    for (const role of roles) {
      for (const name of names(role, version)) {
        const preset = define(role, version, name)?.default;
        if (!found.has(name) && !decisive.test(name)) found.set(name, preset === undefined || preset.includes('\\') ? '1' : preset);
      }
    }
  }
  return found;
}

/** The files: first with what belongs elsewhere, then with slips. */
export function keyCases(): OracleCase[] {
  const all = everyName();
  const newest = surveyed[0];
  return asked.flatMap((role) => {
    const own = newest === undefined ? [] : names(role === 'controller' ? 'broker' : role, newest);
    const known = new Set(own);
    const foreign = [...all].filter(([name]) => !known.has(name)).map(([name, value]) => `${name}=${value}`);
    const slips = role === 'controller' ? [] : own.map((name, index) => `${slipOf(name, index)}=1`);
    return [...filesOf(role, foreign), ...filesOf(role, slips)];
  });
}

function filesOf(role: Role, lines: readonly string[]): OracleCase[] {
  const files: OracleCase[] = [];
  for (let from = 0; from < lines.length; from += together)
    files.push({ role, text: over(baseOfRole(role), lines.slice(from, from + together).join('\n')) });
  return files;
}

/** One slip, of another kind from name to name: a letter left out, doubled, swapped or replaced; another separator, or case. */
function slipOf(name: string, index: number): string {
  const at = 1 + ((index * 7) % Math.max(1, name.length - 2));
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const kinds = [
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    `${before}${letter === 'x' ? 'z' : 'x'}${after}`,
    name.replaceAll('.', '_'),
    name.replace(/\.(.)/g, (_, first: string) => first.toUpperCase()),
    name.replaceAll('.', '-'),
  ];
  const slip = kinds[index % kinds.length] ?? name;
  return slip.startsWith('.') || slip.includes('..') ? `x${name}` : slip;
}

/** The roles that have a key in some release: what an author may have in mind who writes it. */
export function ownersOf(key: string): readonly Role[] {
  return owners().get(key) ?? [];
}

let ownersByKey: ReadonlyMap<string, readonly Role[]> | undefined;
function owners(): ReadonlyMap<string, readonly Role[]> {
  if (ownersByKey !== undefined) return ownersByKey;
  const found = new Map<string, Role[]>();
  for (const role of roles) {
    for (const name of new Set(surveyed.flatMap((version) => names(role, version)))) found.set(name, [...(found.get(name) ?? []), role]);
  }
  ownersByKey = found;
  return found;
}
