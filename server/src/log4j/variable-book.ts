import type { Notebook } from './notes.ts';
import { expand, isSame, markOf, replaceMarks, type Translate, translateAround } from './pattern-variables.ts';
import type { Log4j1File, Setting } from './read.ts';
import { translatePattern } from './translate-pattern.ts';
import { type Element, element } from './tree.ts';
import { allNamesIn, cycleFinder, isAwkwardName, type Lookup, parseValue, resolver } from './variables.ts';

/**
 * Carries variables over. `${x}` becomes `${sys:x}` with a property `x`: the `sys` lookup falls through to the property of the same
 * name when no system property is set, which is log4j 1's rule. What the file does not define is empty in log4j 1: `${sys:x:-}`.
 */
export interface VariableBook {
  readonly lookup: Lookup;
  /** Text with its variables, for an attribute that takes it as it is. */
  text(value: string, about: Setting): string;
  /** A conversion pattern, with the stack trace left out; `translate` reads the layout's kind of pattern. */
  pattern(value: string, about: Setting, translate?: Translate): string;
  /** Properties for the variables that were used, in the order of the file. */
  properties(): readonly Element[];
}

const replacedVariables =
  'The variables in the pattern are replaced by their values: a value that is set from outside would change how the pattern reads.';

function awkwardReference(name: string): string {
  const why = name.includes(':-') ? ' To log4j 1, which knows no defaults, all of it is the name of a variable.' : '';
  return `\${${name}} is replaced by its value: Log4j2 cannot express this reference.${why}`;
}

const unchanged: Translate = (pattern) => ({ pattern, remarks: [] });

/** `defaults` gives variables that the file does not define a value of their own for the case that nobody sets them. */
export function openVariableBook(file: Log4j1File, notebook: Notebook, defaults: ReadonlyMap<string, string>): VariableBook {
  const lookup: Lookup = (name) => file.byKey.get(name)?.value;
  const outside = namesOutsidePatterns(file, lookup);
  const resolve = resolver(lookup);
  const isCircular = cycleFinder(lookup);
  /** Log4j2 can look it up, and its definition ends somewhere. */
  const isPlain = (name: string): boolean => !isAwkwardName(name) && !isCircular(name);
  const resolveMarked = resolver((name) => lookup(name) ?? (isAwkwardName(name) ? '' : markOf(name)));
  // Names of variables in use, and how their definitions are translated.
  const asText = new Map<string, Translate>();
  const asPattern = new Map<string, Translate>();

  const reference = (name: string): string => (lookup(name) === undefined && !defaults.has(name) ? `\${sys:${name}:-}` : `\${sys:${name}}`);
  const use = (name: string, where: Map<string, Translate>, translate: Translate): string => {
    if (where.has(name)) return reference(name);
    where.set(name, translate);
    for (const inner of allNamesIn(lookup(name) ?? '', lookup)) if (isPlain(inner)) where.set(inner, translate);
    return reference(name);
  };

  const text = (value: string, about: Setting): string => {
    const parts = parseValue(value);
    if (parts === undefined) return value.replaceAll('${', '$${');
    const out = parts.map((part, index) => {
      if ('text' in part) return part.text;
      const before = parts[index - 1];
      const escaped = before !== undefined && 'text' in before && before.text.endsWith('$');
      if (isPlain(part.name) && !escaped) return use(part.name, asText, unchanged);
      notebook.add('changed', awkwardReference(part.name), [about]);
      return resolve(`\${${part.name}}`);
    });
    return out.join('');
  };

  const staysIn = (value: string, translate: Translate, whole: string): boolean => {
    const fits = [...allNamesIn(value, lookup)].every(
      (name) =>
        isPlain(name) && (asPattern.get(name) ?? translate) === translate && (!outside.has(name) || isSame(name, lookup, translate)),
    );
    // They can stay when each, translated by itself, makes up the translated whole.
    return fits && expand(value, lookup, translate) === whole;
  };
  const pattern = (value: string, about: Setting, translate: Translate = translatePattern): string => {
    const fixed = translate(resolveMarked(value));
    for (const { kind, message } of fixed.remarks) notebook.add(kind, message, [about]);
    if (allNamesIn(value, lookup).size === 0) return fixed.pattern;
    const inPattern = (name: string): string => use(name, asPattern, translate);
    if (staysIn(value, translate, fixed.pattern)) return translateAround(value, translate, inPattern);
    for (const name of allNamesIn(value, lookup)) if (isAwkwardName(name)) notebook.add('changed', awkwardReference(name), [about]);
    if ([...allNamesIn(value, lookup)].some((name) => !isAwkwardName(name))) notebook.add('changed', replacedVariables, [about]);
    return replaceMarks(fixed.pattern, inPattern);
  };

  const property = (setting: Setting): Element => {
    const translate = asPattern.get(setting.key);
    const value = translate === undefined ? text(setting.value, setting) : translateAround(setting.value, translate, reference);
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
