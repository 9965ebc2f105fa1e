import { appenderClasses, type ClassFacts, filterClasses, layoutClasses } from './classes.ts';
import { resolverOf } from './configurator.ts';
import { exampleLine } from './example-line.ts';
import { decapitalize } from './java-values.ts';
import { parsePattern, patternLetters } from './pattern.ts';
import type { Log4j1File, Setting } from './read.ts';
import { classWords, keyWords, optionWords } from './words.ts';

/** What a key stands for: a class, an option of one, or something that has words of its own. */
export type Meaning =
  | { readonly kind: 'appender' | 'layout' | 'filter'; readonly className: string }
  | { readonly kind: 'option'; readonly name: string; readonly className: string; readonly facts: ClassFacts<string> | undefined }
  | { readonly kind: 'key'; readonly key: string };

/** What a key of a log4j 1 file stands for, or undefined for a variable. */
export function meaningOf(file: Log4j1File, key: string): Meaning | undefined {
  const classAt = (prefix: string): string => resolverOf(file)(file.byKey.get(prefix)?.value ?? '').trim();
  const [, prefix = '', filter, layout, option] =
    /^(log4j\.appender\.[^.]+)(?:(\.filter\.[^.]+)|(\.layout))?(?:\.([^.]+))?$/.exec(key) ?? [];
  if (prefix === '') {
    const known = Object.keys(keyWords).find((word) => (word.endsWith('.') ? key.startsWith(word) : key === word));
    return known === undefined ? undefined : { kind: 'key', key: known };
  }
  const [kind, classes] =
    filter !== undefined
      ? (['filter', filterClasses] as const)
      : layout !== undefined
        ? (['layout', layoutClasses] as const)
        : (['appender', appenderClasses] as const);
  const className = classAt(prefix + (filter ?? layout ?? ''));
  if (option === undefined) return { kind, className };
  return { kind: 'option', name: decapitalize(option), className, facts: classes.get(className) };
}

/** Markdown about a setting of a log4j 1 file: its key, and what its value means. Undefined for what is no key of log4j 1's. */
export function explainLog4j1(file: Log4j1File, setting: Setting): string | undefined {
  const meaning = meaningOf(file, setting.key);
  if (meaning === undefined) return explainVariable(file, setting);
  if (meaning.kind === 'key') return keyWords[meaning.key];
  if (meaning.kind !== 'option') return explainClass(meaning.className);
  const words = optionWords[meaning.name];
  if (meaning.facts === undefined || !(meaning.name in meaning.facts.options)) return words;
  const value = resolverOf(file)(setting.value);
  return /pattern$/.test(meaning.facts.options[meaning.name] ?? '') && meaning.name === 'conversionPattern'
    ? [words, explainPattern(value)].join('\n\n')
    : words;
}

function explainClass(className: string): string | undefined {
  const words = classWords[className];
  const options = [appenderClasses, layoutClasses, filterClasses].flatMap((classes) => Object.keys(classes.get(className)?.options ?? {}));
  const names = options.filter((name) => name !== 'name').map((name) => `\`${capitalize(name)}\``);
  return words === undefined ? undefined : [words, ...(names.length > 0 ? [`Options: ${names.join(', ')}.`] : [])].join('\n\n');
}

function explainVariable(file: Log4j1File, { key }: Setting): string | undefined {
  const users = [...file.byKey.values()].filter(({ value }) => value.includes(`\${${key}}`)).map((user) => `\`${user.key}\``);
  return users.length === 0
    ? undefined
    : `A variable; a system property of the same name wins over it. Used by ${users.slice(0, 8).join(', ')}${users.length > 8 ? ', …' : ''}.`;
}

/** The letters of a pattern, and a line that it writes. */
function explainPattern(pattern: string): string {
  const letters = new Set(parsePattern(pattern).flatMap((piece) => (piece.kind === 'conversion' ? [piece.word] : [])));
  const rows = [...letters].map((letter) => `- \`%${letter}\` ${patternLetters[letter]}`);
  return ['Example:', `\`\`\`\n${exampleLine(pattern).replaceAll('```', "'''")}\n\`\`\``, rows.join('\n')].join('\n\n');
}

/** A bean name as people write options. */
export function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
