import type { Fault } from './check.ts';
import { isBadDatePattern, unquotedText } from './date-format.ts';
import { parseEnhancedPattern, withoutEscapes } from './enhanced-parser.ts';
import type { Log4j1Appender, Option } from './model.ts';
import { parsePattern } from './pattern.ts';
import type { Setting } from './read.ts';
import { namesIn } from './variables.ts';

/** Letters of a PatternLayout that are none. */
export function* patternFaults(value: string, setting: Setting): Iterable<Fault> {
  for (const piece of parsePattern(value)) if (piece.kind === 'unknown') yield unknownConversion(piece.text, setting);
}

/** Words of an EnhancedPatternLayout that are none. */
export function* enhancedPatternFaults(value: string, setting: Setting): Iterable<Fault> {
  for (const piece of parseEnhancedPattern(withoutEscapes(value) ?? ''))
    if (piece.kind === 'unknown') yield unknownConversion(piece.text, setting);
}

function unknownConversion(text: string, setting: Setting): Fault {
  return { kind: 'unknown-conversion', setting, word: text, message: `\`${text}\` is no conversion: log4j 1 prints it as text.` };
}

/** Dates in a pattern whose format `SimpleDateFormat` refuses. */
export function* dateFaults(value: string, setting: Setting): Iterable<Fault> {
  for (const [, format = ''] of value.matchAll(/%[-.\d]*d(?:ate)?\{([^{}]*)\}/g)) {
    if (/^(ISO8601|ABSOLUTE|DATE)$/i.test(format) || !isBadDatePattern(format)) continue;
    const message = `\`${format}\` is no date format: log4j 1 reports it and prints the date as \`ISO8601\`.`;
    yield { kind: 'invalid-value', setting, word: format, message };
  }
}

/** What throws when an appender that is used is made: a date format that is none, or a daily one that tells no periods apart. */
export function* datePatternFaults({ className, options, layout }: Log4j1Appender): Iterable<Fault> {
  const format = layout?.className === 'org.apache.log4j.TTCCLayout' ? layout.options.get('dateFormat') : undefined;
  if (format !== undefined && namesIn(format.text).length === 0 && isThrown(format.value)) yield noDate(format);
  const daily = className === 'org.apache.log4j.DailyRollingFileAppender' ? options.get('datePattern') : undefined;
  if (daily === undefined || namesIn(daily.text).length > 0) return;
  if (isBadDatePattern(daily.value)) yield noDate(daily);
  else if (!/[adDEFhHkKLmMuwW]/.test(unquotedText(daily.value) ?? '')) {
    const message = `\`${daily.value}\` has no period from minutes to months: log4j 1 throws, and what logs does not start.`;
    yield { kind: 'date-pattern', setting: daily.setting, message };
  }
}

function isThrown(format: string): boolean {
  return !/^(NULL|RELATIVE|ABSOLUTE|DATE|ISO8601)$/i.test(format) && isBadDatePattern(format);
}

function noDate({ setting, value }: Option): Fault {
  const message = `\`${value}\` is no date format: log4j 1 throws, and what logs does not start. Text stands in quotes.`;
  return { kind: 'date-pattern', setting, message };
}
