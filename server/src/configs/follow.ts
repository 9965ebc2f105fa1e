import type { Delta, Entry } from '../formats/format.ts';
import type { Followed, Placement } from './placement.ts';

/** How a placement goes on after an edit; undefined where the document is to be placed again. */
export function follow(placement: Placement, delta: Delta): Followed | undefined {
  if (delta.moved !== undefined) return placement.followsMoves ? placement.follow?.(delta) : undefined;
  const onlyValues = keepsKeys(delta);
  const decides = (entry: Entry): boolean =>
    placement.structural(entry) && (!onlyValues || placement.byValue === undefined || placement.byValue(entry));
  return changedBy(delta).some(decides) ? placement.follow?.(delta) : { placement, moved: [] };
}

/** What went and what came. */
export function changedBy({ removed, added }: Delta): readonly Entry[] {
  return [...removed, ...added];
}

/** Whether entries changed in nothing but their values. */
function keepsKeys({ removed, added }: Delta): boolean {
  return removed.length === added.length && removed.every((entry, i) => isSameButForValue(entry, added[i]));
}

function isSameButForValue(one: Entry, other: Entry | undefined): boolean {
  return (
    one.key === other?.key &&
    one.parent === other.parent &&
    one.kind === other.kind &&
    one.style === other.style &&
    one.anchor === other.anchor &&
    // What an alias stands for may be a map.
    one.style !== 'alias' &&
    one.children === undefined &&
    other.children === undefined
  );
}

/** A placement that stays as it is while something is true. */
export function keptWhile(isTrue: () => boolean, placement: Placement): Placement {
  const kept: Placement = { ...placement, follow: () => (isTrue() ? { placement: kept, moved: [] } : undefined) };
  return kept;
}
