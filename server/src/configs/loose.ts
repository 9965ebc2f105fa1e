import { type Entry, holdsText } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { Identity } from './config.ts';
import { connectorTexts } from './connect-json.ts';
import { isMember, variablesOf } from './containers.ts';
import { detect, isCue } from './detect.ts';
import { commonWords } from './detect-cues.ts';
import { programRegion } from './ecosystem.ts';
import { frameworkRegion, isYamlText } from './framework-text.ts';
import { platformRelease } from './images.ts';
import { textRegion } from './loose-text.ts';
import { variableSource } from './loose-variables.ts';
import { programVariables } from './program-variables.ts';
import { versionFor } from './properties-file.ts';
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
  const connectors = connectorTexts(text, file.tree, file.circumstances);
  if (connectors.length > 0) return connectors;
  return (text.children ?? []).flatMap((entry) => (entry.children === undefined ? [] : looseRegions([entry], file)));
}

/** Roles for which most keys have to be known: any of them may change the verdict. */
const unsure: ReadonlySet<Role> = new Set<Role>(['topic', 'client']);

/** Values of charts go through templates. */
function printed(map: Entry, { circumstances }: YamlFile): Identity['scalars'] {
  const chart =
    /^(?:configurationOverrides|overrideConfiguration|configOverrides|extraConfig|kafkaConfig)$/.test(map.key) ||
    /values[^/\\]*\.ya?ml$/i.test(circumstances.path);
  return chart ? 'printed' : undefined;
}

function isDotted({ key, children }: Entry): boolean {
  return children === undefined && /^[\w>-]+\.[\w.>-]+$/.test(key);
}

function mapRegion(map: Entry, file: YamlFile, scalars: Identity['scalars']): readonly Region[] {
  if (map.kind !== 'map' && map.kind !== 'list') return [];
  const members = map.kind === 'list' ? variablesOf(map) : (map.children ?? []);
  const dotted = members.filter(isDotted);
  if (dotted.length === 0 || isProse(map)) return variableRegion(map, file, scalars);
  const called = fileCalled(map.key, map.parent?.key);
  const detected = detect(dotted, called ?? '');
  const program = detected.family === 'java' ? programRegion(map, file, releaseBeside(map, file)) : undefined;
  if (program !== undefined) return [program];
  if (detected.role === 'none' || detected.family !== 'java') return [];
  const around = circumstancesNear(map, detected.role, file);
  const { kafka, why } = versionFor(detected.role, around, (key) => dotted.find((entry) => entry.key === key));
  // One word that many programs use may be anybody's, where nothing around it speaks of Kafka.
  const known = dotted.filter(({ key }) => define(detected.role, kafka, key) !== undefined);
  const isAnybodys = known.length < 2 && known.every(({ key }) => commonWords.has(key));
  if (detected.open && called === undefined && isAnybodys && !isAboutKafka(map, file)) return [];
  // Where it is certain what the map is, its names without a dot are Kafka's too: `acks`, `topics`.
  const certain = called !== undefined || !unsure.has(detected.role);
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
        keyOf: (entry) => (isMember(entry) && isSetting(entry) ? entry.key : undefined),
        structural: (entry) => detected.open === true || unsure.has(detected.role) || isCue(entry) || !entry.key.includes('.'),
      },
    },
  ];
}

/** Whether the names of a map and of what it stands in, or of the file, are those that Kafka's things have. */
function isAboutKafka(map: Entry, { circumstances }: YamlFile): boolean {
  for (let at: Entry | undefined = map; at !== undefined; at = at.parent) if (kafkas.test(at.key)) return true;
  return kafkas.test(circumstances.path.split(/[\\/]/).pop() ?? '');
}

const kafkas = /kafka|producer|consumer|stream|broker|connect|topic|client|mirror/i;

/** Lines among which some set nothing are what a program prints or a check looks for. */
function isProse({ kind, children = [] }: Entry): boolean {
  return kind === 'list' && children.some(({ pair }) => pair === undefined);
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
