import { facts } from './facts.ts';

/**
 * A Kafka version as a number that compares like the versions do: the index of the minor times 256, plus the patch. A minor
 * without a patch is its newest patch (255).
 */
export type KafkaVersion = number;

const newestPatch = 255;

/** The minors that the facts know, oldest first: `0.8.2` … */
export function knownMinors(): readonly string[] {
  return facts().minors;
}

/** The index of a version's minor in {@link knownMinors}. */
export function minorOf(version: KafkaVersion): number {
  return version >> 8;
}

/** The newest patch of the minor with this index. */
export function versionOfMinor(minor: number): KafkaVersion {
  return minor * 256 + newestPatch;
}

/** The newest release there is, whatever the role. */
export function latestVersion(): KafkaVersion {
  return versionOfMinor(knownMinors().length - 1);
}

const parsedVersions = new Map<string, KafkaVersion | undefined>();

/** Reads `4.1`, `4.1.2`, `0.10.2.1` or `latest`; undefined for what is no version, or one that the facts do not know. */
export function parseVersion(text: string): KafkaVersion | undefined {
  if (!parsedVersions.has(text)) parsedVersions.set(text, readVersion(text));
  return parsedVersions.get(text);
}

function readVersion(text: string): KafkaVersion | undefined {
  if (text === 'latest') return latestVersion();
  if (!/^\d+(\.\d+){1,3}$/.test(text)) return undefined;
  const parts = text.split('.');
  const length = parts[0] === '0' ? 3 : 2;
  const minor = indexOfMinor(parts.slice(0, length));
  if (minor < 0 || parts.length > length + 1) return undefined;
  const patch = parts[length];
  return patch === undefined ? versionOfMinor(minor) : minor * 256 + Math.min(Number(patch), newestPatch);
}

/** `0.10` alone stands for its newest, `0.10.2`. */
function indexOfMinor(parts: readonly string[]): number {
  const name = parts.join('.');
  const exact = knownMinors().indexOf(name);
  if (exact >= 0 || parts.length !== 2 || parts[0] !== '0') return exact;
  return knownMinors().findLastIndex((minor) => minor.startsWith(`${name}.`));
}

/** `4.1` or, for an exact patch, `4.1.2`. */
export function printVersion(version: KafkaVersion): string {
  const minor = knownMinors()[minorOf(version)] ?? '?';
  const patch = version & 255;
  return patch === newestPatch ? minor : `${minor}.${patch}`;
}

/** Whether a version is the given minor or newer: `atLeast(version, '4.0')`. */
export function atLeast(version: KafkaVersion, minor: string): boolean {
  const wanted = parseVersion(minor);
  return wanted !== undefined && minorOf(version) >= minorOf(wanted);
}

/** Whether a version is older than the given minor: `before(version, '3.0')`. */
export function before(version: KafkaVersion, minor: string): boolean {
  return !atLeast(version, minor);
}
