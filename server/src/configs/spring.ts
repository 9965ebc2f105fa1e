import type { Entry, Tree } from '../formats/format.ts';
import { glance, type Name, namer, scalars, some } from './named.ts';
import type { Circumstances, Placement } from './placement.ts';
import { converted, meantName, ownName, relaxed, springName } from './spring-names.ts';
import {
  above,
  type Fallbacks,
  fallbacksOf,
  findUnder,
  isLaidOverBoth,
  isSetByStream,
  roles,
  type SpringPlace,
  setByStream,
  spoken,
} from './spring-places.ts';
import { placeViews, type View, type Viewed, withinStreams } from './views.ts';

/** A listener container commits itself, so the consumer does not (`ConsumerProperties`, since 2.3). */
const presets: Readonly<Partial<Record<SpringPlace['part'], ReadonlyMap<string, string>>>> = {
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
  const fallbacks = fallbacksOf(Array.from(scalars(tree), (entry) => nameOf(entry)?.text ?? ''));
  const file: SpringFile = { flat: id === 'properties', nameOf, fallbacks };
  const viewOf = (entry: Entry): Viewed | undefined => {
    const name = nameOf(entry);
    const own = ownOf(name);
    if (own?.keys === 'names' && first.has(own.id)) return undefined;
    const found = name && viewed(entry, name, file);
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
function ownOf(name: Name | undefined): { readonly keys: SpringPlace['keys']; readonly id: string } | undefined {
  const under = name?.text.startsWith('spring.kafka.') ? findUnder(name.text) : undefined;
  if (name === undefined || under === undefined) return undefined;
  const { part, keys, rest } = under;
  if (part === 'topic') return undefined;
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

/** What is asked about the file for each of its names. */
interface SpringFile {
  readonly flat: boolean;
  readonly nameOf: (entry: Entry) => Name | undefined;
  readonly fallbacks: Fallbacks;
}

function viewed(entry: Entry, name: Name, file: SpringFile): Viewed | undefined {
  const { flat } = file;
  const under = findUnder(name.text);
  if (under === undefined || under.rest === '') return undefined;
  const { part, keys, rest } = under;
  if (isSetByStream(under))
    return { key: rest, view: { ...viewFor(under, name.document, file), ...setByStream, id: `${under.prefix} set` } };
  const own = keys === 'names' && part !== 'topic' ? springName(part, rest) : undefined;
  if (keys === 'names' && own === undefined) return unread(under, name.document, flat);
  const text = entry.style === undefined || entry.style === 'plain' ? yamlValue(entry.value, flat) : entry.value;
  const value = own === undefined ? text : (converted(own.kind, text) ?? text);
  return withinStreams({ view: viewFor(under, name.document, file), key: own?.kafka ?? rest, value });
}

/** A name that Spring Boot does not bind to anything, where another is meant. */
function unread({ part, prefix, rest, of = '' }: SpringPlace, document: number, flat: boolean): Viewed | undefined {
  if (part === 'topic') return undefined;
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
function viewFor(under: SpringPlace, document: number, file: SpringFile): View {
  const { flat, nameOf, fallbacks } = file;
  const { part, of = '' } = under;
  const outer = document > 0 ? under : above(under, fallbacks);
  const parent = outer && viewFor(outer, 0, file);
  const set = presets[part];
  return {
    id: `${document} ${part} ${of}`,
    role: roles[part],
    why: `\`${under.prefix}\` configures ${spoken[part]}`,
    spelling: { spell: (key, near) => spell(key, under, flat, near && nameOf(near)?.text) },
    ...(parent && { parent }),
    ...(set && { presets: set }),
    ...(isLaidOverBoth(under, fallbacks) && { overlay: true }),
  };
}

/** Beside one of Spring's own names such a name is written, where there is one; beside Kafka's keys the key. */
function spell(key: string, under: SpringPlace, flat: boolean, near: string | undefined): string | undefined {
  const place = near === undefined ? under : (findUnder(near) ?? under);
  if (place.keys === 'properties') return flat ? place.prefix + key : near === undefined ? undefined : lastPart(near, place, key);
  const own = place.part === 'topic' ? undefined : ownName(place.part, key);
  if (flat) return own === undefined ? `${place.prefix}properties.${key}` : place.prefix + own;
  return own !== undefined && !own.includes('.') && near?.endsWith(`.${place.rest}`) && !place.rest.includes('.') ? own : undefined;
}

/** In a nested file Kafka's key may be split over maps: it is written where it stands whole. */
function lastPart(near: string, place: SpringPlace, key: string): string | undefined {
  return near === place.prefix + place.rest ? key : undefined;
}
