import type { Entry, Tree } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import type { Circumstances, Placement } from './placement.ts';
import { placeRegions, type Region, textAt } from './regions.ts';

/** The `server_properties` of Terraform's `aws_msk_configuration`, or of a module around it: a broker's properties, without those that Amazon MSK sets itself. */
export function placeTerraform(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'terraform') return undefined;
  const resources = (tree.documents ?? []).flat().filter(({ key }) => key === 'aws_msk_configuration' || key === 'module');
  return placeRegions(
    resources.flatMap((resource) => regionsOf(resource, circumstances)),
    () => true,
  );
}

function regionsOf(resource: Entry, circumstances: Circumstances): readonly Region[] {
  const holder = resource.children?.find(({ key, style }) => key === 'server_properties' && style === 'block');
  const entries = holder?.children ?? [];
  if (holder === undefined || entries.length === 0) return [];
  const isModule = resource.key === 'module';
  const kafka = circumstances.kafka ?? versionOf(textAt(resource, 'kafka_versions') ?? '') ?? versionFrom(entries);
  const identity = {
    role: 'broker',
    kafka,
    family: 'java',
    ...(!isModule && { service: 'msk' as const }),
    why: isModule ? '`server_properties` of a module' : '`aws_msk_configuration`',
    whole: false,
  } as const;
  return [{ holders: [holder], source: { entries: () => entries, format: properties, identity, structural: () => true } }];
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
function versionFrom(entries: readonly Entry[]): KafkaVersion {
  const zooKeeper = entries.some(({ key }) => key.startsWith('zookeeper.'));
  return (zooKeeper ? parseVersion('3.9') : undefined) ?? newestVersion('broker');
}
