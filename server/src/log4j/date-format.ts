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
  return unquoted === undefined || [...unquoted].some((char) => /[A-Za-z]/.test(char) && !dateLetters.includes(char));
}

/** What stands outside quotes; undefined where a quote is not closed. */
export function unquotedText(pattern: string): string | undefined {
  const pieces = pattern.split("'");
  return pieces.length % 2 === 0 ? undefined : pieces.filter((_, index) => index % 2 === 0).join('');
}

/**
 * A SimpleDateFormat pattern for Log4j2, whose newer releases read `S` as a fraction and `u` as a year.
 * The words ISO8601, ABSOLUTE and DATE are the caller's matter.
 */
export function translateDate(pattern: string): DateReading {
  const pieces = pattern.split("'");
  const fractions = pieces
    .map((piece, index) =>
      index % 2 === 0 ? piece.replace(/S+/g, (run) => (run.length > 3 ? `'${'0'.repeat(run.length - 3)}'SSS` : 'SSS')) : piece,
    )
    .join("'");
  if (fractions === pattern) return { pattern };
  // Zeros before the milliseconds are what log4j 1 prints; with fewer letters than three it prints no zeros at all.
  if (!pieces.some((piece, index) => index % 2 === 0 && /(?<!S)SS?(?!S)/.test(piece))) return { pattern: fractions };
  return {
    pattern: fractions,
    remark: 'log4j 1 counts milliseconds where Log4j2 counts a fraction of a second; three S mean the same to both',
  };
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
