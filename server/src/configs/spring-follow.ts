import type { Delta, Entry, Tree } from '../formats/format.ts';
import { type Name, type Namer, scalars, scalarsBelow } from './named.ts';
import type { Followed, Membership, Placement } from './placement.ts';
import { factsAfter, isSpringFile, type Renaming, type SpringFacts, turnedBetween } from './spring-facts.ts';

/** One of Spring's files as it was before an edit. */
interface Standing {
  readonly tree: Tree;
  readonly nameOf: Namer;
  readonly facts: SpringFacts;
  readonly assign: Placement['assign'];
}

/**
 * Goes on after an edit: `goOn` makes the placement of what is true then. Undefined where all of the file is to be looked at again, as it
 * is sooner done where much of it is called otherwise.
 */
export function followSpring(standing: Standing, delta: Delta, goOn: (facts: SpringFacts) => Placement): Followed | undefined {
  const { tree, nameOf, facts, assign } = standing;
  const gone = delta.removed.flatMap((entry) => nameOf.known(entry) ?? []);
  const concerned = concernedBy(delta, nameOf);
  if (concerned.size > 1000 && concerned.size > Array.from(scalars(tree)).length / 4) return undefined;
  const { before, renaming } = renamed(concerned, delta, nameOf, assign);
  const names = { gone: [...gone, ...renaming.gone], came: [...delta.added.flatMap((entry) => nameOf(entry) ?? []), ...renaming.came] };
  if (!isSpringFile(tree, nameOf)) return undefined;
  const all = (): readonly Name[] => Array.from(scalars(tree), nameOf).filter((name) => name !== undefined);
  const next = factsAfter(facts, names, all);
  if (next === undefined) return undefined;
  const isTurned = turnedBetween(facts, next, names);
  const fresh = new Set([...delta.added, ...before.keys()]);
  const turned = isTurned === undefined ? [] : [...scalars(tree)].filter((entry) => !fresh.has(entry) && isTurned(nameOf(entry)));
  return { placement: goOn(next), moved: [...before.keys(), ...turned], before };
}

interface Renamed {
  /** Where the entries belonged that are called otherwise now. */
  readonly before: ReadonlyMap<Entry, readonly Membership[]>;
  readonly renaming: Renaming;
}

/** The entries that may be called otherwise after an edit. */
function concernedBy({ added, moved = [] }: Delta, nameOf: Namer): ReadonlySet<Entry> {
  return new Set([...moved, ...nameOf.renumbered(), ...added].flatMap((entry) => [entry, ...scalarsBelow(entry)]));
}

/** Names those of them again that an edit left, but in something else than before. */
function renamed(concerned: ReadonlySet<Entry>, { removed, added }: Delta, nameOf: Namer, assign: Placement['assign']): Renamed {
  const [lost, fresh] = [new Set(removed), new Set(added)];
  const before = new Map<Entry, readonly Membership[]>();
  const [gone, came]: [Name[], Name[]] = [[], []];
  for (const entry of concerned) {
    if (fresh.has(entry)) nameOf.again(entry);
    if (fresh.has(entry) || lost.has(entry)) continue;
    const was = nameOf.known(entry);
    const belonged = was === undefined ? [] : assign(entry);
    const name = nameOf.again(entry);
    if (was?.text === name?.text && was?.document === name?.document) continue;
    before.set(entry, belonged);
    if (was !== undefined) gone.push(was);
    if (name !== undefined) came.push(name);
  }
  return { before, renaming: { gone, came } };
}
