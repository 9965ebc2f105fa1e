import type { Config } from '../../configs/config.ts';
import { type MirrorFlows, mirrorFlows } from '../../configs/mirror-flows.ts';
import { splitList } from '../../schema/value.ts';

/** A replication flow that keys of the file name: `{source}->{target}.…`. */
export interface Flow {
  readonly source: string;
  readonly target: string;
}

/** What MirrorMaker makes of the flows of its file. */
export function flowsOf(config: Config): MirrorFlows {
  const keys = Array.from(config.settings(), ({ key }) => key);
  return mirrorFlows((key) => config.get(key)?.entry.value, keys, config.kafka, clustersOf(config));
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** The clusters that `clusters` names; undefined where it is not set or not known. */
export function clustersOf(config: Config): ReadonlySet<string> | undefined {
  const setting = config.get('clusters');
  if (setting === undefined) return undefined;
  const read = known.get(setting);
  if (read !== undefined || setting.unknown) return read;
  const names = new Set(splitList(setting.value).filter((name) => name !== ''));
  known.set(setting, names);
  return names;
}

/** The flow that a key belongs to. */
export function flowOf(key: string): Flow | undefined {
  const [, source, target] = /^(.+?)->(.+?)\./.exec(key) ?? [];
  return source === undefined || target === undefined ? undefined : { source, target };
}

/** Whether heartbeats make Kafka build all flows, enabled or not; undefined where it is not known. */
export function heartbeatsEverywhere(config: Config): boolean | undefined {
  const setting = config.get('emit.heartbeats.enabled');
  if (setting === undefined) return true;
  // `Boolean.parseBoolean` takes no blanks away.
  return setting.unknown ? undefined : setting.entry.value.toLowerCase() === 'true';
}

/** The clusters that a worker or client connects to, and that have no `bootstrap.servers` of their own. */
export function clustersWithoutServers(config: Config): readonly string[] {
  const clusters = clustersOf(config) ?? new Set();
  const used = heartbeatsEverywhere(config) === true ? clusters : clustersInFlows(config);
  const reached = new Set(
    config.views.filter((view) => view.own('bootstrap.servers') !== undefined).map((view) => view.identity.spelling.spell('')),
  );
  return [...clusters].filter((cluster) => used.has(cluster) && !reached.has(`${cluster}.`));
}

/** The clusters between which a flow is switched on. */
function clustersInFlows(config: Config): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { key, value } of config.settings()) {
    const flow = key.endsWith('.enabled') && value.toLowerCase() === 'true' ? flowOf(key) : undefined;
    if (flow !== undefined) used.add(flow.source).add(flow.target);
  }
  return used;
}

/** Whether a flow replicates; undefined where it is not known. `Boolean.parseBoolean`: anything but `true` is false. */
export function isEnabled(config: Config, { source, target }: Flow): boolean | undefined {
  const setting = config.get(`${source}->${target}.enabled`) ?? config.get('enabled');
  if (setting === undefined) return false;
  return setting.unknown ? undefined : setting.value.toLowerCase() === 'true';
}

/** Whether a view is of MirrorMaker's. */
export function isOfMirror({ identity: { parent } }: Config): boolean {
  return parent !== undefined && (parent.role === 'mirror-maker' || isOfMirror(parent));
}
