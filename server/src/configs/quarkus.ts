import { type Delta, type Entry, holdsText, type Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { type Attribute, attributeOf, type Channels, kafkaChannels, kafkaConnectors } from './channels.ts';
import { passedOnByDebezium } from './debezium-server.ts';
import { changedBy } from './follow.ts';
import { mayHaveNoOtherCue, microProfile, profiled } from './microprofile-cues.ts';
import { glanceForFrameworks, type Name, namer, scalars } from './named.ts';
import type { Circumstances, Placement } from './placement.ts';
import { yamlValue } from './spring.ts';
import { isCollection, placeViews, type View, type Viewed, withinStreams } from './views.ts';

/**
 * Quarkus and other MicroProfile programs: `kafka.*` is common to all clients, `mp.messaging.incoming.{channel}.*` a consumer,
 * `mp.messaging.outgoing.{channel}.*` a producer, `kafka-streams.*` a Streams application; `%profile.` stands before any of them. Debezium
 * Server is such a program, too.
 */
export function placeQuarkus(tree: Tree, circumstances: Circumstances): Placement | undefined {
  const kind = quarkusKind(tree, circumstances);
  if (kind === undefined) return undefined;
  const nameOf = namer(tree);
  const file: QuarkusFile = {
    tree,
    circumstances,
    kind,
    flat: tree.documents === undefined,
    nameOf,
    attributeOf: remembered((entry) => attributeOf(nameOf(entry)?.text ?? '')),
  };
  const attributes = Array.from(scalars(tree), (entry) => [attributeOf(nameOf(entry)?.text ?? ''), entry.value] as const);
  return placeFor(file, kafkaChannels(attributes));
}

/** How surely a file is such a program's, and that it is one. */
export function quarkusKind(tree: Tree, { path }: Circumstances): string | undefined {
  if (tree.format.id !== 'properties' && tree.format.id !== 'yaml') return undefined;
  // Many a chart's values have a `kafka`, too.
  const cue = mayHaveNoOtherCue(path) ? /^(?:quarkus|mp|kafka|debezium)(?:\.|$)|^"?%/ : /^(?:quarkus|mp|debezium)(?:\.|$)|^"?%/;
  if (!glanceForFrameworks(tree).some(({ key }) => cue.test(key))) return undefined;
  const known = microProfile(namesOf(tree, namer(tree)), path, tree.documents === undefined);
  return known && `MicroProfile, ${known}`;
}

/** A file with what is asked about each of its entries. */
interface QuarkusFile {
  readonly tree: Tree;
  readonly circumstances: Circumstances;
  readonly kind: string;
  readonly flat: boolean;
  readonly nameOf: (entry: Entry) => Name | undefined;
  readonly attributeOf: (entry: Entry) => Attribute;
}

function placeFor(file: QuarkusFile, channels: Channels): Placement {
  const { tree, circumstances, kind } = file;
  const isOpen = kind.endsWith('open');
  const isShaping = (entry: Entry): boolean => /(^|\.)(?:connector|protocol)$/.test(entry.key) || shapes(entry, file, channels);
  const structural = (entry: Entry): boolean => isOpen || isCollection(entry) || isShaping(entry);
  const viewing = placeViews(scalars(tree), viewsBy(file, channels), tree.format, circumstances, structural);
  const going = (now: Channels, assign: Placement['assign']): Placement => ({
    get configs() {
      return viewing.configs;
    },
    assign,
    structural: (entry) => structural(entry) || shapes(entry, file, now),
    byValue: (entry) => /(^|\.)connector$/.test(file.nameOf(entry)?.text ?? ''),
    follow: (delta) => {
      const changed = changedBy(delta);
      if (changed.some(isCollection) || (isOpen && quarkusKind(tree, circumstances) !== kind)) return undefined;
      if (!changed.some((entry) => shapes(entry, file, now))) return { placement: going(now, assign), moved: [] };
      const next = kafkaChannels(Array.from(scalars(tree), (entry) => [file.attributeOf(entry), entry.value] as const));
      return { placement: going(next, viewing.by(viewsBy(file, next))), moved: movedBetween(now, next, delta, file) };
    },
  });
  return going(channels, viewing.assign);
}

function shapes(entry: Entry, { nameOf }: QuarkusFile, channels: Channels): boolean {
  return channels.shapedBy(attributeOf(nameOf(entry)?.text ?? ''));
}

/** The entries besides those of an edit whose channel has become Kafka's, or another's. */
function movedBetween(before: Channels, now: Channels, { added }: Delta, file: QuarkusFile): readonly Entry[] {
  const fresh = new Set(added);
  return [...scalars(file.tree)].filter((entry) => {
    const { channel } = file.attributeOf(entry);
    return channel !== undefined && before.isKafka(channel) !== now.isKafka(channel) && !fresh.has(entry);
  });
}

function viewsBy({ nameOf, flat }: QuarkusFile, channels: Channels): (entry: Entry) => Viewed | undefined {
  return (entry) => {
    const text = nameOf(entry)?.text;
    // To MicroProfile Config an empty value means that there is none.
    const found = text === undefined || entry.value.trim() === '' ? undefined : viewed(text, channels.isKafka, flat);
    return found && entry.style === 'plain' ? { ...found, value: yamlValue(entry.value, flat) } : found;
  };
}

/** Looks at an entry once. */
function remembered<T>(look: (entry: Entry) => T): (entry: Entry) => T {
  const known = new WeakMap<Entry, { readonly found: T }>();
  return (entry) => {
    const seen = known.get(entry) ?? { found: look(entry) };
    known.set(entry, seen);
    return seen.found;
  };
}

function* namesOf(tree: Tree, nameOf: (entry: Entry) => Name | undefined): Generator<string> {
  for (const entry of scalars(tree)) yield nameOf(entry)?.text ?? '';
}

const kinds: Readonly<Record<string, Role>> = { incoming: 'consumer', outgoing: 'producer' };
/** Offsets are committed by the connector's own strategy (`KafkaConnectorIncomingConfiguration`). */
const committed = new Map([['enable.auto.commit', 'false']]);

function viewed(text: string, isKafka: (channel: string) => boolean, flat: boolean): Viewed | undefined {
  const { profile, name } = profiled(text);
  const before = profile === '' ? '' : `%${profile}.`;
  const [, direction, channel, rest] = /^mp\.messaging\.(incoming|outgoing)\.([^.]+)\.(.+)$/s.exec(name) ?? [];
  if (direction !== undefined && channel !== undefined && rest !== undefined) {
    const own = `${direction}.${channel}`;
    if (!isKafka(own) || isSmallRye(rest)) return undefined;
    const role = kinds[direction] ?? 'client';
    return {
      key: rest,
      view: view(`mp.messaging.${own}.`, before, role, flat, common('', ofConnectors[0] ?? 'kafka.', flat)),
    };
  }
  for (const prefix of [...ofConnectors, 'kafka.']) {
    if (name.startsWith(prefix) && !isSmallRye(name.slice(prefix.length)))
      return { key: name.slice(prefix.length), view: common(before, prefix, flat) };
  }
  if (name.startsWith('kafka-streams.')) return withinStreams({ key: name.slice('kafka-streams.'.length), view: passedOn(before, flat) });
  const passed = passedOnByDebezium(name);
  if (passed !== undefined)
    return { key: name.slice(passed.prefix.length), view: view(passed.prefix, before, passed.role, flat, undefined) };
  if (name.startsWith(extension)) return ofExtension(name.slice(extension.length), before, flat);
  return undefined;
}

/** What Quarkus hands to a Streams application as it stands. */
function passedOn(before: string, flat: boolean): View {
  return view('kafka-streams.', before, 'streams', flat, common('', 'kafka.', flat));
}

const extension = 'quarkus.kafka-streams.';
/** The extension's own names for properties of Streams, taken as they stand; they go before the others (`KafkaStreamsRuntimeConfig`). */
const ownNames: ReadonlyMap<string, string> = new Map(
  [
    ...['application-id', 'application-server', 'bootstrap-servers', 'security.protocol'],
    ...['sasl.mechanism', 'sasl.jaas-config', 'sasl.kerberos-service-name'],
    ...['ssl.protocol', 'ssl.provider', 'ssl.cipher-suites', 'ssl.enabled-protocols', 'ssl.endpoint-identification-algorithm'],
    ...['ssl.key.password', 'ssl.keystore.type', 'ssl.keystore.location', 'ssl.keystore.password'],
    ...['ssl.truststore.type', 'ssl.truststore.location', 'ssl.truststore.password'],
  ].map((name) => [name.replaceAll('-', '.'), name]),
);

/** Whether the extension has a name of its own for a property of Streams. */
export function isExtensionName(key: string): boolean {
  return ownNames.has(key);
}

function ofExtension(name: string, before: string, flat: boolean): Viewed | undefined {
  const key = name.replaceAll('-', '.');
  if (ownNames.get(key) !== name) return undefined;
  const own = view(extension, before, 'streams', flat, passedOn('', flat));
  const spell = (kafka: string, near?: Entry): string | undefined => {
    const written = kafka === '' ? '' : ownNames.get(kafka);
    return written === undefined ? undefined : own.spelling.spell(written, near);
  };
  return { key, view: { ...own, spelling: { spell } } };
}

/** Attributes of the connector itself; they have no dot, but for those of its dead letter queue and of its checkpoints. */
function isSmallRye(key: string): boolean {
  return (
    /^(connector|topic|topics|pattern|enabled|merge|broadcast|channel-name|key|partition|partitions|lazy-client|batch|retry|assign-seek|concurrency|mutiny|log-received-messages)$|^(dead-letter-queue|checkpoint|cloud-events|commit-strategy|failure-strategy|throttled|delayed-retry-topic|requests|poll|health|tracing|key-deserialization|value-deserialization|key-serialization|value-serialization|fail-on|max-queue|close|records|propagate|max-inflight|wait-for|retry-|auto-|graceful|merge|kafka-configuration|consumer-rebalance|client-id-prefix|interceptor|pausable|request|reply|otel|concurrency|buffer)[-.]?/.test(
      key,
    ) && !/^(interceptor\.classes|auto\.|auto-offset|buffer\.memory|request\.timeout)/.test(key)
  );
}

/** What all channels of a connector get; a program has but one of them. */
const ofConnectors = kafkaConnectors.map((connector) => `mp.messaging.connector.${connector}.`);

/** What counts where a connector says nothing is what the next one says, and at last what all clients get. */
function common(before: string, prefix: string, flat: boolean): View {
  const next = prefix === 'kafka.' ? undefined : (ofConnectors[ofConnectors.indexOf(prefix) + 1] ?? 'kafka.');
  return view(prefix, before, 'client', flat, next === undefined ? undefined : common('', next, flat));
}

/** A profile's properties go before those without one. */
function view(prefix: string, before: string, role: Role, flat: boolean, parent: View | undefined): View {
  const base = before === '' ? parent : view(prefix, '', role, flat, parent);
  return {
    id: before + prefix,
    role,
    why: `keys that begin with \`${before}${prefix}\``,
    spelling: {
      spell: (key, near) => (flat ? before + prefix + key : near === undefined ? undefined : nested(key, before + prefix, near)),
    },
    ...(base && { parent: base }),
    ...(role === 'consumer' && { presets: committed }),
  };
}

/** In a nested file a key is written beside another that stands whole, with as much of the prefix as that one has. */
function nested(key: string, prefix: string, near: Entry): string | undefined {
  let above = '';
  for (let at = near.parent; at !== undefined && !holdsText(at); at = at.parent) above = `${at.key}.${above}`;
  const begun = prefix.length - above.length;
  return begun >= 0 && (above + near.key).startsWith(prefix) ? near.key.slice(0, begun) + key : undefined;
}
