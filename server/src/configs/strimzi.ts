import type { Entry } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import type { Spelling } from './config.ts';
import { isMember } from './containers.ts';
import { strimziImageVersion } from './images.ts';
import type { Source } from './properties-file.ts';
import { keptRegions, member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { strimziLogging } from './strimzi-logging.ts';
import {
  isManaged,
  type Managed,
  managedBroker,
  managedClient,
  managedConnector,
  managedConsumer,
  managedWorker,
  withNewer,
} from './strimzi-managed.ts';

/** A map of properties within a resource, and what the operator does with it. */
export interface Part {
  readonly map: Entry | undefined;
  readonly role: Role;
  /** Keys that the operator sets itself: these and all that begin with them, but for the exceptions. */
  readonly managed?: Managed;
  readonly presets?: ReadonlyMap<string, string>;
  /** Where the resource has names of its own for Kafka's, in its `camelCase` for words parted by `_`. */
  readonly camel?: true;
}

/** Strimzi's resources, and those of IBM's Event Streams, which is built on it: the `config` maps of each kind, with the version that the resource names. */
export function strimziRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  if (!isStrimzis(document)) return undefined;
  const kind = topMember(document, 'kind')?.value ?? '';
  const spec = kind === 'EventStreams' ? member(topMember(document, 'spec'), 'strimziOverrides') : topMember(document, 'spec');
  const api = topMember(document, 'apiVersion')?.value.split('/')[1] ?? '';
  const version = versionIn(spec) ?? clusterVersion(document, file) ?? versionBy(api, kind);
  const isV1 = api === 'v1';
  const parts = (partsOf[kind]?.(spec) ?? []).flatMap((part) => {
    const managed = part.managed && (isV1 ? withNewer(part.managed) : part.managed);
    return regionsOfPart({ ...part, ...(managed && { managed }) }, kind, version, 'Strimzi', file);
  });
  return [...parts, ...strimziLogging(document, version, file)];
}

function isStrimzis(document: readonly Entry[]): boolean {
  return /^(?:kafka\.strimzi\.io|eventstreams\.ibm\.com)\//.test(topMember(document, 'apiVersion')?.value ?? '');
}

/** A cluster's is beside its configuration, that of what runs beside a cluster at the top. */
function versionIn(spec: Entry | undefined): KafkaVersion | undefined {
  const holder = member(spec, 'kafka') ?? spec;
  return parseVersion(textAt(holder, 'version') ?? '') ?? strimziImageVersion(textAt(holder, 'image') ?? '');
}

/** Strimzi 0.22, which runs Kafka 2.7, was the last to know its first kinds of resources; topics and users had them for longer. */
function versionBy(api: string, kind: string): KafkaVersion | undefined {
  return /^v1(?:alpha1|beta1)$/.test(api) && !/^Kafka(?:Topic|User)$/.test(kind) ? parseVersion('2.7') : undefined;
}

/** What makes the resources that others belong to. */
const owners: Readonly<Record<string, string>> = { KafkaTopic: 'Kafka', KafkaUser: 'Kafka', KafkaConnector: 'KafkaConnect' };

/** The version of the cluster that a topic or a connector belongs to, where that stands in the same file. */
export function clusterVersion(document: readonly Entry[], file: YamlFile): KafkaVersion | undefined {
  const owner = owners[topMember(document, 'kind')?.value ?? ''];
  const name = owner && textAt(topMember(document, 'metadata'), 'labels', 'strimzi.io/cluster');
  if (name === undefined) return undefined;
  const clusters = clustersOf.get(file) ?? clustersIn(file);
  clustersOf.set(file, clusters);
  const cluster = clusters.get(`${owner} ${name}`);
  return cluster && versionIn(topMember(cluster, 'spec'));
}

type Clusters = ReadonlyMap<string, readonly Entry[]>;

/** Looked for once, not by each of a file's topics. */
const clustersOf = new WeakMap<YamlFile, Clusters>();

/** The clusters of a file by kind and name; of those of one name the first. */
function clustersIn({ tree }: YamlFile): Clusters {
  const clusters = new Map<string, readonly Entry[]>();
  const kinds = new Set(Object.values(owners));
  for (const document of tree.documents ?? []) {
    const kind = topMember(document, 'kind')?.value ?? '';
    const id = `${kind} ${textAt(topMember(document, 'metadata'), 'name')}`;
    if (kinds.has(kind) && isStrimzis(document) && !clusters.has(id)) clusters.set(id, document);
  }
  return clusters;
}

/** The config of a part, and the keys in it that count for nothing. */
export function regionsOfPart(
  part: Part,
  kind: string,
  version: KafkaVersion | undefined,
  operator: string,
  file: YamlFile,
): readonly Region[] {
  const { map, role, presets = [] } = part;
  if (map === undefined || (map.kind !== 'map' && map.kind !== 'list')) return [];
  const { circumstances, pieces } = file;
  const said = circumstances.said === 'the comment in the file' ? circumstances.kafka : undefined;
  const kafka = Math.min(said ?? version ?? circumstances.kafka ?? newestVersion(role), newestVersion(role));
  const identity = { role, kafka, family: 'java', why: `${operator} resource of kind \`${kind}\``, whole: false } as const;
  const given = JSON.stringify([identity, [...presets], part.managed?.prefixes]);
  return keptRegions(pieces, [map], 'part', () => sourcesOf(part, map, identity, operator, file), given);
}

function sourcesOf(
  { managed, presets, camel }: Part,
  map: Entry,
  identity: Source['identity'],
  operator: string,
  file: YamlFile,
): readonly Region[] {
  const ignored = (entry: Entry): boolean => managed !== undefined && isManaged(entry.key, managed);
  const own = (entry: Entry): boolean => isMember(entry) && entry.key !== '<<' && !entry.key.startsWith('confluent.');
  const entries = (): Iterable<Entry> =>
    map.kind === 'list' ? (map.children ?? []).flatMap(({ pair }) => pair ?? []) : (map.children ?? []);
  // What the resource is does not hang on what it configures.
  const source = { entries, format: file.tree.format, structural: () => false };
  const regions: Region[] = [
    {
      holders: [map],
      source: {
        ...source,
        identity: { ...identity, ...(managed !== undefined && { setElsewhere: (key: string) => isManaged(key, withNewer(managed)) }) },
        ...(presets !== undefined && { presets }),
        ...(camel && { spelling: camelNames }),
        keyOf: (entry) => (own(entry) && !ignored(entry) ? (camel ? parted(entry.key) : entry.key) : undefined),
      },
    },
  ];
  if (managed !== undefined)
    regions.push({
      holders: [map],
      source: {
        ...source,
        identity: { ...identity, role: 'none', managedBy: operator, managedRole: identity.role },
        keyOf: (entry) => (own(entry) && ignored(entry) ? entry.key : undefined),
      },
    });
  return regions;
}

/** `producerByteRate` is Kafka's `producer_byte_rate`; names in capitals are no quotas. */
const camelNames: Spelling = {
  rewrites: true,
  spell: (key) => {
    const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return parted(name) === key ? name : undefined;
  },
};

function parted(name: string): string | undefined {
  return /^[a-z]+(?:[A-Z][a-z]+)*$/.test(name) ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : undefined;
}

const partsOf: Readonly<Record<string, (spec: Entry | undefined) => readonly Part[]>> = {
  Kafka: (spec) => [{ map: member(spec, 'kafka', 'config'), role: 'broker', managed: managedBroker }],
  EventStreams: (spec) => [{ map: member(spec, 'kafka', 'config'), role: 'broker', managed: managedBroker }],
  KafkaTopic: (spec) => [{ map: member(spec, 'config'), role: 'topic' }],
  KafkaUser: (spec) => [{ map: member(spec, 'quotas'), role: 'user', camel: true }],
  KafkaConnect: (spec) => [
    { map: member(spec, 'config'), role: 'connect-distributed', managed: managedWorker, presets: workerPresets(spec) },
  ],
  KafkaConnectS2I: (spec) => [
    { map: member(spec, 'config'), role: 'connect-distributed', managed: managedWorker, presets: workerPresets(spec) },
  ],
  KafkaConnector: (spec) => [
    { map: member(spec, 'config'), role: 'connector', managed: managedConnector, presets: classPreset(textAt(spec, 'class')) },
  ],
  KafkaMirrorMaker2: mirrorParts,
  KafkaMirrorMaker: (spec) => [
    { map: member(spec, 'consumer', 'config'), role: 'consumer', managed: managedConsumer },
    { map: member(spec, 'producer', 'config'), role: 'producer', managed: managedClient },
  ],
  KafkaBridge: (spec) => [
    { map: member(spec, 'producer', 'config'), role: 'producer', managed: managedClient },
    { map: member(spec, 'consumer', 'config'), role: 'consumer', managed: managedConsumer },
    { map: member(spec, 'adminClient', 'config'), role: 'admin', managed: managedClient },
  ],
};

/** What `KafkaConnectConfiguration.DEFAULTS` and newer resources' own fields put in. */
function workerPresets(spec: Entry | undefined): ReadonlyMap<string, string> {
  const json = 'org.apache.kafka.connect.json.JsonConverter';
  return new Map([
    ['bootstrap.servers', textAt(spec, 'bootstrapServers') ?? 'kafka:9092'],
    ['group.id', textAt(spec, 'groupId') ?? 'connect-cluster'],
    ['offset.storage.topic', textAt(spec, 'offsetStorageTopic') ?? 'connect-cluster-offsets'],
    ['config.storage.topic', textAt(spec, 'configStorageTopic') ?? 'connect-cluster-configs'],
    ['status.storage.topic', textAt(spec, 'statusStorageTopic') ?? 'connect-cluster-status'],
    ['key.converter', json],
    ['value.converter', json],
  ]);
}

function classPreset(name: string | undefined): ReadonlyMap<string, string> {
  return new Map(name === undefined ? [] : [['connector.class', name]]);
}

/** The cluster that Connect runs on holds the worker's configuration; those it only reads from hold a client's. */
function mirrorParts(spec: Entry | undefined): readonly Part[] {
  const target = textAt(spec, 'connectCluster');
  const clusters = (member(spec, 'clusters')?.children ?? []).map((cluster): Part => {
    const isTarget = textAt(cluster, 'alias') === target || target === undefined;
    return isTarget
      ? { map: member(cluster, 'config'), role: 'connect-distributed', managed: managedWorker, presets: workerPresets(spec) }
      : { map: member(cluster, 'config'), role: 'client', managed: managedWorker };
  });
  const newTarget: Part = {
    map: member(spec, 'target', 'config'),
    role: 'connect-distributed',
    managed: managedWorker,
    presets: workerPresets(spec),
  };
  return [...clusters, newTarget, ...(member(spec, 'mirrors')?.children ?? []).flatMap(flowParts)];
}

function flowParts(mirror: Entry): readonly Part[] {
  const connectors = ['Source', 'Checkpoint', 'Heartbeat'].map((kind): Part => {
    const config = member(mirror, `${kind.toLowerCase()}Connector`, 'config');
    return {
      map: config,
      role: 'connector',
      managed: managedConnector,
      presets: classPreset(`org.apache.kafka.connect.mirror.Mirror${kind}Connector`),
    };
  });
  return [...connectors, { map: member(mirror, 'source', 'config'), role: 'client', managed: managedWorker }];
}
