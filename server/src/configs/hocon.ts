import type { Entry } from '../formats/format.ts';

/** Whether a file has the name that programs with Lightbend's library give theirs. */
export function mayBeHocon(path: string): boolean {
  return /\.(?:conf|hocon)$/i.test(path);
}

/** HOCON nests with braces. One without is known by its words, which all stand in quotes: who reads it so takes them away. */
export function isHocon(entries: readonly Entry[]): boolean {
  return entries.some(({ value }) => quoted.test(value)) && entries.every(({ value }) => quoted.test(value) || plain.test(value));
}

const quoted = /^"(?:[^"\\]|\\.)*"$/;
/** What stands there without quotes. */
const plain = /^(?:-?[\d.]+|true|false|null|)$/;
