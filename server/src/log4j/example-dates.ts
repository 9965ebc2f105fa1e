/** Log4j2’s date formats by name (`FixedDateFormat.FixedFormat`), and what they print. */
export const namedDates: Readonly<Record<string, string>> = {
  DEFAULT: '2025-01-31 14:05:09,042',
  DEFAULT_PERIOD: '2025-01-31 14:05:09.042',
  ISO8601: '2025-01-31T14:05:09,042',
  ISO8601_PERIOD: '2025-01-31T14:05:09.042',
  ISO8601_BASIC: '20250131T140509,042',
  ISO8601_OFFSET_DATE_TIME_HHCMM: '2025-01-31T14:05:09,042+01:00',
  ABSOLUTE: '14:05:09,042',
  ABSOLUTE_PERIOD: '14:05:09.042',
  COMPACT: '20250131140509042',
  DATE: '31 Jan 2025 14:05:09,042',
  DATE_PERIOD: '31 Jan 2025 14:05:09.042',
  UNIX: '1738328709',
  UNIX_MILLIS: '1738328709042',
};

const letters: Readonly<Record<string, string>> = {
  yyyy: '2025',
  yy: '25',
  uuuu: '2025',
  MM: '01',
  MMM: 'Jan',
  MMMM: 'January',
  dd: '31',
  d: '31',
  HH: '14',
  H: '14',
  hh: '02',
  h: '2',
  mm: '05',
  ss: '09',
  S: '0',
  SS: '04',
  SSS: '042',
  SSSSSS: '042017',
  z: 'CET',
  Z: '+0100',
  X: '+01',
  XX: '+0100',
  XXX: '+01:00',
  a: 'PM',
  E: 'Fri',
  EEE: 'Fri',
  EEEE: 'Friday',
};

/** The moment of the examples in a format, by its name or letter by letter. */
export function printDate(format: string): string {
  return namedDates[format] ?? printLetters(format);
}

/** The moment of the examples in a format of letters; those that are seldom used stay as they are. */
export function printLetters(format: string): string {
  return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (run, quoted: string | undefined) => quoted ?? letters[run] ?? run);
}
