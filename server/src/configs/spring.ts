import type { Entry, Tree } from '../formats/format.ts';
import { tableOf } from '../schema/tables.ts';
import { latestVersion } from '../schema/version.ts';
import { type Name, namer, scalars } from './named.ts';
import type { Circumstances, Placement } from './placement.ts';
import { isLogin, isSpringFile, type NameOf, ownOf, type SpringFacts, shapesFacts, springFacts } from './spring-facts.ts';
import { followSpring } from './spring-follow.ts';
import { converted, meantName, ownName, springName } from './spring-names.ts';
import {
  above,
  type Fallbacks,
  findUnder,
  isLaidOverBoth,
  isSetByStream,
  roles,
  type SpringPlace,
  setByStream,
  spoken,
  wholePlace,
} from './spring-places.ts';
import { streamSetting } from './spring-stream-names.ts';
import { isCollection, placeViews, type View, type Viewed, withinStreams } from './views.ts';

/** A listener container commits itself, so the consumer does not (`ConsumerProperties`, since 2.3). */
const presets: Readonly<Partial<Record<SpringPlace['part'], ReadonlyMap<string, string>>>> = {
  consumer: new Map([['enable.auto.commit', 'false']]),
};

/** Spring Boot's and Spring Cloud Stream's files: only what becomes a property of a Kafka client is taken. */
export function placeSpring(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (!isSpringFile(tree)) return undefined;
  const nameOf = namer(tree);
  const flat = tree.format.id === 'properties';
  const facts = springFacts(tree, nameOf);
  const viewing = placeViews(scalars(tree), viewsBy(facts, flat, nameOf), tree.format, circumstances, structuralFor(nameOf, flat));
  const going = (now: SpringFacts, assign: Placement['assign']): Placement => ({
    get configs() {
      return viewing.configs;
    },
    assign,
    structural: viewing.structural,
    byValue: (entry) => isLogin(nameOf(entry)),
    followsMoves: true,
    follow: (delta) =>
      followSpring({ tree, nameOf, facts: now, assign }, delta, (next) => going(next, viewing.by(viewsBy(next, flat, nameOf)))),
  });
  return going(facts, viewing.assign);
}

function structuralFor(nameOf: NameOf, flat: boolean): Placement['structural'] {
  return (entry) =>
    isCollection(entry) ||
    shapesOthers.test(entry.key) ||
    shapesFacts(nameOf(entry)) ||
    (entry.parent === undefined && (!flat || /^spring\b/.test(entry.key)));
}

/** What counts for the views that others are laid over, or for all of them. */
const shapesOthers = /jaas|protocol\]?$/;

function viewsBy({ login, first, fallbacks }: SpringFacts, flat: boolean, nameOf: NameOf): (entry: Entry) => Viewed | undefined {
  const file: SpringFile = { flat, nameOf, fallbacks };
  return (entry) => {
    const name = nameOf(entry);
    const own = ownOf(name);
    if (own?.keys === 'names' && first.has(own.id)) return undefined;
    const found = name && viewed(entry, name, file);
    return found && login !== undefined ? { ...found, view: withLogin(found.view, login) } : found;
  };
}

/** Those that it is laid over have it as well. */
function withLogin(view: View, module: string): View {
  const presets = new Map([...(view.presets ?? []), ['sasl.jaas.config', `${module} required;`]]);
  return { ...view, presets, ...(view.parent && { parent: withLogin(view.parent, module) }) };
}

/** What is asked about the file for each of its names. */
interface SpringFile {
  readonly flat: boolean;
  readonly nameOf: NameOf;
  readonly fallbacks: Fallbacks;
}

function viewed(entry: Entry, name: Name, file: SpringFile): Viewed | undefined {
  const { flat } = file;
  const under = findUnder(name.text);
  if (under === undefined) return streamSetting(name.text, entry.value, name.document, flat ? undefined : entry.key);
  if (under.rest === '') return undefined;
  const { part, keys, rest } = under;
  if (isSetByStream(under))
    return { key: rest, view: { ...viewFor(under, name.document, file), ...setByStream, id: `${under.prefix} set` } };
  const own = keys === 'names' && part !== 'topic' ? springName(part, rest) : undefined;
  if (keys === 'names' && own === undefined) return unread(under, name.document, file);
  const text = entry.style === undefined || entry.style === 'plain' ? yamlValue(entry.value, flat) : entry.value;
  const value = own === undefined ? text : (converted(own.kind, text) ?? text);
  const key = own?.kafka ?? rest;
  return withinStreams({
    view: isStreamsAlone(under, key) ? streamsWithin(under, name.document, file) : viewFor(under, name.document, file),
    key,
    value,
  });
}

/** What stands among the properties of all clients, and is read by Streams alone: its application gets them, too. */
function isStreamsAlone({ part, of = '' }: SpringPlace, key: string): boolean {
  return part === 'client' && of === '' && !tableOf('client', latestVersion()).has(key) && tableOf('streams', latestVersion()).has(key);
}

/** A view of its own: what stands under `spring.kafka.streams` goes before it, wherever that stands. */
function streamsWithin(under: SpringPlace, document: number, file: SpringFile): View {
  const parent = viewFor(under, document, file);
  return { ...parent, id: `${parent.id} streams`, role: 'streams', why: `\`${under.prefix}\` configures ${spoken.streams}, too`, parent };
}

/** A name that Spring Boot does not bind to anything, where another is meant. */
function unread({ part, prefix, rest, of = '' }: SpringPlace, document: number, { flat, nameOf }: SpringFile): Viewed | undefined {
  if (part === 'topic') return undefined;
  const meant = (key: string): string | undefined => meantName(part, roles[part], key);
  if (meant(rest) === undefined) return undefined;
  const view: View = {
    id: `${document} ${part} ${of} unread`,
    role: 'none',
    why: `names that Spring Boot has none of under \`${prefix}\``,
    spelling: { spell: (key, near) => (flat ? prefix + key : standsWhole(near, prefix, nameOf) ? key : undefined) },
    misnamed: { by: 'Spring Boot', meant },
  };
  return { key: rest, view };
}

/** In a nested file a name may be split over maps: another is written where it stands whole. */
function standsWhole(near: Entry | undefined, prefix: string, nameOf: NameOf): boolean {
  return near !== undefined && nameOf(near)?.text === prefix + near.key;
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
  const whole = wholePlace(under);
  return {
    id: `${document} ${part} ${of}`,
    role: roles[part],
    why: `\`${whole.prefix}\` configures ${spoken[part]}`,
    spelling: {
      spell: (key, near) => {
        const own = spell(key, whole, flat, near && nameOf(near)?.text);
        if (flat || near === undefined || own === undefined) return own;
        const lead = leadOf(near, nameOf(near)?.text ?? '');
        return lead === undefined ? undefined : lead + own;
      },
    },
    ...(parent && { parent }),
    ...(set && { presets: set }),
    ...(isLaidOverBoth(under, fallbacks) && { overlay: true }),
    keysOfElements: true,
    standing: (entry) => standing(nameOf(entry)?.text ?? ''),
  };
}

/** Of names that are one to Spring the one in kebab case is looked for first (`SpringIterableConfigurationPropertySource`). */
function standing(name: string): number {
  return /[A-Z_]/.test(name) ? 0 : 1;
}

/** Beside one of Spring's own names such a name is written, where there is one; beside Kafka's keys the key. */
function spell(key: string, under: SpringPlace, flat: boolean, near: string | undefined): string | undefined {
  const place = near === undefined ? under : (findUnder(near) ?? under);
  if (place.keys === 'properties') return flat ? place.prefix + key : near === undefined ? undefined : lastPart(near, place, key);
  const own = place.part === 'topic' ? undefined : ownName(place.part, key);
  if (flat) return own === undefined ? `${place.prefix}properties.${key}` : place.prefix + own;
  return own !== undefined && !own.includes('.') && near?.endsWith(`.${place.rest}`) && !place.rest.includes('.') ? own : undefined;
}

/** What stands before a name where maps are written in one line: `spring.kafka.client-id`; undefined where the name is split over maps. */
function leadOf({ key }: Entry, name: string): string | undefined {
  const { rest } = findUnder(name) ?? {};
  if (rest === undefined || key === rest || key === `[${rest}]`) return '';
  if (key.endsWith(`.${rest}`)) return key.slice(0, -rest.length);
  if (key.endsWith(`[${rest}]`)) return `${key.slice(0, -rest.length - 2)}.`;
  return rest.includes('.') ? undefined : '';
}

/** In a nested file Kafka's key may be split over maps: it is written where it stands whole. */
function lastPart(near: string, place: SpringPlace, key: string): string | undefined {
  return near === place.prefix + place.rest ? key : undefined;
}
