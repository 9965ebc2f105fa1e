import type { Spelling } from './config.ts';
import type { ImageFamily } from './image-use.ts';
import type { Standing } from './written.ts';

/** How an image's variables and Kafka's property names become one another. */
export interface EnvNames extends Spelling {
  /** The property that a variable becomes; undefined where the image does not pass it on. */
  keyOf(variable: string): string | undefined;
  /** True for a variable that looks like a property but that the image passes on to nobody. */
  isLost(variable: string): boolean;
  readonly prefix: string;
  /** Where two names are one property: which of them the image goes by. */
  readonly standing?: Standing;
}

/** The rule of an image for brokers (`KAFKA_…`) or Connect workers (`CONNECT_…`). */
export function envNames(family: ImageFamily, connect: boolean): EnvNames {
  if (family === 'strimzi') return none;
  if (family === 'bitnami') return bitnami;
  if (family === 'debezium') return connect ? debeziumConnect : debeziumKafka;
  if (family === 'wurstmeister') return wurstmeister;
  return connect ? confluentConnect : family === 'apache' ? apache : confluent;
}

/** Strimzi's image reads no variables. */
const none: EnvNames = { prefix: '', rewrites: true, keyOf: () => undefined, spell: () => undefined, isLost: () => false };

/** What a command line makes of variables itself: `--override listeners=$${KAFKA_LISTENERS}`. */
export function overrideNames(command: string): EnvNames | undefined {
  const keys = new Map<string, string>();
  for (const [, key = '', variable = ''] of command.matchAll(/--override\s+([\w.-]+)=["']?\${1,2}\{?(\w+)\}?/g)) keys.set(variable, key);
  if (keys.size === 0) return undefined;
  const variables = new Map([...keys].map(([variable, key]) => [key, variable]));
  return {
    prefix: '',
    rewrites: true,
    keyOf: (variable) => keys.get(variable),
    spell: (key) => (key === '' ? '' : variables.get(key)),
    isLost: () => false,
  };
}

/** `_` is a dot, `__` an underscore, `___` a dash (`KafkaDockerWrapper.getServerConfigsFromEnv`; Confluent's `ub` and `dub` do the same). */
function toKey(name: string): string {
  return name.toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_');
}

function toVariable(key: string): string {
  return key.replaceAll('_', '__').replaceAll('-', '___').replaceAll('.', '_').toUpperCase();
}

/** Only what comes back as it was can be written: names have no capitals in them, nor dots beside underscores. */
function tripling(prefix: string, own: RegExp, odd: Readonly<Record<string, string>> = {}): EnvNames {
  const oddVariables = new Map(Object.entries(odd).map(([variable, key]) => [key, variable]));
  const keyOf = (variable: string): string | undefined =>
    odd[variable] ??
    (variable.startsWith(prefix) && variable.length > prefix.length && !own.test(variable)
      ? toKey(variable.slice(prefix.length))
      : undefined);
  const spell = (key: string): string | undefined => {
    const variable = oddVariables.get(key) ?? prefix + toVariable(key);
    return key === '' || keyOf(variable) === key ? variable : undefined;
  };
  const isLost = (variable: string): boolean =>
    (prefix === 'KAFKA_' && variable.startsWith('KAFKA_CFG_')) || reshaped(variable, prefix) !== undefined;
  return { prefix, keyOf, spell, rewrites: true, isLost };
}

/** What a variable for a property would be called behind a prefix, where it has dots, dashes, small letters or no prefix instead. */
export function reshaped(variable: string, prefix: string): string | undefined {
  if (variable.startsWith(prefix) || !/[a-z.-]/.test(variable)) return undefined;
  const name = variable.replace(/[.-]/g, '_').toUpperCase();
  if (name.startsWith(prefix)) return name;
  if (prefix.startsWith('KAFKA_') && name.startsWith('KAFKA_')) return name.replace('KAFKA_', prefix);
  return /^[a-z]+(?:\.[a-z]+)+$/.test(variable) ? prefix + name : undefined;
}

const jvmAndLogging =
  'VERSION|HOME|HEAP_OPTS|LOG4J_OPTS|OPTS|JMX_OPTS|JMX_PORT|JMX_HOSTNAME|JVM_PERFORMANCE_OPTS|GC_LOG_OPTS|LOG4J_ROOT_LOGLEVEL|LOG4J_LOGGERS|TOOLS_LOG4J_LOGLEVEL|CLASSPATH|DEBUG|CLUSTER_ID|LOG4J_CONFIG|CFG_.*';
const credentials = 'SSL_KEYSTORE_FILENAME|SSL_TRUSTSTORE_FILENAME|SSL_KEYSTORE_CREDENTIALS|SSL_TRUSTSTORE_CREDENTIALS|SSL_KEY_CREDENTIALS';

const apache = tripling('KAFKA_', new RegExp(`^KAFKA_(?:${jvmAndLogging}|${credentials})$`));
/** What begins with `confluent.` is Confluent's own. */
const confluent = tripling('KAFKA_', new RegExp(`^KAFKA_(?:${jvmAndLogging}|${credentials}|CONFLUENT_.*|REST_.*|OPTS|TELEMETRY_.*)$`), {
  // kafka.properties.template of the images with ZooKeeper.
  KAFKA_ZOOKEEPER_CLIENT_CNXN_SOCKET: 'zookeeper.clientCnxnSocket',
});
const confluentConnect = tripling('CONNECT_', /^CONNECT_(?:LOG4J_.*|CONFLUENT_.*|CLASSPATH|HELP)$/);

/** The names that Bitnami's image had before `KAFKA_CFG_` and still passes on (libkafka.sh, `kafka_create_alias_environment_variables`). */
const bitnamiAliases: Readonly<Record<string, string>> = {
  KAFKA_LOGS_DIRS: 'log.dirs',
  KAFKA_SEGMENT_BYTES: 'log.segment.bytes',
  KAFKA_MAX_MESSAGE_BYTES: 'message.max.bytes',
  KAFKA_ZOOKEEPER_CONNECT_TIMEOUT_MS: 'zookeeper.connection.timeout.ms',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'auto.create.topics.enable',
  KAFKA_LOG_RETENTION_CHECK_INTERVALS_MS: 'log.retention.check.intervals.ms',
  ...Object.fromEntries(
    [
      'advertised.listeners',
      'broker.id',
      'node.id',
      'controller.quorum.voters',
      'process.roles',
      'default.replication.factor',
      'delete.topic.enable',
      'inter.broker.listener.name',
      'listeners',
      'listener.security.protocol.map',
      'log.dirs',
      'log.flush.interval.messages',
      'log.flush.interval.ms',
      'log.message.format.version',
      'log.retention.bytes',
      'log.retention.hours',
      'log.segment.bytes',
      'message.max.bytes',
      'num.io.threads',
      'num.network.threads',
      'num.partitions',
      'num.recovery.threads.per.data.dir',
      'offsets.topic.replication.factor',
      'socket.receive.buffer.bytes',
      'socket.request.max.bytes',
      'socket.send.buffer.bytes',
      'ssl.endpoint.identification.algorithm',
      'transaction.state.log.min.isr',
      'transaction.state.log.replication.factor',
      'zookeeper.connect',
      'zookeeper.connection.timeout.ms',
    ].map((key) => [`KAFKA_${key.replaceAll('.', '_').toUpperCase()}`, key]),
  ),
};

/** Variables that Bitnami's image has for itself. */
const bitnamiOwn =
  /^KAFKA_(?:MOUNTED_CONF_DIR|INTER_BROKER_(?:USER|PASSWORD)|CONTROLLER_(?:USER|PASSWORD)|CLIENT_.*|CERTIFICATE_PASSWORD|TLS_.*|ZOOKEEPER_(?:PROTOCOL|USER|PASSWORD|TLS_.*|BOOTSTRAP_.*)|CLUSTER_ID|KRAFT_.*|SKIP_KRAFT_.*|INITIAL_CONTROLLERS|EXTRA_FLAGS|HEAP_OPTS|OPTS|JMX_.*|LOG4J_.*|JVM_.*|GC_LOG_OPTS|ENABLE_KRAFT|BROKER_(?:USER|PASSWORD)|INTER_BROKER_PROTOCOL_USER|HOME|BASE_DIR|VOLUME_DIR|DATA_DIR|CONF_.*|CERTS_DIR|INITSCRIPTS_DIR|LOG_DIR|DAEMON_.*|VERSION|.*_FILE)$/;

/** Every `_` is a dot, but for two protocol names (libkafka.sh, `kafka_configure_from_environment_variables`). The older names go before. */
const bitnami: EnvNames = {
  prefix: 'KAFKA_CFG_',
  rewrites: true,
  standing: ({ key }) => (key.startsWith('KAFKA_CFG_') ? 0 : 1),
  keyOf: (variable) => {
    if (!variable.startsWith('KAFKA_CFG_')) return bitnamiAliases[variable];
    return variable === 'KAFKA_CFG_'
      ? undefined
      : variable
          .slice('KAFKA_CFG_'.length)
          .toLowerCase()
          .replaceAll('_', '.')
          .replace('sasl.ssl', 'sasl_ssl')
          .replace('sasl.plaintext', 'sasl_plaintext');
  },
  spell: (key) => {
    const variable = `KAFKA_CFG_${key.toUpperCase().replaceAll('.', '_')}`;
    return key === '' || bitnami.keyOf(variable) === key ? variable : undefined;
  },
  isLost: (variable) =>
    (variable.startsWith('KAFKA_') &&
      !variable.startsWith('KAFKA_CFG_') &&
      bitnamiAliases[variable] === undefined &&
      !bitnamiOwn.test(variable)) ||
    reshaped(variable, 'KAFKA_CFG_') !== undefined,
};

/** `bare`: names without the prefix; `filled`: those of them that the image gives a value, so that the names with the prefix are lost. */
function dotted(
  prefix: string,
  own: RegExp,
  bare: Readonly<Record<string, string>>,
  filled: Readonly<Record<string, string>> = {},
): EnvNames {
  const spelled = (key: string): string => prefix + key.toUpperCase().replaceAll('.', '_');
  const bareNames = new Map(Object.entries(filled).map(([variable, key]) => [key, variable]));
  const overwritten = new Set(Object.values(filled).map(spelled));
  const keyOf = (variable: string): string | undefined => {
    if (!variable.startsWith(prefix)) return filled[variable] ?? bare[variable];
    if (own.test(variable) || variable === prefix || overwritten.has(variable)) return undefined;
    return variable.slice(prefix.length).toLowerCase().replaceAll('_', '.');
  };
  const spell = (key: string): string | undefined => {
    const variable = bareNames.get(key) ?? spelled(key);
    return key === '' || keyOf(variable) === key ? variable : undefined;
  };
  return {
    prefix,
    keyOf,
    spell,
    rewrites: true,
    standing: ({ key }) => (key in bare ? 1 : 0),
    isLost: (variable) =>
      overwritten.has(variable) || (prefix === 'KAFKA_' && (variable.startsWith('KAFKA_CFG_') || reshaped(variable, prefix) !== undefined)),
  };
}

/** start-kafka.sh: `tr _ .` for all but its own. */
const wurstmeister = dotted('KAFKA_', new RegExp(`^KAFKA_(?:${jvmAndLogging}|LOG|CREATE_TOPICS(?:_SEPARATOR)?)$`), {});

/**
 * docker-entrypoint.sh of Debezium's Connect image: these names without a prefix, others behind `CONNECT_`. It puts the first into the
 * variables that have the prefix, whatever stands there, and its own defaults where they are not set.
 */
const debeziumConnect = dotted(
  'CONNECT_',
  /^CONNECT_(?:LOG4J_.*|CLASSPATH)$/,
  { STATUS_STORAGE_TOPIC: 'status.storage.topic' },
  {
    BOOTSTRAP_SERVERS: 'bootstrap.servers',
    GROUP_ID: 'group.id',
    CONFIG_STORAGE_TOPIC: 'config.storage.topic',
    OFFSET_STORAGE_TOPIC: 'offset.storage.topic',
    KEY_CONVERTER: 'key.converter',
    VALUE_CONVERTER: 'value.converter',
    OFFSET_FLUSH_INTERVAL_MS: 'offset.flush.interval.ms',
    OFFSET_FLUSH_TIMEOUT_MS: 'offset.flush.timeout.ms',
    SHUTDOWN_TIMEOUT: 'task.shutdown.graceful.timeout.ms',
    ADVERTISED_HOST_NAME: 'rest.advertised.host.name',
    ADVERTISED_PORT: 'rest.advertised.port',
  },
);

/** docker-entrypoint.sh of Debezium's Kafka image. */
const debeziumKafka = dotted('KAFKA_', new RegExp(`^KAFKA_(?:${jvmAndLogging}|BROKER|DATA)$`), {
  ZOOKEEPER_CONNECT: 'zookeeper.connect',
  BROKER_ID: 'broker.id',
  NODE_ID: 'node.id',
});
