import { type Conversion, settingsOf } from './conversion.ts';
import type { Rolling } from './convert-appender.ts';
import { isBadDatePattern, log4j2PeriodOf, type Period, periodOf, splitDatePattern, translateDate, unquotedText } from './date-format.ts';
import { propertyOrder } from './hash-order.ts';
import { readFileSize, readInteger } from './java-values.ts';
import type { Log4j1Appender, Option, Options } from './model.ts';
import { type Element, element } from './tree.ts';
import { namesIn, orElse } from './variables.ts';

/** RollingFileAppender: by size, newest backup `.1`. */
export function sizePolicies(appender: Log4j1Appender, fileName: string, conversion: Conversion): Rolling {
  const { options } = appender;
  const names = ['maxFileSize', 'maximumFileSize'];
  const policy = element('SizeBasedTriggeringPolicy', { size: maximumSize(options, conversion) }, [], settingsOf(options, names));
  const index = options.get('maxBackupIndex');
  const max = backups(index, conversion);
  const strategy = element(
    'DefaultRolloverStrategy',
    { fileIndex: 'min', max: max ?? '1' },
    max === undefined ? [deleteBackup(fileName, index, conversion)] : [],
    settingsOf(options, ['maxBackupIndex']),
  );
  return { filePattern: `${escapePercent(fileName)}.%i`, children: [policy, strategy] };
}

/** Log4j2 keeps one backup at least: it goes away again. Undefined where only a variable knows the folder. */
function deleteBackup(fileName: string, index: Option | undefined, { notebook }: Conversion): Element | undefined {
  const [, folder, name = ''] = /^(?:(.*)[/\\])?([^/\\]*)$/s.exec(fileName) ?? [];
  const known = folder !== undefined || !name.startsWith('${');
  const ending = known ? 'so does the result, which deletes the backup that Log4j2 makes.' : 'Log4j2 keeps one.';
  const message = `With MaxBackupIndex=${index?.value.trim()} log4j 1 empties the file and keeps no backup; ${ending}`;
  notebook.add(known ? 'kept' : 'changed', message, [index?.setting]);
  if (!known) return undefined;
  const basePath = folder === undefined ? '.' : folder || '/';
  return element('Delete', { basePath }, [element('IfFileName', { glob: `${name.replace(/[[\]*?\\]/g, '\\$&')}.1` })]);
}

/** MaximumFileSize takes bytes alone. Of two that log4j 1 can read, the one that it comes to last counts. */
function maximumSize(options: Options, conversion: Conversion): string | undefined {
  const bytes = options.get('maximumFileSize');
  const size = options.get('maxFileSize');
  if (bytes === undefined) return fileSize(size, conversion);
  const order = propertyOrder(conversion.file.byKey.size);
  const readable = /^\s*\+?\d+\s*$/.test(bytes.value) && readFileSize(bytes.value) !== undefined;
  if (!readable)
    conversion.notebook.add('kept', `"${bytes.value}" is no number of bytes: log4j 1 ignores it, and so does the result.`, [bytes.setting]);
  const isLast = size === undefined || readFileSize(size.value) === undefined || order(size.setting.key, bytes.setting.key) < 0;
  return readable && isLast ? fileSize(bytes, conversion) : fileSize(size, conversion);
}

/** DailyRollingFileAppender: by date, old files are kept for ever. */
export function dailyPolicies(appender: Log4j1Appender, fileName: string, conversion: Conversion): Rolling {
  const { options } = appender;
  const option = options.get('datePattern');
  const pattern = usableDatePattern(option, conversion);
  const { before, date, behind } = splitDatePattern(pattern);
  const { pattern: translated } = translateDate(date);
  return {
    filePattern: `${escapePercent(fileName)}${escapePercent(before)}%d{${translated}}${escapePercent(behind)}`,
    children: [timePolicy(pattern, translated, appender, conversion)],
  };
}

const dailyPattern = "'.'yyyy-MM-dd";

/** The DatePattern, or log4j 1's default where Log4j2 finds no date in it. */
function usableDatePattern(option: Option | undefined, { notebook }: Conversion): string {
  if (option === undefined) return dailyPattern;
  const { value, setting } = option;
  if (namesIn(option.text).length > 0) notebook.add('changed', 'The variables in DatePattern are replaced by their values.', [setting]);
  if (!isBadDatePattern(value) && (periodOf(value) ?? log4j2PeriodOf(unquotedText(value) ?? '')) !== undefined) return value;
  notebook.add('lost', `"${value}" is no date pattern by which log4j 1 could roll: the result rolls daily.`, [setting]);
  return dailyPattern;
}

/** When a new file begins, for Log4j2's CronTriggeringPolicy. */
const schedules: Readonly<Record<Exclude<Period, 'year'>, string>> = {
  minute: '0 * * * * ?',
  hour: '0 0 * * * ?',
  'half-day': '0 0 0/12 * * ?',
  day: '0 0 0 * * ?',
  week: '0 0 0 ? * SUN',
  month: '0 0 0 1 * ?',
};

/** By the file's date pattern where Log4j2 reads the same period from it; a schedule otherwise. */
function timePolicy(pattern: string, translated: string, { options }: Log4j1Appender, { notebook }: Conversion): Element {
  const settings = settingsOf(options, ['datePattern']);
  const period = periodOf(pattern);
  if (period === undefined || period === 'year') {
    notebook.add(
      'changed',
      'log4j 1 knows no period as long as a year and stops with an error: the result starts a new file each year.',
      settings,
    );
    return element('TimeBasedTriggeringPolicy', {}, [], settings);
  }
  if (period !== 'week' && period === log4j2PeriodOf(translated)) return element('TimeBasedTriggeringPolicy', {}, [], settings);
  notebook.add('changed', scheduleRemark(period), settings);
  // With evaluateOnStartup a file of an earlier period would get the name of this one, and be overwritten at its end.
  return element('CronTriggeringPolicy', { schedule: schedules[period] }, [], settings);
}

function scheduleRemark(period: Period): string {
  const weeks =
    period === 'week' ? ' The week begins on Sunday; where Java runs in another region, write the day that it begins on there.' : '';
  return `log4j 1 starts a new file each ${period}, for which Log4j2 needs a schedule: it keeps to it when nothing is logged too, and goes on with an older file until then.${weeks}`;
}

/** A size for Log4j2; undefined where log4j 1's default counts, which is Log4j2's too: 10 MB. */
export function fileSize(option: Option | undefined, { notebook, variables }: Conversion): string | undefined {
  if (option === undefined) return '10MB';
  if (namesIn(option.text).length > 0 && (option.value.trim() === '' || readFileSize(option.value) !== undefined))
    return orElse(variables.text(option.text.trim(), option.setting), '10MB');
  const size = readFileSize(option.value);
  if (size === undefined)
    notebook.add(
      'kept',
      `"${option.value}" is no size to log4j 1, which takes a whole number and KB, MB or GB without a blank; its default of 10MB counts.`,
      [option.setting],
    );
  else if (/^0+(?!\d)/.test(size))
    notebook.add('changed', `With "${option.value.trim()}" log4j 1 starts a new file after each event, Log4j2 before each.`, [
      option.setting,
    ]);
  return size ?? '10MB';
}

/** How many backups are kept; undefined: none. */
function backups(option: Option | undefined, { notebook, variables }: Conversion): string | undefined {
  if (option === undefined) return '1';
  const count = readInteger(option.value);
  if (namesIn(option.text).length > 0 && (option.value.trim() === '' || (count ?? 0) > 0))
    return orElse(variables.text(option.text.trim(), option.setting), '1');
  if (count === undefined)
    notebook.add('kept', `"${option.value}" is no whole number: log4j 1 ignores it and keeps one backup, and so does the result.`, [
      option.setting,
    ]);
  if (namesIn(option.text).length > 0)
    notebook.add('changed', 'The variables in MaxBackupIndex are replaced by their values.', [option.setting]);
  return (count ?? 1) < 1 ? undefined : String(count ?? 1);
}

/** A `%` of the file's name is none of the pattern's. */
function escapePercent(text: string): string {
  return text.replaceAll('%', '%%');
}
