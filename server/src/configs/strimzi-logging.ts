import type { Entry } from '../formats/format.ts';
import { parseProperties } from '../formats/properties.ts';
import { atLeast, type KafkaVersion, latestVersion, parseVersion } from '../schema/version.ts';
import type { Family } from './config.ts';
import type { Logging } from './logging.ts';
import { member, type Region, textAt, topMember, type YamlFile } from './regions.ts';

/** A program that Strimzi runs, and the logging that its own file sets below what the resource says. */
interface Component {
  /** Its name, where it is not Kafka that logs. */
  readonly program?: string;
  /** The variable that the log4j 1 file has for the root logger's level; absent where the program never had log4j 1. */
  readonly rootVariable?: string;
  /** Loggers of the Log4j2 file, by their ids; absent where the program never had Log4j2. */
  readonly loggers?: Readonly<Record<string, string>>;
  /** The Kafka release before which nothing is known about it. */
  readonly since?: string;
}

/** `default-logging` of Strimzi's cluster operator, 0.18 to 1.3: ids and names of loggers; Log4j2 in Kafka's own since Kafka 4.0 (0.46). */
const kafka: Component = {
  rootVariable: 'kafka.root.logger.level',
  loggers: {
    kafka: 'kafka',
    orgapachekafka: 'org.apache.kafka',
    requestlogger: 'kafka.request.logger',
    requestchannel: 'kafka.network.RequestChannel$',
    controller: 'org.apache.kafka.controller',
    logcleaner: 'kafka.log.LogCleaner',
    statechange: 'state.change.logger',
    authorizer: 'kafka.authorizer.logger',
  },
};
const connect: Component = { rootVariable: 'connect.root.logger.level', loggers: { reflections: 'org.reflections' } };
const zooKeeper: Component = { program: 'ZooKeeper', rootVariable: 'zookeeper.root.logger' };
const mirrorMaker1: Component = { rootVariable: 'mirrormaker.root.logger' };
const bridge: Component = {
  program: 'The Bridge',
  loggers: {
    bridge: 'io.strimzi.kafka.bridge',
    healthy: 'http.openapi.operation.healthy',
    ready: 'http.openapi.operation.ready',
    vertx: 'io.vertx.ext.web.openapi.router.impl.RouterBuilderImpl',
  },
};
const topicOperator: Component = {
  program: 'The Topic Operator',
  loggers: {
    jetty: 'org.eclipse.jetty',
    clients: 'org.apache.kafka.clients',
    streams: 'org.apache.kafka.streams',
    okhttp3: 'okhttp3',
  },
};
const userOperator: Component = { program: 'The User Operator', loggers: { jetty: 'org.eclipse.jetty', okhttp3: 'okhttp3' } };
/** It got Log4j2 with Strimzi 0.22, the first for Kafka 2.8 being 0.23. */
const cruiseControl: Component = { program: 'Cruise Control', loggers: {}, since: '2.8' };

type Place = readonly [holder: Entry | undefined, component: Component];

const placesOf: Readonly<Record<string, (spec: Entry | undefined) => readonly Place[]>> = {
  Kafka: (spec) => [
    [member(spec, 'kafka'), kafka],
    [member(spec, 'zookeeper'), zooKeeper],
    [member(spec, 'entityOperator', 'topicOperator'), topicOperator],
    [member(spec, 'entityOperator', 'userOperator'), userOperator],
    [member(spec, 'cruiseControl'), cruiseControl],
  ],
  KafkaConnect: (spec) => [[spec, connect]],
  KafkaConnectS2I: (spec) => [[spec, connect]],
  KafkaMirrorMaker2: (spec) => [[spec, connect]],
  KafkaMirrorMaker: (spec) => [[spec, mirrorMaker1]],
  KafkaBridge: (spec) => [[spec, bridge]],
};

/** `logging: {type: inline, loggers: …}` of a resource: entries of the properties file of log4j 1 or of Log4j2, as the release has it. */
export function strimziLogging(document: readonly Entry[], version: KafkaVersion | undefined, file: YamlFile): readonly Region[] {
  const kind = topMember(document, 'kind')?.value ?? '';
  const places = placesOf[kind]?.(topMember(document, 'spec')) ?? [];
  return places.flatMap(([holder, component]) => {
    const logging = member(holder, 'logging');
    const map = member(logging, 'loggers');
    if (map?.kind !== 'map' || textAt(logging, 'type') === 'external' || isTooOld(component, version)) return [];
    const release = component.rootVariable === undefined ? latestVersion() : releaseOf(document, component, version, file);
    return (['log4j1', 'log4j2'] as const).map((family) => regionOf(map, component, family, release, kind, file));
  });
}

function isTooOld({ since }: Component, version: KafkaVersion | undefined): boolean {
  return since !== undefined && version !== undefined && !atLeast(version, since);
}

/** Where nothing names the release: a resource with ZooKeeper, or of the API before 2021, is for none that is newer than 3.9. */
function releaseOf(
  document: readonly Entry[],
  { loggers }: Component,
  version: KafkaVersion | undefined,
  { circumstances }: YamlFile,
): KafkaVersion {
  const old = /v1(?:alpha|beta)1$/.test(topMember(document, 'apiVersion')?.value ?? '');
  const last = parseVersion('3.9') ?? latestVersion();
  if (loggers === undefined) return Math.min(version ?? last, last);
  const said = circumstances.said === 'the comment in the file' ? circumstances.kafka : undefined;
  const named = said ?? version ?? circumstances.kafka;
  if (named !== undefined) return Math.min(named, latestVersion());
  return old || member(topMember(document, 'spec'), 'zookeeper') !== undefined ? last : latestVersion();
}

const log4j1Key = /^log4j\.|^(?:kafka|connect|zookeeper|mirrormaker)\.root\.logger(?:\.level)?$/;

function regionOf(
  map: Entry,
  component: Component,
  family: Family & ('log4j1' | 'log4j2'),
  kafka: KafkaVersion,
  kind: string,
  file: YamlFile,
): Region {
  const { program, rootVariable, loggers = {} } = component;
  const logging: Logging = {
    by: 'Strimzi',
    ...(program !== undefined && { program }),
    loggers: new Map(Object.entries(loggers).map(([id, name]) => [name, id])),
  };
  const keyOf = ({ key }: Entry): string | undefined => {
    if (key === '<<' || (family === 'log4j1') !== log4j1Key.test(key)) return undefined;
    return key === rootVariable ? 'log4j.rootLogger' : key;
  };
  return {
    holders: [map],
    source: {
      entries: () => map.children ?? [],
      elsewhere: family === 'log4j1' ? log4j1Defaults() : log4j2Defaults(loggers),
      format: file.tree.format,
      identity: { role: 'none', kafka, family, why: `loggers of Strimzi's \`${kind}\``, whole: false, logging, scalars: 'text' },
      keyOf: (entry) => (entry.parent === map ? keyOf(entry) : entry.key),
      structural: () => false,
    },
  };
}

function log4j1Defaults(): readonly Entry[] {
  const appender = 'log4j.appender.CONSOLE';
  return entriesOf([
    'log4j.rootLogger=INFO, CONSOLE',
    `${appender}=org.apache.log4j.ConsoleAppender`,
    `${appender}.layout=org.apache.log4j.PatternLayout`,
    `${appender}.layout.ConversionPattern=%m%n`,
  ]);
}

function log4j2Defaults(loggers: Readonly<Record<string, string>>): readonly Entry[] {
  return entriesOf([
    'appender.console.type=Console',
    'appender.console.name=STDOUT',
    'appender.console.layout.type=PatternLayout',
    'rootLogger.level=INFO',
    'rootLogger.appenderRef.console.ref=STDOUT',
    ...Object.entries(loggers).flatMap(([id, name]) => [`logger.${id}.name=${name}`, `logger.${id}.level=INFO`]),
  ]);
}

function entriesOf(lines: readonly string[]): readonly Entry[] {
  return [...parseProperties(lines).entries()];
}
