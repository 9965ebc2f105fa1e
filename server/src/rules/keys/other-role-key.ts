import { rolesOf } from '../../schema/history.ts';
import type { Role } from '../../schema/roles.ts';
import type { SettingRule } from '../rule.ts';

export const otherRoleKey: SettingRule = {
  id: 'other-role-key',
  title: 'A property of another role',
  why: 'Each program reads its own properties and ignores the others’: the author believes something is set that is not.',
  severity: 'warning',
  roles: [
    'producer',
    'consumer',
    'admin',
    'share-consumer',
    'broker',
    'controller',
    'topic',
    'streams',
    'connect-distributed',
    'connect-standalone',
    'mirror-maker',
  ],
  source: 'org.apache.kafka.common.config.AbstractConfig#logUnused',
  supersedes: ['unknown-key'],
  examples: [
    { text: 'acks=all\n«group.id»=orders\n', role: 'producer', message: '`group.id` is a consumer property: a producer ignores it.' },
    { text: 'group.id=orders\n«acks»=all\n', role: 'consumer', message: '`acks` is a producer property: a consumer ignores it.' },
    { text: 'clusters=A,B\n«log.retention.hours»=1\n', role: 'mirror-maker' },
    {
      text: 'group.id=g\n«offset.storage.file.filename»=/offsets\n',
      role: 'connect-distributed',
      message: '`offset.storage.file.filename` is a standalone worker property: a distributed worker ignores it.',
    },
    { text: 'acks=all\n«zookeeper.connect»=zk:2181\n', role: 'producer', kafka: '4.1' },
    { text: 'acks=all\n', role: 'producer' },
  ],
  reads: 'each',
  // Behind the prefix of a dynamic name a key may be unknown, and be another role's as a whole.
  of: ({ resolution }) => resolution?.kind !== 'known',
  *check(setting) {
    const { config, key } = setting;
    const owners = rolesOf(key, config.kafka).filter((role) => role !== config.role && !sameProgram(role, config.role));
    const owner = ownerOf(owners);
    if (owner === undefined) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `\`${key}\` is a ${owner} property: a ${names[config.role] ?? config.role} ignores it.`,
      fixes: [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};

const names: Readonly<Partial<Record<Role, string>>> = {
  'connect-distributed': 'distributed worker',
  'connect-standalone': 'standalone worker',
  'mirror-maker': 'MirrorMaker 2',
  'share-consumer': 'share consumer',
  streams: 'Streams',
};

/** Whose the property is, in words. */
function ownerOf(owners: readonly Role[]): string | undefined {
  const [first] = owners;
  if (first === undefined) return undefined;
  const all = (...roles: readonly Role[]) => roles.every((role) => owners.includes(role));
  if (all('producer', 'consumer', 'admin')) return 'client';
  return all('connect-distributed', 'connect-standalone') ? 'Connect worker' : (names[first] ?? first);
}

function sameProgram(a: Role, b: Role): boolean {
  return (a === 'broker' && b === 'controller') || (a === 'controller' && b === 'broker');
}
