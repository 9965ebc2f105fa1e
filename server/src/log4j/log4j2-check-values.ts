import { nearestOf } from '../schema/nearest.ts';
import type { Surroundings } from './log4j2-check-elements.ts';
import { optionFaults } from './log4j2-check-options.ts';
import { information, type Log4j2Fault, refusal, warning } from './log4j2-faults.ts';
import { type AttributeFacts, conversionWords, isPattern, type Plugin } from './log4j2-plugins.ts';
import type { Range, WrittenAttribute } from './log4j2-tree.ts';

/** What Log4j2 cannot convert, or converts to another thing than is meant. */
export function* valueFaults(
  { name, value, valueAt }: WrittenAttribute,
  facts: AttributeFacts,
  plugin: Plugin,
  around: Surroundings,
): Iterable<Log4j2Fault> {
  const wrong = (wanted: string, meant?: string): Log4j2Fault => warning('invalid-value', valueAt, `\`${name}\` must be ${wanted}.`, meant);
  if (facts.type === 'level') yield* levelFaults(value, valueAt, around);
  if (facts.type === 'boolean' && !/^(true|false)$/i.test(value)) yield wrong('`true` or `false`', truth[value.trim().toLowerCase()]);
  if (facts.type === 'number' && !/^[+-]?\d+$/.test(value)) yield numberFault({ name, value, at: valueAt }, plugin, around);
  if (facts.type === 'decimal' && !/^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?[fd]?\s*$/i.test(value)) yield wrong('a number');
  if (facts.type === 'word' && !facts.words.includes(value.toUpperCase()) && plugin.name !== 'Configuration') {
    const listed = facts.words.slice(0, 8).map((word) => `\`${word}\``);
    yield wrong(`one of ${listed.join(', ')}${facts.words.length > 8 ? ', …' : ''}`, wordFor(value, facts.words));
  }
  const wanted = formats[`${plugin.name}.${facts.name}`];
  if (wanted !== undefined && !wanted.form.test(value)) yield wrong(wanted.words);
  if (isPattern(plugin, facts)) yield* patternFaults(value, valueAt, around);
  if (plugin.name === 'Configuration' && facts.name === 'status' && /^(trace|debug|all)$/i.test(value)) {
    const message = `With \`status\` at \`${value}\` Log4j2 reports its own work on the console; \`warn\` is meant for production.`;
    yield information('noisy-status', valueAt, message);
  }
}

/** `System.out` for SYSTEM_OUT, and what differs by a slip. */
function wordFor(value: string, words: readonly string[]): string | undefined {
  const spelled = value
    .trim()
    .toUpperCase()
    .replace(/[.\s-]/g, '_');
  return words.includes(spelled) ? spelled : nearestOf(words, spelled);
}

const truth: Readonly<Record<string, string>> = { true: 'true', yes: 'true', on: 'true', false: 'false', no: 'false', off: 'false' };

/** Blanks alone are no number and taken for none. */
const emptyOrInteger = /^\s*(?:[+-]?\d+\s*|[+-]\s*)?$/;

/** Texts that the builders read further (`FileSize`, `Duration`, `Integers`, `CronExpression`). */
const formats: Readonly<Record<string, { readonly form: RegExp; readonly words: string }>> = {
  'SizeBasedTriggeringPolicy.size': { form: /^\d+([.,]\d+)?\s*[KMGT]?B?$/i, words: 'a number with `KB`, `MB`, `GB` or `TB`' },
  'IfAccumulatedFileSize.exceeds': { form: /^\d+([.,]\d+)?\s*[KMGT]?B?$/i, words: 'a number with `KB`, `MB`, `GB` or `TB`' },
  'IfLastModified.age': { form: /^P?(\d+D)?(T?(\d+H)?(\d+M)?(\d*S)?)?$/i, words: 'a duration such as `P30D` or `PT12H`' },
  'DefaultRolloverStrategy.max': { form: emptyOrInteger, words: 'a whole number' },
  'DefaultRolloverStrategy.min': { form: emptyOrInteger, words: 'a whole number' },
  'DirectWriteRolloverStrategy.maxFiles': { form: emptyOrInteger, words: 'a whole number' },
  'CronTriggeringPolicy.schedule': { form: /^\s*\S+(\s+\S+){5,6}\s*$/, words: 'a cron expression of six or seven fields, seconds first' },
};

function* levelFaults(value: string, at: Range, { levels }: Surroundings): Iterable<Log4j2Fault> {
  if (levels.has(value.trim().toUpperCase())) return;
  const word = value.replace(/(?<!\s)\s+#.*$/s, '').toUpperCase();
  const isRemark = word !== value.toUpperCase() && levels.has(word);
  const meant = isRemark ? word : (otherLevels[word] ?? nearestOf([...levels], word));
  const message = isRemark
    ? `A comment behind a value is part of it: \`${value}\` is no level.`
    : `\`${value}\` is no level: OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE or ALL.`;
  yield warning('invalid-level', at, message, value === '' ? undefined : meant);
}

/** What other libraries call the levels. */
const otherLevels: Readonly<Record<string, string>> = { WARNING: 'WARN', SEVERE: 'ERROR', CRITICAL: 'FATAL', FINE: 'DEBUG', NONE: 'OFF' };

/** In two syntaxes nobody catches what Java throws. */
function numberFault(
  { name, value, at }: { readonly name: string; readonly value: string; readonly at: Range },
  plugin: Plugin,
  { syntax }: Surroundings,
): Log4j2Fault {
  const isThrown = (plugin.name === 'Configuration' && syntax === 'xml') || syntax === 'properties';
  if (isThrown && ['Configuration', 'CustomLevel'].includes(plugin.name))
    return refusal(at, `\`${name}\` must be a whole number: Log4j2 throws, and what logs does not start.`);
  return warning('invalid-value', at, `\`${name}\` must be a whole number.`, /^\s*[+-]?\d+\s*$/.test(value) ? value.trim() : undefined);
}

const words = new Set(conversionWords);

/** Words that Spring Boot brings along (`org.springframework.boot.logging.log4j2`). */
const springWords = [
  'applicationGroup',
  'applicationName',
  'clr',
  'correlationId',
  'esb',
  'wEx',
  'wThrowable',
  'wException',
  'xwEx',
  'xwThrowable',
  'xwException',
];

/** Every `%word`: the longest known beginning counts, so only what begins with no known word is a fault. */
function* patternFaults(pattern: string, at: Range, { isExtended }: Surroundings): Iterable<Log4j2Fault> {
  if (/%d(ate)?\{ISO8601\}/.test(pattern))
    yield information('iso-date', at, '`%d{ISO8601}` prints a `T` between date and time; log4j 1 printed a blank, as `%d` does.');
  if (isExtended) return;
  yield* optionFaults(pattern, at);
  for (const [all, run = ''] of pattern.matchAll(/%%|%[-.\d]*([A-Za-z]*)/g)) {
    if (all === '%%' || startsWithWord(run, words) || springWords.some((word) => run.startsWith(word))) continue;
    const message =
      run === ''
        ? `\`${all}\` has no conversion behind it; a \`%\` of the text is written \`%%\`.`
        : `\`%${run}\` is no conversion of Log4j2: it is printed as text.`;
    yield warning('unknown-conversion', at, message);
  }
}

function startsWithWord(run: string, known: ReadonlySet<string>): boolean {
  return Array.from(run, (_, index) => run.slice(0, index + 1)).some((start) => known.has(start));
}
