/** What classes of one's own implement or extend: Kafka cannot make an object of it. Interfaces and abstract classes of all releases since 0.11. */
const bases: ReadonlySet<string> = new Set(
  [
    'clients.consumer.ConsumerInterceptor',
    'clients.consumer.ConsumerPartitionAssignor',
    'clients.consumer.internals.AbstractPartitionAssignor',
    'clients.consumer.internals.AbstractStickyAssignor',
    'clients.producer.Partitioner',
    'clients.producer.ProducerInterceptor',
    'common.config.provider.ConfigProvider',
    'common.metrics.MetricsReporter',
    'common.replica.ReplicaSelector',
    'common.security.auth.AuthenticateCallbackHandler',
    'common.security.auth.KafkaPrincipalBuilder',
    'common.security.auth.Login',
    'common.security.auth.SslEngineFactory',
    'common.security.authenticator.AbstractLogin',
    'common.security.oauthbearer.JwtRetriever',
    'common.security.oauthbearer.JwtValidator',
    'common.serialization.Deserializer',
    'common.serialization.ExtendedDeserializer',
    'common.serialization.ExtendedSerializer',
    'common.serialization.Serde',
    'common.serialization.Serializer',
    'coordinator.group.api.assignor.ConsumerGroupPartitionAssignor',
    'coordinator.group.api.assignor.PartitionAssignor',
    'coordinator.group.api.assignor.ShareGroupPartitionAssignor',
    'coordinator.group.assignor.PartitionAssignor',
    'metadata.authorizer.ClusterMetadataAuthorizer',
    'server.authorizer.Authorizer',
    'server.log.remote.storage.RemoteLogMetadataManager',
    'server.log.remote.storage.RemoteStorageManager',
    'server.policy.AlterConfigPolicy',
    'server.policy.CreateTopicPolicy',
    'server.quota.ClientQuotaCallback',
    'streams.state.DslStoreSuppliers',
  ].map((name) => `org.apache.kafka.${name}`),
);

/** Classes that want something when they are made, so that none but Kafka's own code makes them. */
const unmade: ReadonlySet<string> = new Set([
  'org.apache.kafka.clients.consumer.internals.PartitionAssignorAdapter',
  'org.apache.kafka.common.security.scram.internals.ScramServerCallbackHandler',
  'org.apache.kafka.common.telemetry.internals.ClientTelemetryReporter',
]);

/** Why Kafka can make no object of one of its own classes, as the end of a sentence; undefined where it can, or where that is not known. */
export function whyNotMade(className: string): string | undefined {
  if (bases.has(className)) return 'is what such classes implement';
  return unmade.has(className) ? 'can be made by Kafka’s own code only' : undefined;
}
