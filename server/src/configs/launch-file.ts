import { releasesIn } from '../formats/dockerfile.ts';
import type { Entry, Tree } from '../formats/format.ts';
import { atLeast, type KafkaVersion, parseVersion } from '../schema/version.ts';
import { splitLines } from '../text/lines.ts';
import { choosesLogging } from './containers.ts';
import { readImage } from './images.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { type Source, versionFor } from './properties-file.ts';
import { placeRegions } from './regions.ts';

/** What starts Kafka: shell scripts, Dockerfiles, units of systemd. What they say about Kafka's logging is all that is looked at. */
export function placeLaunch(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'shell' && tree.format.id !== 'dockerfile' && tree.format.id !== 'systemd') return undefined;
  const entries = [...tree.entries()];
  const starts = startsKafka(entries, circumstances.path);
  const logging = new Set(entries.filter((entry) => isLogging(entry, starts)));
  const releases = releasesOf(entries, logging, tree.format.id === 'dockerfile', circumstances);
  const versions = [...new Set(releases.values())];
  if (versions.length === 0) return nothing;
  const sources = versions.map((kafka): Source => {
    const own = new Set([...releases].filter(([, release]) => release === kafka).map(([entry]) => entry));
    return sourceOf(tree, own, kafka);
  });
  return placeRegions(
    sources.map((source) => ({ holders: [undefined], source })),
    () => true,
  );
}

function sourceOf(tree: Tree, own: ReadonlySet<Entry>, kafka: KafkaVersion): Source {
  const [first] = own;
  return {
    entries: () => tree.entries(),
    format: tree.format,
    identity: { role: 'none', kafka, family: 'java', why: `it sets \`${first?.key}\``, whole: false },
    keyOf: (entry) => (own.has(entry) ? entry.key : undefined),
    structural: () => true,
  };
}

/** Kafka's main classes and scripts. */
const programs = /\b(?:kafka\.(?:Kafka|tools|admin)\b|org\.apache\.kafka\.|(?:kafka|connect|zookeeper)-[a-z-]+(?:\.sh)?\b)/;

/** A script that starts Kafka, by its name or by what it calls: variables that any program may have are Kafka's there. */
function startsKafka(entries: readonly Entry[], path: string): boolean {
  const name = path.split(/[\\/]/).pop() ?? '';
  return /^(?:kafka|connect|zookeeper)-[a-z-]+(?:\.sh)?$|^kafka[\w.-]*\.service/.test(name) || entries.some(isKafkaCommand);
}

function isKafkaCommand({ key, value }: Entry): boolean {
  return /-Dlog4j/.test(value) && (programs.test(key) || programs.test(value.replace(/-D\S+/g, '')));
}

function isLogging(entry: Entry, starts: boolean): boolean {
  if (entry.key === 'FROM' || entry.key === 'kafka') return false;
  return choosesLogging(entry) || (starts && /^(?:JAVA_OPTS|EXTRA_ARGS)$/.test(entry.key)) || isKafkaCommand(entry);
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
  const said = circumstances.kafka !== undefined && circumstances.said === 'the comment in the file';
  let stage: readonly Entry[] = inStages ? [] : evidenceOf(entries, circumstances);
  for (const entry of entries) {
    if (inStages && entry.key === 'FROM' && ofImage(entry.value) !== 'other') stage = [entry];
    else if (inStages && entry.key === 'kafka') stage = [...stage, entry];
    if (!logging.has(entry) || isOfDistribution(entry)) continue;
    const own = stage.filter(({ block }) => block === entry.block);
    const release = said ? circumstances.kafka : releaseIn(own.length > 0 ? own : stage, circumstances);
    if (release !== undefined) found.set(entry, release);
  }
  return found;
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
  return /\$\{?(?:base_dir|BASE_DIR|LOG4J_DIR)\b|\$\(dirname/.test(value);
}

/** The release that the evidence agrees on, as far as it matters for logging; undefined where it is not known. */
function releaseIn(evidence: readonly Entry[], circumstances: Circumstances): KafkaVersion | undefined {
  const releases = evidence
    .map(({ key, value }) => (key === 'FROM' ? ofImage(value) : parsed(value)))
    .filter((release) => release !== 'other');
  if (releases.length === 0) return versionFor('none', circumstances, () => undefined).kafka;
  const [first] = releases;
  return releases.every((release) => release !== undefined && first !== undefined && atLeast(release, '4.0') === atLeast(first, '4.0'))
    ? first
    : undefined;
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
