import { nearestOf } from '../schema/nearest.ts';
import { namedDates } from './example-dates.ts';
import { type Log4j2Fault, warning } from './log4j2-faults.ts';
import { type Piece, parsePattern } from './log4j2-pattern.ts';
import type { Range } from './log4j2-tree.ts';

type Conversion = Extract<Piece, { readonly kind: 'conversion' }>;

/** How deep conversions may stand in one another: nobody nests so many. */
const deepest = 8;

/** What stands in the braces behind conversions and cannot be read: formats of dates, colours and other styles. */
export function* optionFaults(pattern: string, at: Range, depth = 0): Iterable<Log4j2Fault> {
  for (const piece of parsePattern(pattern)) {
    if (piece.kind === 'text') continue;
    for (const message of messagesOf(piece)) yield warning('pattern-option', at, message);
    if (depth < deepest && piece.options[0]?.includes('%') === true) yield* optionFaults(piece.options[0], at, depth + 1);
  }
}

function* messagesOf({ converter, word, options }: Conversion): Iterable<string> {
  const [first, second] = options;
  if (converter === 'DatePatternConverter' && first !== undefined) yield* dateMessages(word, first);
  if (converter === 'StyleConverter' && second !== undefined) yield* styleMessages(second.split(','));
  if (converter === 'HighlightConverter' && second !== undefined) yield* highlightMessages(second);
}

/** Formats that have a name, and that no example is made for. */
const otherNames =
  /^(?:(?:ABSOLUTE|DEFAULT)_(?:MICROS|NANOS)|ISO8601_(?:BASIC_PERIOD|PERIOD_MICROS|OFFSET_DATE_TIME_HH(?:MM)?)|US_MONTH_DAY_YEAR[24]_TIME)$/;

/** How many of a letter java.time takes at most (`DateTimeFormatterBuilder.appendPattern`). */
const most: Readonly<Record<string, number>> = {
  d: 2,
  H: 2,
  h: 2,
  K: 2,
  k: 2,
  m: 2,
  s: 2,
  w: 2,
  W: 1,
  F: 1,
  a: 1,
  D: 3,
  z: 4,
  S: 9,
  M: 5,
  L: 5,
  E: 5,
};

function* dateMessages(word: string, format: string): Iterable<string> {
  if (format in namedDates || otherNames.test(format)) return;
  const whole = `%${word}{${format}}`;
  const outside = format.replace(/'(?:[^']|'')*'/g, ' ');
  if (outside.includes("'")) {
    yield `A quote is left open in \`${whole}\`: Log4j2 prints the default date.`;
    return;
  }
  const unknown = /[bfijloprtCIJPRTU]/.exec(outside)?.[0];
  if (unknown !== undefined)
    yield `\`${unknown}\` in \`${whole}\` stands for nothing in a date: Log4j2 prints it as text, and before 2.25 takes the default format.`;
  for (const [run, letter = ''] of outside.matchAll(/([A-Za-z])\1*/g)) {
    if (run.length > (most[letter] ?? Number.POSITIVE_INFINITY))
      yield `\`${run}\` in \`${whole}\` is too long: from 2.25 on Log4j2 takes the default format.`;
  }
}

const colours = ['BLACK', 'RED', 'GREEN', 'YELLOW', 'BLUE', 'MAGENTA', 'CYAN', 'WHITE'];

/** Words of `org.apache.logging.log4j.core.pattern.AnsiEscape`. */
const styles: ReadonlySet<string> = new Set([
  ...['CSI', 'SUFFIX', 'SEPARATOR', 'NORMAL', 'BRIGHT', 'BOLD', 'DIM', 'UNDERLINE', 'BLINK', 'REVERSE', 'HIDDEN', 'DEFAULT', 'FG_DEFAULT'],
  ...colours.flatMap((colour) => [colour, `BRIGHT_${colour}`].flatMap((name) => [name, `FG_${name}`, `BG_${name}`])),
]);

function* styleMessages(words: readonly string[]): Iterable<string> {
  for (const word of words) {
    const name = word.trim().toUpperCase();
    if (/^(?:disableAnsi|noConsoleNoAnsi)/.test(word) || styles.has(name) || /^(?:[FB]G_)?#[0-9A-F]{6}/.test(name)) continue;
    const meant = nearestOf([...styles], name);
    const hint = meant === undefined ? '' : ` Did you mean \`${meant.toLowerCase()}\`?`;
    yield `\`${word.trim()}\` is no colour or style: Log4j2 leaves it out.${hint}`;
  }
}

/** `LEVEL=style style, …`; `STYLE=Logback` takes a whole set. */
function* highlightMessages(option: string): Iterable<string> {
  for (const pair of option.split(',')) {
    const [key = '', value] = pair.split('=').map((part) => part.trim());
    if (/^(?:disableAnsi|noConsoleNoAnsi)$/i.test(key)) continue;
    if (value === undefined) yield `\`${pair.trim()}\` needs a level before it, as in \`ERROR=red\`: Log4j2 leaves it out.`;
    else if (/^style$/i.test(key)) {
      if (!/^(?:default|logback)$/i.test(value)) yield `\`${value}\` is no set of styles: \`Default\` or \`Logback\`.`;
    } else yield* styleMessages(value.split(/\s/));
  }
}
