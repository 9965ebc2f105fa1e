import type { Entry, Tree } from '../formats/format.ts';
import { glanceForFrameworks, type Name, namer, scalars, some } from './named.ts';
import { ownName, relaxed, springName } from './spring-names.ts';
import { type Fallbacks, fallbacksOf, findUnder, type SpringPlace } from './spring-places.ts';

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
export function isSpringFile(tree: Tree, nameOf: NameOf = namer(tree)): boolean {
  const { id } = tree.format;
  if (id !== 'properties' && id !== 'yaml') return false;
  if (!glanceForFrameworks(tree).some(({ key }) => key === 'spring' || key.startsWith('spring.'))) return false;
  return some(scalars(tree), (entry) => isSpring(nameOf(entry)));
}

function isSpring(name: Name | undefined): boolean {
  return name !== undefined && (/^spring\.kafka\./.test(name.text) || /^spring\.cloud\.stream\.(kafka\.|binders\.)/.test(name.text));
}

/** Finds out about a file. */
export function springFacts(tree: Tree, nameOf: NameOf): SpringFacts {
  const entries = [...scalars(tree)];
  const names = entries.flatMap((entry) => nameOf(entry) ?? []);
  return {
    login: entries.find((entry) => isLogin(nameOf(entry)))?.value,
    first: counted(new Map(), names, 1),
    fallbacks: fallbacksOf(names.map(({ text }) => text)),
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

/** The names that went with an edit and those that came. */
export interface Renaming {
  readonly gone: readonly Name[];
  readonly came: readonly Name[];
}

/** What is true after an edit; undefined where all of the file is to be looked at again. */
export function factsAfter(before: SpringFacts, { gone, came }: Renaming, all: () => Iterable<Name>): SpringFacts | undefined {
  if ([...gone, ...came].some(isLogin) || !keepsFallbacks(before.fallbacks, { gone, came }, all)) return undefined;
  if (![...gone, ...came].some((name) => ownOf(name)?.keys === 'properties')) return before;
  return { ...before, first: counted(counted(new Map(before.first), gone, -1), came, 1) };
}

function keepsFallbacks(before: Fallbacks, { gone, came }: Renaming, all: () => Iterable<Name>): boolean {
  const speakOf = (names: Iterable<Name>): Fallbacks => fallbacksOf(Array.from(names, ({ text }) => text));
  const [less, more] = [speakOf(gone), speakOf(came)];
  let now: Fallbacks | undefined;
  return (['binder', 'application'] as const).every((place) => {
    if (more[place] || !less[place]) return before[place] || !more[place];
    now ??= speakOf(all());
    return now[place];
  });
}

function counted(counts: Map<string, number>, names: Iterable<Name>, by: 1 | -1): Map<string, number> {
  for (const name of names) {
    const own = ownOf(name);
    if (own?.keys !== 'properties') continue;
    const count = (counts.get(own.id) ?? 0) + by;
    if (count > 0) counts.set(own.id, count);
    else counts.delete(own.id);
  }
  return counts;
}

/** Which of the names that stay count, or count no more, because of an edit: Spring's own for what stands in `properties`. */
export function turnedBetween(
  before: SpringFacts,
  now: SpringFacts,
  { gone, came }: Renaming,
): ((name: Name | undefined) => boolean) | undefined {
  const ids = new Set([...gone, ...came].flatMap((name) => ownOf(name)?.id ?? []));
  const turned = new Set([...ids].filter((id) => before.first.has(id) !== now.first.has(id)));
  if (turned.size === 0) return undefined;
  return (name) => {
    const own = ownOf(name);
    return own?.keys === 'names' && turned.has(own.id);
  };
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
