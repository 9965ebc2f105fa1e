import type { Role } from '../schema/roles.ts';

/** Keys that only one kind of file holds. A trailing dot stands for every key that begins so. */
const cues: readonly (readonly [Role, readonly string[]])[] = [
  ['connector', ['connector.class']],
  [
    'connect-distributed',
    [
      'config.storage.topic',
      'offset.storage.topic',
      'status.storage.topic',
      'config.storage.replication.factor',
      'offset.storage.replication.factor',
    ],
  ],
  ['connect-standalone', ['offset.storage.file.filename']],
  [
    'mirror-maker',
    [
      'offset-syncs.topic.replication.factor',
      'checkpoints.topic.replication.factor',
      'heartbeats.topic.replication.factor',
      'sync.topic.acls.enabled',
      'sync.topic.configs.enabled',
      'sync.group.offsets.enabled',
      'refresh.topics.enabled',
      'refresh.topics.interval.seconds',
    ],
  ],
  [
    'streams',
    [
      'application.id',
      'processing.guarantee',
      'num.stream.threads',
      'default.key.serde',
      'default.value.serde',
      'num.standby.replicas',
      'application.server',
      'state.dir',
    ],
  ],
  [
    'broker',
    [
      'process.roles',
      'broker.id',
      'log.dirs',
      'log.dir',
      'num.network.threads',
      'num.io.threads',
      'num.partitions',
      'socket.request.max.bytes',
      'offsets.topic.replication.factor',
      'advertised.listeners',
      'advertised.host.name',
      'listener.security.protocol.map',
      'inter.broker.listener.name',
      'controller.listener.names',
      'log.retention.hours',
      'log.retention.bytes',
      'log.segment.bytes',
      'controller.quorum.',
      'listener.name.',
      'inter.broker.protocol.version',
      'security.inter.broker.protocol',
      'transaction.state.log.replication.factor',
      'auto.create.topics.enable',
      'delete.topic.enable',
      'authorizer.class.name',
      'super.users',
      'broker.rack',
      'node.id',
      'default.replication.factor',
      'sasl.enabled.mechanisms',
      'log.message.format.version',
      'unclean.leader.election.enable',
      'group.initial.rebalance.delay.ms',
    ],
  ],
  ['share-consumer', ['share.acknowledgement.mode', 'share.acquire.mode']],
  [
    'producer',
    [
      'acks',
      'linger.ms',
      'batch.size',
      'buffer.memory',
      'key.serializer',
      'value.serializer',
      'enable.idempotence',
      'transactional.id',
      'transaction.timeout.ms',
      'delivery.timeout.ms',
      'max.in.flight.requests.per.connection',
      'max.block.ms',
      'partitioner.class',
      'max.request.size',
      'partitioner.ignore.keys',
      'request.required.acks',
      'producer.type',
    ],
  ],
  [
    'consumer',
    [
      'group.id',
      'auto.offset.reset',
      'key.deserializer',
      'value.deserializer',
      'enable.auto.commit',
      'auto.commit.interval.ms',
      'max.poll.records',
      'max.poll.interval.ms',
      'isolation.level',
      'partition.assignment.strategy',
      'session.timeout.ms',
      'heartbeat.interval.ms',
      'fetch.min.bytes',
      'fetch.max.wait.ms',
      'max.partition.fetch.bytes',
      'group.instance.id',
      'group.protocol',
      'group.remote.assignor',
      'exclude.internal.topics',
      'check.crcs',
    ],
  ],
  [
    'topic',
    [
      'cleanup.policy',
      'retention.ms',
      'retention.bytes',
      'segment.bytes',
      'max.message.bytes',
      'delete.retention.ms',
      'min.cleanable.dirty.ratio',
      'local.retention.ms',
    ],
  ],
  // The old Scala consumers had it too: it speaks for a broker only where nothing speaks for a client.
  ['broker', ['zookeeper.connect']],
  [
    'client',
    [
      'bootstrap.servers',
      'security.protocol',
      'sasl.jaas.config',
      'sasl.mechanism',
      'client.id',
      'ssl.truststore.location',
      'client.dns.lookup',
    ],
  ],
];

/** Words that programs of every kind use: other keys have to say that it is Kafka that they are for. */
export const commonWords: ReadonlySet<string> = new Set([
  'acks',
  'application.id',
  'application.server',
  'batch.size',
  'buffer.memory',
  'client.id',
  'group.id',
  'heartbeat.interval.ms',
  'isolation.level',
  'log.dir',
  'log.dirs',
  'node.id',
  'producer.type',
  'retention.bytes',
  'retention.ms',
  'session.timeout.ms',
  'state.dir',
  'transaction.timeout.ms',
  'transactional.id',
]);

/** How much one cue of a role says, where it is more or less than 1: workers hold producers' keys too, topics' keys are brokers' as well. */
export const weightOf: Readonly<Partial<Record<Role, number>>> = {
  connector: 100,
  'connect-distributed': 50,
  'connect-standalone': 50,
  // A worker's file may have some of its keys astray.
  'mirror-maker': 30,
  streams: 10,
  broker: 4,
  topic: 0.9,
  client: 0.1,
};

/** Keys of other programs: ZooKeeper, games, builds, frameworks. A trailing dot stands for every key whose first word it is. */
const foreignCues = [
  'tickTime',
  'initLimit',
  'syncLimit',
  'clientPort',
  'dataDir',
  'server-port',
  'level-name',
  'enable-query',
  'max.connections',
  'sonar.',
  'spring.',
  'quarkus.',
  'hibernate.',
];

/** What a file's name says, where its keys leave a doubt. The first that fits counts. */
export const namePatterns: readonly (readonly [Role, RegExp])[] = [
  ['connect-distributed', /connect-distributed|distributed.*worker|worker.*distributed/],
  ['connect-standalone', /connect-standalone/],
  ['connector', /connect-(?!mirror|log4j|distributed|standalone)[\w-]+|connector/],
  ['mirror-maker', /connect-mirror-maker|^mm2|mirror-?maker/],
  ['streams', /streams/],
  ['share-consumer', /share-?consumer/],
  ['producer', /producer/],
  ['consumer', /consumer/],
  ['controller', /^controller/],
  ['broker', /^(server|broker|kraft)|[-_.](server|broker)\b|^kafka(-server)?\.properties$/],
  ['admin', /admin/],
  ['topic', /topic/],
  ['client', /client|kafka/],
];

const cueIndex = new Map<string, Role[]>();
const cuePrefixes: (readonly [string, Role])[] = [];
for (const [role, keys] of cues) {
  for (const key of keys) {
    if (key.endsWith('.')) cuePrefixes.push([key, role]);
    else cueIndex.set(key, [...(cueIndex.get(key) ?? []), role]);
  }
}

/** The kinds of files that hold a key. */
export function cueRoles(key: string): readonly Role[] {
  const exact = cueIndex.get(key);
  if (exact !== undefined) return exact;
  const prefix = cuePrefixes.find(([start]) => key.startsWith(start));
  return prefix === undefined ? [] : [prefix[1]];
}

const foreignNames = new Set(foreignCues);

/** Whether a key is another program's. */
export function isForeign(key: string): boolean {
  return foreignNames.has(key) || foreignNames.has(key.slice(0, key.indexOf('.') + 1));
}
