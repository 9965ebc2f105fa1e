import type { Fault } from './check.ts';
import { isBadDatePattern, unquotedText } from './date-format.ts';
import { parseEnhancedPattern, withoutEscapes } from './enhanced-parser.ts';
import type { Log4j1Appender } from './model.ts';
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

/** A DailyRollingFileAppender that is used throws where its pattern is no date format, or tells no minutes, hours, days, weeks or months apart. */
export function* datePatternFaults({ className, options }: Log4j1Appender): Iterable<Fault> {
  const option = options.get('datePattern');
  if (className !== 'org.apache.log4j.DailyRollingFileAppender' || option === undefined || namesIn(option.text).length > 0) return;
  const { setting, value } = option;
  if (isBadDatePattern(value)) {
    const message = `\`${value}\` is no date format: log4j 1 throws, and what logs does not start. Text stands in quotes.`;
    yield { kind: 'date-pattern', setting, message };
  } else if (!/[adDEFhHkKLmMuwW]/.test(unquotedText(value) ?? '')) {
    const message = `\`${value}\` has no period from minutes to months: log4j 1 throws, and what logs does not start.`;
    yield { kind: 'date-pattern', setting, message };
  }
}
