import { releasesIn } from '../formats/dockerfile.ts';
import type { Entry, Tree } from '../formats/format.ts';
import { atLeast, type KafkaVersion, parseVersion } from '../schema/version.ts';
import type { Block } from '../text/block.ts';
import { splitLines } from '../text/lines.ts';
import { Config } from './config.ts';
import { choosesLogging } from './containers.ts';
import { readImage } from './images.ts';
import { type Circumstances, type Membership, nothing, type Placement } from './placement.ts';
import { prefixed, versionFor } from './properties-file.ts';

const formats: ReadonlySet<string> = new Set(['shell', 'batch', 'dockerfile', 'systemd']);

/** What starts Kafka: scripts of shells and of Windows, Dockerfiles, units of systemd. What they say about Kafka's logging is all that is looked at. */
export function placeLaunch(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (!formats.has(tree.format.id)) return undefined;
  const entries = [...tree.entries()];
  const starts = startsKafka(entries, circumstances.path);
  const logging = new Set(entries.filter((entry) => isLogging(entry, starts)));
  const releases = releasesOf(entries, logging, tree.format.id === 'dockerfile', circumstances);
  return releases.size === 0 ? nothing : placeReleases(tree, releases);
}

/**
 * A config for each release. What sets a variable again goes to one of its own: which of them counts is for the script to say, as in the
 * two branches of a condition.
 */
function placeReleases(tree: Tree, releases: ReadonlyMap<Entry, KafkaVersion>): Placement {
  const configs = new Map<string, Config>();
  const counts = new Map<string, number>();
  const places = new Map<Entry, Membership>();
  for (const [entry, kafka] of releases) {
    const count = (counts.get(`${kafka} ${entry.key}`) ?? 0) + 1;
    counts.set(`${kafka} ${entry.key}`, count);
    const id = `${kafka} ${count}`;
    const config = configs.get(id) ?? new Config({ ...identity, kafka, why: `it sets \`${entry.key}\``, format: tree.format });
    configs.set(id, config);
    config.add(entry.key, entry);
    places.set(entry, { config, key: entry.key });
  }
  const assign = (entry: Entry): readonly Membership[] => [places.get(entry)].filter((one) => one !== undefined);
  return { configs: [...configs.values()], assign, structural: () => true };
}

const identity = { role: 'none', family: 'java', whole: false, spelling: prefixed('') } as const;

/** Kafka's main classes and scripts. */
const programs = /\b(?:kafka\.(?:Kafka|tools|admin)\b|org\.apache\.kafka\.|(?:kafka|connect|zookeeper)-[a-z-]+(?:\.sh)?\b)/;

/** A script that starts Kafka, by its name or by what it calls: variables that any program may have are Kafka's there. */
function startsKafka(entries: readonly Entry[], path: string): boolean {
  const name = path.split(/[\\/]/).pop() ?? '';
  return /^(?:kafka|connect|zookeeper)-[a-z-]+(?:\.sh|\.bat)?$|^kafka[\w.-]*\.service/.test(name) || entries.some(isKafkaCommand);
}

function isKafkaCommand({ key, value }: Entry): boolean {
  return /-Dlog4j/.test(value) && (programs.test(key) || programs.test(value.replace(/-D\S+/g, '')));
}

function isLogging(entry: Entry, starts: boolean): boolean {
  if (entry.key === 'FROM' || entry.key === 'kafka') return false;
  return choosesLogging(entry) || (starts && /^(?:JAVA_OPTS|EXTRA_ARGS)$/.test(entry.key)) || isKafkaCommand(entry);
}

/** What evidence comes to; the release is undefined where it is not known, or where the evidence contradicts itself. */
interface Agreed {
  readonly kafka: KafkaVersion | undefined;
}

/** The release that each entry is for; those of which it cannot be known are left out. */
function releasesOf(
  entries: readonly Entry[],
  logging: ReadonlySet<Entry>,
  inStages: boolean,
  circumstances: Circumstances,
): ReadonlyMap<Entry, KafkaVersion> {
  const found = new Map<Entry, KafkaVersion>();
  if (logging.size === 0) return found;
  const said = circumstances.said === 'the comment in the file' ? circumstances.kafka : undefined;
  const otherwise = versionFor('none', circumstances, () => undefined).kafka;
  const besides = beside(entries);
  let stage = inStages ? undefined : agreement(evidenceOf(entries, circumstances));
  for (const entry of entries) {
    if (inStages && entry.key === 'FROM') stage = agree(undefined, entry) ?? stage;
    else if (inStages && entry.key === 'kafka') stage = agree(stage, entry);
    if (!logging.has(entry) || isOfDistribution(entry)) continue;
    const agreed = besides.get(entry.block) ?? stage;
    const release = said ?? (agreed === undefined ? otherwise : agreed.kafka);
    if (release !== undefined) found.set(entry, release);
  }
  return found;
}

/** What the evidence in each logical line comes to. */
function beside(entries: readonly Entry[]): ReadonlyMap<Block, Agreed> {
  const found = new Map<Block, Agreed>();
  for (const entry of entries.filter(isEvidence)) {
    const agreed = agree(found.get(entry.block), entry);
    if (agreed !== undefined) found.set(entry.block, agreed);
  }
  return found;
}

function agreement(evidence: readonly Entry[]): Agreed | undefined {
  return evidence.reduce<Agreed | undefined>(agree, undefined);
}

/** Releases agree as far as it matters for logging. */
function agree(before: Agreed | undefined, { key, value }: Entry): Agreed | undefined {
  const release = key === 'FROM' ? ofImage(value) : parsed(value);
  if (release === 'other') return before;
  if (before === undefined || release === undefined) return { kafka: release };
  const same = before.kafka !== undefined && atLeast(release, '4.0') === atLeast(before.kafka, '4.0');
  return same ? before : { kafka: undefined };
}

/** What a script says itself, or the Dockerfile beside it that it is made for. */
function evidenceOf(entries: readonly Entry[], { beside }: Circumstances): readonly Entry[] {
  const own = entries.filter(isEvidence);
  const text = own.length === 0 ? beside?.('Dockerfile') : undefined;
  return text === undefined ? own : releasesIn(splitLines(text).lines);
}

function isEvidence({ key }: Entry): boolean {
  return key === 'FROM' || key === 'kafka';
}

/** A path from the script to its own distribution: which files are there is that distribution's matter. */
function isOfDistribution({ value }: Entry): boolean {
  return /\$\{?(?:base_dir|BASE_DIR|LOG4J_DIR)\b|\$\(dirname|%(?:~dp0|BASE_DIR%)/.test(value);
}

function parsed(text: string): KafkaVersion | undefined {
  return parseVersion(text) ?? parseVersion(text.split('.').slice(0, 2).join('.'));
}

/** Undefined: an image of Kafka's whose release is not known; `other`: some other program's. */
function ofImage(reference: string): KafkaVersion | undefined | 'other' {
  const image = readImage(reference.replace(/\$\{\w+:?-([^${}]*)\}/g, '$1'));
  if (image !== undefined) return image.kafka;
  return /kafka/i.test(reference) ? undefined : 'other';
}
