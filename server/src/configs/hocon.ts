import type { Entry } from '../formats/format.ts';

/** Whether a file has the name that programs with Lightbend's library give theirs. */
export function mayBeHocon(path: string): boolean {
  return /\.(?:conf|hocon)$/i.test(path);
}

/**
 * HOCON nests with braces. One without is known by the words that stand in quotes, among them all that must: who reads it so takes the
 * quotes away. Who reads properties does not, and has no quotes around what holds a colon.
 */
export function isHocon(entries: readonly Entry[]): boolean {
  return entries.some(({ value }) => quoted.test(value)) && entries.every(({ value }) => quoted.test(value) || plain.test(value));
}

const quoted = /^".*"$/;
/** What may stand there without quotes: none of HOCON's own characters, and no remark, which HOCON would leave out. */
const plain = /^[^$"{}[\]:=,+#`^?!@*&\\]*$/;
