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

/** HOCON and the like nest with braces; actions of templates begin with them. */
export function isBrace(key: string, value: string): boolean {
  return key === '}' || value.endsWith('{') || (key.endsWith('{') && !(key === '{{' && helms.test(value)));
}

/** What Helm's templates have within two braces where a key stands: `{{ $key }}={{ $value }}`. */
const helms = /^(?:[$.]\w|(?:printf|include|tpl)\b)/;
