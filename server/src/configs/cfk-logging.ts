import type { Entry } from '../formats/format.ts';
import { type KafkaVersion, latestVersion, parseVersion } from '../schema/version.ts';
import { member, type Region, textAt, topMember, type YamlFile } from './regions.ts';

/**
 * Logging in Confluent's resources: `configOverrides.log4j`, a list of the lines of a log4j 1 file, and `configOverrides.log4j2`, which
 * holds a `Configuration` as `log4j2.yaml` has it. Both go over files of the operator's own. Confluent Platform 8 logs with Log4j2.
 */
export function cfkLogging(document: readonly Entry[], image: KafkaVersion | undefined, kind: string, file: YamlFile): readonly Region[] {
  const overrides = member(topMember(document, 'spec'), 'configOverrides');
  const [list, map] = [member(overrides, 'log4j'), member(overrides, 'log4j2')];
  const version = versionOf(document, image, file);
  // Where the release is not known nothing is said about which of the two it reads.
  return [
    ...(list?.kind === 'list' ? [listRegion(list, version ?? lastOfLog4j1(), kind, file)] : []),
    ...mapRegions(map, version ?? latestVersion(), kind, file),
  ];
}

function lastOfLog4j1(): KafkaVersion {
  return parseVersion('3.9') ?? latestVersion();
}

function versionOf(document: readonly Entry[], image: KafkaVersion | undefined, { circumstances }: YamlFile): KafkaVersion | undefined {
  const said = circumstances.said === 'the comment in the file' ? circumstances.kafka : undefined;
  const version = said ?? image ?? circumstances.kafka;
  const annotations = member(topMember(document, 'metadata'), 'annotations');
  const keepsLog4j1 = textAt(annotations, 'platform.confluent.io/use-log4j1') === 'true';
  if (keepsLog4j1) return Math.min(version ?? lastOfLog4j1(), lastOfLog4j1());
  return version === undefined ? undefined : Math.min(version, latestVersion());
}

function identityOf(kind: string, kafka: KafkaVersion, family: 'log4j1' | 'log4j2') {
  const why = `logging of a Confluent resource of kind \`${kind}\``;
  return { role: 'none', kafka, family, why, whole: false, logging: { by: 'Confluent' } } as const;
}

function listRegion(list: Entry, kafka: KafkaVersion, kind: string, file: YamlFile): Region {
  return {
    holders: [list],
    source: {
      entries: () => (list.children ?? []).flatMap(({ pair }) => pair ?? []),
      format: file.tree.format,
      identity: identityOf(kind, kafka, 'log4j1'),
      keyOf: (entry) => (entry.key.includes('.') ? entry.key : undefined),
      structural: () => false,
    },
  };
}

/** Each member of a map is a setting of its own, by its way from the top; items of lists have none. */
function mapRegions(map: Entry | undefined, kafka: KafkaVersion, kind: string, file: YamlFile): readonly Region[] {
  const root = map?.children?.find(({ key }) => key.toLowerCase() === 'configuration');
  if (map === undefined || root?.kind !== 'map') return [];
  const all = [root, ...membersOf(root)];
  const source = {
    entries: () => all,
    format: file.tree.format,
    identity: identityOf(kind, kafka, 'log4j2'),
    keyOf: (entry: Entry) => (entry === root || (entry.parent !== map && isMember(entry)) ? pathFrom(map, entry) : undefined),
    spelling: { spell: (path: string) => path.replace(/^.*\//s, '') },
    structural: (entry: Entry) => entry.parent === map || isCollection(entry) || entry.kind === 'null' || !isMember(entry),
  };
  return [{ holders: [map, ...all.filter(isCollection)], source }];
}

/** What a list item stands for as a pair is no member of anything. */
function isMember(entry: Entry): boolean {
  return entry.parent?.kind === 'map' && entry.parent.children?.includes(entry) === true;
}

function isCollection({ kind }: Entry): boolean {
  return kind === 'map' || kind === 'list';
}

function* membersOf(map: Entry): Iterable<Entry> {
  for (const child of map.children ?? []) {
    yield child;
    if (isCollection(child)) yield* membersOf(child);
  }
}

function pathFrom(top: Entry, entry: Entry): string {
  return entry.parent === undefined || entry.parent === top ? entry.key : `${pathFrom(top, entry.parent)}/${entry.key}`;
}
