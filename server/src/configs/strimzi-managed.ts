/** What the operator sets itself, and what it ignores where people set it. */
export interface Managed {
  readonly prefixes: readonly string[];
  readonly exceptions: readonly string[];
  /** What releases that have the `v1` API set as well. */
  readonly newer?: readonly string[];
}

/** `AbstractConfiguration.filterForbidden`. */
export function isManaged(key: string, { prefixes, exceptions }: Managed): boolean {
  const lower = key.toLowerCase();
  if (ofListener.test(lower)) return false;
  // A prefix that is a whole key.
  const begins = (prefix: string): boolean => (prefix.endsWith('$') ? `${lower}$` === prefix : lower.startsWith(prefix));
  return prefixes.some(begins) && !exceptions.some((exception) => lower.startsWith(exception));
}

/** `ALLOWED_PER_LISTENER_CONFIGS` */
const ofListener = /^listener\.name\.[^.]+\.(?:connections\.max\.reauth\.ms|max\.connections|max\.connection\.creation\.rate)$/;

function managed(prefixes: string, exceptions = '', newer = ''): Managed {
  const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
  return { prefixes: words(prefixes.toLowerCase()), exceptions: words(exceptions.toLowerCase()), newer: words(newer.toLowerCase()) };
}

/** The same as releases with the `v1` API have it. */
export function withNewer({ prefixes, exceptions, newer = [] }: Managed): Managed {
  return { prefixes: [...prefixes, ...newer], exceptions };
}

/** `FORBIDDEN_PREFIXES` and `FORBIDDEN_PREFIX_EXCEPTIONS` of KafkaClusterSpec; exceptions of all releases together. */
export const managedBroker = managed(
  'listeners advertised. broker. listener. host.name port inter.broker.listener.name sasl. ssl. security. password. log.dir zookeeper.connect zookeeper.set.acl zookeeper.ssl zookeeper.clientCnxnSocket authorizer. super.user cruise.control.metrics.topic cruise.control.metrics.reporter.bootstrap.servers node.id process.roles controller. metadata.log.dir',
  'zookeeper.connection.timeout.ms sasl.server.max.receive.size ssl.cipher.suites ssl.protocol ssl.enabled.protocols ssl.secure.random.implementation cruise.control.metrics.topic.num.partitions cruise.control.metrics.topic.replication.factor cruise.control.metrics.topic.retention.ms cruise.control.metrics.topic.auto.create cruise.control.metrics.topic.min.insync.replicas broker.session.timeout.ms broker.heartbeat.interval.ms controller.socket.timeout.ms controller.quorum.election.backoff.max.ms controller.quorum.election.timeout.ms controller.quorum.fetch.timeout.ms',
  'zookeeper.metadata.migration.enable client.quota.callback.static. prometheus.metrics.reporter.',
);
const tlsExceptions = 'ssl.endpoint.identification.algorithm ssl.cipher.suites ssl.protocol ssl.enabled.protocols';
/** KafkaConnectSpec, KafkaMirrorMaker2ClusterSpec. */
export const managedWorker = managed(
  'ssl. sasl. security. listeners plugin.path rest. bootstrap.servers consumer.interceptor.classes producer.interceptor.classes',
  tlsExceptions,
  'group.id config.storage.topic offset.storage.topic status.storage.topic prometheus.metrics.reporter.',
);
/** KafkaBridgeProducerSpec and its siblings. */
export const managedClient = managed('ssl. bootstrap.servers sasl. security.', tlsExceptions);
/** KafkaBridgeConsumerSpec. */
export const managedConsumer = managed('ssl. bootstrap.servers group.id sasl. security.', tlsExceptions);
/** AbstractConnectorSpec. */
export const managedConnector = managed('connector.class tasks.max', 'tasks.max.enforce', 'name$ connector.plugin.version');
