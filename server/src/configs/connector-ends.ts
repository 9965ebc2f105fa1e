import { componentTable } from '../schema/tables.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { PrefixView, ViewOf } from './client-views.ts';

/** Kafka's own connectors that replicate between two clusters. */
export type MirrorKind = 'Source' | 'Checkpoint' | 'Heartbeat';

/** Which of them a `connector.class` is. */
export function mirrorKindOf(className: string | undefined): MirrorKind | undefined {
  const [, kind] =
    /^(?:org\.apache\.kafka\.connect\.mirror\.Mirror(?=\w+Connector$)|Mirror)(Source|Checkpoint|Heartbeat)(?:Connector)?$/.exec(
      className?.trim() ?? '',
    ) ?? [undefined, undefined];
  return kind as MirrorKind | undefined;
}

/** The clusters that a connector of the kind connects to (`MirrorSourceConnector#start` and its like). */
export function endsOf(kind: MirrorKind): readonly ('source' | 'target')[] {
  return kind === 'Heartbeat' ? ['target'] : ['source', 'target'];
}

/** Whether the connector is switched off, and makes no client; heartbeats are sent all the same. */
export function isSwitchedOff(kind: MirrorKind, enabled: string | undefined): boolean {
  return kind !== 'Heartbeat' && enabled?.trim().toLowerCase() === 'false';
}

/**
 * The views of a connector of MirrorMaker's: `source.cluster.` and `target.cluster.` are what all clients of a cluster have in common, as far
 * as it is an address or security (`MirrorClientConfig#CLIENT_CONFIG_DEF`), and some kinds of clients are made by some connectors only.
 */
export function viewsOfEnds(settings: ReadonlyMap<string, string>, kafka: KafkaVersion): ViewOf | undefined {
  const kind = mirrorKindOf(settings.get('connector.class'));
  if (kind === undefined) return undefined;
  const off = isSwitchedOff(kind, settings.get('enabled'));
  const ofClients = componentTable('mirror-client', kafka);
  const own = (['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat', 'mirror-connector'] as const).map((name) =>
    componentTable(name, kafka),
  );
  const clusters = (['source', 'target'] as const).map((end) => {
    const prefix = `${end}.cluster.`;
    const idle = off || !endsOf(kind).includes(end);
    const why = idle ? '' : `behind \`${prefix}\` only addresses and security are read`;
    return { all: viewAt(prefix, 'client', idle ? '' : undefined), others: viewAt(prefix, 'client', why) };
  });
  const clients = notMade(kind, settings.get('offset-syncs.topic.location')).map((prefix) =>
    viewAt(prefix, prefix.includes('producer.') ? 'producer' : 'consumer', ''),
  );
  return (key) => {
    const cluster = clusters.find(({ all }) => key.startsWith(all.prefix));
    if (cluster !== undefined && !key.endsWith('.cluster.alias'))
      return ofClients.has(key.slice(cluster.all.prefix.length)) ? cluster.all : cluster.others;
    return own.some((table) => table.has(key)) ? undefined : clients.find(({ prefix }) => key.startsWith(prefix));
  };
}

function viewAt(prefix: string, role: PrefixView['role'], unread: string | undefined): PrefixView {
  return { prefix, role, behind: 'root', inherits: () => false, ...(unread !== undefined && { unread }) };
}

/** The prefixes of clients that nothing makes. */
function notMade(kind: MirrorKind, location: string | undefined): readonly string[] {
  if (kind === 'Heartbeat') return ['source.', '', 'target.'].flatMap((end) => [`${end}consumer.`, `${end}producer.`]);
  const [here, there] = location?.trim() === 'target' ? ['target.', 'source.'] : ['source.', 'target.'];
  if (kind === 'Source') return ['target.consumer.', `${there}producer.`];
  return ['producer.', `${here}producer.`, `${there}producer.`, `${there}consumer.`];
}
