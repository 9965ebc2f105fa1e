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
  return word.slice(hash + 1) === 'org.apache.log4j.Level' ? readWord(name, fallback, 'unknown') : { level: fallback, fault: 'custom' };
}

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

/** `OptionConverter.toFileSize` in Log4j2's spelling (`10MB`, `1048576`); undefined where log4j 1 refuses the text. */
export function readFileSize(text: string): string | undefined {
  const word = text.trim().toUpperCase();
  const unit = ['KB', 'MB', 'GB'].find((candidate) => word.includes(candidate));
  const number = unit === undefined ? word : word.slice(0, word.indexOf(unit));
  if (!/^\+?\d+$/.test(number)) return undefined;
  return `${number.replace(/^\+/, '').replace(/^0+(?=\d)/, '')}${unit ?? ''}`;
}

/** `Introspector.decapitalize`: `File` → `file`, but `URL` stays. */
export function decapitalize(name: string): string {
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
