import type { Setting } from './read.ts';
import type { Configuration, Element } from './tree.ts';

/** Comment lines by the element they stand above, and those for the end of the file. */
export interface PlacedComments {
  readonly above: ReadonlyMap<Element, readonly string[]>;
  readonly end: readonly string[];
}

/**
 * Finds a place for every comment of the file: the innermost element that stands for the setting below the comment.
 * Where that setting is left out, the comment goes with the next one.
 */
export function placeComments(configuration: Configuration, settings: readonly Setting[]): PlacedComments {
  const homes = homesOf(configuration);
  const above = new Map<Element, readonly string[]>();
  let pending: readonly string[] = [];
  for (const setting of settings) {
    pending = join(pending, setting.remarks);
    const home = homes.get(setting);
    if (home === undefined || pending.length === 0) continue;
    above.set(home, join(above.get(home) ?? [], pending));
    pending = [];
  }
  return { above, end: join(pending, configuration.tail) };
}

function homesOf(configuration: Configuration): ReadonlyMap<Setting, Element> {
  const homes = new Map<Setting, Element>();
  // Parents come first: what stands further in takes over, but nothing stands inside an element that is itself a comment.
  const settle = (node: Element, home: Element): void => {
    for (const setting of node.from) homes.set(setting, home);
    for (const child of node.children) settle(child, home.off === true ? home : child);
  };
  for (const child of configuration.children) settle(child, child);
  return homes;
}

function join(first: readonly string[], second: readonly string[]): readonly string[] {
  if (first.length === 0) return second;
  return second.length === 0 ? first : [...first, '', ...second];
}
