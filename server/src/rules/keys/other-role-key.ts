import { history, rolesOf } from '../../schema/history.ts';
import type { Role } from '../../schema/roles.ts';
import { type KafkaVersion, minorOf, parseVersion } from '../../schema/version.ts';
import { isOfMirror } from '../mirror/flows.ts';
import type { SettingRule } from '../rule.ts';

/** Streams defines them, but the serializers of lists and windows read them of any client, whose program may name those. */
const ofSerializers = /^(window\.size\.ms|windowed\.inner\.class\.serde|default\.list\.(key|value)\.serde\.(inner|type))$/;

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
    {
      text: 'acks=all\n«zookeeper.connect»=zk:2181\n',
      role: 'producer',
      kafka: '4.1',
      message: '`zookeeper.connect` was a broker property up to 3.9: a producer ignores it.',
    },
    {
      text: 'application.id=orders\nbootstrap.servers=kafka:9092\n«internal.leave.group.on.close»=true\n',
      role: 'streams',
      kafka: '4.3',
      message: '`internal.leave.group.on.close` was a consumer property up to 4.1: Streams ignores it.',
    },
    { text: 'application.id=orders\nbootstrap.servers=kafka:9092\ninternal.leave.group.on.close=true\n', role: 'streams', kafka: '4.1' },
    {
      text: 'group.id=g\n«replication.factor»=3\n',
      role: 'connect-distributed',
      message: '`replication.factor` is a MirrorMaker 2 property: a distributed worker ignores it.',
    },
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n«B.replication.factor»=3\n',
      role: 'mirror-maker',
      message: '`replication.factor` belongs to flows: MirrorMaker ignores it behind the name of a cluster.',
    },
    {
      text: 'group.id=g\n«errors.tolerance»=all\n',
      role: 'connect-distributed',
      message: '`errors.tolerance` is a connector property: a distributed worker ignores it.',
    },
    { text: 'acks=all\n', role: 'producer' },
    {
      text: 'value.deserializer=org.apache.kafka.common.serialization.ListDeserializer\ndefault.list.value.serde.type=java.util.ArrayList\n',
      role: 'consumer',
    },
  ],
  reads: 'each',
  // Behind the prefix of a dynamic name a key may be unknown, and be another role's as a whole.
  of: ({ resolution, key }) => resolution?.kind !== 'known' && !ofSerializers.test(key),
  *check(setting) {
    const { config, key } = setting;
    const owners = rolesOf(key, config.kafka).filter((role) => role !== config.role && !sameProgram(role, config.role));
    const owner = ownerOf(key, owners, config.role);
    if (owner === undefined) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message:
        owner === 'mirror-maker' && isOfMirror(config)
          ? `\`${key}\` belongs to flows: MirrorMaker ignores it behind the name of a cluster.`
          : `\`${key}\` ${ownership(key, owner, owners, config.kafka)}: ${programOf(config.role)} ignores it.`,
      fixes: [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};

const names: Readonly<Partial<Record<Role, string>>> = {
  admin: 'admin client',
  'connect-distributed': 'distributed worker',
  'connect-standalone': 'standalone worker',
  'mirror-maker': 'MirrorMaker 2',
  'share-consumer': 'share consumer',
  streams: 'Streams',
};

function withArticle(words: string): string {
  return `${/^([aeio]|u(?!ser))/.test(words) ? 'an' : 'a'} ${words}`;
}

/** Who reads the file, in words. */
function programOf(role: Role): string {
  const name = names[role] ?? role;
  return role === 'mirror-maker' || role === 'streams' ? name : withArticle(name);
}

/** Whose the property is, or was the longest. Of several owners, connectors and MirrorMaker 2 are the nearest to a worker: it runs them. */
function ownerOf(key: string, owners: readonly Role[], reader: Role): Role | undefined {
  const worker = reader === 'connect-distributed' || reader === 'connect-standalone';
  const run = worker ? (['connector', 'mirror-maker'] as const).find((role) => owners.includes(role)) : undefined;
  if (run !== undefined) return run;
  const ends = owners.map((role) => history(role, key).at(-1)?.until).map((until) => parseVersion(until ?? '') ?? Number.POSITIVE_INFINITY);
  return owners[ends.indexOf(Math.max(...ends))];
}

function ownership(key: string, owner: Role, owners: readonly Role[], kafka: KafkaVersion): string {
  const last = history(owner, key).at(-1)?.until;
  const until = last === undefined ? undefined : parseVersion(last);
  const what = withArticle(`${nameOf(owner, owners)} property`);
  return until !== undefined && minorOf(until) < minorOf(kafka) ? `was ${what} up to ${last}` : `is ${what}`;
}

function nameOf(owner: Role, owners: readonly Role[]): string {
  const all = (...roles: readonly Role[]) => roles.every((role) => owners.includes(role));
  if (all('producer', 'consumer', 'admin')) return 'client';
  return all('connect-distributed', 'connect-standalone') ? 'Connect worker' : (names[owner] ?? owner);
}

function sameProgram(a: Role, b: Role): boolean {
  return (a === 'broker' && b === 'controller') || (a === 'controller' && b === 'broker');
}
