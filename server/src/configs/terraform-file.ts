import { type Entry, holdsText, type Tree } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import type { Role } from '../schema/roles.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import type { Circumstances, Placement } from './placement.ts';
import { placeRegions, type Region, textAt } from './regions.ts';

/** An attribute of a resource that holds properties, as a text or as a map. */
interface Attribute {
  readonly name: string;
  readonly role: Role;
  /** The attribute that names the release. */
  readonly version?: string;
  readonly service?: 'msk';
}

/** Resources by their type: those of the providers of AWS and Confluent, and the community's for Kafka (Mongey/terraform-provider-kafka). */
const attributes: Readonly<Record<string, Attribute>> = {
  aws_msk_configuration: { name: 'server_properties', role: 'broker', version: 'kafka_versions', service: 'msk' },
  aws_mskconnect_connector: { name: 'connector_configuration', role: 'connector', version: 'kafkaconnect_version' },
  aws_mskconnect_worker_configuration: { name: 'properties_file_content', role: 'connect-distributed' },
  confluent_kafka_topic: { name: 'config', role: 'topic' },
  kafka_topic: { name: 'config', role: 'topic' },
  // A module around one of Amazon's configurations.
  module: { name: 'server_properties', role: 'broker', version: 'kafka_versions' },
};

/** What Terraform's resources hand to Kafka. */
export function placeTerraform(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'terraform') return undefined;
  const resources = (tree.documents ?? []).flat();
  return placeRegions(
    resources.flatMap((resource) => regionsOf(resource, tree, circumstances)),
    () => true,
  );
}

function regionsOf(resource: Entry, tree: Tree, circumstances: Circumstances): readonly Region[] {
  const attribute = attributes[resource.key];
  const holder = attribute && resource.children?.find(({ key, children }) => key === attribute.name && children !== undefined);
  const entries = holder?.children ?? [];
  if (attribute === undefined || holder === undefined || entries.length === 0) return [];
  const { role, version, service, name } = attribute;
  const said = version === undefined ? undefined : versionOf(textAt(resource, version) ?? '');
  const kafka = Math.min(circumstances.kafka ?? said ?? versionFrom(role, entries), newestVersion(role));
  const why = resource.key === 'module' ? `\`${name}\` of a module` : `\`${resource.key}\``;
  const identity = { role, kafka, family: 'java', ...(service && { service }), why, whole: false } as const;
  const source = {
    entries: () => entries,
    format: holdsText(holder) ? properties : tree.format,
    identity,
    // What begins with `confluent.` is Confluent's own.
    keyOf: ({ key }: Entry) => (key.startsWith('confluent.') ? undefined : key),
    structural: () => true,
  };
  return [{ holders: [holder], source }];
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
