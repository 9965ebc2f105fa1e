/**
 * Ids for components whose order counts. Log4j2's PropertiesConfigurationBuilder takes, again and again, the first of
 * `Properties.stringPropertyNames()` and the component it belongs to: the order of a HashMap. Ids are chosen so that this is the order wanted.
 * `keys` are the keys of each component behind its id.
 */
export function orderedIds(keys: readonly (readonly string[])[]): readonly string[] {
  for (let attempt = 0; attempt < Math.min(attempts, 2_000_000 / keys.length ** 2); attempt += 1) {
    const ids = keys.map((_, index) => idOf(attempt, index));
    if (new Set(ids).size === ids.length && comesInOrder(ids, keys)) return ids;
  }
  return keys.map((_, index) => idOf(0, index));
}

/** Enough for seven filters on one appender. */
const attempts = 20_000;

/** A letter for each, stepping through the alphabet at another pace each time; then two letters. */
function idOf(attempt: number, index: number): string {
  const mixed = (attempt * 7919 + index * (1 + (attempt % 25)) + Math.floor(attempt / 26) * index * index) % 676;
  const first = String.fromCharCode(97 + (mixed % 26));
  return attempt < 26 ? String.fromCharCode(97 + ((attempt + index) % 26)) : first + String.fromCharCode(97 + Math.floor(mixed / 26));
}

function comesInOrder(ids: readonly string[], keys: readonly (readonly string[])[]): boolean {
  return ids.every((id, index) => {
    const names = ids.slice(index).flatMap((other, offset) => (keys[index + offset] ?? []).map((key) => `${other}.${key}`));
    return firstInHashMap(names)?.startsWith(`${id}.`) === true;
  });
}

/** The name that a HashMap of these iterates first; undefined where two share the first bucket, whose order is not ours to know. */
function firstInHashMap(names: readonly string[]): string | undefined {
  let size = 16;
  while (names.length > size * 0.75) size *= 2;
  const buckets = names.map((name) => bucketOf(name, size));
  const first = Math.min(...buckets);
  return buckets.filter((bucket) => bucket === first).length === 1 ? names[buckets.indexOf(first)] : undefined;
}

function bucketOf(name: string, size: number): number {
  const hash = hashOf(name);
  return (hash ^ (hash >>> 16)) & (size - 1);
}

/** `String.hashCode()`. */
function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return hash;
}

/**
 * Compares keys by when `Properties.propertyNames()` comes to them in a file of `count` keys: it goes through a Hashtable from its end.
 * 0 where they share a place.
 */
export function propertyOrder(count: number): (a: string, b: string) => number {
  let size = 11;
  while (count > Math.floor(size * 0.75)) size = size * 2 + 1;
  const placeOf = (key: string): number => (hashOf(key) & 0x7fffffff) % size;
  return (a, b) => placeOf(b) - placeOf(a);
}

/** What stands behind a word of a key. */
interface Worded {
  readonly word: string;
  readonly below: ReadonlyMap<string, Worded>;
}

/**
 * Parts of a file's keys in the order in which a ConcurrentHashMap of their words is gone through. What shares a bucket comes as it was
 * put in: as a HashMap of the keys is gone through.
 */
export function inHashOrder<T extends Worded>(all: readonly T[]): readonly T[] {
  const keys = new Map(all.map((one) => [one, keysOf(one, '')]));
  const count = [...keys.values()].reduce((sum, { length }) => sum + length, 0);
  let [size, inner] = [16, 16];
  while (all.length >= size * 0.75) size *= 2;
  while (count > inner * 0.75) inner *= 2;
  const firstOf = (one: T): number => Math.min(...(keys.get(one) ?? []).map((key) => bucketOf(key, inner)));
  return all.toSorted((one, other) => bucketOf(one.word, size) - bucketOf(other.word, size) || firstOf(one) - firstOf(other));
}

function keysOf({ word, below }: Worded, before: string): readonly string[] {
  const key = before + word;
  return below.size === 0 ? [key] : [...below.values()].flatMap((inner) => keysOf(inner, `${key}.`));
}
