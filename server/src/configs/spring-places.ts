import type { Role } from '../schema/roles.ts';
import { relaxed, type SpringPart } from './spring-names.ts';
import type { View } from './views.ts';

/** A place of Spring's under which Kafka's properties stand. */
export interface SpringPlace {
  /** What the place is called, as written up to Kafka's keys. */
  readonly prefix: string;
  readonly part: SpringPart | 'topic';
  /** `properties`: keys are Kafka's. `names`: they are Spring's own. */
  readonly keys: 'properties' | 'names';
  /** Which of several views of one role: a binding's name. */
  readonly of?: string;
  readonly rest: string;
}

export const roles: Readonly<Record<SpringPlace['part'], Role>> = {
  client: 'client',
  producer: 'producer',
  consumer: 'consumer',
  admin: 'admin',
  streams: 'streams',
  topic: 'topic',
};

/** What is configured there, as the end of a sentence. */
export const spoken: Readonly<Record<SpringPlace['part'], string>> = {
  client: 'Kafka clients',
  producer: 'a Kafka producer',
  consumer: 'a Kafka consumer',
  admin: 'a Kafka admin client',
  streams: 'a Streams application',
  topic: 'a topic that the binder makes',
};

const parts: ReadonlySet<string> = new Set(['producer', 'consumer', 'admin', 'streams']);
const boot = 'spring.kafka.';
const stream = 'spring.cloud.stream.kafka.';

/** What a binder of its own is given, over what the application has (`inheritEnvironment`). */
const binderEnvironment = /^spring\.cloud\.stream\.binders\.[^.]+\.environment\./;

/** Finds the place that a name stands under. */
export function findUnder(name: string): SpringPlace | undefined {
  const environment = binderEnvironment.exec(name)?.[0] ?? '';
  const inner = name.slice(environment.length);
  const found = inner.startsWith(boot) ? underBoot(inner) : inner.startsWith(stream) ? underStream(inner) : undefined;
  return found === undefined
    ? undefined
    : { ...found, prefix: environment + found.prefix, ...(environment !== '' && { of: `${environment}${found.of ?? ''}` }) };
}

function underBoot(name: string): SpringPlace {
  const all = name.slice(boot.length);
  const first = all.slice(0, Math.max(0, all.indexOf('.')));
  const part = parts.has(first) ? (first as SpringPart) : 'client';
  const prefix = part === 'client' ? boot : `${boot}${first}.`;
  const rest = name.slice(prefix.length);
  if (rest.startsWith('properties.'))
    return { prefix: `${prefix}properties.`, part, keys: 'properties', rest: rest.slice('properties.'.length) };
  return { prefix, part, keys: 'names', rest };
}

/** A place of Spring Cloud Stream's, by the name that leads there. */
interface StreamPlace {
  readonly at: RegExp;
  part(names: readonly string[]): SpringPlace['part'] | undefined;
  /** Which of the views of one role. */
  of(names: readonly string[]): string;
}

const binderParts: Readonly<Record<string, SpringPart>> = {
  configuration: 'client',
  consumerproperties: 'consumer',
  producerproperties: 'producer',
};

const binding = String.raw`(bindings\.[^.]+|default)\.`;

/**
 * The binders' places (`KafkaBinderConfigurationProperties`, `KafkaStreamsBinderConfigurationProperties`): Kafka's binder has properties
 * for all its clients, for consumers and for producers, and for what produces in transactions; the binder of Streams has an application's.
 */
const binders: readonly StreamPlace[] = [
  { at: /^binder\.transaction\.producer\.(configuration)\./, part: () => 'producer', of: () => 'transaction' },
  { at: /^binder\.transaction\.producer\.(topic\.properties)\./, part: () => 'topic', of: () => 'transaction' },
  { at: /^binder\.([\w-]+)\./, part: ([place = '']) => binderParts[relaxed(place)], of: () => 'binder' },
  { at: /^streams\.binder\.(functions\.[^.]+)\.configuration\./, part: () => 'streams', of: ([name = '']) => name },
  { at: /^streams\.binder\.(configuration)\./, part: () => 'streams', of: () => 'binder' },
];

/**
 * Those of bindings (`KafkaConsumerProperties`, `KafkaProducerProperties`, `KafkaTopicProperties`): a client of its own, dead letters with
 * a producer of their own, and the topics that are made for each. What a binding of Streams reads is laid over the application's
 * (`AbstractKafkaStreamsBinderProcessor`); what it writes is for its serdes alone.
 */
const bindings: readonly StreamPlace[] = [
  {
    at: new RegExp(`^${binding}(consumer|producer)\\.configuration\\.`),
    part: ([, kind]) => kind as SpringPart,
    of: ([name = '']) => name,
  },
  { at: new RegExp(`^streams\\.${binding}consumer\\.configuration\\.`), part: () => 'streams', of: ([name = '']) => name },
  {
    at: new RegExp(`^(streams\\.)?${binding}consumer\\.dlq-?producer-?properties\\.configuration\\.`, 'i'),
    part: () => 'producer',
    of: ([streams = '', name = '']) => `${streams}${name} dead letters`,
  },
  {
    at: new RegExp(`^(streams\\.)?${binding}consumer\\.dlq-?producer-?properties\\.topic\\.properties\\.`, 'i'),
    part: () => 'topic',
    of: ([streams = '', name = '']) => `${streams}${name} dead letters`,
  },
  {
    // `admin.configuration` is what `topic.properties` was called before 2.1.
    at: new RegExp(`^(streams\\.)?${binding}(consumer|producer)\\.(?:topic\\.properties|admin\\.configuration)\\.`),
    part: () => 'topic',
    of: ([streams = '', name = '', kind = '']) => `${streams}${name} ${kind}`,
  },
];

/** What all names of a client of Spring Boot's stand under, Kafka's as well as its own; any other place as it is. */
export function wholePlace(place: SpringPlace): SpringPlace {
  const [, prefix] = place.keys === 'properties' ? (/^(.*\bspring\.kafka\..*?)properties\.$/.exec(place.prefix) ?? []) : [];
  return prefix === undefined ? place : { ...place, prefix, keys: 'names', rest: '' };
}

function underStream(name: string): SpringPlace | undefined {
  const inner = name.slice(stream.length);
  for (const { at, part, of } of [...bindings, ...binders]) {
    const [whole, ...names] = at.exec(inner) ?? [];
    if (whole === undefined) continue;
    const found = part(names);
    const rest = inner.slice(whole.length);
    // Confluent's brokers know more of topics than Kafka's.
    if (found === undefined || (found === 'topic' && rest.startsWith('confluent.'))) return undefined;
    return { prefix: stream + whole, part: found, keys: 'properties', of: of(names), rest };
  }
  return undefined;
}

/** Which of the places that bindings fall back to a file has. */
export interface Fallbacks {
  /** The binder's properties for all its clients. */
  readonly binder: boolean;
  /** The application's own for clients of one kind. */
  readonly application: boolean;
}

/** Which of them the names of a file speak of. */
export function fallbacksOf(names: readonly string[]): Fallbacks {
  return {
    binder: names.some((name) => name.startsWith(`${stream}binder.configuration.`)),
    application: names.some((name) => /^spring\.kafka\.(?:producer|consumer)\./.test(name)),
  };
}

/** Whether what counts for a binding stands in more places than are put together here. */
export function isLaidOverBoth({ part, of = '' }: SpringPlace, { binder, application }: Fallbacks): boolean {
  return binder && application && of !== '' && (part === 'producer' || part === 'consumer');
}

/** What counts where a place says nothing; undefined where nothing does. */
export function above(under: SpringPlace, { binder }: Fallbacks): SpringPlace | undefined {
  const { prefix, part, of = '' } = under;
  const environment = binderEnvironment.exec(prefix)?.[0];
  if (environment !== undefined) return { ...under, prefix: prefix.slice(environment.length), of: of.slice(environment.length) };
  if (part === 'topic' || (part === 'client' && of === '')) return undefined;
  // The binder's own properties go between those of a binding and the application's (`mergedConsumerConfiguration`).
  if (of !== '' && of !== 'binder')
    return place(part === 'streams' ? `${stream}streams.binder.configuration.` : `${stream}binder.${part}-properties.`, part);
  if (of === 'binder' && binder && (part === 'consumer' || part === 'producer')) return place(`${stream}binder.configuration.`, 'client');
  const boots = of === '' ? 'client' : part;
  return { prefix: boots === 'client' ? boot : `${boot}${boots}.`, part: boots, keys: 'names', rest: '' };
}

function place(prefix: string, part: SpringPart): SpringPlace {
  return { prefix, part, keys: 'properties', of: 'binder', rest: '' };
}

/** What the binder takes out of what all its consumers are given, with a line in the log (`filterStreamManagedConfiguration`). */
export function isSetByStream({ of = '', part, rest, keys }: SpringPlace): boolean {
  return keys === 'properties' && /(?:^|\.)binder$/.test(of) && (part === 'client' || part === 'consumer') && rest === 'group.id';
}

/** The view of such a key. */
export const setByStream: Pick<View, 'role' | 'managedBy'> = { role: 'none', managedBy: 'Spring Cloud Stream' };
