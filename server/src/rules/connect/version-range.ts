/** One `[lower,upper)`; a bound that is not given is empty. */
interface Restriction {
  readonly lower: string;
  readonly upper: string;
}

/**
 * What Connect refuses in the versions that are asked of a plug-in (KIP-891), as the end of a sentence; undefined where it is taken. One
 * version without brackets is read as if it stood in `[` and `]`.
 */
export function versionRangeFault(text: string): string | undefined {
  const spec = text.trim();
  if (spec === '' || spec === 'latest') return undefined;
  return faultOf(/^[[(]/.test(spec) ? spec : `[${spec}]`);
}

/** `org.apache.maven.artifact.versioning.VersionRange#createFromVersionSpec`. */
function faultOf(spec: string): string | undefined {
  let rest = spec;
  let last: string | undefined;
  while (/^[[(]/.test(rest)) {
    const end = rest.search(/[\])]/);
    if (end === -1) return 'a bracket is not closed';
    const restriction = restrictionOf(rest.slice(0, end + 1));
    if (typeof restriction === 'string') return restriction;
    if (last !== undefined && (restriction.lower === '' || isBefore(restriction.lower, last))) return 'its ranges overlap';
    last = restriction.upper === '' ? undefined : restriction.upper;
    rest = rest
      .slice(end + 1)
      .trim()
      .replace(/^,\s*/, '');
  }
  return rest === '' ? undefined : 'something stands behind its brackets';
}

function restrictionOf(text: string): Restriction | string {
  const closed = text.startsWith('[') && text.endsWith(']');
  const inner = text.slice(1, -1).trim();
  const comma = inner.indexOf(',');
  if (comma === -1) return closed ? { lower: inner, upper: inner } : 'a single version stands in `[` and `]`';
  const [lower, upper] = [inner.slice(0, comma).trim(), inner.slice(comma + 1).trim()];
  if (lower === '' || upper === '') return { lower, upper };
  if (isBefore(upper, lower) || (!closed && lower === upper)) return 'the end comes before the beginning';
  return { lower, upper };
}

/** Whether a version of numbers comes before another; versions with words in them are not compared. */
function isBefore(one: string, other: string): boolean {
  if (![one, other].every((version) => /^\d+(\.\d+)*$/.test(version))) return false;
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
