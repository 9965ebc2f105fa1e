import type { LineEdit } from '../text/lines.ts';

/**
 * What a line of JSON is made of: strings, of which one may still be open at its end, signs, and words that stand for a value. YAML has
 * more: keys without quotes, single quotes, remarks, anchors. Blanks one by one, and looked back over from words only: a line of YAML may have
 * any number of them.
 */
const line = /^(?:\s|"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\],:]|(?=[\w.+-])(?<=[[:,]\s*)[\w.+-]+(?=\s*(?:[,}\]]|$)))*$/;

/** Whether a file of YAML is written in JSON, so that each of its lines can be read by itself. */
export function isJson(lines: readonly string[]): boolean {
  return beginsAsJson(lines) && lines.every((text) => line.test(text));
}

/** The same after an edit of one that was. */
export function staysJson(lines: readonly string[], { first, added }: LineEdit): boolean {
  return beginsAsJson(lines) && lines.slice(first, first + added).every((text) => line.test(text));
}

/** Whether the first sign in some lines is one of JSON, and none of a template's. */
export function beginsAsJson(lines: readonly string[]): boolean {
  return /^\s*(?:\[|\{(?![{%#]))/.test(lines.find((text) => text.trim() !== '') ?? '');
}
