import type { Entry, Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import { newestVersion, tableOf } from '../schema/tables.ts';
import { type KafkaVersion, latestVersion } from '../schema/version.ts';
import { isVariable, variablesOf } from './containers.ts';
import { glance } from './named.ts';
import type { Circumstances, Placement } from './placement.ts';
import type { Region, YamlFile } from './regions.ts';
import { placedByKeys, placeViews, type View, type Viewed } from './views.ts';

/** A program around Kafka that has Kafka clients inside. */
interface Program {
  readonly name: string;
  /** A key, or the beginning of one, that only its files have. */
  readonly cue: RegExp;
  readonly file?: RegExp;
  /** Behind these prefixes stand a client's properties; an earlier one that fits wins. */
  readonly views: readonly (readonly [prefix: string, role: Role])[];
  /** What it does itself behind those prefixes, or reads in a way of its own. */
  readonly own: RegExp;
  /** Its files hold keys of a Connect worker: those tell nothing else then. */
  readonly holdsWorker?: true;
}

const streamsClients: Program['views'] = [
  ['ksql.streams.main.consumer.', 'consumer'],
  ['ksql.streams.restore.consumer.', 'consumer'],
  ['ksql.streams.global.consumer.', 'consumer'],
  ['ksql.streams.consumer.', 'consumer'],
  ['ksql.streams.producer.', 'producer'],
  ['ksql.streams.admin.', 'admin'],
  ['ksql.streams.', 'streams'],
  ['producer.', 'producer'],
  ['consumer.', 'consumer'],
  ['admin.', 'admin'],
];
const interceptor: Program['views'] = [['confluent.monitoring.interceptor.', 'client']];
const clients: Program['views'] = [
  ['producer.', 'producer'],
  ['consumer.', 'consumer'],
  ['admin.', 'admin'],
  ['client.', 'client'],
];

/** Programs by what tells them. An empty prefix: client properties that stand among the program's own. */
const programs: readonly Program[] = [
  {
    name: 'ksqlDB',
    cue: /^ksql\./,
    views: [...streamsClients, ...interceptor, ['', 'streams']],
    own: /^(listeners|ssl\.client\.auth.*|ssl\.client\.authentication|authentication\..*|access\..*|response\..*|ui\.|idle\.timeout\.ms|compression\.enable|.*basic\.auth.*|metric\.reporters|metrics\..*|state\.dir)$/,
  },
  {
    name: 'Control Center',
    cue: /^confluent\.controlcenter\./,
    views: [
      ['confluent.controlcenter.streams.consumer.', 'consumer'],
      ['confluent.controlcenter.streams.producer.', 'producer'],
      ['confluent.controlcenter.streams.', 'streams'],
      ...interceptor,
    ],
    own: /^(cprest\..*|num\.stream\.threads)$/,
  },
  {
    name: 'Schema Registry',
    cue: /^kafkastore\./,
    file: /^schema-?registry.*\.properties/,
    views: [['kafkastore.', 'client']],
    own: /^(bootstrap\.servers|topic.*|timeout\.ms|init\.timeout\.ms|connection\.url|zk\..*|group\.id|write\..*|checkpoint\..*|update\..*|ssl\.endpoint.*)$/,
  },
  {
    name: 'REST Proxy',
    cue: /^(kafka\.rest\.|api\.v[23]\.)/,
    file: /^kafka-rest.*\.properties|rest-proxy/,
    views: [...clients, ...interceptor],
    own: /^(bootstrap\.servers|threads|instance\..*|request\.(max|min).*|iterator\..*|zk\..*|timeout\.ms|init\.timeout\.ms|metadata\..*)$/,
  },
  {
    name: 'Cruise Control',
    cue: /^(metric\.sampler\.class|capacity\.config\.file|sample\.store\.class|default\.goals|hard\.goals|webserver\.(http|api)\.)/,
    views: [['', 'admin']],
    own: /^(metric\.reporters|metrics\..*|zookeeper.*|client\.id|num\..*|default\..*)$/,
  },
  {
    name: 'Replicator',
    cue: /^(topic\.(rename\.format|preserve\.partitions|config\.sync|timestamp\.type)|provenance\.header\.enable|src\.kafka\.|dest\.kafka\.)/,
    views: [
      ['src.consumer.', 'consumer'],
      ['src.kafka.', 'client'],
      ['dest.kafka.', 'client'],
    ],
    own: /^$/,
    holdsWorker: true,
  },
  {
    name: 'Strimzi’s Bridge',
    cue: /^(bridge\.(id|metrics|tracing|executor)|http\.(consumer|producer)\.enabled$)/,
    views: [
      ['kafka.producer.', 'producer'],
      ['kafka.consumer.', 'consumer'],
      ['kafka.admin.', 'admin'],
      ['kafka.', 'client'],
    ],
    own: /^prometheus\./,
  },
  {
    name: 'Maxwell',
    cue: /^(producer_(ack_timeout|partition_(by|columns)\w*)|ddl_kafka_topic|kafka_(partition_hash|key_format))$/,
    views: [['kafka.', 'producer']],
    own: /^$/,
  },
  { name: 'Canal', cue: /^canal\.(serverMode$|destinations$|mq\.|instance\.)/, views: [['kafka.', 'producer']], own: /^kerberos\./ },
  { name: 'Kafka UI', cue: /^kafka\.clusters\[\d+\]\./, views: [], own: /^$/ },
];

/** Keys that tell a Kafka broker or a Connect worker, whatever plug-ins of these programs it carries. */
const kafkasOwn: ReadonlySet<string> = new Set([
  'log.dirs',
  'log.dir',
  'process.roles',
  'broker.id',
  'advertised.listeners',
  'inter.broker.listener.name',
  'config.storage.topic',
  'offset.storage.topic',
  'offset.storage.file.filename',
  'connector.class',
  'clusters',
]);

const tellsWorker = /^(?:config|offset)\.storage\./;

/** Whether a key may tell one of these programs, or deny it. */
export function isProgramCue(key: string): boolean {
  return kafkasOwn.has(key) || tellsWorker.test(key) || programs.some(({ cue }) => cue.test(key));
}

/** Files of ksqlDB, Schema Registry, REST Proxy, Control Center and Cruise Control: their clients' properties are views, their own keys are left alone. */
export function placeEcosystem(tree: Tree, circumstances: Circumstances): Placement | undefined {
  const program = programFor(tree, circumstances);
  if (program === undefined) return undefined;
  const structural = ({ key }: Entry): boolean => program.cue.test(key) || kafkasOwn.has(key) || key.endsWith('security.protocol');
  return placedByKeys(placeViews(tree.entries(), ({ key }) => viewed(program, key), tree.format, circumstances, structural));
}

/** The program whose file it is, by its name. */
export function programNameFor(tree: Tree, circumstances: Circumstances): string | undefined {
  return programFor(tree, circumstances)?.name;
}

function programFor(tree: Tree, circumstances: Circumstances): Program | undefined {
  if (tree.format.id !== 'properties' || circumstances.role !== undefined) return undefined;
  return programOf(glance(tree), (circumstances.path.split(/[\\/]/).pop() ?? '').toLowerCase());
}

/** The same in a map or a list of another document: of the program that is named, else of the one that the keys tell. */
export function programRegion(holder: Entry, file: YamlFile, kafka: KafkaVersion | undefined, name?: string): Region | undefined {
  const entries = holder.kind === 'list' ? variablesOf(holder) : (holder.children ?? []).filter(({ children }) => children === undefined);
  const program = name === undefined ? programOf(entries, '') : programs.find((candidate) => candidate.name === name);
  if (program === undefined) return undefined;
  const { circumstances, tree } = file;
  const known = circumstances.kafka ?? kafka;
  const around = known === undefined ? circumstances : { ...circumstances, kafka: known };
  const source = placeViews(
    entries,
    (entry) => (isVariable(entry) && entry.children === undefined ? viewed(program, entry.key) : undefined),
    tree.format,
    around,
    ({ key }) => program.cue.test(key),
  );
  return source.configs.length === 0 ? undefined : { holders: [holder], source };
}

function programOf(entries: Iterable<Entry>, name: string): Program | undefined {
  let found: Program | undefined;
  let worker = false;
  for (const { key } of entries) {
    if (tellsWorker.test(key)) worker = true;
    else if (kafkasOwn.has(key)) return undefined;
    found ??= programs.find(({ cue }) => cue.test(key));
  }
  if (worker) return found?.holdsWorker && found;
  return found ?? programs.find(({ file }) => file?.test(name) === true);
}

function viewed(program: Program, key: string): Viewed | undefined {
  const cluster = /^kafka\.clusters\[\d+\]\.properties\./.exec(key)?.[0];
  const [prefix, role] =
    cluster === undefined ? (program.views.find(([start]) => key.startsWith(start)) ?? []) : ([cluster, 'client'] as const);
  if (prefix === undefined || role === undefined) return undefined;
  const rest = key.slice(prefix.length);
  if (program.own.test(rest) || ((prefix === '' || program.name === 'Schema Registry') && !isKnown(role, rest))) return undefined;
  return { key: rest, view: view(program, prefix, role) };
}

/** Where the program's own keys stand beside, only those are taken that Kafka knows. */
function isKnown(role: Role, key: string): boolean {
  return define(role, newestVersion(role), key) !== undefined || tableOf(role, latestVersion()).has(key);
}

function view(program: Program, prefix: string, role: Role): View {
  const outer = program.views.find(
    ([start, kind]) => prefix !== start && prefix.startsWith(start) && (kind === 'streams' || kind === 'client' || start === ''),
  );
  return {
    id: prefix,
    role,
    why: `${program.name}: ${prefix === '' ? 'what its Kafka clients get' : `keys that begin with \`${prefix}\``}`,
    spelling: { spell: (key) => prefix + key },
    setElsewhere: (key) => program.own.test(key),
    ...(outer && { parent: view(program, outer[0], outer[1]) }),
  };
}
