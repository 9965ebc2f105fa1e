import type { Conversion } from './conversion.ts';
import type { Log4j1Logger } from './model.ts';

/** Since when a logger of Kafka 3.9 is silent, and the name under which its class logs now. */
type Move = readonly [since: string, to?: string];

/**
 * Loggers of Kafka 3.9 that a later release no longer has: the classes of the broker's jars that log, compared with those of 4.0 to 4.4,
 * and the packages and libraries that went with them.
 */
const moves: Readonly<Record<string, Move>> = {
  'kafka.admin.AclCommand': ['4.0'],
  'kafka.admin.ConfigCommand': ['4.4'],
  'kafka.admin.ZkSecurityMigrator': ['4.0'],
  'kafka.cluster.Replica': ['4.1', 'org.apache.kafka.server.replica.Replica'],
  'kafka.common.ZkNodeChangeNotificationListener': ['4.0'],
  'kafka.controller.AbstractControllerBrokerRequestBatch': ['4.0'],
  'kafka.controller.ControllerChannelManager': ['4.0'],
  'kafka.controller.KafkaController': ['4.0'],
  'kafka.controller.PartitionStateMachine': ['4.0'],
  'kafka.controller.ReplicaStateMachine': ['4.0'],
  'kafka.controller.RequestSendThread': ['4.0'],
  'kafka.controller.StateChangeLogger': ['4.2', 'org.apache.kafka.logger.StateChangeLogger'],
  'kafka.controller.TopicDeletionManager': ['4.0'],
  'kafka.controller.ZkPartitionStateMachine': ['4.0'],
  'kafka.coordinator.group.CoordinatorLoaderImpl': ['4.2', 'org.apache.kafka.coordinator.common.runtime.CoordinatorLoaderImpl'],
  'kafka.coordinator.group.GroupCoordinator': ['4.1', 'org.apache.kafka.coordinator.group.GroupCoordinator'],
  'kafka.coordinator.group.GroupMetadata': ['4.1'],
  'kafka.coordinator.group.GroupMetadataManager': ['4.1', 'org.apache.kafka.coordinator.group.GroupMetadataManager'],
  'kafka.coordinator.transaction.RPCProducerIdManager': ['4.0', 'org.apache.kafka.coordinator.transaction.RPCProducerIdManager'],
  'kafka.coordinator.transaction.TransactionMetadata': ['4.2', 'org.apache.kafka.coordinator.transaction.TransactionMetadata'],
  'kafka.coordinator.transaction.TxnMarkerQueue': ['4.4', 'org.apache.kafka.coordinator.transaction.TxnMarkerQueue'],
  'kafka.coordinator.transaction.ZkProducerIdManager': ['4.0'],
  'kafka.log.Cleaner': ['4.1', 'org.apache.kafka.storage.internals.log.Cleaner'],
  'kafka.log.LocalLog': ['4.0', 'org.apache.kafka.storage.internals.log.LocalLog'],
  'kafka.log.LogCleaner': ['4.1', 'org.apache.kafka.storage.internals.log.LogCleaner'],
  'kafka.log.LogCleanerManager': ['4.1', 'org.apache.kafka.storage.internals.log.LogCleanerManager'],
  'kafka.log.LogLoader': ['4.0', 'org.apache.kafka.storage.internals.log.LogLoader'],
  'kafka.log.UnifiedLog': ['4.1', 'org.apache.kafka.storage.internals.log.UnifiedLog'],
  'kafka.log.remote.RemoteLogManager': ['4.1', 'org.apache.kafka.server.log.remote.storage.RemoteLogManager'],
  'kafka.log.remote.RemoteLogReader': ['4.1', 'org.apache.kafka.server.log.remote.storage.RemoteLogReader'],
  'kafka.log.remote.quota.RLMQuotaManager': ['4.0', 'org.apache.kafka.server.log.remote.quota.RLMQuotaManager'],
  'kafka.migration.MigrationPropagator': ['4.0'],
  'kafka.raft.KafkaMetadataLog': ['4.3'],
  'kafka.security.authorizer.AclAuthorizer': ['4.0'],
  'kafka.server.AddPartitionsToTxnManager': ['4.1', 'org.apache.kafka.server.transaction.AddPartitionsToTxnManager'],
  'kafka.server.BrokerFeatures': ['4.0', 'org.apache.kafka.server.BrokerFeatures'],
  'kafka.server.BrokerLifecycleManager': ['4.3', 'org.apache.kafka.server.BrokerLifecycleManager'],
  'kafka.server.BrokerTopicStats': ['4.0', 'org.apache.kafka.storage.log.metrics.BrokerTopicStats'],
  'kafka.server.ClientQuotaManager': ['4.2', 'org.apache.kafka.server.quota.ClientQuotaManager'],
  'kafka.server.ControllerMigrationSupport': ['4.0'],
  'kafka.server.ControllerRegistrationManager': ['4.4', 'org.apache.kafka.server.controller.ControllerRegistrationManager'],
  'kafka.server.DefaultAlterPartitionManager': ['4.4', 'org.apache.kafka.server.partition.DefaultAlterPartitionManager'],
  'kafka.server.DefaultAutoTopicCreationManager': ['4.4', 'org.apache.kafka.server.DefaultAutoTopicCreationManager'],
  'kafka.server.DelayedActionQueue': ['4.0', 'org.apache.kafka.server.DelayedActionQueue'],
  'kafka.server.DelayedOperation': ['4.0', 'org.apache.kafka.server.purgatory.DelayedOperation'],
  'kafka.server.DelayedOperationPurgatory': ['4.0', 'org.apache.kafka.server.purgatory.DelayedOperationPurgatory'],
  'kafka.server.DelegationTokenManager': ['4.1', 'org.apache.kafka.server.DelegationTokenManager'],
  'kafka.server.DynamicProducerStateManagerConfig': ['4.1', 'org.apache.kafka.server.config.DynamicProducerStateManagerConfig'],
  'kafka.server.FetchContext': ['4.3', 'org.apache.kafka.server.FetchContext'],
  'kafka.server.FetchManager': ['4.3', 'org.apache.kafka.server.FetchManager'],
  'kafka.server.FetchSessionCacheShard': ['4.3', 'org.apache.kafka.server.FetchSessionCacheShard'],
  'kafka.server.FinalizedFeatureChangeListener': ['4.0'],
  'kafka.server.ForwardingManagerImpl': ['4.4', 'org.apache.kafka.server.ForwardingManagerImpl'],
  'kafka.server.FullFetchContext': ['4.3'],
  'kafka.server.IncrementalFetchContext': ['4.3'],
  'kafka.server.IpConfigHandler': ['4.0'],
  'kafka.server.KafkaServer': ['4.0'],
  'kafka.server.NodeToControllerChannelManagerImpl': ['4.3', 'org.apache.kafka.server.NodeToControllerChannelManagerImpl'],
  'kafka.server.NodeToControllerRequestThread': ['4.3', 'org.apache.kafka.server.NodeToControllerRequestThread'],
  'kafka.server.QuotaFactory': ['4.0'],
  'kafka.server.RaftControllerNodeProvider': ['4.3', 'org.apache.kafka.server.RaftControllerNodeProvider'],
  'kafka.server.ReplicationQuotaManager': ['4.4', 'org.apache.kafka.server.quota.ReplicationQuotaManager'],
  'kafka.server.SessionErrorContext': ['4.3'],
  'kafka.server.SessionlessFetchContext': ['4.3'],
  'kafka.server.ThrottledChannel': ['4.0', 'org.apache.kafka.server.quota.ThrottledChannel'],
  'kafka.server.ZkAdminManager': ['4.0'],
  'kafka.server.ZkAlterPartitionManager': ['4.0'],
  'kafka.server.ZkConfigManager': ['4.0'],
  'kafka.server.logger.RuntimeLoggerManager': ['4.4', 'org.apache.kafka.server.logger.RuntimeLoggerManager'],
  'kafka.server.metadata.AclPublisher': ['4.1', 'org.apache.kafka.metadata.publisher.AclPublisher'],
  'kafka.server.metadata.DelegationTokenPublisher': ['4.2', 'org.apache.kafka.metadata.publisher.DelegationTokenPublisher'],
  'kafka.server.metadata.DynamicClientQuotaPublisher': ['4.2', 'org.apache.kafka.metadata.publisher.DynamicClientQuotaPublisher'],
  'kafka.server.metadata.KRaftMetadataCache': ['4.3', 'org.apache.kafka.metadata.KRaftMetadataCache'],
  'kafka.server.metadata.ScramPublisher': ['4.2', 'org.apache.kafka.metadata.publisher.ScramPublisher'],
  'kafka.server.metadata.ZkMetadataCache': ['4.0'],
  'kafka.server.share.FinalContext': ['4.0', 'org.apache.kafka.server.share.context.FinalContext'],
  'kafka.server.share.ShareSessionContext': ['4.0', 'org.apache.kafka.server.share.context.ShareSessionContext'],
  'kafka.tools.ConsoleProducer': ['4.0'],
  'kafka.tools.MirrorMaker': ['4.0', 'org.apache.kafka.connect.mirror.MirrorMaker'],
  'kafka.tools.StateChangeLogMerger': ['4.0'],
  'kafka.utils.CoreUtils': ['4.3'],
  'kafka.utils.DelayedItem': ['4.0'],
  'kafka.utils.Log4jControllerRegistration': ['4.4', 'org.apache.kafka.server.logger.Log4jControllerRegistration'],
  'kafka.utils.ReplicationUtils': ['4.0'],
  'kafka.zk.AdminZkClient': ['4.0'],
  'kafka.zk.KafkaZkClient': ['4.0'],
  'kafka.zk.ZkMigrationClient': ['4.0'],
  'kafka.zk.migration.ZkAclMigrationClient': ['4.0'],
  'kafka.zk.migration.ZkConfigMigrationClient': ['4.0'],
  'kafka.zk.migration.ZkDelegationTokenMigrationClient': ['4.0'],
  'kafka.zk.migration.ZkTopicMigrationClient': ['4.0'],
  'kafka.zookeeper.ZooKeeperClient': ['4.0'],
  'kafka.consumer': ['4.0'],
  'kafka.controller': ['4.0'],
  'kafka.log': ['4.2', 'org.apache.kafka.storage.internals.log'],
  'kafka.log.remote': ['4.2', 'org.apache.kafka.server.log.remote'],
  'kafka.producer': ['4.0'],
  'kafka.zk': ['4.0'],
  'kafka.zookeeper': ['4.0'],
  'org.I0Itec.zkclient': ['4.0'],
  'org.apache.zookeeper': ['4.0'],
};

/** Where the logger speaks in `kafka` (a minor such as `4.1`, undefined = the newest), or undefined where nothing changed. */
function moveOf(name: string, kafka: string | undefined): { readonly since: string; readonly to?: string } | undefined {
  const bare = name.replace(/\$$/, '');
  const [since, to] = moves[bare] ?? moves[outerOf(bare)] ?? [];
  if (since === undefined || (kafka !== undefined && isBefore(kafka, since))) return undefined;
  return { since, ...(to !== undefined && bare in moves ? { to } : {}) };
}

/** ZooKeeper's classes and the old clients' are silent altogether. */
function outerOf(name: string): string {
  return /^(org\.apache\.zookeeper|org\.I0Itec\.zkclient|kafka\.(?:consumer|producer|zk|zookeeper))\./.exec(name)?.[1] ?? '';
}

function isBefore(version: string, since: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
  return major < sinceMajor || (major === sinceMajor && minor < sinceMinor);
}

/** A logger, and the name it is a second one for. */
export interface PlacedLogger {
  readonly logger: Log4j1Logger;
  readonly movedFrom?: string;
}

/** The loggers with one more for each whose class logs under another name now; the old name stays, for older releases. */
export function withMovedLoggers(
  loggers: readonly Log4j1Logger[],
  { kafka, notebook }: Pick<Conversion, 'kafka' | 'notebook'>,
): readonly PlacedLogger[] {
  const names = new Set(loggers.map(({ name }) => name));
  return loggers.flatMap((logger): readonly PlacedLogger[] => {
    const move = moveOf(logger.name, kafka);
    if (move === undefined) return [{ logger }];
    notebook.add(move.to === undefined || names.has(move.to) ? 'kept' : 'changed', moveMessage(logger.name, move, names), [logger.setting]);
    if (move.to === undefined || names.has(move.to)) return [{ logger }];
    names.add(move.to);
    return [{ logger }, { logger: { ...logger, name: move.to }, movedFrom: logger.name }];
  });
}

function moveMessage(name: string, { since, to }: NonNullable<ReturnType<typeof moveOf>>, names: ReadonlySet<string>): string {
  if (to === undefined) {
    const now = name === 'kafka.controller' ? ' The controller of KRaft logs as org.apache.kafka.controller.' : '';
    return `Nothing in Kafka ${since} and later logs as ${name}.${now}`;
  }
  const own = names.has(to) ? ', which has a logger of its own here' : '; the result has both';
  return `What logs as ${name} logs as ${to} from Kafka ${since} on${own}.`;
}
