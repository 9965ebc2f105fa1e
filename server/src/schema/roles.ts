/** What a configuration is for: which program, or which of its resources, reads it. `client` is a client of unknown kind. */
export const roles = [
  'broker',
  'controller',
  'producer',
  'consumer',
  'share-consumer',
  'client',
  'admin',
  'streams',
  'topic',
  'group',
  'client-metrics',
  'user',
  'connect-distributed',
  'connect-standalone',
  'connector',
  'mirror-maker',
  'none',
] as const;

/** One of the names in {@link roles}. */
export type Role = (typeof roles)[number];

/** Whether a text, such as a setting or a command line argument, names a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
