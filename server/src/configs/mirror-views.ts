import type { Entry } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import type { PrefixView, ViewOf } from './properties-file.ts';

const kinds: Readonly<Record<string, Role>> = { producer: 'producer', consumer: 'consumer', admin: 'admin' };

/** The views of one cluster: of all of its clients, and by what stands behind its name those of one kind. */
interface Cluster {
  /** Its name with the dot behind it. */
  readonly prefix: string;
  readonly all: PrefixView;
  readonly ofKind: ReadonlyMap<string, PrefixView>;
}

/**
 * MirrorMaker 2: behind `{cluster}.` stand properties of all of that cluster's clients, behind `{cluster}.producer.` and its kin
 * those of one kind (`MirrorMakerConfig.clusterProps`). Clusters are those that `clusters` names.
 */
export function mirrorViews(entries: Iterable<Entry>): ViewOf {
  const clusters = new Map<string, Cluster>();
  for (const entry of entries) if (entry.key === 'clusters') for (const alias of entry.value.split(',')) addCluster(clusters, alias.trim());
  // Keys of one cluster stand together.
  let last: Cluster | undefined;
  return (key) => {
    if (last === undefined || !key.startsWith(last.prefix)) last = clusterOf(clusters, key);
    return last && viewIn(last, key);
  };
}

function addCluster(clusters: Map<string, Cluster>, alias: string): void {
  const prefix = `${alias}.`;
  const ofKind = Object.entries(kinds).map(([kind, role]) => [kind, { prefix: `${prefix}${kind}.`, role, inherits: true }] as const);
  clusters.set(alias, { prefix, all: { prefix, role: 'client', inherits: true }, ofKind: new Map(ofKind) });
}

/** The cluster with the shortest name that the key begins with. */
function clusterOf(clusters: ReadonlyMap<string, Cluster>, key: string): Cluster | undefined {
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const cluster = clusters.get(key.slice(0, dot));
    if (cluster !== undefined) return cluster;
  }
  return undefined;
}

function viewIn({ prefix, all, ofKind }: Cluster, key: string): PrefixView {
  const next = key.indexOf('.', prefix.length);
  return ofKind.get(key.slice(prefix.length, next === -1 ? key.length : next)) ?? all;
}
