import type { Role } from '../schema/roles.ts';
import { atLeast, type KafkaVersion, latestVersion, parseVersion } from '../schema/version.ts';
import type { ImageFamily } from './image-use.ts';

/** What a container image runs, and how it is told what to do. */
export interface Image {
  readonly family: ImageFamily;
  readonly role: Role;
  /** Undefined where the tag says nothing: a placeholder, a digest, a branch. */
  readonly kafka: KafkaVersion | undefined;
  /** What it sets itself where nobody does, so that nothing is missing. */
  readonly defaults?: ReadonlyMap<string, string>;
}

const confluent = /^(?:cp-kafka|cp-server|cp-enterprise-kafka)$/;
const confluentConnect = /^(?:cp-kafka-connect|cp-kafka-connect-base|cp-server-connect|cp-server-connect-base)$/;

/** Recognises an image by its repository, wherever it is mirrored. */
export function readImage(reference: string): Image | undefined {
  const match = /^(?:(?:.*\/)?([^/]+)\/)?([\w.-]+)(?::([^@]+))?(@.*)?$/.exec(reference.trim());
  if (match === null) return undefined;
  const [, before = '', name = '', said, digest] = match;
  // A digest is of whatever was the newest then.
  const tag = digest !== undefined && (said === undefined || said === 'latest') ? '?' : said;
  // `${REGISTRY}confluentinc`: what comes before the owner may be filled in.
  const owner = before.replace(/\$\{[^}]*\}|\$\w+/g, '');
  const image =
    /^(?:apache)$/.test(owner) && /^kafka(?:-native)?$/.test(name)
      ? ({ family: 'apache', role: 'broker', kafka: plainVersion(tag) } as const)
      : byName(owner, name, tag);
  return image;
}

function byName(owner: string, name: string, tag: string | undefined): Image | undefined {
  // Confluent Server took its place: its newest is no newest Kafka.
  if (name === 'cp-enterprise-kafka' && !/^\d/.test(tag ?? '')) return { family: 'confluent', role: 'broker', kafka: undefined };
  if (name === 'confluent-local') return { family: 'confluent', role: 'broker', kafka: confluentVersion(tag), defaults: confluentLocal };
  if (confluent.test(name)) return { family: 'confluent', role: 'broker', kafka: confluentVersion(tag) };
  if (confluentConnect.test(name)) return { family: 'confluent', role: 'connect-distributed', kafka: confluentVersion(tag) };
  if (/^bitnami/.test(owner) && name === 'kafka') return { family: 'bitnami', role: 'broker', kafka: plainVersion(tag) };
  if (owner === 'wurstmeister' && name === 'kafka') return { family: 'wurstmeister', role: 'broker', kafka: wurstmeisterVersion(tag) };
  if (owner === 'strimzi' && name === 'kafka') return { family: 'strimzi', role: 'broker', kafka: strimziImageVersion(`:${tag}`) };
  if (owner === 'debezium' && name === 'kafka') return { family: 'debezium', role: 'broker', kafka: debeziumVersion(tag) };
  if (owner === 'debezium' && /^connect(?:-base)?$/.test(name))
    return { family: 'debezium', role: 'connect-distributed', kafka: debeziumVersion(tag) };
  return undefined;
}

/** A node by itself (`configureDefaults` of the image `confluent-local`). */
const confluentLocal: ReadonlyMap<string, string> = new Map([
  ['node.id', '1'],
  ['process.roles', 'broker,controller'],
  ['listener.security.protocol.map', 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,PLAINTEXT_HOST:PLAINTEXT'],
  ['listeners', 'PLAINTEXT://localhost:29092,CONTROLLER://localhost:29093,PLAINTEXT_HOST://0.0.0.0:9092'],
  ['advertised.listeners', 'PLAINTEXT://localhost:29092,PLAINTEXT_HOST://localhost:9092'],
  ['controller.quorum.voters', '1@localhost:29093'],
  ['controller.listener.names', 'CONTROLLER'],
  ['inter.broker.listener.name', 'PLAINTEXT'],
  ['offsets.topic.replication.factor', '1'],
  ['group.initial.rebalance.delay.ms', '0'],
  ['transaction.state.log.min.isr', '1'],
  ['transaction.state.log.replication.factor', '1'],
  ['log.dirs', '/tmp/kraft-combined-logs'],
]);

/** `3.8.0`, `3.7.0-debian-12-r3`, `latest`. */
function plainVersion(tag: string | undefined): KafkaVersion | undefined {
  if (tag === undefined || tag === 'latest') return latestVersion();
  const version = /^(\d+(?:\.\d+){1,2})(?:[-.].*)?$/.exec(tag)?.[1];
  if (version !== undefined) return parseVersion(version) ?? parseVersion(version.split('.').slice(0, 2).join('.'));
  const major = /^(\d+)$/.exec(tag)?.[1];
  return major === '4' ? latestVersion() : major === '3' ? parseVersion('3.9') : undefined;
}

/** The Kafka release that an image of Confluent Platform comes with, whatever it runs. */
export function platformRelease(reference: string): KafkaVersion | undefined {
  return confluentVersion(/(?:^|\/)cp-[\w-]+:([\w.-]+)(?:@.*)?$/.exec(reference)?.[1] ?? '?');
}

/** Confluent Platform's releases carry Kafka's: 5.x is Kafka 2.x, 6.0 is 2.6, 7.x is 3.x, 8.x is 4.x. */
function confluentVersion(tag: string | undefined): KafkaVersion | undefined {
  if (tag === undefined || /^latest/.test(tag)) return latestVersion();
  const match = /^(\d+)\.(\d+)/.exec(tag);
  if (match === null) return undefined;
  const [, major = '', minor = ''] = match;
  return parseVersion(confluentReleases(Number(major), Number(minor)) ?? '');
}

function confluentReleases(major: number, minor: number): string | undefined {
  if (major >= 7) return `${major - 4}.${minor}`;
  if (major === 6) return `2.${minor + 6}`;
  if (major === 5) return `2.${minor}`;
  if (major === 4) return `1.${minor}`;
  return major === 3 ? ['0.10.0', '0.10.1', '0.10.2', '0.11.0'][minor] : undefined;
}

/** `2.13-2.8.1`: Scala's version, then Kafka's, which stood alone before. The image ended with Kafka 2.8, whatever its tag. */
function wurstmeisterVersion(tag = ''): KafkaVersion | undefined {
  return parseVersion(/^(?:2\.1\d-)?(\d+\.\d+(?:\.\d+)*)$/.exec(tag)?.[1] ?? '') ?? parseVersion('2.8');
}

/** The Kafka release that is in Debezium's images (`KAFKA_VERSION` in their Dockerfiles). */
const debeziumReleases: Readonly<Record<string, string>> = {
  '0.9': '2.2',
  '0.10': '2.3',
  '1.0': '2.4',
  '1.1': '2.4',
  '1.2': '2.5',
  '1.3': '2.6',
  '1.4': '2.6',
  '1.5': '2.7',
  '1.6': '2.7',
  '1.7': '2.8',
  '1.8': '3.0',
  '1.9': '3.2',
  '2.0': '3.3',
  '2.1': '3.3',
  '2.2': '3.4',
  '2.3': '3.4',
  '2.4': '3.5',
  '2.5': '3.6',
  '2.6': '3.7',
  '2.7': '3.7',
  '3.0': '3.9',
  '3.1': '3.9',
  '3.2': '4.0',
  '3.3': '4.1',
  '3.4': '4.1',
  '3.5': '4.2',
  '3.6': '4.3',
  '3.7': '4.3',
};

function debeziumVersion(tag: string | undefined): KafkaVersion | undefined {
  const release = /^(\d+\.\d+)/.exec(tag ?? '')?.[1];
  return release === undefined ? undefined : parseVersion(debeziumReleases[release] ?? '');
}

/**
 * The release that the tag of somebody's own image of the name `kafka` tells: `example/kafka:v3.6`, `example/kafka:2.13-3.4.1` with
 * Scala's version before it. Small numbers are the image's own, and so are those of a beta.
 */
export function releaseInTag(reference: string): KafkaVersion | undefined {
  const tag = /(?:^|\/)kafka:(?:v|2\.1\d-)?(\d+\.\d+(?:\.\d+)?)(?:-(?!alpha|beta|snapshot).*)?$/i.exec(reference)?.[1] ?? '';
  const version = parseVersion(tag);
  return version !== undefined && atLeast(version, '2.0') ? version : undefined;
}

/** The Kafka version that Strimzi's images name: `quay.io/strimzi/kafka:0.40.0-kafka-3.7.0`. */
export function strimziImageVersion(reference: string): KafkaVersion | undefined {
  return parseVersion(/-kafka-(\d+(?:\.\d+)+)/.exec(reference)?.[1] ?? '');
}
