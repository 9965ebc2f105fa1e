/** The eight levels that both log4j 1 and Log4j2 know. */
export const levels = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL'] as const;
export type Level = (typeof levels)[number];

/** What log4j 1 makes of a level word; `fault` says why it is not the level the author wrote. */
export interface LevelReading {
  /** Undefined: NULL, the logger inherits. */
  readonly level: Level | undefined;
  readonly fault?: 'unknown' | 'custom';
}

/** `OptionConverter.toLevel`: `LEVEL` or `LEVEL#class`, any case, blanks trimmed; anything else is `fallback`. */
export function readLevel(text: string, fallback: Level): LevelReading {
  const word = text.trim();
  const hash = word.indexOf('#');
  if (hash === -1) return word.toUpperCase() === 'NULL' ? { level: undefined } : readWord(word, fallback, 'unknown');
  const name = word.slice(0, hash);
  if (name.toUpperCase() === 'NULL') return { level: undefined };
  const utilLevel = word.slice(hash + 1) === 'org.apache.log4j.helpers.UtilLoggingLevel' ? utilLevels[name.toUpperCase()] : undefined;
  if (utilLevel !== undefined) return { level: utilLevel };
  return word.slice(hash + 1) === 'org.apache.log4j.Level' ? readWord(name, fallback, 'unknown') : { level: fallback, fault: 'custom' };
}

/** Levels named after those of java.util.logging, by the ordinary level from which on events pass. */
const utilLevels: Readonly<Record<string, Level>> = {
  SEVERE: 'WARN',
  WARNING: 'WARN',
  INFO: 'INFO',
  FINE: 'INFO',
  FINER: 'INFO',
  FINEST: 'INFO',
};

function readWord(word: string, fallback: Level, fault: 'unknown'): LevelReading {
  const level = levels.find((known) => known === word.toUpperCase());
  return level === undefined ? { level: fallback, fault } : { level };
}

/** `true`/`false` in any case, blanks trimmed (`OptionConverter.toBoolean`); undefined for anything else. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

/** `Integer.parseInt` of the trimmed text; undefined where Java throws. */
export function readInteger(text: string): number | undefined {
  const word = text.trim();
  if (!/^[+-]?\d+$/.test(word)) return undefined;
  const number = Number(word);
  return Math.abs(number) < 2 ** 31 ? number : undefined;
}

/** Whether Java's runtime has a character set of this name, going by the families of names that it has; any case. */
export function isCharset(text: string): boolean {
  return charsets.test(text.trim());
}

const charsets =
  /^(?:utf[-_]?(?:7|8|16|32)(?:[-_]?[lb]e)?(?:[-_]bom)?|unicode.*|iso[-_]?(?:646|10646|2022|8859|ir).*|latin-?\d+|l\d|us-ascii|ascii\d?|(?:cp|windows|ibm|ms|x)[-_]?\w[\w.-]*|koi8[-_]?(?:r|u)?|gbk|gb[-_]?(?:2312|18030)(?:-\d+)?|euc[-_]?\w+|big5.*|s(?:hift)?[-_]?jis.*|johab|jis.*|hz|tis-?620|macroman|cesu-8|default|ebcdic.*)$/i;

/** `OptionConverter.toFileSize` in Log4j2's spelling (`10MB`, `1048576`, never below `0`); undefined where log4j 1 refuses the text. */
export function readFileSize(text: string): string | undefined {
  const word = text.trim().toUpperCase();
  const unit = ['KB', 'MB', 'GB'].find((candidate) => word.includes(candidate));
  const number = unit === undefined ? word : word.slice(0, word.indexOf(unit));
  if (!/^[+-]?\d+$/.test(number) || BigInt(number.replace(/^[+-]/, '')) >= 2n ** 63n) return undefined;
  // Below nothing is as good as nothing.
  if (number.startsWith('-')) return '0';
  return `${number.replace(/^\+/, '').replace(/^0+(?=\d)/, '')}${unit ?? ''}`;
}

/** `Introspector.decapitalize`: `File` → `file`, but `URL` stays. */
export function decapitalize(name: string): string {
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
