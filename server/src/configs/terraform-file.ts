import { type Entry, holdsText, type Tree } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import type { Role } from '../schema/roles.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import type { Pieces } from './pieces.ts';
import type { Circumstances, Placement } from './placement.ts';
import type { Source } from './properties-file.ts';
import { keptRegions, member, placeRegions, type Region } from './regions.ts';
import { type Part, partsOf, refers, type TerraformBlock } from './terraform-references.ts';

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
  module: { names: ['server_properties', 'configuration_server_properties'], role: 'broker', version: 'kafka_versions' },
};

/** What Terraform's resources hand to Kafka, in its own language or in JSON. */
export function placeTerraform(tree: Tree, circumstances: Circumstances, pieces: Pieces): Placement | undefined {
  const blocks = blocksOf(tree, circumstances.path);
  if (blocks === undefined) return undefined;
  // What several resources share is configured once.
  const seen = new Map<Entry, Set<Role>>();
  const isNew = (first: Entry, role: Role): boolean => {
    const roles = seen.get(first) ?? new Set();
    seen.set(first, roles);
    return !roles.has(role) && roles.add(role).size > 0;
  };
  const find = (block: TerraformBlock): readonly Region[] => regionsOf(block, blocks, { tree, circumstances, isNew });
  const regions = blocks.flatMap((block) =>
    isAlone(block) ? keptRegions(pieces, [block.entry], block.type, () => find(block)) : find(block),
  );
  return placeRegions(regions, () => true);
}

/** Whether a block has all in itself, so that no other has a say in it. */
function isAlone({ type, entry }: TerraformBlock): boolean {
  return Object.hasOwn(holdings, type) && (entry.children ?? []).every((attribute) => !refers(attribute));
}

function blocksOf({ format, documents = [] }: Tree, path: string): readonly TerraformBlock[] | undefined {
  if (format.id === 'terraform') return documents.flat().map((entry) => ({ type: entry.key, name: entry.value, entry }));
  return format.id === 'json' && /\.(?:tf|tofu)\.json$/i.test(path) ? documents.flat().flatMap(membersOf).flatMap(blocksBelow) : undefined;
}

/** `resource: {TYPE: {NAME: {…}}}`, `module: {NAME: {…}}`, `locals: {…}`; at each step there may be a list of such maps. */
function blocksBelow(top: Entry): readonly TerraformBlock[] {
  if (top.key === 'locals') return mapsOf(top).map((entry) => ({ type: 'locals', entry }));
  if (top.key === 'module' || top.key === 'variable')
    return membersOf(top).flatMap((named) => mapsOf(named).map((entry) => ({ type: top.key, name: named.key, entry })));
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

/** What the regions of a file's blocks are found with. */
interface Finding {
  readonly tree: Tree;
  readonly circumstances: Circumstances;
  /** Whether nobody has had a part yet, by its first entry. */
  isNew(first: Entry, role: Role): boolean;
}

function regionsOf({ type, entry: resource }: TerraformBlock, blocks: readonly TerraformBlock[], file: Finding): readonly Region[] {
  const holding = Object.hasOwn(holdings, type) ? holdings[type] : undefined;
  if (holding === undefined) return [];
  const attributes = (resource.children ?? []).filter(({ key }) => holding.names.includes(key));
  const values = attributes.map((attribute) => partsOf(attribute, resource, blocks));
  // What an attribute is put together from is looked at piece by piece: which of two counts is not known.
  const whole = values.every((value) => value.whole);
  const parts = values.flatMap((value) => value.parts).filter(({ entries }) => entries.length > 0);
  const identity = identityOf(type, holding, resource, parts, file.circumstances);
  const fresh = parts.filter(({ entries: [first] }) => first !== undefined && file.isNew(first, holding.role));
  if (whole) return fresh.length === 0 ? [] : [regionOf(fresh, holding, identity, file)];
  return fresh.map((part) => regionOf([part], holding, { ...identity, overlay: true }, file));
}

function identityOf(
  type: string,
  { role, version = '', service, names }: Holding,
  resource: Entry,
  parts: readonly Part[],
  circumstances: Circumstances,
): Source['identity'] {
  const said = versionOf(textOf(member(resource, version) ?? member(resource, version.replace(/s$/, ''))));
  const entries = parts.flatMap((part) => part.entries);
  const kafka = Math.min(circumstances.kafka ?? said ?? versionFrom(role, entries), newestVersion(role));
  const why = type === 'module' ? `\`${names[0]}\` of a module` : `\`${type}\``;
  return { role, kafka, family: 'java', ...(service && { service }), why, whole: false };
}

function regionOf(parts: readonly Part[], { own }: Holding, identity: Source['identity'], { tree }: Finding): Region {
  const entries = parts.flatMap((part) => part.entries);
  const texts = new Set(parts.flatMap(({ holder }) => (holdsText(holder) ? holder : [])));
  const members = new Set(entries.filter(({ parent }) => parent === undefined || !texts.has(parent)));
  const isIn = ({ parent }: Entry, holders: ReadonlySet<Entry>): boolean => parent !== undefined && holders.has(parent);
  const keyOf = (entry: Entry): string | undefined =>
    (members.has(entry) || isIn(entry, texts)) && entry.kind !== 'map' && !own?.test(entry.key) ? entry.key : undefined;
  // A line that comes to others, or goes from them, changes nothing but the release that they are for.
  const structural = (entry: Entry): boolean => !isIn(entry, texts) || tells.test(entry.key) || isEmpty(entry.parent);
  const source = { entries: () => entries, format: texts.size > 0 ? properties : tree.format, identity, keyOf, structural };
  return { holders: [...new Set(parts.map(({ holder }) => holder))], source };
}

function isEmpty(text: Entry | undefined): boolean {
  return text?.children?.length === 0;
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

const tells = /^zookeeper\./;

/** Whoever sets properties of ZooKeeper means a version that has one. */
function versionFrom(role: Role, entries: readonly Entry[]): KafkaVersion {
  const zooKeeper = role === 'broker' && entries.some(({ key }) => tells.test(key));
  return (zooKeeper ? parseVersion('3.9') : undefined) ?? newestVersion(role);
}
