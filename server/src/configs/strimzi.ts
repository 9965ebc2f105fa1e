import type { Entry } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import { isVariable } from './containers.ts';
import { strimziImageVersion } from './images.ts';
import type { Source } from './properties-file.ts';
import { keptRegions, member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { strimziLogging } from './strimzi-logging.ts';

/** A map of properties within a resource, and what the operator does with it. */
export interface Part {
  readonly map: Entry | undefined;
  readonly role: Role;
  /** Keys that the operator sets itself: these and all that begin with them, but for the exceptions. */
  readonly managed?: Managed;
  readonly presets?: ReadonlyMap<string, string>;
}

interface Managed {
  readonly prefixes: readonly string[];
  readonly exceptions: readonly string[];
  /** What releases that have the `v1` API set as well. */
  readonly newer?: readonly string[];
}

/** Strimzi's resources, and those of IBM's Event Streams, which is built on it: the `config` maps of each kind, with the version that the resource names. */
export function strimziRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  if (!isStrimzis(document)) return undefined;
  const kind = topMember(document, 'kind')?.value ?? '';
  const spec = kind === 'EventStreams' ? member(topMember(document, 'spec'), 'strimziOverrides') : topMember(document, 'spec');
  const version = versionIn(spec) ?? clusterVersion(document, file);
  const isV1 = topMember(document, 'apiVersion')?.value.endsWith('/v1') === true;
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

/** What makes the resources that others belong to. */
const owners: Readonly<Record<string, string>> = { KafkaTopic: 'Kafka', KafkaConnector: 'KafkaConnect' };

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
  { managed, presets }: Part,
  map: Entry,
  identity: Source['identity'],
  operator: string,
  file: YamlFile,
): readonly Region[] {
  const ignored = (entry: Entry): boolean => managed !== undefined && isManaged(entry.key, managed);
  const own = (entry: Entry): boolean => isVariable(entry) && entry.key !== '<<' && !entry.key.startsWith('confluent.');
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
        keyOf: (entry) => (own(entry) && !ignored(entry) ? entry.key : undefined),
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

/** `AbstractConfiguration.filterForbidden`. */
function isManaged(key: string, { prefixes, exceptions }: Managed): boolean {
  const lower = key.toLowerCase();
  if (ofListener.test(lower)) return false;
  // A prefix that is a whole key.
  const begins = (prefix: string): boolean => (prefix.endsWith('$') ? `${lower}$` === prefix : lower.startsWith(prefix));
  return prefixes.some(begins) && !exceptions.some((exception) => lower.startsWith(exception));
}

/** `ALLOWED_PER_LISTENER_CONFIGS` */
const ofListener = /^listener\.name\.[^.]+\.(?:connections\.max\.reauth\.ms|max\.connections|max\.connection\.creation\.rate)$/;

function managed(prefixes: string, exceptions = '', newer = ''): Managed {
  const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
  return { prefixes: words(prefixes.toLowerCase()), exceptions: words(exceptions.toLowerCase()), newer: words(newer.toLowerCase()) };
}

function withNewer({ prefixes, exceptions, newer = [] }: Managed): Managed {
  return { prefixes: [...prefixes, ...newer], exceptions };
}

/** `FORBIDDEN_PREFIXES` and `FORBIDDEN_PREFIX_EXCEPTIONS` of KafkaClusterSpec; exceptions of all releases together. */
const broker = managed(
  'listeners advertised. broker. listener. host.name port inter.broker.listener.name sasl. ssl. security. password. log.dir zookeeper.connect zookeeper.set.acl zookeeper.ssl zookeeper.clientCnxnSocket authorizer. super.user cruise.control.metrics.topic cruise.control.metrics.reporter.bootstrap.servers node.id process.roles controller. metadata.log.dir',
  'zookeeper.connection.timeout.ms sasl.server.max.receive.size ssl.cipher.suites ssl.protocol ssl.enabled.protocols ssl.secure.random.implementation cruise.control.metrics.topic.num.partitions cruise.control.metrics.topic.replication.factor cruise.control.metrics.topic.retention.ms cruise.control.metrics.topic.auto.create cruise.control.metrics.topic.min.insync.replicas broker.session.timeout.ms broker.heartbeat.interval.ms controller.socket.timeout.ms controller.quorum.election.backoff.max.ms controller.quorum.election.timeout.ms controller.quorum.fetch.timeout.ms',
  'zookeeper.metadata.migration.enable client.quota.callback.static. prometheus.metrics.reporter.',
);
const tlsExceptions = 'ssl.endpoint.identification.algorithm ssl.cipher.suites ssl.protocol ssl.enabled.protocols';
/** KafkaConnectSpec, KafkaMirrorMaker2ClusterSpec. */
const worker = managed(
  'ssl. sasl. security. listeners plugin.path rest. bootstrap.servers consumer.interceptor.classes producer.interceptor.classes',
  tlsExceptions,
  'group.id config.storage.topic offset.storage.topic status.storage.topic prometheus.metrics.reporter.',
);
/** KafkaBridgeProducerSpec and its siblings. */
const bridgeClient = managed('ssl. bootstrap.servers sasl. security.', tlsExceptions);
const bridgeConsumer = managed('ssl. bootstrap.servers group.id sasl. security.', tlsExceptions);
/** AbstractConnectorSpec. */
const connectorOwn = managed('connector.class tasks.max', 'tasks.max.enforce', 'name$ connector.plugin.version');

const partsOf: Readonly<Record<string, (spec: Entry | undefined) => readonly Part[]>> = {
  Kafka: (spec) => [{ map: member(spec, 'kafka', 'config'), role: 'broker', managed: broker }],
  EventStreams: (spec) => [{ map: member(spec, 'kafka', 'config'), role: 'broker', managed: broker }],
  KafkaTopic: (spec) => [{ map: member(spec, 'config'), role: 'topic' }],
  KafkaConnect: (spec) => [{ map: member(spec, 'config'), role: 'connect-distributed', managed: worker, presets: workerPresets(spec) }],
  KafkaConnectS2I: (spec) => [{ map: member(spec, 'config'), role: 'connect-distributed', managed: worker, presets: workerPresets(spec) }],
  KafkaConnector: (spec) => [
    { map: member(spec, 'config'), role: 'connector', managed: connectorOwn, presets: classPreset(textAt(spec, 'class')) },
  ],
  KafkaMirrorMaker2: mirrorParts,
  KafkaMirrorMaker: (spec) => [
    { map: member(spec, 'consumer', 'config'), role: 'consumer', managed: bridgeConsumer },
    { map: member(spec, 'producer', 'config'), role: 'producer', managed: bridgeClient },
  ],
  KafkaBridge: (spec) => [
    { map: member(spec, 'producer', 'config'), role: 'producer', managed: bridgeClient },
    { map: member(spec, 'consumer', 'config'), role: 'consumer', managed: bridgeConsumer },
    { map: member(spec, 'adminClient', 'config'), role: 'admin', managed: bridgeClient },
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
      ? { map: member(cluster, 'config'), role: 'connect-distributed', managed: worker, presets: workerPresets(spec) }
      : { map: member(cluster, 'config'), role: 'client', managed: worker };
  });
  const newTarget: Part = {
    map: member(spec, 'target', 'config'),
    role: 'connect-distributed',
    managed: worker,
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
      managed: connectorOwn,
      presets: classPreset(`org.apache.kafka.connect.mirror.Mirror${kind}Connector`),
    };
  });
  return [...connectors, { map: member(mirror, 'source', 'config'), role: 'client', managed: worker }];
}
