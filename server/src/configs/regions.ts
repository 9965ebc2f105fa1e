import type { Delta, Entry, Tree } from '../formats/format.ts';
import type { Config } from './config.ts';
import { changedBy, follow } from './follow.ts';
import type { Pieces } from './pieces.ts';
import type { Circumstances, Membership, Placement } from './placement.ts';
import { placeSource, type Source } from './properties-file.ts';

/** A part of a document that holds configs: the members of a map, the pairs of a list, the lines of an embedded text. */
export interface Region {
  /** What its entries stand in; undefined for the top of a document. */
  readonly holders: readonly (Entry | undefined)[];
  /** What is in it, or where another recognizer has placed that. */
  readonly source: Source | Placement;
}

/** What the finders of regions need to know of the file. */
export interface YamlFile {
  readonly circumstances: Circumstances;
  readonly tree: Tree;
  /** What is known of its pieces from before. */
  readonly pieces: Pieces;
}

/** Finds the regions of one document of a file; undefined = not mine. */
export type FindRegions = (document: readonly Entry[], file: YamlFile) => readonly Region[] | undefined;

/** The regions of entries that stand side by side, placed: the same as before while these and what is `given` stay as they are. */
export function keptRegions(
  pieces: Pieces,
  roots: readonly Entry[],
  what: string,
  find: () => readonly Region[],
  given?: string,
): readonly Region[] {
  return pieces.keep(roots, `regions: ${what}`, () => find().map(({ holders, source }) => ({ holders, source: placed(source) })), given);
}

function placed(source: Region['source']): Placement {
  return 'assign' in source ? source : placeSource(source);
}

/** Joins the regions of a document. An entry may be a member of several: what an anchor marks is used again. */
export function placeRegions(regions: readonly Region[], mayMatter: (entry: Entry) => boolean): Placement {
  const all: Placement[] = [];
  const byHolder = new Map<Entry | undefined, Placement[]>();
  for (const { holders, source } of regions) {
    const placement = placed(source);
    all.push(placement);
    for (const holder of holders) byHolder.set(holder, [...(byHolder.get(holder) ?? []), placement]);
  }
  const placementsOf = (entry: Entry): readonly Placement[] => byHolder.get(entry.parent) ?? [];
  const assign = (entry: Entry): readonly Membership[] => {
    const [first, ...others] = placementsOf(entry);
    if (first === undefined) return [];
    return others.length === 0 ? first.assign(entry) : [first, ...others].flatMap((placement) => placement.assign(entry));
  };
  const structural = (entry: Entry): boolean => {
    const placements = placementsOf(entry);
    if (byHolder.has(entry) || entry.style === 'alias' || entry.anchor !== undefined) return true;
    // What stands in a setting's list or map changes the setting.
    if (placements.length === 0) return mayMatter(entry) || (entry.parent !== undefined && byHolder.has(entry.parent.parent));
    if (placements.some((placement) => placement.structural(entry))) return true;
    // An image says something about others, wherever it is named, and so may what is no setting.
    return entry.key === 'image' || (mayMatter(entry) && assign(entry).length === 0);
  };
  const byValue = (entry: Entry): boolean => {
    const placements = placementsOf(entry);
    const isSetting = placements.length > 0 && !byHolder.has(entry) && entry.key !== 'image';
    return !isSetting || placements.some((placement) => placement.byValue === undefined || placement.byValue(entry));
  };
  // What is no setting, or takes part in what settings are read, makes others.
  const isPlain = (entry: Entry): boolean =>
    placementsOf(entry).length > 0 &&
    !byHolder.has(entry) &&
    entry.key !== 'image' &&
    entry.style !== 'alias' &&
    entry.anchor === undefined &&
    !(mayMatter(entry) && assign(entry).length === 0);
  const keeps = (placement: Placement, { removed, added }: Delta): boolean => {
    const isIts = (entry: Entry): boolean => placementsOf(entry).includes(placement);
    const followed = follow(placement, { removed: removed.filter(isIts), added: added.filter(isIts), directives: false });
    return followed?.placement === placement && followed.moved.length === 0;
  };
  const placement: Placement = {
    get configs(): readonly Config[] {
      return all.flatMap(({ configs }) => configs);
    },
    assign,
    structural,
    byValue,
    follow: (delta) => {
      const changed = changedBy(delta);
      if (!changed.every(isPlain)) return undefined;
      const concerned = new Set(changed.flatMap(placementsOf));
      return [...concerned].every((one) => keeps(one, delta)) ? { placement, moved: [] } : undefined;
    },
  };
  return placement;
}

/** The member of a map. */
export function member(entry: Entry | undefined, ...path: readonly string[]): Entry | undefined {
  let at = entry;
  for (const key of path) at = at?.children?.find((child) => child.key === key);
  return at;
}

/** The value of a scalar member. */
export function textAt(entry: Entry | undefined, ...path: readonly string[]): string | undefined {
  const found = member(entry, ...path);
  return found === undefined || found.kind === 'map' || found.kind === 'list' || found.kind === 'null' ? undefined : found.value;
}

/** The top member of a document. */
export function topMember(document: readonly Entry[], key: string): Entry | undefined {
  return document.find((entry) => entry.key === key);
}
