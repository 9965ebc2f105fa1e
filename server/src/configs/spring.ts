import type { Entry, Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { glance, type Name, namer, scalars, some } from './named.ts';
import type { Circumstances, Placement } from './placement.ts';
import { converted, meantName, ownName, relaxed, type SpringPart, springName } from './spring-names.ts';
import { placeViews, type View, type Viewed, withinStreams } from './views.ts';

/** A place of Spring's under which Kafka's properties stand. */
interface Under {
  /** What the place is called, as written up to Kafka's keys. */
  readonly prefix: string;
  readonly part: SpringPart;
  /** `properties`: keys are Kafka's. `names`: they are Spring's own. */
  readonly keys: 'properties' | 'names';
  /** Which of several views of one role: a binding's name. */
  readonly of?: string;
  readonly rest: string;
}

const parts: ReadonlySet<string> = new Set(['producer', 'consumer', 'admin', 'streams']);
const roles: Readonly<Record<SpringPart, Role>> = {
  client: 'client',
  producer: 'producer',
  consumer: 'consumer',
  admin: 'admin',
  streams: 'streams',
};
/** A listener container commits itself, so the consumer does not (`ConsumerProperties`, since 2.3). */
const presets: Readonly<Partial<Record<SpringPart, ReadonlyMap<string, string>>>> = {
  consumer: new Map([['enable.auto.commit', 'false']]),
};

/** Spring Boot's and Spring Cloud Stream's files: only what becomes a property of a Kafka client is taken. */
export function placeSpring(tree: Tree, circumstances: Circumstances): Placement | undefined {
  const { id } = tree.format;
  if (id !== 'properties' && id !== 'yaml') return undefined;
  if (!some(glance(tree), ({ key }) => key === 'spring' || key.startsWith('spring.'))) return undefined;
  const nameOf = namer(tree);
  const login = loginModule(tree, nameOf);
  const first = firstChoice(tree, nameOf);
  const viewOf = (entry: Entry): Viewed | undefined => {
    const name = nameOf(entry);
    const own = ownOf(name);
    if (own?.keys === 'names' && first.has(own.id)) return undefined;
    const found = name && viewed(entry, name, id === 'properties', nameOf);
    return found && login !== undefined ? { ...found, view: withLogin(found.view, login) } : found;
  };
  if (!some(scalars(tree), (entry) => isSpring(nameOf(entry)))) return undefined;
  const structural = (entry: Entry): boolean =>
    entry.kind === 'map' ||
    entry.kind === 'list' ||
    entry.kind === 'null' ||
    shapesOthers.test(entry.key) ||
    ownOf(nameOf(entry))?.keys === 'properties' ||
    (entry.parent === undefined && /^spring\b/.test(entry.key));
  return placeViews(scalars(tree), viewOf, tree.format, circumstances, structural);
}

/**
 * What stands in `properties` though Spring has a name of its own for it: it goes before that, wherever in the file it stands
 * (`KafkaProperties.Properties#with`).
 */
function firstChoice(tree: Tree, nameOf: (entry: Entry) => Name | undefined): ReadonlySet<string> {
  const found = Array.from(scalars(tree), (entry) => ownOf(nameOf(entry)));
  return new Set(found.flatMap((own) => (own?.keys === 'properties' ? [own.id] : [])));
}

/** What a name sets that Spring Boot has a name of its own for, in either way. */
function ownOf(name: Name | undefined): { readonly keys: Under['keys']; readonly id: string } | undefined {
  const under = name?.text.startsWith('spring.kafka.') ? findUnder(name.text) : undefined;
  if (name === undefined || under === undefined) return undefined;
  const { part, keys, rest } = under;
  const kafka = keys === 'names' ? springName(part, rest)?.kafka : ownName(part, rest) === undefined ? undefined : rest;
  return kafka === undefined ? undefined : { keys, id: `${name.document} ${part} ${kafka}` };
}

/** What counts for the views that others are laid over, or for all of them. */
const shapesOthers = /jaas|protocol\]?$/;

/** Spring hands a login module of its own settings to all clients of the JVM (`KafkaJaasLoginModuleInitializer`). */
function loginModule(tree: Tree, nameOf: (entry: Entry) => Name | undefined): string | undefined {
  for (const entry of scalars(tree)) if (/^spring\..*\.?jaas\.loginmodule$/.test(relaxed(nameOf(entry)?.text ?? ''))) return entry.value;
  return undefined;
}

function withLogin(view: View, module: string): View {
  return { ...view, presets: new Map([...(view.presets ?? []), ['sasl.jaas.config', `${module} required;`]]) };
}

function isSpring(name: Name | undefined): boolean {
  return name !== undefined && (/^spring\.kafka\./.test(name.text) || /^spring\.cloud\.stream\.(kafka\.|binders\.)/.test(name.text));
}

function viewed(entry: Entry, name: Name, flat: boolean, nameOf: (entry: Entry) => Name | undefined): Viewed | undefined {
  const under = findUnder(name.text);
  if (under === undefined || under.rest === '') return undefined;
  const { part, keys, rest } = under;
  const own = keys === 'names' ? springName(part, rest) : undefined;
  if (keys === 'names' && own === undefined) return unread(under, name.document, flat);
  const text = entry.style === undefined || entry.style === 'plain' ? yamlValue(entry.value, flat) : entry.value;
  const value = own === undefined ? text : (converted(own.kind, text) ?? text);
  return withinStreams({ view: viewFor(under, name.document, flat, nameOf), key: own?.kafka ?? rest, value });
}

/** A name that Spring Boot does not bind to anything, where another is meant. */
function unread({ part, prefix, rest, of = '' }: Under, document: number, flat: boolean): Viewed | undefined {
  const meant = (key: string): string | undefined => meantName(part, roles[part], key);
  if (meant(rest) === undefined) return undefined;
  const view: View = {
    id: `${document} ${part} ${of} unread`,
    role: 'none',
    why: `names that Spring Boot has none of under \`${prefix}\``,
    // In a nested file a name may be split over maps: it is written where it stands whole.
    spelling: { spell: (key, near) => (flat ? prefix + key : near?.key === rest ? key : undefined) },
    misnamed: { by: 'Spring Boot', meant },
  };
  return { key: rest, view };
}

/** SnakeYAML reads YAML 1.1: `yes` is true, `1_000` a thousand. */
export function yamlValue(text: string, flat: boolean): string {
  if (flat) return text;
  if (/^(yes|on|true)$/i.test(text)) return 'true';
  if (/^(no|off|false)$/i.test(text)) return 'false';
  return /^[+-]?\d[\d_]*$/.test(text) ? text.replaceAll('_', '') : text;
}

/** The view of a place, and the views that it falls back to: the client's common part, and the file's first document. */
function viewFor(under: Under, document: number, flat: boolean, nameOf: (entry: Entry) => Name | undefined): View {
  const { part, of = '' } = under;
  const parent =
    document > 0 ? viewFor(under, 0, flat, nameOf) : part === 'client' && of === '' ? undefined : viewFor(above(under), 0, flat, nameOf);
  const set = presets[part];
  return {
    id: `${document} ${part} ${of}`,
    role: roles[part],
    why: `\`${under.prefix}\` configures ${part === 'client' ? 'Kafka clients' : `a ${part === 'admin' ? 'Kafka admin client' : part === 'streams' ? 'Streams application' : `Kafka ${part}`}`}`,
    spelling: { spell: (key, near) => spell(key, under, flat, near && nameOf(near)?.text) },
    ...(parent && { parent }),
    ...(set && { presets: set }),
  };
}

/** What a binder of its own is given, over what the application has (`inheritEnvironment`). */
const binderEnvironment = /^spring\.cloud\.stream\.binders\.[^.]+\.environment\./;

/** A binding falls back to the clients of its kind that the application has, these to what is common to all. */
function above(under: Under): Under {
  const environment = binderEnvironment.exec(under.prefix)?.[0];
  if (environment !== undefined)
    return { ...under, prefix: under.prefix.slice(environment.length), of: (under.of ?? '').slice(environment.length) };
  const part = under.of === undefined || under.of === '' ? 'client' : under.part;
  return { prefix: part === 'client' ? 'spring.kafka.' : `spring.kafka.${part}.`, part, keys: 'names', rest: '' };
}

/** Beside one of Spring's own names such a name is written, where there is one; beside Kafka's keys the key. */
function spell(key: string, under: Under, flat: boolean, near: string | undefined): string | undefined {
  const place = near === undefined ? under : (findUnder(near) ?? under);
  if (place.keys === 'properties') return flat ? place.prefix + key : near === undefined ? undefined : lastPart(near, place, key);
  const own = ownName(place.part, key);
  if (flat) return own === undefined ? `${place.prefix}properties.${key}` : place.prefix + own;
  return own !== undefined && !own.includes('.') && near?.endsWith(`.${place.rest}`) && !place.rest.includes('.') ? own : undefined;
}

/** In a nested file Kafka's key may be split over maps: it is written where it stands whole. */
function lastPart(near: string, place: Under, key: string): string | undefined {
  return near === place.prefix + place.rest ? key : undefined;
}

/** Finds the place that a name stands under. */
function findUnder(name: string): Under | undefined {
  const binder = binderEnvironment.exec(name)?.[0] ?? '';
  const inner = name.slice(binder.length);
  const found = inner.startsWith('spring.kafka.') ? underBoot(inner) : underStream(inner);
  return found === undefined
    ? undefined
    : { ...found, prefix: binder + found.prefix, ...(binder !== '' && { of: `${binder}${found.of ?? ''}` }) };
}

function underBoot(name: string): Under | undefined {
  const all = name.slice('spring.kafka.'.length);
  const first = all.slice(0, Math.max(0, all.indexOf('.')));
  const part = parts.has(first) ? (first as SpringPart) : 'client';
  const prefix = part === 'client' ? 'spring.kafka.' : `spring.kafka.${first}.`;
  const rest = name.slice(prefix.length);
  if (rest.startsWith('properties.'))
    return { prefix: `${prefix}properties.`, part, keys: 'properties', rest: rest.slice('properties.'.length) };
  return { prefix, part, keys: 'names', rest };
}

const binderPlaces: Readonly<Record<string, SpringPart>> = {
  configuration: 'client',
  consumerproperties: 'consumer',
  producerproperties: 'producer',
};

/** Spring Cloud Stream: a binder's `configuration`, and that of each binding. */
function underStream(name: string): Under | undefined {
  const application = /^spring\.cloud\.stream\.kafka\.streams\.binder\.(functions\.[^.]+)\.configuration\./.exec(name);
  if (application !== null)
    return {
      prefix: application[0],
      part: 'streams',
      keys: 'properties',
      of: application[1] ?? '',
      rest: name.slice(application[0].length),
    };
  const binder = /^spring\.cloud\.stream\.kafka\.(streams\.)?binder\.([\w-]+)\./.exec(name);
  if (binder !== null) {
    const part = binderPlaces[relaxed(binder[2] ?? '')];
    if (part === undefined) return undefined;
    const streams = binder[1] !== undefined && part === 'client';
    return { prefix: binder[0], part: streams ? 'streams' : part, keys: 'properties', of: 'binder', rest: name.slice(binder[0].length) };
  }
  const binding = /^spring\.cloud\.stream\.kafka\.((?:streams\.)?(?:bindings\.[^.]+|default))\.(consumer|producer)\.configuration\./.exec(
    name,
  );
  if (binding === null) return undefined;
  return {
    prefix: binding[0],
    part: binding[2] as SpringPart,
    keys: 'properties',
    of: binding[1] ?? '',
    rest: name.slice(binding[0].length),
  };
}
