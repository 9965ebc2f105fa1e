import type { Notebook } from './notes.ts';
import type { Log4j1File, Setting } from './read.ts';
import { translatePattern } from './translate-pattern.ts';
import { type Element, element } from './tree.ts';
import { allNamesIn, cycleFinder, isAwkwardName, type Lookup, namesIn, parseValue, resolver } from './variables.ts';

/**
 * Carries variables over. `${x}` becomes `${sys:x}` with a property `x`: the `sys` lookup falls through to the property of the same
 * name when no system property is set, which is log4j 1's rule. What the file does not define is empty in log4j 1: `${sys:x:-}`.
 */
export interface VariableBook {
  readonly lookup: Lookup;
  /** Text with its variables, for an attribute that takes it as it is. */
  text(value: string, about: Setting): string;
  /** A conversion pattern, with the stack trace left out. */
  pattern(value: string, about: Setting): string;
  /** Properties for the variables that were used, in the order of the file. */
  properties(): readonly Element[];
}

/** `defaults` gives variables that the file does not define a value of their own for the case that nobody sets them. */
export function openVariableBook(file: Log4j1File, notebook: Notebook, defaults: ReadonlyMap<string, string>): VariableBook {
  const lookup: Lookup = (name) => file.byKey.get(name)?.value;
  const outside = namesOutsidePatterns(file, lookup);
  const resolve = resolver(lookup);
  const isCircular = cycleFinder(lookup);
  /** Log4j2 can look it up, and its definition ends somewhere. */
  const isPlain = (name: string): boolean => !isAwkwardName(name) && !isCircular(name);
  const resolveMarked = resolver((name) => lookup(name) ?? markOf(name));
  const asText = new Set<string>();
  const asPattern = new Set<string>();

  const reference = (name: string): string => (lookup(name) === undefined && !defaults.has(name) ? `\${sys:${name}:-}` : `\${sys:${name}}`);
  const use = (name: string, where: Set<string>): string => {
    if (where.has(name)) return reference(name);
    where.add(name);
    for (const inner of allNamesIn(lookup(name) ?? '', lookup)) if (isPlain(inner)) where.add(inner);
    return reference(name);
  };

  const text = (value: string, about: Setting): string => {
    const parts = parseValue(value);
    if (parts === undefined) return value.replaceAll('${', '$${');
    let out = '';
    for (const part of parts) {
      if ('text' in part) out += part.text;
      else if (isPlain(part.name) && !out.endsWith('$')) out += use(part.name, asText);
      else {
        notebook.add('changed', `\${${part.name}} is replaced by its value: Log4j2 cannot express this reference.`, [about]);
        out += resolve(`\${${part.name}}`);
      }
    }
    return out;
  };

  const pattern = (value: string, about: Setting): string => {
    const fixed = translatePattern(resolveMarked(value));
    for (const { kind, message } of fixed.remarks) notebook.add(kind, message, [about]);
    if (namesIn(value).length === 0) return fixed.pattern;
    const names = [...allNamesIn(value, lookup)];
    const fits = names.every((name) => isPlain(name) && (!outside.has(name) || isSame(name, lookup)));
    // They can stay when each, translated by itself, makes up the translated whole.
    if (fits && expand(value, lookup) === fixed.pattern) return translateAround(value, (name) => use(name, asPattern));
    notebook.add(
      'changed',
      'The variables in the pattern are replaced by their values: a value that is set from outside would change how the pattern reads.',
      [about],
    );
    return replaceMarks(fixed.pattern, (name) => use(name, asPattern));
  };

  const property = (setting: Setting): Element => {
    const value = asPattern.has(setting.key) ? translateAround(setting.value, reference) : text(setting.value, setting);
    return element('Property', { name: setting.key, value }, [], [setting]);
  };

  const properties = (): readonly Element[] => {
    const preset = [...defaults]
      .filter(([name]) => asText.has(name) || asPattern.has(name))
      .map(([name, value]) => element('Property', { name, value }));
    const used = [...file.byKey.values()].filter(({ key }) => asText.has(key) || asPattern.has(key));
    return [...preset, ...used.map(property)];
  };
  return { lookup, text, pattern, properties };
}

/** What a pattern comes to when each of its variables is translated by itself. */
function expand(value: string, lookup: Lookup): string {
  const translated = resolver((name) => {
    const definition = lookup(name);
    return definition === undefined ? markOf(name) : translateAround(definition);
  });
  return translated(translateAround(value));
}

/** Translates a pattern around its variables. */
function translateAround(value: string, reference: (name: string) => string = (name) => `\${${name}}`): string {
  return replaceMarks(translatePattern(markNames(value)).pattern, reference);
}

/** True where a definition means the same as text and as a pattern. */
function isSame(name: string, lookup: Lookup): boolean {
  const definition = markNames(lookup(name) ?? '');
  return translatePattern(definition).pattern === definition;
}

/** Variables that something else than a conversion pattern refers to. */
function namesOutsidePatterns(file: Log4j1File, lookup: Lookup): ReadonlySet<string> {
  const values = [...file.byKey.values()].filter(({ key }) => key.startsWith('log4j.') && !/\.conversionPattern$/i.test(key));
  return allNamesIn(
    values
      .map(({ value }) => value)
      .filter((value) => value.includes('${'))
      .join(' '),
    lookup,
  );
}

// A mark is the name between two private-use characters, four private-use digits a code unit: no letter of a pattern is in it.
const markEnd = '\ue000';
const firstDigit = 0xe100;

function markOf(name: string): string {
  const digits = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at).toString(16).padStart(4, '0')).join('');
  return markEnd + [...digits].map((digit) => String.fromCharCode(firstDigit + Number.parseInt(digit, 16))).join('') + markEnd;
}

function markNames(value: string): string {
  const parts = parseValue(value);
  return parts === undefined ? value : parts.map((part) => ('text' in part ? part.text : markOf(part.name))).join('');
}

function replaceMarks(text: string, by: (name: string) => string): string {
  return text.replace(/\ue000([\ue100-\ue10f]*)\ue000/g, (_, mark: string) => by(nameOf(mark)));
}

function nameOf(mark: string): string {
  const digits = [...mark].map((digit) => (digit.charCodeAt(0) - firstDigit).toString(16)).join('');
  return digits.replace(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
}
