import { facts } from './facts.ts';
import type { Role } from './roles.ts';

/** Properties that say the same thing, the one that counts first: where it is set, the others are read past in silence. */
export interface Precedence {
  readonly roles: readonly Role[];
  readonly keys: readonly string[];
}

/** The properties that, when set, make this one count for nothing; the strongest first. */
export function strongerKeys(role: Role, key: string): readonly string[] {
  return facts().precedence.flatMap(({ roles, keys }) => (roles.includes(role) ? keys.slice(0, Math.max(0, keys.indexOf(key))) : []));
}
