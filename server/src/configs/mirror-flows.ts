import { splitList } from '../schema/value.ts';
import { atLeast, type KafkaVersion } from '../schema/version.ts';
import { hasPlaceholder } from './placeholder.ts';

/** Where the offsets of one cluster are matched with those of the other (KIP-716). */
export type End = 'source' | 'target';

/** What MirrorMaker 2 makes of the `clusters` and flows of its file. */
export interface MirrorFlows {
  readonly clusters: ReadonlySet<string>;
  /** Whether it makes anything for a flow: a worker on the target, and the connector of heartbeats at least (`MirrorMakerConfig#clusterPairs`). */
  readonly isBuilt: (source: string, target: string) => boolean;
  /** Whether the flow replicates (`MirrorConnectorConfig#enabled`). */
  readonly replicates: (source: string, target: string) => boolean;
  /** Whether a flow that replicates keeps its offset syncs there. */
  readonly syncsAt: (source: string, target: string, end: End) => boolean;
}

/** Gives what the file says under a key, as it stands there. */
type Look = (key: string) => string | undefined;

/** Reads the flows of a file. What a placeholder hides counts as switched on. */
export function mirrorFlows(look: Look, kafka: KafkaVersion): MirrorFlows {
  const clusters = new Set(splitList((look('clusters') ?? '').trim()).filter((name) => name !== ''));
  const own = (source: string, target: string, key: string) => look(`${source}->${target}.${key}`);
  const isBuilt = (source: string, target: string) => {
    if (source === target || !clusters.has(source) || !clusters.has(target)) return false;
    const heartbeats = own(source, target, heartbeatsKey) ?? look(heartbeatsKey);
    return !atLeast(kafka, '2.7') || heartbeats === undefined || isOn(heartbeats) || isOn(own(source, target, 'enabled'));
  };
  return {
    clusters,
    isBuilt,
    replicates: (source, target) => isBuilt(source, target) && isOn((own(source, target, 'enabled') ?? look('enabled'))?.trim()),
    syncsAt: (source, target, end) => {
      const location = (own(source, target, locationKey) ?? look(locationKey) ?? 'source').trim();
      return location === end || hasPlaceholder(location);
    },
  };
}

const heartbeatsKey = 'emit.heartbeats.enabled';
const locationKey = 'offset-syncs.topic.location';

/** `Boolean.parseBoolean`, which takes no blanks away: anything but `true` is false. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && (value.toLowerCase() === 'true' || hasPlaceholder(value));
}

/** Whether a key has a say in which flows there are: views hang on it. */
export function shapesFlows(key: string): boolean {
  return key === 'clusters' || key === 'enabled' || key === heartbeatsKey || key === locationKey || key.includes('->');
}
