import type { Entry } from '../formats/format.ts';
import { innerTree } from '../formats/inner-tree.ts';
import { properties } from '../formats/properties.ts';
import { whole } from '../formats/whole.ts';
import type { Identity } from './config.ts';
import { detect, isCue, isCueByValue } from './detect.ts';
import { frameworkRegion } from './framework-text.ts';
import { frameworkOf, isFrameworkCue } from './frameworks.ts';
import { log4j2Source } from './log4j2-file.ts';
import { hasPlaceholder } from './placeholder.ts';
import type { Circumstances } from './placement.ts';
import { versionFor, wholeRoles } from './properties-file.ts';
import type { Region, YamlFile } from './regions.ts';
import { circumstancesNear } from './version-near.ts';
import { versionAround } from './versions-around.ts';

/** The config that a text within another document is, taken for what its own keys say. */
export function textRegion(text: Entry, file: YamlFile): readonly Region[] {
  const [only] = text.children ?? [];
  if (only?.format?.id === 'whole') return log4j2Region(text, only, file.circumstances);
  const program = frameworkRegion(text, file);
  if (program !== undefined) return [program];
  const identified = identify(text, file);
  if (identified === undefined) return [];
  const { identity, open, told } = identified;
  const before = JSON.stringify([identity, open, told]);
  const isSame = (): boolean => {
    const now = isOfProgram(text, file) ? undefined : identify(text, file);
    return now !== undefined && JSON.stringify([now.identity, now.open, now.told]) === before;
  };
  const logs = identity.family.startsWith('log4j');
  return [
    {
      holders: [text],
      source: {
        entries: () => text.children ?? [],
        format: properties,
        identity,
        structural: logs
          ? ({ key }) => isFrameworkCue(key) || detect(text.children ?? [], text.key).family !== identity.family
          : (entry) => open || isCue(entry) || isFrameworkCue(entry.key) || hasPlaceholder(entry.value),
        byValue: logs ? () => true : (entry) => isCueByValue(entry) || hasPlaceholder(entry.value),
        isSame,
      },
    },
  ];
}

function isOfProgram(text: Entry, { circumstances }: YamlFile): boolean {
  const inner = innerTree(text);
  return inner !== undefined && frameworkOf({ ...inner, format: properties }, { ...circumstances, path: text.key }) !== undefined;
}

interface Identified {
  readonly identity: Pick<Identity, 'role' | 'kafka' | 'family' | 'why' | 'whole'>;
  /** True where most keys have to be known: any of them may change the verdict. */
  readonly open: boolean;
  /** What it says that counts for other texts beside it. */
  readonly told: readonly boolean[];
}

/** What a text is taken for. */
function identify(text: Entry, file: YamlFile): Identified | undefined {
  const entries = text.children ?? [];
  const { role, family, why: reason, open = false } = detect(entries, text.key);
  const logs = family.startsWith('log4j');
  // The logging of a program around Kafka is its own affair.
  if (logs && isOfAnother(text)) return undefined;
  if (ecosystem.test(text.key) || (role === 'none' && family === 'java')) return undefined;
  const find = (key: string): Entry | undefined => entries.find((entry) => entry.key === key);
  const { kafka, why } = logs ? logVersion(text, file) : versionFor(role, circumstancesNear(text, role, file), find);
  const reasons = [`\`${text.key}\`: ${reason}`, why].filter((part) => part !== '').join('; ');
  return {
    identity: { role, kafka, family, why: reasons, whole: wholeRoles.has(role) && isWhole(text, entries) },
    open: open || role === 'topic' || role === 'client',
    told: ['zookeeper.connect', 'process.roles'].map((key) => find(key) !== undefined),
  };
}

/** A log belongs to the broker that stands beside it, or to what the file runs. */
function logVersion(text: Entry, file: YamlFile): ReturnType<typeof versionFor> {
  const { circumstances } = file;
  const said = circumstances.said === 'the comment in the file' ? circumstances.kafka : undefined;
  const around = said ?? versionAround(file);
  const beside = (text.parent?.children ?? []).flatMap(({ children }) => children ?? []);
  return versionFor('broker', around === undefined ? circumstances : { ...circumstances, kafka: around }, (key) =>
    beside.find((entry) => entry.key === key),
  );
}

function log4j2Region(text: Entry, only: Entry, circumstances: Circumstances): readonly Region[] {
  const source = isOfAnother(text) ? undefined : log4j2Source(only, whole, text.key, circumstances);
  if (source === undefined) return [];
  // What is typed into it changes nothing else, as long as it can be told what it is.
  const structural = (entry: Entry): boolean => log4j2Source(entry, whole, text.key, circumstances) === undefined;
  return [{ holders: [text], source: { ...source, entries: () => text.children ?? [], structural } }];
}

function isOfAnother({ parent }: Entry): boolean {
  const names = parent?.children?.map(({ key }) => key) ?? [];
  return (
    names.some((name) => ecosystem.test(name)) || (names.some((name) => others.test(name)) && !names.some((name) => kafkas.test(name)))
  );
}

/** What ZooKeeper and other programs that log are configured with, and what Kafka's are. */
const others = /zookeeper|^zoo|flink|spark|hadoop|(?:core|hdfs|yarn|hbase|hive)-site|logback|nifi|storm|solr|pulsar/i;
const kafkas = /^(?!.*(?:zookeeper|log4j)).*(?:kafka|server|broker|kraft|controller|connect).*\.(?:properties|config|conf|cfg)/i;

/** Programs around Kafka with keys of their own beside Kafka's. */
const ecosystem = /schema-?registry|kafka-?rest|rest-?proxy|ksql|control-?center|cruise-?control|capacity/i;

/** What has a file's name and says who it is. Others are pieces that something puts into a file. */
function isWhole(text: Entry, entries: readonly Entry[]): boolean {
  const identifying = ['process.roles', 'node.id', 'broker.id', 'zookeeper.connect', 'bootstrap.servers', 'connector.class', 'clusters'];
  return /\.properties$/.test(text.key) && !hasTemplate(text) && entries.some(({ key }) => identifying.includes(key));
}

/** Templates put lines in that are not there to read. */
function hasTemplate(text: Entry): boolean {
  return /\{\{|\{%|^[ \t]*#init#|\$\{/m.test(text.value);
}
