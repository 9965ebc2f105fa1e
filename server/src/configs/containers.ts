import type { Entry, Format } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, printVersion } from '../schema/version.ts';
import { splitLines } from '../text/lines.ts';
import type { Identity } from './config.ts';
import { isCue, isCueByValue } from './detect.ts';
import { type EnvNames, envNames } from './env-names.ts';
import type { ImageUse } from './image-use.ts';
import type { Image } from './images.ts';
import { hasPlaceholder } from './placeholder.ts';
import type { Circumstances } from './placement.ts';
import { type Source, versionFor } from './properties-file.ts';
import type { Region } from './regions.ts';

/** A container with the variables it gets. */
export interface Container {
  readonly image: Image;
  /** The image as the file has it. */
  readonly reference: string;
  /** Maps and lists of variables; the later ones win. */
  readonly holders: readonly Entry[];
  /** Variables that other files give it, the later ones winning: those that count where the holders say nothing, and those that go before them. */
  readonly below?: readonly Entry[];
  readonly above?: readonly Entry[];
  readonly format: Format;
  /** True where files, commands or templates may configure it as well. */
  readonly more: boolean;
  /** How many services of the file run a broker's image, where that is known. */
  readonly brokers?: number;
  readonly scalars?: Identity['scalars'];
  /** What the command makes of the variables, where the image has no say. */
  readonly names?: EnvNames;
}

/** The configs of a container: what its variables become, and the variables that become nothing. */
export function containerRegions(given: Container, circumstances: Circumstances): readonly Region[] {
  const { image, holders, below = [], above = [] } = given;
  const slips = given.scalars === 'text' ? [] : holders.flatMap(slipsOf);
  // What they were to say is not known to anybody.
  const container = slips.length > 0 ? { ...given, more: true } : given;
  const names = container.names ?? envNames(image.family, image.role !== 'broker');
  const variables = byName([...below, ...holders.flatMap(variablesOf), ...above]);
  const isKafkas = (entry: Entry): boolean => names.keyOf(entry.key) !== undefined || names.isLost(entry.key) || choosesLogging(entry);
  if (![...variables.values(), ...slips].some(isKafkas)) return [];
  const find: Find = (key) => [...variables.values()].find((entry) => names.keyOf(entry.key) === key);
  const { reference: name, more, brokers } = container;
  const use = {
    family: image.family,
    name,
    ...(image.role !== 'broker' && { connect: true as const }),
    variables: new Set(variables.keys()),
    complete: !more && image.defaults === undefined,
    ...(brokers && { brokers }),
  };
  const elsewhere = [...byName([...below, ...above]).values()];
  const overridden = new Set(above.map(({ key }) => key));
  // Within one map the last of a name counts anyway; between maps it takes a look at all of them.
  const counts = (entry: Entry): boolean =>
    elsewhere.includes(entry) ||
    (isVariable(entry) && !overridden.has(entry.key) && (holders.length === 1 || variables.get(entry.key) === entry));
  const source = {
    format: container.format,
    entries: () => holders.flatMap(variablesOf),
    elsewhere,
    spelling: names,
    asRead: throughPropertiesFile,
  };
  const { standing } = names;
  const identity = { ...identityOf(container, circumstances, find), image: use, ...(standing && { standing }) };
  const presets = presetsOf(container, identity.whole, find, use);
  const keyOf = (entry: Entry): string | undefined => (counts(entry) ? names.keyOf(entry.key) : undefined);
  const decides = (entry: Entry): boolean => {
    const key = keyOf(entry);
    return holders.length > 1 || key === undefined || isCue({ key, value: entry.value }) || ofPrograms.test(entry.key);
  };
  const byValue = (entry: Entry): boolean =>
    holders.length > 1 || choosesLogging(entry) || readByImage.has(keyOf(entry) ?? '') || isCueByValue({ key: '', value: entry.value });
  return [
    { holders, source: { ...source, identity, keyOf, structural: decides, byValue, ...(presets !== undefined && { presets }) } },
    { holders, source: { ...source, ...lost(identity, use, names, counts), structural: decides, byValue } },
    ...(slips.length === 0 ? [] : [slipRegion(slips, container.format, { ...identity, image: { ...use, asMaps: true } })]),
  ];
}

/** `- NAME: value`: in a list that is a map, and no variable. */
function slipsOf({ kind, children = [] }: Entry): readonly Entry[] {
  if (kind !== 'list') return [];
  return children.flatMap(({ pair, children: members = [] }) => {
    const [only, another] = members;
    return pair === undefined && another === undefined && only?.children === undefined && /^[A-Z][A-Z0-9_]*$/.test(only?.key ?? '')
      ? members
      : [];
  });
}

function slipRegion(slips: readonly Entry[], format: Format, { kafka, why, image }: Pick<Identity, 'kafka' | 'why' | 'image'>): Region {
  const identity = { role: 'none', kafka, family: 'java', why, whole: false, ...(image && { image }) } as const;
  const keyOf = (entry: Entry): string | undefined => (slips.includes(entry) ? entry.key : undefined);
  return { holders: slips.map(({ parent }) => parent), source: { format, identity, keyOf, entries: () => slips, structural: () => true } };
}

/** Variables that other programs read, too, of those that begin as Kafka's do. */
const ofPrograms = /^KAFKA_(?:CLUSTERS_\d+|REST_CLIENT)_/;

/** Properties of which an image makes others. */
const readByImage: ReadonlySet<string> = new Set(['process.roles', 'advertised.listeners']);

/** Images write a variable's value into a properties file as it is: a backslash joins lines there, and escapes. */
export function throughPropertiesFile({ value }: Entry): string | undefined {
  if (!/[\\\n]/.test(value)) return undefined;
  const [first] = properties.parse(splitLines(`key=${value}`).lines).entries();
  return first?.value;
}

type Find = (key: string) => Entry | undefined;

function identityOf(
  container: Container,
  circumstances: Circumstances,
  find: Find,
): Pick<Identity, 'role' | 'kafka' | 'family' | 'why' | 'whole' | 'scalars'> {
  const { image, reference, scalars } = container;
  const role = image.role === 'broker' && find('process.roles')?.value.trim() === 'controller' ? 'controller' : image.role;
  const { kafka, why } = versionOf(container, circumstances, find);
  const versionKnown = image.kafka !== undefined || circumstances.kafka !== undefined;
  const takesAll = image.family === 'apache' || image.family === 'confluent';
  const whole = takesAll && image.defaults === undefined && !container.more && versionKnown && !derivesFromUnknown(find);
  return {
    role,
    kafka: Math.min(kafka, newestVersion(role)),
    family: 'java',
    why: `image \`${reference}\`${why}`,
    whole,
    ...(scalars && { scalars }),
  };
}

/** Listeners come from the advertised ones where nothing is said about them: then these have to be known. */
function derivesFromUnknown(find: Find): boolean {
  const advertised = find('advertised.listeners');
  return find('listeners') === undefined && advertised !== undefined && (advertised.style === 'alias' || hasPlaceholder(advertised.value));
}

/** What the image puts in where nothing is said. */
function presetsOf({ image }: Container, whole: boolean, find: Find, use: ImageUse): ReadonlyMap<string, string> | undefined {
  if (image.family === 'bitnami') return bitnamiPresets;
  if (image.role !== 'broker') return undefined;
  return new Map([
    ...(image.defaults ?? []),
    ...(whole ? derivedListeners(find('advertised.listeners')) : []),
    ...(image.family === 'apache' || image.family === 'confluent' ? secretFiles(use) : []),
  ]);
}

/** The stores that both images find by the names of their files (`configure`). */
export function* secretFiles({ variables }: Pick<ImageUse, 'variables'>): Iterable<readonly [string, string]> {
  for (const store of ['keystore', 'truststore'])
    if (variables.has(`KAFKA_SSL_${store.toUpperCase()}_FILENAME`)) yield [`ssl.${store}.location`, '/etc/kafka/secrets'];
}

/** What Kafka's own scripts pass to Java, and what images make levels of. */
export function isLoggingVariable(name: string): boolean {
  return /^(?:KAFKA_(?:LOG4J_|JVM_PERFORMANCE_|HEAP_|JMX_)?OPTS|(?:KAFKA|CONNECT)_LOG4J_(?:ROOT_LOGLEVEL|LOGGERS)|KAFKA_TOOLS_LOG4J_LOGLEVEL)$/.test(
    name,
  );
}

/** Whether a variable chooses the logging library's file or levels. */
export function choosesLogging({ key, value }: Pick<Entry, 'key' | 'value'>): boolean {
  return isLoggingVariable(key) && (key.includes('LOG4J') || value.includes('log4j'));
}

/** What a container is started with, as far as it chooses the logging: options of Java in a command, whole or in parts. */
export function commandRegions(
  commands: readonly Entry[],
  { image, reference, format }: Pick<Container, 'image' | 'reference' | 'format'>,
  circumstances: Circumstances,
): readonly Region[] {
  const entries = commands.flatMap((command) => command.children ?? [command]).filter(hasLoggingOption);
  const kafka = circumstances.said === 'the comment in the file' ? circumstances.kafka : (image.kafka ?? circumstances.kafka);
  if (entries.length === 0 || kafka === undefined) return [];
  const identity = { role: 'none', kafka, family: 'java', why: `image \`${reference}\``, whole: false } as const;
  const keyOf = (entry: Entry): string | undefined => (hasLoggingOption(entry) ? `${entry.parent?.key}.${entry.key}` : undefined);
  const source = { entries: () => entries, format, identity, keyOf, structural: () => true };
  return [{ holders: [...new Set(entries.map(({ parent }) => parent))], source }];
}

function hasLoggingOption({ value, children }: Entry): boolean {
  return children === undefined && value.includes('-Dlog4j');
}

/** Variables that are no properties: those that look like one but are passed on to nobody, and those that choose the logging. */
function lost(
  identity: { readonly kafka: KafkaVersion; readonly why: string },
  use: ImageUse,
  names: EnvNames,
  counts: (entry: Entry) => boolean,
): Pick<Source, 'identity' | 'keyOf'> {
  return {
    identity: { ...identity, role: 'none', family: 'java', whole: false, image: { ...use, leftOver: true } },
    keyOf: (entry) => (counts(entry) && (names.isLost(entry.key) || choosesLogging(entry)) ? entry.key : undefined),
  };
}

/** The variables that count, by name: the last of each. */
function byName(variables: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(variables.map((entry) => [entry.key, entry]));
}

/** In a list only the pairs that its items stand for are members: a key among them is a slip, as is an item in a map. */
export function isMember({ parent, format }: Entry): boolean {
  if (parent?.kind === 'list') return format !== undefined;
  return parent?.kind !== 'map' || format === undefined;
}

/** Whether one of a map's or list's entries is a variable: what is a map itself is none, but for a list's that take their value from elsewhere. */
export function isVariable(entry: Entry): boolean {
  return isMember(entry) && (entry.parent?.kind === 'list' || (entry.key !== '<<' && entry.kind !== 'map'));
}

/** The variables of a map or a list. */
export function variablesOf(holder: Entry): readonly Entry[] {
  const members = holder.children ?? [];
  return holder.kind === 'list' ? members.flatMap(({ pair }) => pair ?? []) : members.filter(isVariable);
}

function versionOf(
  { image, reference }: Container,
  circumstances: Circumstances,
  find: (key: string) => Entry | undefined,
): { readonly kafka: KafkaVersion; readonly why: string } {
  if (circumstances.kafka !== undefined && (image.kafka === undefined || circumstances.said === 'the comment in the file'))
    return { kafka: circumstances.kafka, why: '' };
  if (image.kafka !== undefined)
    return { kafka: image.kafka, why: hasPlaceholder(reference) ? '' : ` is Kafka ${printVersion(image.kafka)}` };
  const { kafka, why } = versionFor(image.role, circumstances, find);
  return { kafka, why: why === '' ? '' : `; ${why}` };
}

/** What Bitnami's image puts in where nothing is said (kafka-env.sh). */
const bitnamiPresets: ReadonlyMap<string, string> = new Map([['sasl.enabled.mechanisms', 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512']]);

/** Both images listen on all addresses of the ports that are advertised, where nothing else is said (`configure`). */
function derivedListeners(advertised: Entry | undefined): readonly (readonly [string, string])[] {
  if (advertised === undefined || hasPlaceholder(advertised.value)) return [];
  return [['listeners', advertised.value.replace(/:\/\/[^:]*:/g, '://0.0.0.0:')]];
}
