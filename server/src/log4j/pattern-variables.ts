import type { TranslatedPattern } from './translate-pattern.ts';
import { type Lookup, parseValue, resolver } from './variables.ts';

/** Reads one kind of log4j 1 pattern. */
export type Translate = (pattern: string) => TranslatedPattern;

/** What a pattern comes to when each of its variables is translated by itself. */
export function expand(value: string, lookup: Lookup, translate: Translate): string {
  const translated = resolver((name) => {
    const definition = lookup(name);
    return definition === undefined ? markOf(name) : translateAround(definition, translate);
  });
  return translated(translateAround(value, translate));
}

/** Translates a pattern around its variables. */
export function translateAround(
  value: string,
  translate: Translate,
  reference: (name: string) => string = (name) => `\${${name}}`,
): string {
  return replaceMarks(translate(markNames(value)).pattern, reference);
}

/** True where a definition means the same as text and as a pattern. */
export function isSame(name: string, lookup: Lookup, translate: Translate): boolean {
  const definition = markNames(lookup(name) ?? '');
  return translate(definition).pattern === definition;
}

// A mark is the name between two private-use characters, four private-use digits a code unit: no letter of a pattern is in it.
const markEnd = '\ue000';
const firstDigit = 0xe100;

/** A name that no pattern reads as its own. */
export function markOf(name: string): string {
  const digits = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at).toString(16).padStart(4, '0')).join('');
  return markEnd + [...digits].map((digit) => String.fromCharCode(firstDigit + Number.parseInt(digit, 16))).join('') + markEnd;
}

function markNames(value: string): string {
  const parts = parseValue(value);
  return parts === undefined ? value : parts.map((part) => ('text' in part ? part.text : markOf(part.name))).join('');
}

/** Puts something in the place of marks. */
export function replaceMarks(text: string, by: (name: string) => string): string {
  return text.replace(/\ue000([\ue100-\ue10f]*)\ue000/g, (_, mark: string) => by(nameOf(mark)));
}

function nameOf(mark: string): string {
  const digits = [...mark].map((digit) => (digit.charCodeAt(0) - firstDigit).toString(16)).join('');
  return digits.replace(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
}
