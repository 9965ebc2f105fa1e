import { type Entry, holdsText, type Tree } from '../formats/format.ts';
import { properties } from '../formats/properties.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import { type KafkaVersion, latestVersion } from '../schema/version.ts';
import { isCue } from './detect.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { versionFor, wholeRoles } from './properties-file.ts';
import { placeRegions, type Region } from './regions.ts';
import { isCollection } from './views.ts';

/** Entries next to one another; the holder is undefined for those that stand in nothing. */
interface Candidate {
  readonly holder: Entry | undefined;
  readonly entries: () => readonly Entry[];
}

/** The author says what a file is: of its maps and property texts, the one that holds most of that role's keys is meant. */
export function saidRegions(top: readonly Entry[], circumstances: Circumstances, tree: Tree): readonly Region[] {
  const { role } = circumstances;
  if (role === undefined) return [];
  const { kafka } = versionFor(role, circumstances, () => undefined);
  let best: Candidate | undefined;
  let most = 0;
  let others = (tree.documents?.length ?? 0) > 1;
  for (const candidate of candidates(undefined, () => top, 0)) {
    const score = candidate.entries().filter((entry) => isSetting(entry) && countsFor(role, kafka, entry)).length;
    others ||= score > 0 && best !== undefined;
    if (score > most) [best, most] = [candidate, score];
  }
  return best === undefined ? [] : [regionOf(best, role, circumstances, tree, others)];
}

/** Whether an entry speaks for the map that it stands in, where the author says what the file is. */
export function maySpeak({ role, kafka }: Circumstances, entry: Entry): boolean {
  return role !== undefined && countsFor(role, kafka ?? latestVersion(), entry);
}

function countsFor(role: Role, kafka: KafkaVersion, { key }: Entry): boolean {
  return key.includes('.') || define(role, kafka, key) !== undefined;
}

/** Maps and embedded texts are no settings, lists are faulty ones. */
function isSetting(entry: Entry): boolean {
  return entry.kind !== 'map' && !(holdsText(entry) && entry.children !== undefined);
}

function* candidates(holder: Entry | undefined, entries: () => readonly Entry[], depth: number): Generator<Candidate> {
  yield { holder, entries };
  if (depth > 12) return;
  for (const entry of entries()) if (entry.children !== undefined) yield* candidates(entry, () => entry.children ?? [], depth + 1);
}

/** Where `others` hold such keys, too, each of its own counts; else as long as there is one, it is the one that is meant. */
function regionOf({ holder, entries }: Candidate, role: Role, circumstances: Circumstances, tree: Tree, others: boolean): Region {
  const settings = (): readonly Entry[] => entries().filter(isSetting);
  const { kafka, why } = versionFor(role, circumstances, (key) => settings().find((entry) => entry.key === key));
  const reason = `${circumstances.said ?? 'a setting'} says so`;
  const identity = { role, kafka, family: 'java', why: why === '' ? reason : `${reason}; ${why}`, whole: wholeRoles.has(role) } as const;
  const inText = holder !== undefined && holdsText(holder);
  return {
    holders: [holder],
    source: {
      entries: settings,
      format: inText ? properties : tree.format,
      identity,
      // What an item of a list stands for is no setting.
      keyOf: (entry) => (isSetting(entry) && (inText || entry.format === undefined) ? entry.key : undefined),
      structural: (entry) =>
        others ||
        isCue(entry) ||
        (holder === undefined && announcing.test(entry.key)) ||
        !standingIn(holder, tree).some((one) => isSetting(one) && countsFor(role, kafka, one)),
    },
  };
}

/** At the top of a file such keys say by themselves what it is. */
const announcing = /^(?:apiVersion|kind|services|spring|quarkus|micronaut|mp|kafka)(?:\.|$)/;

/** What stands in an entry now, or at the top of a file of one document. */
function standingIn(holder: Entry | undefined, { documents = [] }: Tree): readonly Entry[] {
  return (holder === undefined ? documents[0] : holder.children) ?? [];
}

/** JSON that nobody else knows, where the author says what it is. */
export function placeSaid(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'json' || circumstances.role === undefined) return undefined;
  const regions = saidRegions(tree.documents?.[0] ?? [], circumstances, tree);
  return regions.length === 0 ? nothing : placeRegions(regions, (entry) => isCollection(entry) || maySpeak(circumstances, entry));
}
