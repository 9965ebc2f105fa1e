import type { Entry, Tree } from '../formats/format.ts';
import { nearest } from '../schema/nearest.ts';
import type { Role } from '../schema/roles.ts';
import { tableOf } from '../schema/tables.ts';
import { latestVersion, parseVersion } from '../schema/version.ts';
import { commonWords, cueRoles, isForeign, namePatterns, weightOf } from './detect-cues.ts';
import { detectLogging, isLoggingCue } from './detect-logging.ts';
import { clientFamily, isLibrdkafkaCue } from './family.ts';
import { isBrace, isHocon, mayBeHocon } from './hocon.ts';

/** What a flat file of keys is taken for. */
export interface Detected {
  readonly role: Role;
  readonly family: 'java' | 'librdkafka' | 'log4j1' | 'log4j2';
  readonly why: string;
  /** True where any key may change the verdict, not only a cue. */
  readonly open?: true;
}

/** As many entries as decide what a file is; what comes later changes no mind. */
const sample = 400;

interface Evidence {
  readonly scores: Map<Role, number>;
  readonly keys: Map<string, Entry>;
  /** Those that are looked at, also where another of the same key comes later. */
  readonly entries: readonly Entry[];
}

/** Whether an entry may have a say in {@link detect}: where it has none, typing it changes no mind. */
export function isCue({ key, value }: Pick<Entry, 'key' | 'value'>): boolean {
  return (
    isBrace(key, value) ||
    cueRoles(key).length > 0 ||
    isFlowKey(key) ||
    isLoggingCue(key) ||
    key === 'clusters' ||
    clusterKey.test(key) ||
    isLibrdkafkaCue(key) ||
    isForeign(key) ||
    isPythons(key) ||
    value === 'null'
  );
}

/** Whether not only the key of an entry may have a say in it. */
export function isCueByValue({ key, value }: Pick<Entry, 'key' | 'value'>): boolean {
  return isBrace(key, value) || value === 'null' || key === 'process.roles' || isLoggingCue(key);
}

/** Whether an entry moves others into what is looked at, or out of it, when it comes or goes. */
export function isInSample({ block }: Entry, tree: Tree): boolean {
  const entries = tree.entries();
  const last = Array.isArray(entries) ? (entries as readonly Entry[])[sample - 1] : undefined;
  return last !== undefined && block.line <= last.block.line;
}

/** Takes a flat file for what its keys say, its name helping where they leave a doubt. */
export function detect(all: Iterable<Entry>, path: string): Detected {
  const name = fileName(path);
  const { scores, keys, entries } = gather(all);
  const isServers = servers.some((role) => scores.has(role));
  // A line of log4j's that went astray makes no logging of a broker's file.
  const logging = isServers && !name.includes('log4j') ? undefined : detectLogging(keys, name);
  if (logging !== undefined) return { role: 'none', ...logging };
  if (entries.some(({ key, value }) => isBrace(key, value))) return none('its braces are another format’s');
  if (hasKey(keys, isForeign) && !scores.has('broker') && !scores.has('connector')) return none('its keys are another program’s');
  if (scores.size === 0 && hasKey(keys, isPythons)) return none('its names are those of a client in Python');
  if (isListing(entries)) return none('it lists what a program runs with, `null` for what is not set');
  const { family, why, close } = clientFamily(keys.keys(), name);
  if (family === 'librdkafka' && !isServers) return { role: clientRole(scores), family, why, open: true };
  if (mayBeHocon(name) && isHocon(entries)) return none('its quotes are another format’s');
  return { ...detectJava(scores, keys, name), ...(close && { open: true }) };
}

/** Clients in Python take their settings as arguments; one of these names among Kafka's own is a slip. */
function isPythons(key: string): boolean {
  return key === 'bootstrap_servers';
}

/** Output of a tool: nobody writes `null` for one property after the other. */
function isListing(entries: readonly Entry[]): boolean {
  let unset = 0;
  for (const { value } of entries) if (value === 'null') unset += 1;
  return unset >= 10;
}

/** Roles whose programs are Java's. */
const servers: readonly Role[] = ['broker', 'connector', 'connect-distributed', 'connect-standalone', 'streams', 'topic'];

function detectJava(scores: ReadonlyMap<Role, number>, keys: ReadonlyMap<string, Entry>, name: string): Detected {
  const named = roleNamed(name);
  const detected = detectMirror(keys, named) ?? detectOthers(scores, keys, name, named);
  // Alone it is MirrorMaker's word.
  return keys.has('clusters') && named !== 'mirror-maker' ? { ...detected, open: true } : detected;
}

function detectMirror(keys: ReadonlyMap<string, Entry>, named: Role | undefined): Detected | undefined {
  if (!namesClusters(keys, named) && !hasKey(keys, isFlowKey)) return undefined;
  return found('mirror-maker', keys.has('clusters') ? 'it names `clusters`' : 'it names a flow between clusters');
}

function detectOthers(
  scores: ReadonlyMap<Role, number>,
  keys: ReadonlyMap<string, Entry>,
  name: string,
  named: Role | undefined,
): Detected {
  const best = bestRole(scores, named);
  if (best === undefined)
    return named !== undefined && (keys.size === 0 || mostlyKnown(keys, named))
      ? { ...found(named, `its name is \`${name}\``), open: true }
      : none('nothing in it is Kafka’s');
  if (best === 'client') return detectClient(keys, named);
  if (clients.has(best)) return detectKind(best, scores, keys, named);
  const cue = [...keys.keys()].find((key) => cueRoles(key).includes(best));
  if (best === 'topic' && !mostlyKnown(keys, 'topic')) return none('most of its keys are not Kafka’s');
  const lone = best === 'broker' && named === undefined && isLone(keys);
  if (lone && cue === 'num.partitions' && keys.has('replication.factor')) return none('it says what a tool makes a topic with');
  if (lone && !mostlyKnown(keys, 'broker')) return none('most of its keys are not Kafka’s');
  const role = best === 'broker' ? brokerRole(keys, named) : best;
  return { ...found(role, `it sets \`${cue}\``), ...((lone || best === 'topic') && { open: true }) };
}

/** A client of one kind, or two. One key is not enough, nor are words that many programs use: the name or the other keys have to agree. */
function detectKind(best: Role, scores: ReadonlyMap<Role, number>, keys: ReadonlyMap<string, Entry>, named: Role | undefined): Detected {
  const pair = best === 'producer' || best === 'consumer';
  const both = pair && named !== 'producer' && named !== 'consumer' && scores.has('producer') && scores.has('consumer');
  const role = both ? 'client' : best;
  const doubtful = named === undefined && isThin(keys);
  if (doubtful && !mostlyKnown(keys, role)) return { ...none('most of its keys are not Kafka’s'), open: true };
  const cue = [...keys.keys()].find((key) => cueRoles(key).includes(best));
  return { ...found(role, both ? 'it has producer and consumer properties' : `it sets \`${cue}\``), ...(doubtful && { open: true }) };
}

const clients: ReadonlySet<Role> = new Set<Role>(['producer', 'consumer', 'share-consumer', 'streams', 'client']);

/** Whether no more speaks for a client than one key, or words that many programs use. */
function isThin(keys: ReadonlyMap<string, Entry>): boolean {
  const ours = [...keys.keys()].filter((key) => cueRoles(key).some((role) => clients.has(role)));
  return ours.length < 2 || ours.every((key) => commonWords.has(key));
}

/** `clusters` is a word of many programs: Kafka's are reached through servers, unless the name says whose file it is. */
function namesClusters(keys: ReadonlyMap<string, Entry>, named: Role | undefined): boolean {
  return keys.has('clusters') && (named === 'mirror-maker' || keys.size === 1 || hasKey(keys, (key) => clusterKey.test(key)));
}

const clusterKey = /\.bootstrap\.servers$|^(?:replication\.factor|tasks\.max)$|\.(?:enabled|replication\.factor)$/;

function roleNamed(name: string): Role | undefined {
  return namePatterns.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Whether a file has the usual name of one of these roles' files. */
export function isNamedAfter(path: string, wanted: readonly Role[]): boolean {
  const role = roleNamed(fileName(path));
  return role !== undefined && wanted.includes(role);
}

function fileName(path: string): string {
  return (path.split(/[\\/]/).pop() ?? '').toLowerCase();
}

/** One key of a broker's is not enough: other clusters have nodes and logs, too. */
function isLone(keys: ReadonlyMap<string, Entry>): boolean {
  let cues = 0;
  for (const key of keys.keys()) if (cueRoles(key).includes('broker') && ++cues > 1) return false;
  return cues === 1;
}

/** Keys that every client knows say little: the name or the company they keep has to agree. */
function detectClient(keys: ReadonlyMap<string, Entry>, named: Role | undefined): Detected {
  if (!mostlyKnown(keys, 'client')) return none('most of its keys are not Kafka’s');
  const role = named !== undefined && ['producer', 'consumer', 'admin', 'streams', 'share-consumer'].includes(named) ? named : 'client';
  return {
    ...found(role, role === 'client' ? 'its keys are those of any Kafka client' : `its keys are a client’s and its name says ${role}`),
    open: true,
  };
}

function brokerRole(keys: ReadonlyMap<string, Entry>, named: Role | undefined): Role {
  const processRoles = keys
    .get('process.roles')
    ?.value.split(',')
    .map((role) => role.trim());
  if (processRoles === undefined) return named === 'controller' && !keys.has('zookeeper.connect') ? 'controller' : 'broker';
  return processRoles.includes('controller') && !processRoles.includes('broker') ? 'controller' : 'broker';
}

function gather(all: Iterable<Entry>): Evidence {
  const scores = new Map<Role, number>();
  const keys = new Map<string, Entry>();
  const entries: Entry[] = [];
  for (const entry of all) {
    if (entries.length === sample) break;
    entries.push(entry);
    keys.set(entry.key, entry);
    const weight = entry.key === 'zookeeper.connect' ? 0.5 : undefined;
    for (const role of cueRoles(entry.key)) scores.set(role, (scores.get(role) ?? 0) + (weight ?? weightOf[role] ?? 1));
  }
  return { scores, keys, entries };
}

function bestRole(scores: ReadonlyMap<Role, number>, named: Role | undefined): Role | undefined {
  let best: Role | undefined;
  let bestScore = 0;
  for (const [role, score] of scores) {
    const total = score + (role === named || (role === 'broker' && named === 'controller') ? 1.5 : 0);
    if (total > bestScore) [best, bestScore] = [role, total];
  }
  return best;
}

/** One file is often given to producers and consumers alike. */
function clientRole(scores: ReadonlyMap<Role, number>): Role {
  if (scores.has('producer')) return scores.has('consumer') ? 'client' : 'producer';
  return scores.has('consumer') ? 'consumer' : 'client';
}

const releases = [latestVersion, () => parseVersion('3.9') ?? latestVersion(), () => parseVersion('2.8') ?? latestVersion()];

/** Half of the keys at least are the role's, in some release or but for a slip. */
function mostlyKnown(keys: ReadonlyMap<string, Entry>, role: Role): boolean {
  let known = 0;
  let guesses = 20;
  for (const key of keys.keys()) {
    if (releases.some((release) => tableOf(role, release()).has(key))) known += 1;
    else if (guesses-- > 0 && nearest(role, latestVersion(), key) !== undefined) known += 1;
  }
  return known > 0 && known * 2 >= keys.size;
}

/** MirrorMaker 2's `A->B.enabled`. */
function isFlowKey(key: string): boolean {
  return key.includes('->') && /^[\w.-]+->[\w.-]+\.\w/.test(key);
}

function hasKey(keys: ReadonlyMap<string, Entry>, test: (key: string) => boolean): boolean {
  for (const key of keys.keys()) if (test(key)) return true;
  return false;
}

function found(role: Role, why: string): Detected {
  return { role, family: 'java', why };
}

function none(why: string): Detected {
  return { role: 'none', family: 'java', why };
}
