import type { Entry, Tree } from '../formats/format.ts';
import { isSeparator, type PropertiesTree } from '../formats/properties.ts';
import type { PropertyLine } from '../formats/property-line.ts';
import { placeOf } from '../text/block.ts';
import { comparePlaces } from '../text/edit.ts';

/**
 * Numbers of a file's documents: the first is 0, others have one that stays theirs while they last, so that an edit which parts two of
 * them, or makes one of two, changes nothing for the rest.
 */
export interface DocumentNumbers {
  /** Of a nested file's entry that stands in nothing else, of any entry of a flat one; undefined where it is none of these. */
  of(entry: Entry): number | undefined;
  /** Looks for the documents again: the entries of that kind which stand in another than before. `known`: the number that one had. */
  renew(known: (entry: Entry) => number | undefined): readonly Entry[];
}

/** Numbers the parts of a flat file between lines such as `#---`, where Spring Boot splits it. */
export function flatNumbers(tree: Tree): DocumentNumbers {
  let separators: readonly PropertyLine[] | undefined;
  let numbers: ReadonlyMap<PropertyLine, number> = new Map();
  const look = (): readonly PropertyLine[] => {
    separators = separatorsOf(tree);
    numbers = numbered(separators, (line) => numbers.get(line));
    return separators;
  };
  return {
    of: ({ block }) => {
      const lines = separators ?? look();
      const above = lines[countAbove(lines, block) - 1];
      return above === undefined ? 0 : numbers.get(above);
    },
    renew: (known) => {
      const before = separators;
      const now = look();
      if (before === undefined || (now.length === before.length && now.every((line, i) => line === before[i]))) return [];
      let passed = 0;
      return [...tree.entries()].filter((entry) => {
        while (passed < now.length && (now[passed]?.line ?? 0) < entry.block.line) passed += 1;
        const above = now[passed - 1];
        const was = known(entry);
        return was !== undefined && was !== (above === undefined ? 0 : numbers.get(above));
      });
    },
  };
}

function separatorsOf(tree: Tree): readonly PropertyLine[] {
  return 'lines' in tree ? (tree as PropertiesTree).lines.filter(isSeparator) : [];
}

/** How many of some lines stand above a block (binary search). */
function countAbove(lines: readonly PropertyLine[], block: Entry['block']): number {
  if (lines.length === 0) return 0;
  const at = placeOf(block, 0);
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line !== undefined && comparePlaces(placeOf(line, 0), at) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers the rows of entries that a nested file's documents are. */
export function nestedNumbers(tree: Tree): DocumentNumbers {
  let rows: ReadonlyMap<readonly Entry[], number> = new Map();
  let numbers: ReadonlyMap<Entry, number> | undefined;
  let told: ReadonlyMap<Entry, number> = new Map();
  const look = (): ReadonlyMap<Entry, number> => {
    const before = numbers;
    rows = numberRows(tree.documents ?? [], rows, before);
    numbers = new Map([...rows].flatMap(([row, its]) => row.map((entry) => [entry, its] as const)));
    if (before === undefined) told = numbers;
    return numbers;
  };
  return {
    of: (entry) => {
      const known = (numbers ?? look()).get(entry);
      // An entry takes the place of another in the same row.
      return known === undefined && tree.documents?.some((row) => row.includes(entry)) ? look().get(entry) : known;
    },
    renew: () => {
      const [before, now] = [told, look()];
      told = now;
      return [...now.keys()].filter((entry) => before.get(entry) !== now.get(entry));
    },
  };
}

/** A row is the one it was, or that of its first entry which stood in another; the first is the first. */
function numberRows(
  [first, ...others]: readonly (readonly Entry[])[],
  before: ReadonlyMap<readonly Entry[], number>,
  entries: ReadonlyMap<Entry, number> | undefined,
): ReadonlyMap<readonly Entry[], number> {
  const known = (row: readonly Entry[]): number | undefined =>
    before.get(row) ?? row.map((entry) => entries?.get(entry)).find((number) => number !== undefined);
  return new Map([...(first === undefined ? [] : [[first, 0] as const]), ...numbered(others, known)]);
}

/** Each has the number it had, if that was not the first one's or another's, else a new one. */
function numbered<T>(all: readonly T[], known: (one: T) => number | undefined): ReadonlyMap<T, number> {
  const numbers = new Map<T, number>();
  const taken = new Set<number | undefined>([undefined, 0]);
  for (const one of all) {
    const number = known(one);
    if (!taken.has(number)) numbers.set(one, number as number);
    taken.add(number);
  }
  let last = Math.max(0, ...numbers.values());
  for (const one of all)
    if (!numbers.has(one)) {
      last += 1;
      numbers.set(one, last);
    }
  return numbers;
}
