import { type Entry, holdsText, type Tree } from '../formats/format.ts';
import { composeRegions } from './compose.ts';
import { kubernetesRegions } from './kubernetes.ts';
import { looseRegions } from './loose.ts';
import type { Anchors, Pieces } from './pieces.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { type FindRegions, placeRegions, type Region, type YamlFile } from './regions.ts';
import { maySpeak } from './said.ts';

/** The first that knows a document speaks for it. */
const finders: readonly FindRegions[] = [composeRegions, kubernetesRegions, looseRegions];

/** A YAML file: each of its documents may be something else. In JSON only what says itself what it is, as tools print it. */
export function placeYaml(tree: Tree, circumstances: Circumstances, pieces: Pieces): Placement | undefined {
  const documents = documentsOf(tree, circumstances);
  if (documents === undefined) return undefined;
  pieces.lookUpBy(anchorsOf(documents, pieces));
  const file: YamlFile = { circumstances, tree, pieces };
  const regions = documents.flatMap((document) => regionsOf(document, file));
  // What the top of a chart's values says, it says as long as it is the only document.
  const before = tree.documents?.length;
  const isRecounted = ({ parent }: Entry): boolean => parent === undefined && tree.documents?.length !== before;
  return regions.length === 0
    ? nothing
    : placeRegions(regions, (entry) => mayMatter(entry) || maySpeak(circumstances, entry) || isRecounted(entry));
}

/** The entries that aliases may stand for, by their names; looked for when first asked. */
export function anchorsOf(documents: readonly (readonly Entry[])[], pieces: Pieces): Anchors {
  let marks: ReadonlyMap<string, Entry> | undefined;
  return (name) => {
    marks ??= new Map(documents.flatMap((entries) => entries.flatMap((entry) => marksIn(entry, pieces, 0))));
    return marks.get(name);
  };
}

type Mark = readonly [name: string, entry: Entry];

/** Pieces as large as a service are looked through again only where something changed. */
function marksIn(entry: Entry, pieces: Pieces, depth: number): readonly Mark[] {
  const { kind, anchor } = entry;
  const members = kind === 'map' || kind === 'list' ? (entry.children ?? []) : [];
  const find = (): readonly Mark[] => [
    ...(anchor === undefined ? [] : [[anchor, entry] as const]),
    ...members.flatMap((member) => marksIn(member, pieces, depth + 1)),
  ];
  return members.length > 0 && depth < 2 ? pieces.keep([entry], 'anchors', find) : find();
}

function documentsOf({ format, documents = [] }: Tree, { path }: Circumstances): readonly (readonly Entry[])[] | undefined {
  if (format.id === 'yaml') return documents;
  if (format.id !== 'json') return undefined;
  // A document of JSON is one map or list, and in a file of YAML it is all that it is there.
  const inYaml = /\.ya?ml$/i.test(path);
  const found = documents.flat().flatMap(({ children = [] }) => (inYaml || isResource(children) ? [children] : []));
  return found.length === 0 ? undefined : found;
}

function isResource(members: readonly Entry[]): boolean {
  return ['kind', 'apiVersion'].every((name) => members.some(({ key }) => key === name));
}

function regionsOf(document: readonly Entry[], file: YamlFile): readonly Region[] {
  for (const find of finders) {
    const regions = find(document, file);
    if (regions !== undefined) return regions;
  }
  return [];
}

/** Scalars that decide what a document is. Others outside of the regions matter only when they are collections, or begin to be, or lines of a text. */
const deciding =
  /^(?:image|imageTag|clusterImage|kRaft|kafkaVersion|kafka_version|application|kind|apiVersion|version|name|type|class|tag|repository|command|connectCluster|bootstrapServers|alias|environment|env|config|configs|configOverrides|server|log4j|log4j2|Configuration|logging|loggers|zookeeper|metadata|annotations|data|spec|services|<<|extends|env_file|path|entrypoint|spring|micronaut|quarkus|mp|debezium)$/;

function mayMatter(entry: Entry): boolean {
  const { key, kind, parent } = entry;
  return (
    kind === 'map' ||
    kind === 'list' ||
    kind === 'null' ||
    holdsText(entry) ||
    parent?.kind === 'list' ||
    (parent !== undefined && holdsText(parent)) ||
    deciding.test(key) ||
    property.test(key)
  );
}

/** Among others like it, such a key may make a map into a config. */
const property =
  /\.|^(?:KAFKA|CONNECT|SPRING_KAFKA|SPRING_CLOUD_STREAM_KAFKA|QUARKUS|MP_MESSAGING|DEBEZIUM_SINK|SCHEMA_REGISTRY|KSQL|CONTROL_CENTER)_/;
