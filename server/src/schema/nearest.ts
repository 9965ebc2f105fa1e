import type { Role } from './roles.ts';
import { names } from './schema.ts';
import type { KafkaVersion } from './version.ts';

/**
 * The name that an author most likely meant, or undefined when none is near enough. Only slips count: letters left out, added,
 * swapped or replaced, and other separators or case. A name of one's own, for a plug-in, has no near name.
 */
export function nearest(role: Role, version: KafkaVersion, key: string): string | undefined {
  const id = `${role} ${version} ${key}`;
  if (!known.has(id)) {
    if (known.size >= most) known.clear();
    const candidates = names(role, version);
    known.set(id, nearestOf(candidates, key) ?? withPartLeftOut(candidates, key) ?? withUnit(candidates, key));
  }
  return known.get(id);
}

/** It takes a look at every name, and is asked again whenever something comes or goes beside the key. */
const known = new Map<string, string | undefined>();
const most = 20_000;

/** `sasl.mechanism.broker.protocol`: the only name that has all the parts of the key, in order, and one more in the midst of them. */
function withPartLeftOut(candidates: readonly string[], key: string): string | undefined {
  if (key.split('.').length < 4) return undefined;
  const found = candidates.filter((candidate) => candidate.length > key.length && lacksOnePart(candidate, key));
  return found.length === 1 ? found[0] : undefined;
}

function lacksOnePart(candidate: string, key: string): boolean {
  if (candidate[0] !== key[0] || candidate.at(-1) !== key.at(-1)) return false;
  const parts = candidate.split('.');
  return parts.some((_, i) => i > 0 && i < parts.length - 1 && parts.toSpliced(i, 1).join('.') === key);
}

/** `session.timeout`, `session.timeout.seconds`: the only name that has the unit which is left out of the key, or another one. */
function withUnit(candidates: readonly string[], key: string): string | undefined {
  const bare = key.replace(/\.(s|sec|secs|seconds?|min|minutes?|millis|milliseconds|[kmg]b)$/, '');
  if (!bare.includes('.')) return undefined;
  const found = ['ms', 'bytes'].map((unit) => `${bare}.${unit}`).filter((name) => candidates.includes(name));
  return found.length === 1 ? found[0] : undefined;
}

/** Whether two names are one slip apart at most, separators and case left aside. */
export function isVeryNear(key: string, name: string): boolean {
  return editDistance(fold(key), fold(name), 1) <= 1;
}

/** Like {@link nearest}, among any list of names; the nearer wins, then the earlier. Two equally near ones: the first. */
export function nearestOf(candidates: readonly string[], key: string): string | undefined {
  const folded = fold(key);
  const limit = allowance(folded);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - folded.length) >= bestDistance || candidate === key) continue;
    const distance = editDistance(folded, fold(candidate), bestDistance - 1);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
      if (distance === 0) break;
    }
  }
  return best;
}

/** `Batch_Size`, `batch-size` and `batchSize` are spellings of `batch.size`, and so is the variable of an image, `KAFKA_BATCH_SIZE`. */
function fold(name: string): string {
  return name
    .replace(/^(KAFKA|CONNECT)_(?=[A-Z_]+$)/, '')
    .replace(/([a-z])([A-Z])/g, '$1.$2')
    .toLowerCase()
    .replace(/[_-]/g, '.');
}

/** How many slips a name of this length may hold: short names are near to too many others. */
function allowance(name: string): number {
  if (name.length < 4) return 0;
  if (name.length < 10) return 1;
  return name.length < 24 ? 2 : 3;
}

const rows = [new Uint16Array(256), new Uint16Array(256), new Uint16Array(256)] as const;

/** Optimal string alignment distance (a swap of neighbours is one slip), or any number above `limit` when it is above. */
function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (a.length > 255 || b.length > 255) return limit + 1;
  let [older, old, row] = rows;
  for (let j = 0; j <= b.length; j++) old[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row.fill(limit + 1, 0, b.length + 1);
    row[0] = i;
    let smallest = i;
    const end = Math.min(b.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= end; j++) {
      const value = cell(a, b, i, j, older, old, row);
      row[j] = value;
      if (value < smallest) smallest = value;
    }
    if (smallest > limit) return limit + 1;
    if (end < b.length) row[end + 1] = limit + 1;
    [older, old, row] = [old, row, older];
  }
  return old[b.length] ?? limit + 1;
}

function cell(a: string, b: string, i: number, j: number, older: Uint16Array, old: Uint16Array, row: Uint16Array): number {
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
  const replaced = (old[j - 1] ?? 0) + (same ? 0 : 1);
  const value = Math.min(replaced, (old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
  const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
  return swapped ? Math.min(value, (older[j - 2] ?? 0) + 1) : value;
}
