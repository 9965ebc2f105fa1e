import { splitList } from '../schema/value.ts';
import { atLeast, type KafkaVersion } from '../schema/version.ts';
import { hasPlaceholder } from './placeholder.ts';

/** Where the offsets of one cluster are matched with those of the other (KIP-716). */
export type End = 'source' | 'target';

/** A flow, whether keys name it or not. */
interface Pair {
  readonly source: string;
  readonly target: string;
}

/** What MirrorMaker 2 makes of the `clusters` and flows of its file. */
export interface MirrorFlows {
  readonly clusters: ReadonlySet<string>;
  /** The flows between clusters that some key names, in one direction or the other, and one that stands for all the rest: those are alike. */
  readonly pairs: () => Iterable<Pair>;
  /** The clusters that some key names together with this one, and one that stands for all the rest. */
  readonly others: (cluster: string) => readonly string[];
  /** Whether it makes anything for a flow: a worker on the target, and the connector of heartbeats at least (`MirrorMakerConfig#clusterPairs`). */
  readonly isBuilt: (source: string, target: string) => boolean;
  /** Whether the flow replicates (`MirrorConnectorConfig#enabled`). */
  readonly replicates: (source: string, target: string) => boolean;
  /** Whether a flow that replicates keeps its offset syncs there. */
  readonly syncsAt: (source: string, target: string, end: End) => boolean;
}

/** Gives what the file says under a key, as it stands there. */
type Look = (key: string) => string | undefined;

/** Reads the flows of a file that has these keys, and of its clusters where they are known already. What a placeholder hides counts as switched on. */
export function mirrorFlows(
  look: Look,
  keys: Iterable<string>,
  kafka: KafkaVersion,
  clusters: ReadonlySet<string> = new Set(splitList((look('clusters') ?? '').trim()).filter((name) => name !== '')),
): MirrorFlows {
  const named = namedTogether(keys, clusters);
  // Of most pairs no key says anything.
  const own = (source: string, target: string, key: string) =>
    named.get(source)?.has(target) === true ? look(`${source}->${target}.${key}`) : undefined;
  const isBuilt = (source: string, target: string) => {
    if (source === target || !clusters.has(source) || !clusters.has(target)) return false;
    const heartbeats = own(source, target, heartbeatsKey) ?? look(heartbeatsKey);
    return !atLeast(kafka, '2.7') || heartbeats === undefined || isOn(heartbeats) || isOn(own(source, target, 'enabled'));
  };
  const others = (cluster: string) => [...(named.get(cluster) ?? []), ...first(clusters, (one) => isUnnamed(named, cluster, one))];
  return {
    clusters,
    others,
    pairs: () => pairsOf(clusters, named),
    isBuilt,
    replicates: (source, target) => isBuilt(source, target) && isOn((own(source, target, 'enabled') ?? look('enabled'))?.trim()),
    syncsAt: (source, target, end) => {
      // Before 3.0 they are kept at the source (KIP-716).
      if (!atLeast(kafka, '3.0')) return end === 'source';
      const location = (own(source, target, locationKey) ?? look(locationKey) ?? 'source').trim();
      return location === end || hasPlaceholder(location);
    },
  };
}

/** Each cluster with those that a key of a flow names together with it. */
type Named = ReadonlyMap<string, ReadonlySet<string>>;

function namedTogether(keys: Iterable<string>, clusters: ReadonlySet<string>): Named {
  const named = new Map<string, Set<string>>();
  const add = (one: string, other: string) => named.set(one, (named.get(one) ?? new Set()).add(other));
  for (const key of keys) {
    const arrow = key.indexOf('->');
    const source = key.slice(0, Math.max(arrow, 0));
    if (!clusters.has(source)) continue;
    for (const target of clustersAt(clusters, key.slice(arrow + 2))) if (target !== source) add(source, target) && add(target, source);
  }
  return named;
}

/** The clusters with whose name and a dot a key begins, the shortest name first. */
export function* clustersAt(clusters: ReadonlySet<string>, key: string): Generator<string> {
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const name = key.slice(0, dot);
    if (clusters.has(name)) yield name;
  }
}

function* pairsOf(clusters: ReadonlySet<string>, named: Named): Generator<Pair> {
  for (const [source, targets] of named) for (const target of targets) yield { source, target };
  for (const source of clusters) {
    for (const target of first(clusters, (one) => isUnnamed(named, source, one))) {
      yield { source, target };
      return;
    }
  }
}

function isUnnamed(named: Named, one: string, other: string): boolean {
  return one !== other && named.get(one)?.has(other) !== true;
}

/** The first that passes, if one does. */
function first(names: Iterable<string>, test: (name: string) => boolean): readonly string[] {
  for (const name of names) if (test(name)) return [name];
  return [];
}

const heartbeatsKey = 'emit.heartbeats.enabled';
const locationKey = 'offset-syncs.topic.location';

/** `Boolean.parseBoolean`, which takes no blanks away: anything but `true` is false. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && (value.toLowerCase() === 'true' || hasPlaceholder(value));
}

/** Whether a key has a say in which flows there are, or is one of a flow. */
export function shapesFlows(key: string): boolean {
  return key === 'clusters' || key === 'enabled' || key === heartbeatsKey || key === locationKey || key.includes('->');
}

/** Whether the value of a key has a say in which flows there are, and not only its name. */
export function shapesFlowsByValue(key: string): boolean {
  return key === 'clusters' || [heartbeatsKey, locationKey, 'enabled'].some((decisive) => key === decisive || key.endsWith(`.${decisive}`));
}

/** What hangs on such keys and their values, in a text: while it is the same, so are the flows. */
export function shapeOfFlows(settings: ReadonlyMap<string, string>): string {
  const clusters = new Set(splitList((settings.get('clusters') ?? '').trim()));
  const values = [...settings].filter(([key]) => shapesFlowsByValue(key)).sort();
  const named = Array.from(namedTogether(settings.keys(), clusters), ([one, others]) => [one, ...[...others].sort()].join(' '));
  return JSON.stringify([values, named.sort()]);
}
