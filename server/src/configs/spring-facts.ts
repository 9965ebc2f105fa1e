import type { Delta, Entry, Tree } from '../formats/format.ts';
import { changedBy } from './follow.ts';
import { glance, type Name, namer, scalars, some } from './named.ts';
import { ownName, relaxed, springName } from './spring-names.ts';
import { type Fallbacks, fallbacksOf, findUnder, type SpringPlace } from './spring-places.ts';
import { isCollection } from './views.ts';

/** Names entries as Spring does. */
export type NameOf = (entry: Entry) => Name | undefined;

/** What the entries of one of Spring's files say about each other. */
export interface SpringFacts {
  /** The login module that Spring hands to all clients of the JVM (`KafkaJaasLoginModuleInitializer`). */
  readonly login: string | undefined;
  /**
   * What stands in `properties` though Spring has a name of its own for it, and how often: it goes before that, wherever in the file
   * it stands (`KafkaProperties.Properties#with`).
   */
  readonly first: ReadonlyMap<string, number>;
  readonly fallbacks: Fallbacks;
}

/** Whether a file is one of Spring's with something of Kafka's in it. */
export function isSpringFile(tree: Tree): boolean {
  const { id } = tree.format;
  if (id !== 'properties' && id !== 'yaml') return false;
  if (!some(glance(tree), ({ key }) => key === 'spring' || key.startsWith('spring.'))) return false;
  const nameOf = namer(tree);
  return some(scalars(tree), (entry) => isSpring(nameOf(entry)));
}

function isSpring(name: Name | undefined): boolean {
  return name !== undefined && (/^spring\.kafka\./.test(name.text) || /^spring\.cloud\.stream\.(kafka\.|binders\.)/.test(name.text));
}

/** Finds out about a file. */
export function springFacts(tree: Tree, nameOf: NameOf): SpringFacts {
  const entries = [...scalars(tree)];
  return {
    login: entries.find((entry) => isLogin(nameOf(entry)))?.value,
    first: counted(new Map(), entries, nameOf, 1),
    fallbacks: fallbacksOf(entries.map((entry) => nameOf(entry)?.text ?? '')),
  };
}

/** Whether a name has a say in that. */
export function shapesFacts(name: Name | undefined): boolean {
  return isLogin(name) || ownOf(name)?.keys === 'properties' || fallsBack(name);
}

export function isLogin(name: Name | undefined): boolean {
  return name?.text.startsWith('spring.') === true && /^spring\..*\.?jaas\.loginmodule$/.test(relaxed(name.text));
}

function fallsBack(name: Name | undefined): boolean {
  const { binder, application } = fallbacksOf([name?.text ?? '']);
  return binder || application;
}

/** What is true after an edit; undefined where all of the file is to be looked at again. */
export function factsAfter(before: SpringFacts, delta: Delta, tree: Tree, nameOf: NameOf): SpringFacts | undefined {
  const changed = changedBy(delta);
  if (changed.some((entry) => isCollection(entry) || isLogin(nameOf(entry)))) return undefined;
  if (!keepsFallbacks(before.fallbacks, delta, tree, nameOf)) return undefined;
  if (!changed.some((entry) => ownOf(nameOf(entry))?.keys === 'properties')) return before;
  const first = counted(counted(new Map(before.first), delta.removed, nameOf, -1), delta.added, nameOf, 1);
  return { ...before, first };
}

function keepsFallbacks(before: Fallbacks, { removed, added }: Delta, tree: Tree, nameOf: NameOf): boolean {
  const speakOf = (entries: Iterable<Entry>): Fallbacks => fallbacksOf(Array.from(entries, (entry) => nameOf(entry)?.text ?? ''));
  const [gone, came] = [speakOf(removed), speakOf(added)];
  let now: Fallbacks | undefined;
  return (['binder', 'application'] as const).every((place) => {
    if (came[place] || !gone[place]) return before[place] || !came[place];
    now ??= speakOf(scalars(tree));
    return now[place];
  });
}

function counted(counts: Map<string, number>, entries: readonly Entry[], nameOf: NameOf, by: 1 | -1): Map<string, number> {
  for (const entry of entries) {
    const own = ownOf(nameOf(entry));
    if (own?.keys !== 'properties') continue;
    const count = (counts.get(own.id) ?? 0) + by;
    if (count > 0) counts.set(own.id, count);
    else counts.delete(own.id);
  }
  return counts;
}

/** The entries besides those of an edit that count, or count no more, because of it: Spring's own names for what stands in `properties`. */
export function movedBetween(before: SpringFacts, now: SpringFacts, delta: Delta, tree: Tree, nameOf: NameOf): readonly Entry[] {
  const ids = new Set(changedBy(delta).flatMap((entry) => ownOf(nameOf(entry))?.id ?? []));
  const turned = [...ids].filter((id) => before.first.has(id) !== now.first.has(id));
  if (turned.length === 0) return [];
  const fresh = new Set(delta.added);
  const isMeant = (entry: Entry): boolean => {
    const own = fresh.has(entry) ? undefined : ownOf(nameOf(entry));
    return own?.keys === 'names' && turned.includes(own.id);
  };
  return [...scalars(tree)].filter(isMeant);
}

/** What a name sets that Spring Boot has a name of its own for, in either way. */
export function ownOf(name: Name | undefined): { readonly keys: SpringPlace['keys']; readonly id: string } | undefined {
  const under = name?.text.startsWith('spring.kafka.') ? findUnder(name.text) : undefined;
  if (name === undefined || under === undefined) return undefined;
  const { part, keys, rest } = under;
  if (part === 'topic') return undefined;
  const kafka = keys === 'names' ? springName(part, rest)?.kafka : ownName(part, rest) === undefined ? undefined : rest;
  return kafka === undefined ? undefined : { keys, id: `${name.document} ${part} ${kafka}` };
}
