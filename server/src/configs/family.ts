import { librdkafkaHistory, librdkafkaTable } from '../schema/librdkafka.ts';
import { tableOf } from '../schema/tables.ts';
import { latestVersion, parseVersion } from '../schema/version.ts';
import { ownCopy } from '../text/own-copy.ts';

/** Which client library the keys of a client's file are for. */
export interface ClientFamily {
  readonly family: 'java' | 'librdkafka';
  readonly why: string;
  /** True where a few more keys might turn the verdict. */
  readonly close: boolean;
}

/**
 * Takes sides by the names that only one library has. Where both have as many it is Java's: that one ignores foreign names,
 * librdkafka refuses them. Names of Kafka's old Scala clients, which librdkafka kept, count when nothing else does.
 */
export function clientFamily(keys: Iterable<string>, name: string): ClientFamily {
  const native: string[] = [];
  const shared: string[] = [];
  const known: string[] = [];
  let java = 0;
  let size = 0;
  for (const key of keys) {
    size += 1;
    const side = sideOf(key);
    if (side !== undefined || librdkafkaTable().has(key)) known.push(key);
    if (side === 'librdkafka') native.push(key);
    else if (side === 'scala') shared.push(key);
    else if (side === 'java') java += 1;
  }
  const named = known.length > 0 && /librdkafka|rdkafka|kcat|kafkacat|confluent[-_]kafka/.test(name);
  const cue = native[0] ?? shared[0];
  const chosen = (known.length > 0 && own.test(name)) || native.length + (named ? 1 : 0) > java || (java === 0 && cue !== undefined);
  if (!chosen || !(named || own.test(name) || isClients(known, size)))
    return { family: 'java', why: '', close: cue !== undefined || named };
  return { family: 'librdkafka', why: cue === undefined ? 'its name says librdkafka' : `\`${cue}\` is a librdkafka name`, close: true };
}

/** Whether keys speak for a client of Kafka's: `debug` and `log_level` are words that many programs use, and so may be one key among others. */
function isClients(known: readonly string[], size: number): boolean {
  if (known.some((key) => servers.has(key))) return true;
  return known.length * 2 >= size && known.some((key) => key.includes('.'));
}

/** Where a client finds Kafka. */
const servers: ReadonlySet<string> = new Set(['bootstrap.servers', 'metadata.broker.list']);

/** Nobody else reads these: kcat's own file, and what says librdkafka outright. */
const own = /(?:^|[\\/])(?:kcat|kafkacat)\.conf$|librdkafka[^\\/]*$/;

/** Whether a key may turn the verdict of {@link clientFamily} to librdkafka. */
export function isLibrdkafkaCue(key: string): boolean {
  const side = sideOf(key);
  return side === 'librdkafka' || side === 'scala';
}

/** Whether librdkafka has a name that none of Kafka's own clients ever had. */
export function isNativeName(key: string): boolean {
  return sideOf(key) === 'librdkafka';
}

type Side = 'java' | 'librdkafka' | 'scala';

const sides = new Map<string, Side | undefined>();

/** Most keys of a large file stand behind prefixes, and are in nobody's table. */
function sideOf(key: string): Side | undefined {
  if (librdkafkaHistory(key).length === 0 && !javaNames().has(key)) return undefined;
  if (!sides.has(key)) sides.set(ownCopy(key), findSide(key));
  return sides.get(key);
}

const javaReleases = [latestVersion, () => parseVersion('2.8') ?? latestVersion(), () => parseVersion('0.8.2') ?? latestVersion()] as const;
const javaClients = ['producer', 'consumer', 'admin'] as const;

/** Every name that a client of Kafka's has in one of these releases. */
function javaNames(): ReadonlySet<string> {
  everyName ??= new Set(javaReleases.flatMap((release) => javaClients.flatMap((role) => [...tableOf(role, release()).keys()])));
  return everyName;
}

let everyName: ReadonlySet<string> | undefined;

function findSide(key: string): Side | undefined {
  const native = librdkafkaTable().get(key) ?? librdkafkaHistory(key)[0];
  const taken = native !== undefined && native.refused !== true && native.callback !== true;
  const [newest, before, oldest] = javaReleases;
  if (isJava(key, newest()) || isJava(key, before())) return taken ? undefined : 'java';
  if (!isJava(key, oldest())) return taken && key !== 'message.max.bytes' ? 'librdkafka' : undefined;
  return taken ? 'scala' : 'java';
}

function isJava(key: string, version: number): boolean {
  return javaClients.some((role) => tableOf(role, version).has(key));
}
