import { appenderClasses, type ClassFacts, filterClasses, layoutClasses } from './classes.ts';
import { resolverOf } from './configurator.ts';
import { isBadDatePattern, unquotedText } from './date-format.ts';
import { type EnhancedPiece, parseEnhancedPattern, withoutEscapes } from './enhanced-parser.ts';
import { printLetters } from './example-dates.ts';
import { exampleOf } from './example-line.ts';
import { decapitalize } from './java-values.ts';
import { type PatternPiece, parsePattern, patternLetters } from './pattern.ts';
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
  const more = explainValue(meaning.facts.options[meaning.name], value);
  return more === undefined ? words : [words, more].join('\n\n');
}

function explainValue(type: string | undefined, value: string): string | undefined {
  if (type === 'pattern') return explainPattern(parsePattern(value));
  if (type === 'enhanced-pattern') return explainPattern(lettersOf(parseEnhancedPattern(withoutEscapes(value) ?? '')));
  return type === 'date-pattern' ? explainDatePattern(value) : undefined;
}

/** An EnhancedPatternLayout's pieces in a PatternLayout's letters, which stand for the same. */
function lettersOf(pieces: readonly EnhancedPiece[]): readonly PatternPiece[] {
  return pieces.map((piece) => {
    if (piece.kind !== 'conversion') return { kind: 'text', text: piece.text };
    if (!(piece.word in patternLetters)) return { kind: 'text', text: piece.word === 'sn' ? '0' : '' };
    return { kind: 'conversion', word: piece.word, modifiers: piece.modifiers, option: piece.options[0] };
  });
}

/** From the shortest period that makes the pattern print something else. */
const periods: readonly (readonly [letters: RegExp, period: string])[] = [
  [/m/, 'every minute'],
  [/[HhKk]/, 'every hour'],
  [/a/, 'at noon and at midnight'],
  [/[dDEFu]/, 'every day'],
  [/[wW]/, 'every week'],
  [/[ML]/, 'every month'],
];

/** How often a DailyRollingFileAppender begins a new file, and what the old one is called. */
function explainDatePattern(pattern: string): string | undefined {
  const letters = isBadDatePattern(pattern) ? undefined : unquotedText(pattern);
  const period = letters === undefined ? undefined : periods.find(([sign]) => sign.test(letters))?.[1];
  return period && `Rolls ${period}: \`server.log\` becomes \`server.log${printLetters(pattern)}\`.`;
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
function explainPattern(pieces: readonly PatternPiece[]): string {
  const letters = new Set(pieces.flatMap((piece) => (piece.kind === 'conversion' ? [piece.word] : [])));
  const rows = [...letters].map((letter) => `- \`%${letter}\` ${patternLetters[letter]}`);
  return ['Example:', `\`\`\`\n${exampleOf(pieces).replaceAll('```', "'''")}\n\`\`\``, rows.join('\n')].join('\n\n');
}

/** A bean name as people write options. */
export function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
