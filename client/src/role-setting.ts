import type { Role } from '../../server/src/schema/roles.ts';

/** The setting `kafka-config.roles` with a decision about one file: before the others, since the first pattern that fits counts. */
export function withRole(roles: Readonly<Record<string, string>> | undefined, pattern: string, role: Role): Record<string, string> {
  const others = Object.entries(roles ?? {}).filter(([other]) => other !== pattern);
  return { [pattern]: role, ...Object.fromEntries(others) };
}
