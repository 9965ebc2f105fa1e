import { type Entry, holdsText } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import { looseRegions } from './loose.ts';
import { member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { regionsOfPart } from './strimzi.ts';

/** Koperator's resources: the texts that a cluster's brokers are configured with, and a topic's properties. */
export function koperatorRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  if (!/^kafka\.banzaicloud\.io\//.test(topMember(document, 'apiVersion')?.value ?? '')) return undefined;
  const kind = topMember(document, 'kind')?.value ?? '';
  const spec = topMember(document, 'spec');
  if (kind === 'KafkaTopic') return regionsOfPart({ map: member(spec, 'config'), role: 'topic' }, kind, undefined, 'Koperator', file);
  if (kind !== 'KafkaCluster' || spec === undefined) return [];
  const kafka = versionOf(spec, file);
  const texts = brokerTexts(spec).flatMap((text) => textRegion(text, kafka));
  return [...texts, ...looseRegions(otherTexts(spec), file)];
}

/** `readOnlyConfig` of the cluster and of each broker, and what brokers are given while they run. */
function brokerTexts(spec: Entry): readonly Entry[] {
  return textsOf([
    member(spec, 'readOnlyConfig'),
    member(spec, 'clusterWideConfig'),
    ...(member(spec, 'brokers')?.children ?? []).map((broker) => member(broker, 'readOnlyConfig')),
    ...brokerConfigs(spec).map((config) => member(config, 'config')),
  ]);
}

/** How brokers log, and all that Cruise Control is given. */
function otherTexts(spec: Entry): readonly Entry[] {
  const cruiseControl = member(spec, 'cruiseControlConfig');
  const logging = textsOf(brokerConfigs(spec).map((config) => member(config, 'log4jConfig')));
  return cruiseControl === undefined ? logging : [...logging, cruiseControl];
}

/** What is said of groups of brokers, and of each broker. */
function brokerConfigs(spec: Entry): readonly Entry[] {
  const groups = member(spec, 'brokerConfigGroups')?.children ?? [];
  const brokers = member(spec, 'brokers')?.children ?? [];
  return [...groups, ...brokers.flatMap((broker) => member(broker, 'brokerConfig') ?? [])];
}

function textsOf(entries: readonly (Entry | undefined)[]): readonly Entry[] {
  return entries.flatMap((entry) => (entry !== undefined && holdsText(entry) ? [entry] : []));
}

/** The image's tag ends with Kafka's release; brokers that are told of ZooKeeper are of 3.9 at most. */
function versionOf(spec: Entry, { circumstances }: YamlFile): KafkaVersion {
  const said = circumstances.said === 'the comment in the file' ? circumstances.kafka : undefined;
  const image = parseVersion(/:[\d.]+-(\d+\.\d+\.\d+)/.exec(textAt(spec, 'clusterImage') ?? '')?.[1] ?? '');
  const zooKeeper = member(spec, 'zkAddresses') !== undefined && textAt(spec, 'kRaft') !== 'true' ? parseVersion('3.9') : undefined;
  return Math.min(said ?? image ?? circumstances.kafka ?? zooKeeper ?? newestVersion('broker'), newestVersion('broker'));
}

function textRegion(text: Entry, kafka: KafkaVersion): Region {
  const why = `\`${text.key}\` of a resource of kind \`KafkaCluster\``;
  return {
    holders: [text],
    source: {
      entries: () => text.children ?? [],
      format: properties,
      identity: { role: 'broker', kafka, family: 'java', why, whole: false },
      structural: () => false,
    },
  };
}
