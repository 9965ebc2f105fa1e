import { type Entry, holdsText } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import { whole } from '../formats/whole.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { Identity } from './config.ts';
import { isVariable, variablesOf } from './containers.ts';
import { detect, isCue } from './detect.ts';
import { programRegion } from './ecosystem.ts';
import { frameworkRegion, isYamlText } from './framework-text.ts';
import { isFrameworkCue } from './frameworks.ts';
import { platformRelease } from './images.ts';
import { log4j2Source } from './log4j2-file.ts';
import { variableSource } from './loose-variables.ts';
import { hasPlaceholder } from './placeholder.ts';
import type { Circumstances } from './placement.ts';
import { programVariables } from './program-variables.ts';
import { versionFor, wholeRoles } from './properties-file.ts';
import { keptRegions, type Region, type YamlFile } from './regions.ts';
import { saidRegions } from './said.ts';
import { fileCalled } from './usual-names.ts';
import { circumstancesNear } from './version-near.ts';
import { versionAround } from './versions-around.ts';

/**
 * Configs that nothing around them announces, as in the values of Helm charts: property texts in block scalars, and maps whose keys
 * are Kafka's. They are taken for what their own keys say.
 */
export function looseRegions(entries: readonly Entry[], file: YamlFile, scalars?: Identity['scalars']): readonly Region[] {
  if (file.circumstances.role !== undefined) return saidRegions(entries, file.circumstances, file.tree);
  function* visit(entry: Entry, depth: number): Generator<Region> {
    if (isYamlText(entry)) yield* yamlRegions(entry, file);
    else if (holdsText(entry)) yield* textRegion(entry, file);
    else if (entry.children !== undefined && depth < deepest) {
      yield* mapRegion(entry, file, scalars ?? printed(entry, file));
      for (const child of entry.children) if (child.children !== undefined) yield* visit(child, depth + 1);
    }
  }
  const around = new Map<Entry | undefined, string>();
  return entries.flatMap((entry) => {
    const { key, parent } = entry;
    const releases = around.get(parent) ?? releasesAround(entry, file);
    around.set(parent, releases);
    // What a text holds may be for what stands beside it.
    const roots = holdsText(entry) && parent !== undefined ? [entry, parent] : [entry];
    return keptRegions(file.pieces, roots, `loose ${scalars}`, () => [...visit(entry, 0)], `${key} ${releases}`);
  });
}

/** The releases that are named around an entry. */
function releasesAround(entry: Entry, file: YamlFile): string {
  return [versionAround(file), releaseBeside(entry, file), circumstancesNear(entry, 'broker', file).kafka].join(' ');
}

/** Deeper maps hold no configuration. */
const deepest = 12;

/** What a text that is YAML itself holds: the same as in a file of its own. */
function yamlRegions(text: Entry, file: YamlFile): readonly Region[] {
  const program = frameworkRegion(text, file);
  if (program !== undefined) return [program];
  return (text.children ?? []).flatMap((entry) => (entry.children === undefined ? [] : looseRegions([entry], file)));
}

function textRegion(text: Entry, file: YamlFile): readonly Region[] {
  const { circumstances } = file;
  const entries = text.children ?? [];
  const [only] = entries;
  if (only?.format?.id === 'whole') return log4j2Region(text, only, circumstances);
  const program = frameworkRegion(text, file);
  if (program !== undefined) return [program];
  const detected = detect(entries, text.key);
  const logs = detected.family.startsWith('log4j');
  // The logging of a program around Kafka is its own affair.
  if (logs && isOfAnother(text)) return [];
  if (ecosystem.test(text.key) || (detected.role === 'none' && detected.family === 'java')) return [];
  const { kafka, why } = logs
    ? logVersion(text, file)
    : versionFor(detected.role, circumstancesNear(text, detected.role, file), (key) => entries.find((entry) => entry.key === key));
  const identity = {
    role: detected.role,
    kafka,
    family: detected.family,
    why: reasons(`\`${text.key}\`: ${detected.why}`, why),
    whole: wholeRoles.has(detected.role) && isWhole(text, entries),
  };
  return [
    {
      holders: [text],
      source: {
        entries: () => text.children ?? [],
        format: properties,
        identity,
        structural: logs
          ? () => detect(text.children ?? [], text.key).family !== detected.family
          : (entry) =>
              detected.open === true ||
              unsure.has(detected.role) ||
              isCue(entry) ||
              isFrameworkCue(entry.key) ||
              hasPlaceholder(entry.value),
      },
    },
  ];
}

/** A log belongs to the broker that stands beside it, or to what the file runs. */
function logVersion(text: Entry, file: YamlFile): ReturnType<typeof versionFor> {
  const { circumstances } = file;
  const said = circumstances.said === 'the comment in the file' ? circumstances.kafka : undefined;
  const around = said ?? versionAround(file);
  const beside = (text.parent?.children ?? []).flatMap(({ children }) => children ?? []);
  return versionFor('broker', around === undefined ? circumstances : { ...circumstances, kafka: around }, (key) =>
    beside.find((entry) => entry.key === key),
  );
}

function log4j2Region(text: Entry, only: Entry, circumstances: Circumstances): readonly Region[] {
  const source = isOfAnother(text) ? undefined : log4j2Source(only, whole, text.key, circumstances);
  if (source === undefined) return [];
  // What is typed into it changes nothing else, as long as it can be told what it is.
  const structural = (entry: Entry): boolean => log4j2Source(entry, whole, text.key, circumstances) === undefined;
  return [{ holders: [text], source: { ...source, entries: () => text.children ?? [], structural } }];
}

function isOfAnother({ parent }: Entry): boolean {
  const names = parent?.children?.map(({ key }) => key) ?? [];
  return (
    names.some((name) => ecosystem.test(name)) || (names.some((name) => others.test(name)) && !names.some((name) => kafkas.test(name)))
  );
}

/** What ZooKeeper and other programs that log are configured with, and what Kafka's are. */
const others = /zookeeper|^zoo|flink|spark|hadoop|(?:core|hdfs|yarn|hbase|hive)-site|logback|nifi|storm|solr|pulsar/i;
const kafkas = /^(?!.*(?:zookeeper|log4j)).*(?:kafka|server|broker|kraft|controller|connect).*\.(?:properties|config|conf|cfg)/i;

/** Roles for which most keys have to be known: any of them may change the verdict. */
const unsure: ReadonlySet<Role> = new Set<Role>(['topic', 'client']);

/** Programs around Kafka with keys of their own beside Kafka's. */
const ecosystem = /schema-?registry|kafka-?rest|rest-?proxy|ksql|control-?center|cruise-?control|capacity/i;

/** What has a file's name and says who it is. Others are pieces that something puts into a file. */
function isWhole(text: Entry, entries: readonly Entry[]): boolean {
  const identifying = ['process.roles', 'node.id', 'broker.id', 'zookeeper.connect', 'bootstrap.servers', 'connector.class', 'clusters'];
  return /\.properties$/.test(text.key) && !hasTemplate(text) && entries.some(({ key }) => identifying.includes(key));
}

/** Templates put lines in that are not there to read. */
function hasTemplate(text: Entry): boolean {
  return /\{\{|\{%|^[ \t]*#init#|\$\{/m.test(text.value);
}

/** Values of charts go through templates. */
function printed(map: Entry, { circumstances }: YamlFile): Identity['scalars'] {
  const chart =
    /^(?:configurationOverrides|overrideConfiguration|configOverrides|extraConfig|kafkaConfig)$/.test(map.key) ||
    /values[^/\\]*\.ya?ml$/i.test(circumstances.path);
  return chart ? 'printed' : undefined;
}

function isDotted({ key, children }: Entry): boolean {
  return children === undefined && /^[\w-]+\.[\w.>-]+$/.test(key);
}

function mapRegion(map: Entry, file: YamlFile, scalars: Identity['scalars']): readonly Region[] {
  if (map.kind !== 'map' && map.kind !== 'list') return [];
  const members = map.kind === 'list' ? variablesOf(map) : (map.children ?? []);
  const dotted = members.filter(isDotted);
  if (dotted.length === 0) return variableRegion(map, file, scalars);
  const detected = detect(dotted, fileCalled(map.key) ?? '');
  const program = detected.family === 'java' ? programRegion(map, file, releaseBeside(map, file)) : undefined;
  if (program !== undefined) return [program];
  if (detected.role === 'none' || detected.family !== 'java') return [];
  const around = circumstancesNear(map, detected.role, file);
  const { kafka, why } = versionFor(detected.role, around, (key) => dotted.find((entry) => entry.key === key));
  // Where it is certain what the map is, its names without a dot are Kafka's too: `acks`, `topics`.
  const certain = fileCalled(map.key) !== undefined || !unsure.has(detected.role);
  const isSetting = (entry: Entry): boolean =>
    isDotted(entry) || (certain && entry.children === undefined && define(detected.role, kafka, entry.key) !== undefined);
  const identity = {
    role: detected.role,
    kafka,
    family: 'java',
    why: reasons(`\`${map.key}\`: ${detected.why.replace(/^its name is .*/, 'its name says so')}`, why),
    whole: false,
    ...(scalars && { scalars }),
  } as const;
  return [
    {
      holders: [map],
      source: {
        entries: () => members.filter(isSetting),
        format: file.tree.format,
        identity,
        keyOf: (entry) => (isVariable(entry) && isSetting(entry) ? entry.key : undefined),
        structural: (entry) => detected.open === true || unsure.has(detected.role) || isCue(entry) || !entry.key.includes('.'),
      },
    },
  ];
}

/** Charts of Confluent Platform have an image's name and its tag beside one another. */
function releaseBeside({ parent }: Entry, file: YamlFile): KafkaVersion | undefined {
  return parent === undefined ? topRelease(file) : releaseOf(parent.children ?? []);
}

const topReleases = new WeakMap<YamlFile, { readonly release: KafkaVersion | undefined }>();

function topRelease(file: YamlFile): KafkaVersion | undefined {
  const found = topReleases.get(file) ?? { release: releaseOf(file.tree.documents?.flat() ?? []) };
  topReleases.set(file, found);
  return found.release;
}

function releaseOf(entries: readonly Entry[]): KafkaVersion | undefined {
  const [image, tag] = ['image', 'imageTag'].map((key) => entries.find((entry) => entry.key === key)?.value);
  return image === undefined || tag === undefined ? undefined : platformRelease(`${image}:${tag}`);
}

function variableRegion(map: Entry, file: YamlFile, scalars: Identity['scalars']): readonly Region[] {
  const around = { circumstances: circumstancesNear(map, 'broker', file), tree: file.tree };
  const source = variableSource(variablesOf(map), around, scalars);
  const programs = programVariables([map], file, scalars);
  return source === undefined ? programs : [...programs, { holders: [map], source }];
}

function reasons(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}
