import { type Conversion, settingsOf } from './conversion.ts';
import type { Rolling } from './convert-appender.ts';
import { isBadDatePattern, splitDatePattern, translateDate, unquotedText } from './date-format.ts';
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
  const max = backups(options.get('maxBackupIndex'), conversion);
  const strategy = element('DefaultRolloverStrategy', { fileIndex: 'min', max }, [], settingsOf(options, ['maxBackupIndex']));
  return { filePattern: `${escapePercent(fileName)}.%i`, children: [policy, strategy] };
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
  const policy: Element = element('TimeBasedTriggeringPolicy', {}, [], settingsOf(options, ['datePattern']));
  return {
    filePattern: `${escapePercent(fileName)}${escapePercent(before)}%d{${translateDate(date).pattern}}${escapePercent(behind)}`,
    children: [policy],
  };
}

const dailyPattern = "'.'yyyy-MM-dd";

/** The DatePattern, or log4j 1's default where Log4j2 finds no date in it; says where the files roll at other times. */
function usableDatePattern(option: Option | undefined, { notebook }: Conversion): string {
  if (option === undefined) return dailyPattern;
  const { value, setting } = option;
  if (namesIn(option.text).length > 0) notebook.add('changed', 'The variables in DatePattern are replaced by their values.', [setting]);
  const letters = unquotedText(value) ?? '';
  if (isBadDatePattern(value) || !/[SsmHKhkDdFEwWMy]/.test(letters)) {
    notebook.add('lost', `"${value}" is no date pattern by which log4j 1 could roll: the result rolls daily.`, [setting]);
    return dailyPattern;
  }
  if (/[sS]/.test(letters)) notebook.add('changed', 'log4j 1 starts a new file once a minute at most, Log4j2 each second.', [setting]);
  else if (letters.includes('a') && !/[mHKhk]/.test(letters))
    notebook.add('changed', 'log4j 1 starts a new file each half-day, Log4j2 each day.', [setting]);
  return value;
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
  return size ?? '10MB';
}

function backups(option: Option | undefined, { notebook, variables }: Conversion): string {
  if (option === undefined) return '1';
  const count = readInteger(option.value);
  if (namesIn(option.text).length > 0 && (option.value.trim() === '' || (count ?? 0) > 0))
    return orElse(variables.text(option.text.trim(), option.setting), '1');
  if (count === undefined)
    notebook.add('kept', `"${option.value}" is no whole number: log4j 1 ignores it and keeps one backup, and so does the result.`, [
      option.setting,
    ]);
  else if (count < 1)
    notebook.add('changed', 'With MaxBackupIndex=0 log4j 1 empties the file and keeps no backup; Log4j2 keeps at least one.', [
      option.setting,
    ]);
  return String(Math.max(count ?? 1, 1));
}

/** A `%` of the file's name is none of the pattern's. */
function escapePercent(text: string): string {
  return text.replaceAll('%', '%%');
}
