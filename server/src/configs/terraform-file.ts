import { type Entry, holdsText, type Tree } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import type { Role } from '../schema/roles.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import type { Circumstances, Placement } from './placement.ts';
import { member, placeRegions, type Region } from './regions.ts';

/** The attributes of a resource that hold properties, as texts or as maps: together they are one config. */
interface Holding {
  readonly names: readonly string[];
  readonly role: Role;
  /** The attribute that names the release. */
  readonly version?: string;
  readonly service?: 'msk';
  /** Keys of which the service makes something of its own. */
  readonly own?: RegExp;
}

/** Whatever begins so is Confluent's own; and its managed connectors have other clients than a worker gives them. */
const confluentCloud = /^(?:confluent|(?:producer|consumer|admin)\.override)\./;

/** The same of topics: one property that Kafka dropped is still taken there (`editableTopicSettings` of Confluent's provider). */
const confluentTopic = /^confluent\.|^message\.timestamp\.difference\.max\.ms$/;

const connector: Holding = { names: ['config', 'config_sensitive'], role: 'connector' };
const topic: Holding = { names: ['config'], role: 'topic', own: confluentTopic };

/** Resources by their type, of the providers of AWS, Confluent, Google and Aiven, and the community's (Mongey's for Kafka and Connect). */
const holdings: Readonly<Record<string, Holding>> = {
  aws_msk_configuration: { names: ['server_properties'], role: 'broker', version: 'kafka_versions', service: 'msk' },
  aws_mskconnect_connector: { names: ['connector_configuration'], role: 'connector', version: 'kafkaconnect_version' },
  aws_mskconnect_worker_configuration: { names: ['properties_file_content'], role: 'connect-distributed' },
  confluent_connector: { names: ['config_nonsensitive', 'config_sensitive'], role: 'connector', own: confluentCloud },
  confluent_kafka_cluster_config: { names: ['config'], role: 'broker', own: confluentCloud },
  confluent_kafka_topic: topic,
  confluentcloud_kafka_topic: topic,
  kafka_topic: { ...topic, own: confluentCloud },
  google_managed_kafka_topic: { names: ['configs'], role: 'topic' },
  google_managed_kafka_connector: { names: ['configs'], role: 'connector' },
  aiven_kafka_connector: connector,
  kafka_connect_connector: connector,
  'kafka-connect_connector': connector,
  // A module around one of Amazon's configurations.
  module: { names: ['server_properties'], role: 'broker', version: 'kafka_versions' },
};

/** A resource or a module, by its type. */
interface Resource {
  readonly type: string;
  readonly entry: Entry;
}

/** What Terraform's resources hand to Kafka, in its own language or in JSON. */
export function placeTerraform(tree: Tree, circumstances: Circumstances): Placement | undefined {
  const resources = resourcesOf(tree, circumstances.path);
  const regions = resources?.flatMap((resource) => regionsOf(resource, tree, circumstances)) ?? [];
  return resources === undefined ? undefined : placeRegions(regions, () => true);
}

function resourcesOf({ format, documents = [] }: Tree, path: string): readonly Resource[] | undefined {
  if (format.id === 'terraform') return documents.flat().map((entry) => ({ type: entry.key, entry }));
  return format.id === 'json' && /\.(?:tf|tofu)\.json$/i.test(path)
    ? documents.flat().flatMap(membersOf).flatMap(resourcesBelow)
    : undefined;
}

/** `resource: {TYPE: {NAME: {…}}}`, `module: {NAME: {…}}`; at each step there may be a list of such maps. */
function resourcesBelow(top: Entry): readonly Resource[] {
  if (top.key === 'module') return membersOf(top).flatMap((named) => mapsOf(named).map((entry) => ({ type: 'module', entry })));
  if (top.key !== 'resource') return [];
  return membersOf(top).flatMap((typed) =>
    membersOf(typed)
      .flatMap(mapsOf)
      .map((entry) => ({ type: typed.key, entry })),
  );
}

function membersOf(entry: Entry): readonly Entry[] {
  return mapsOf(entry).flatMap(({ children = [] }) => children);
}

function mapsOf(entry: Entry): readonly Entry[] {
  return entry.kind === 'list' ? (entry.children ?? []) : [entry];
}

function regionsOf({ type, entry: resource }: Resource, tree: Tree, circumstances: Circumstances): readonly Region[] {
  const holding = Object.hasOwn(holdings, type) ? holdings[type] : undefined;
  const holders = (resource.children ?? []).filter(({ key, children }) => holding?.names.includes(key) && children !== undefined);
  const entries = holders.flatMap(({ children = [] }) => children);
  if (holding === undefined || entries.length === 0) return [];
  const { role, version, service, names, own } = holding;
  const said = version === undefined ? undefined : versionOf(textOf(member(resource, version)));
  const kafka = Math.min(circumstances.kafka ?? said ?? versionFrom(role, entries), newestVersion(role));
  const why = type === 'module' ? `\`${names[0]}\` of a module` : `\`${type}\``;
  const identity = { role, kafka, family: 'java', ...(service && { service }), why, whole: false } as const;
  const source = {
    entries: () => entries,
    format: holders.some(holdsText) ? properties : tree.format,
    identity,
    keyOf: ({ key }: Entry) => (own?.test(key) ? undefined : key),
    structural: () => true,
  };
  return [{ holders, source }];
}

/** An attribute's text; of a list in JSON its items, as Terraform's own language has them. */
function textOf(attribute: Entry | undefined): string {
  return attribute?.children?.map(({ value }) => `"${value}"`).join() ?? attribute?.value ?? '';
}

/** `["3.5.1"]`, `["3.7.x.kraft"]`: the newest that is named. MSK's own suffixes do not count. */
function versionOf(text: string): KafkaVersion | undefined {
  const named = [...text.matchAll(/"(\d+\.\d+(?:\.\d+)?)/g)].map(
    ([, version]) => parseVersion(version ?? '') ?? parseVersion((version ?? '').replace(/\.\d+$/, '')),
  );
  const known = named.filter((version) => version !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Whoever sets properties of ZooKeeper means a version that has one. */
function versionFrom(role: Role, entries: readonly Entry[]): KafkaVersion {
  const zooKeeper = role === 'broker' && entries.some(({ key }) => key.startsWith('zookeeper.'));
  return (zooKeeper ? parseVersion('3.9') : undefined) ?? newestVersion(role);
}
