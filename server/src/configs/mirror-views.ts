import { componentTable, tableOf } from '../schema/tables.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { PrefixView, ViewOf } from './client-views.ts';
import { clustersAt, type End, type MirrorFlows, mirrorFlows } from './mirror-flows.ts';
import { type Client, type Shadow, shadowsIn } from './mirror-shadows.ts';
import { presetsOf } from './presets.ts';

const clientKinds: readonly Client[] = ['producer', 'consumer', 'admin'];
const clientKey = /^(?:(source|target)\.)?(producer|consumer|admin)\.(override\.)?(?=.)/;
/** Of the file's own keys MirrorMaker hands these to every worker (`MirrorMakerConfig#workerConfig`). */
export const handedToWorkers =
  /^(offset\.storage|config\.storage|status\.storage|key\.converter|value\.converter|header\.converter|task|worker)/;

/** The views of one cluster: of all that is made for it, and by what stands behind its name those of one kind of client. */
interface Cluster {
  /** Its name with the dot behind it. */
  readonly prefix: string;
  readonly all: PrefixView;
  /** Keys that nothing reads, where no flow goes to the cluster. */
  readonly unread: PrefixView | undefined;
  readonly ofClient: (client: Client) => PrefixView;
}

/**
 * MirrorMaker 2: `{cluster}.` is a Connect worker's configuration where the cluster is the target of a flow, and that of the flow's clients
 * where it is the source; `{cluster}.producer.` and its kin are clients of one kind (`MirrorMakerConfig#clusterProps`), and
 * `{source}->{target}.producer.` those of one flow (`MirrorConnectorConfig`).
 */
export function mirrorViews(settings: ReadonlyMap<string, string>, kafka: KafkaVersion): ViewOf {
  const flows = mirrorFlows((key) => settings.get(key), settings.keys(), kafka);
  const ofClients = componentTable('mirror-client', kafka);
  const isOfClients = (key: string) => ofClients.has(key);
  const known = new Map<string, Cluster>();
  const clusterAt = (name: string): Cluster => {
    const cluster = known.get(name) ?? clusterOf(flows, name, kafka, isOfClients);
    known.set(name, cluster);
    return cluster;
  };
  const viewInFlow = flowViews(flows, kafka, clusterAt, isOfClients, shadowsIn(settings, kafka));
  // Keys of one cluster stand together.
  let last: Cluster | undefined;
  return (key) => {
    const arrow = key.indexOf('->');
    if (arrow > 0) return viewInFlow(key.slice(0, arrow), key.slice(arrow + 2));
    if (last === undefined || !key.startsWith(last.prefix)) {
      const name = clusterIn(flows.clusters, key);
      last = name === undefined ? undefined : clusterAt(name);
    }
    return last && viewIn(last, key, isOfClients);
  };
}

/** The cluster with the shortest name that the key begins with. */
function clusterIn(clusters: ReadonlySet<string>, key: string): string | undefined {
  for (const name of clustersAt(clusters, key)) return name;
  return undefined;
}

function viewIn({ prefix, all, unread, ofClient }: Cluster, key: string, isOfClients: (key: string) => boolean): PrefixView {
  const client = clientAt(key, prefix.length);
  if (client !== undefined) return ofClient(client);
  return unread === undefined || isOfClients(key.slice(prefix.length)) ? all : unread;
}

function clientAt(key: string, at: number): Client | undefined {
  if (key.startsWith('producer.', at)) return 'producer';
  if (key.startsWith('consumer.', at)) return 'consumer';
  // A worker's own key, for its REST server; no property of an admin client.
  return key.startsWith('admin.', at) && !key.startsWith('admin.listeners', at) ? 'admin' : undefined;
}

function clusterOf(flows: MirrorFlows, name: string, kafka: KafkaVersion, isOfClients: (key: string) => boolean): Cluster {
  const prefix = `${name}.`;
  const others = flows.others(name);
  const isTarget = others.some((other) => flows.isBuilt(other, name));
  const isSource = others.some((other) => flows.replicates(name, other));
  const why = `no flow goes to \`${name}\``;
  const all: PrefixView = {
    prefix,
    role: isTarget ? 'connect-distributed' : 'client',
    behind: 'root',
    inherits: (key) => isOfClients(key) || (isTarget && handedToWorkers.test(key)),
    ...(!isTarget && !isSource && { unread: why }),
  };
  const known = new Map<Client, PrefixView>();
  const ofClient = (client: Client): PrefixView => {
    const view = known.get(client) ?? viewOfClient(flows, name, client, all, isOfClients, kafka);
    known.set(client, view);
    return view;
  };
  return { prefix, all, unread: isTarget ? undefined : { ...all, unread: why }, ofClient };
}

function viewOfClient(
  flows: MirrorFlows,
  name: string,
  client: Client,
  all: PrefixView,
  isOfClients: (key: string) => boolean,
  kafka: KafkaVersion,
): PrefixView {
  const presets = all.role === 'connect-distributed' ? presetsOf('connect-distributed', client, kafka) : undefined;
  const unread = `no flow makes ${client === 'admin' ? 'an' : 'a'} ${nameOf(client)} for \`${name}\``;
  return {
    prefix: `${all.prefix}${client}.`,
    role: client,
    behind: all,
    inherits: isOfClients,
    ...(presets && { presets }),
    ...(!isReadOnCluster(flows, name, client) && { unread }),
  };
}

function isReadOnCluster(flows: MirrorFlows, cluster: string, client: Client): boolean {
  return flows.others(cluster).some((other) => {
    if (client !== 'consumer' && flows.isBuilt(other, cluster)) return true;
    const leaves = flows.replicates(cluster, other);
    if (leaves) return client !== 'producer' || flows.syncsAt(cluster, other, 'source');
    return client === 'consumer' && flows.replicates(other, cluster) && flows.syncsAt(other, cluster, 'target');
  });
}

/** A client's properties among those of a flow; undefined for what is the flow's own. */
function flowViews(
  flows: MirrorFlows,
  kafka: KafkaVersion,
  clusterAt: (name: string) => Cluster,
  isOfClients: (key: string) => boolean,
  shadow: Shadow,
): (source: string, rest: string) => PrefixView | undefined {
  const known = new Map<string, PrefixView>();
  return (source, rest) => {
    const target = clusterIn(flows.clusters, rest);
    const tail = target === undefined ? '' : rest.slice(target.length + 1);
    if (target === undefined || tableOf('mirror-maker', kafka).has(tail)) return undefined;
    const ofEnd = endView(flows, source, target, tail, isOfClients, shadow);
    if (ofEnd !== undefined)
      return memo(known, { ...ofEnd, behind: clusterAt(ofEnd.prefix.endsWith('target.cluster.') ? target : source).all });
    const [prefix, end, kind, override] = clientKey.exec(tail) ?? [];
    if (prefix === undefined) return undefined;
    const whole = `${source}->${target}.${prefix}`;
    const client = kind as Client;
    const presets = override === undefined ? undefined : presetsOf('connect-distributed', client, kafka);
    const behind = clusterAt(isAtTarget(flows, source, target, client, end, override) ? target : source).ofClient(client);
    const unread =
      unreadInFlow(flows, source, target, client, end as End | undefined, override !== undefined) ??
      (end === undefined && override === undefined
        ? shadowedInFlow(flows, source, target, [client], ['source', 'target'], tail.slice(prefix.length), shadow)
        : undefined);
    // What the flow says without an end comes between, where it is about the same cluster.
    const isOfOneEnd = end !== undefined && isAtTarget(flows, source, target, client) === (end === 'target');
    const between: PrefixView = { prefix: `${source}->${target}.${client}.`, role: client, behind };
    return memo(known, {
      prefix: whole,
      role: client,
      behind: isOfOneEnd ? memo(known, between) : behind,
      ...(presets && { presets }),
      ...(unread !== undefined && { unread }),
    });
  };
}

/** Whether a flow's client is one of the target. A task produces with its worker's producer, which is the target's. */
function isAtTarget(flows: MirrorFlows, source: string, target: string, client: Client, end?: string, override?: string): boolean {
  if (end !== undefined) return end === 'target';
  if (override !== undefined || !flows.clusters.has(source)) return true;
  return client === 'producer' && !flows.syncsAt(source, target, 'source');
}

/** One object for one prefix, and one for the keys behind it that nothing reads. */
function memo(known: Map<string, PrefixView>, view: PrefixView): PrefixView {
  const id = `${view.prefix} ${view.unread ?? ''}`;
  const one = known.get(id) ?? view;
  known.set(id, one);
  return one;
}

/** `source.cluster.` and `target.cluster.` of a flow: what its clients on one end have in common. */
function endView(
  flows: MirrorFlows,
  source: string,
  target: string,
  tail: string,
  isOfClients: (key: string) => boolean,
  shadow: Shadow,
): PrefixView | undefined {
  const [prefix, end] = /^(source|target)\.cluster\.(?=.)/.exec(tail) ?? [];
  if (prefix === undefined || !isOfClients(tail.slice(prefix.length))) return undefined;
  const isRead = end === 'target' ? flows.isBuilt(source, target) : flows.replicates(source, target);
  const unread = isRead ? undefined : `the flow makes no client on its ${end}`;
  const why = unread ?? shadowedInFlow(flows, source, target, clientKinds, [end as End], tail.slice(prefix.length), shadow);
  return { prefix: `${source}->${target}.${prefix}`, role: 'client', inherits: isOfClients, ...(why !== undefined && { unread: why }) };
}

function unreadInFlow(
  flows: MirrorFlows,
  source: string,
  target: string,
  client: Client,
  end: End | undefined,
  isOverride: boolean,
): string | undefined {
  if (!isReadInFlow(flows, source, target, client, end))
    return `the flow makes no ${nameOf(client)}${end === undefined ? '' : ` on its ${end}`}`;
  // The connectors are sources: their worker makes others than producers where it produces exactly once.
  return isOverride && client !== 'producer' ? '' : undefined;
}

/** What counts in place of a flow's key for these kinds of clients, on each of the ends where it makes one. */
function shadowedInFlow(
  flows: MirrorFlows,
  source: string,
  target: string,
  clients: readonly Client[],
  ends: readonly End[],
  key: string,
  shadow: Shadow,
): string | undefined {
  const made = clients.flatMap((client) =>
    ends.flatMap((end) => (isReadInFlow(flows, source, target, client, end) ? { client, end } : [])),
  );
  const counting = made.map(({ client, end }) => shadow(source, target, end, client, key));
  const [first] = counting;
  return first === undefined || counting.includes(undefined) ? undefined : `\`${first}\` counts`;
}

function isReadInFlow(flows: MirrorFlows, source: string, target: string, client: Client, end: End | undefined): boolean {
  if (!flows.replicates(source, target)) return client === 'admin' && end !== 'source' && flows.isBuilt(source, target);
  if (client === 'admin' || end === undefined) return true;
  return (client === 'consumer' && end === 'source') || flows.syncsAt(source, target, end);
}

const nameOf = (client: Client) => (client === 'admin' ? 'admin client' : client);
