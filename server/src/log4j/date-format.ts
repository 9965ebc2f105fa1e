/** Letters that java.text.SimpleDateFormat knows. */
const dateLetters = 'GyYMLwWDdFEuaHkKhmsSzZX';

/** Why a date pattern cannot be kept as it is. */
export interface DateReading {
  readonly pattern: string;
  readonly remark?: string;
}

/** True where `new SimpleDateFormat(pattern)` throws: an unknown letter or an open quote. */
export function isBadDatePattern(pattern: string): boolean {
  const unquoted = unquotedText(pattern);
  return (
    unquoted === undefined || /X{4}/.test(unquoted) || [...unquoted].some((char) => /[A-Za-z]/.test(char) && !dateLetters.includes(char))
  );
}

/** What stands outside quotes; undefined where a quote is not closed. */
export function unquotedText(pattern: string): string | undefined {
  const pieces = pattern.split("'");
  return pieces.length % 2 === 0 ? undefined : pieces.filter((_, index) => index % 2 === 0).join('');
}

/**
 * A SimpleDateFormat pattern for Log4j2, whose newer releases read it as java.time does: `S` is a fraction there, `u` a year, and many
 * letters stand once or twice at most. The words ISO8601, ABSOLUTE and DATE are the caller's matter.
 */
export function translateDate(pattern: string): DateReading {
  let out = '';
  for (const [token, letter] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z]/g)) {
    if (letter === undefined) out += token;
    else out = withRun(out, letter, token.length);
  }
  const remark = remarkOn(unquotedText(pattern) ?? '');
  return { pattern: out, ...(remark !== undefined && { remark }) };
}

/** Digits that java.time's pattern letters may stand for; SimpleDateFormat puts zeros before a number up to any width. */
const widths: Readonly<Record<string, number>> = { d: 2, H: 2, h: 2, K: 2, k: 2, m: 2, s: 2, w: 2, D: 3, W: 1, F: 1, S: 3 };

function withRun(before: string, letter: string, length: number): string {
  const width = widths[letter];
  if (letter === 'S') return `${withZeros(before, length - 3)}SSS`;
  if (width !== undefined) return withZeros(before, length - width) + letter.repeat(Math.min(length, width));
  if (letter === 'a' || letter === 'Z') return before + letter;
  if (letter === 'L') return before + 'M'.repeat(Math.min(length, 4));
  return before + letter.repeat('MEz'.includes(letter) ? Math.min(length, 4) : length);
}

function withZeros(before: string, count: number): string {
  if (count <= 0) return before;
  const zeros = '0'.repeat(count);
  // Two quotes in a row are an apostrophe.
  return /[^']'$/.test(before) && unquotedText(before) !== before ? `${before.slice(0, -1)}${zeros}'` : `${before}'${zeros}'`;
}

function remarkOn(letters: string): string | undefined {
  if (/(?<!S)SS?(?!S)/.test(letters))
    return 'log4j 1 counts milliseconds where Log4j2 counts a fraction of a second; three S mean the same to both';
  if (letters.includes('u')) return 'u is the day of the week to log4j 1 and the year to Log4j2 from 2.25 on';
  return letters.includes('F') ? 'Log4j2 counts the week of the month that F stands for by the runtime it is on' : undefined;
}

/** How often a DailyRollingFileAppender starts a new file. */
export type Period = 'minute' | 'hour' | 'half-day' | 'day' | 'week' | 'month' | 'year';

/** What log4j 1 finds in a DatePattern (`DailyRollingFileAppender.computeCheckPeriod`); undefined where it fails with the first event. */
export function periodOf(pattern: string): Period | undefined {
  return firstPeriod(unquotedText(pattern) ?? '', log4j1Periods);
}

/** What Log4j2's TimeBasedTriggeringPolicy finds in the same, reading quoted letters too; undefined for less than a minute, and for nothing. */
export function log4j2PeriodOf(pattern: string): Period | undefined {
  return /[sS]/.test(pattern) ? undefined : firstPeriod(pattern, log4j2Periods);
}

type Periods = readonly (readonly [letters: RegExp, period: Period])[];

const log4j1Periods: Periods = [
  [/m/, 'minute'],
  [/[HkKh]/, 'hour'],
  [/a/, 'half-day'],
  [/[dDEu]/, 'day'],
  [/[wW]/, 'week'],
  [/[ML]/, 'month'],
];

const log4j2Periods: Periods = [
  [/m/, 'minute'],
  [/[HKhk]/, 'hour'],
  [/[DdFE]/, 'day'],
  [/[wW]/, 'week'],
  [/M/, 'month'],
  [/y/, 'year'],
];

function firstPeriod(text: string, periods: Periods): Period | undefined {
  return periods.find(([letters]) => letters.test(text))?.[1];
}

/** A DailyRollingFileAppender's DatePattern for a file pattern: the text before and behind the date moves out of `%d{…}`. */
export function splitDatePattern(pattern: string): { readonly before: string; readonly date: string; readonly behind: string } {
  const [before, rest] = leadingText(pattern);
  const { date, behind } = trailingText(rest);
  // A brace behind `%d{…}` would begin a time zone.
  return behind.startsWith('{') ? { before, date: rest, behind: '' } : { before, date, behind };
}

function leadingText(pattern: string): readonly [text: string, rest: string] {
  const match = /^((?:'[^']*'|[^A-Za-z'])*)(.*)$/s.exec(pattern);
  return [plain(match?.[1] ?? ''), match?.[2] ?? ''];
}

function trailingText(pattern: string): { readonly date: string; readonly behind: string } {
  const match = /^((?:'[^']*'|[^'])*?)((?:'[^']*'|[^A-Za-z'])*)$/s.exec(pattern);
  return match === null ? { date: pattern, behind: '' } : { date: match[1] ?? '', behind: plain(match[2] ?? '') };
}

function plain(text: string): string {
  return text.replaceAll("''", '\u0000').replaceAll("'", '').replaceAll('\u0000', "'");
}
