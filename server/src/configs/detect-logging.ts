import type { Entry } from '../formats/format.ts';

/** Which logging library's properties a flat file holds. */
export interface DetectedLogging {
  readonly family: 'java' | 'log4j1' | 'log4j2';
  readonly why: string;
}

/** Whether a key tells one of the libraries, whatever the file is called. */
export function isLoggingCue(key: string): boolean {
  return key.startsWith('log4j.') || log4j2.test(key);
}

/** Keys that only the properties form of Log4j2 has. */
const log4j2 = /^(?:rootLogger(?:\.level|\.appenderRef\..+)?|appender\.[\w.-]+\.type)$/;
/** What it has, too, as others may: it tells where the name speaks of logging. */
const likelyLog4j2 =
  /^(?:status|monitorInterval|appenders|loggers|(?:logger|property|script|filter)\.[\w.-]+|rootLogger\..+|appender\.[\w.-]+)$/;

const log4j1 = /^log4j\.(?:rootLogger$|rootCategory$|appender\.)/;
const likelyLog4j1 = /^log4j\.(?:logger\.|category\.|additivity\.|threshold$|debug$|configDebug$)/;

/** The names by which Log4j2 finds its file, and those that are made after them. */
const log4j2Name = /(?:^|[-_.])log4j2(?:-test)?\.properties$/;

/**
 * Takes a file for log4j 1's or Log4j2's by what it holds. The name helps where the keys leave a doubt; and where Log4j2 finds a file
 * by it, log4j 1's keys make it no file of log4j 1's: they stop Log4j2.
 */
export function detectLogging(keys: ReadonlyMap<string, Entry>, name: string): DetectedLogging | undefined {
  const named = name.includes('log4j');
  const first = has(keys, log4j1) || (named && has(keys, likelyLog4j1));
  const second = has(keys, log4j2) || (named && !first && has(keys, likelyLog4j2));
  if (first && log4j2Name.test(name)) return { family: 'log4j2', why: 'Log4j2 reads a file of this name' };
  if (first) return isLog4cxx(keys) ? { family: 'java', why: 'its classes are Log4cxx’s' } : { family: 'log4j1', why: log4j1Why };
  return second ? { family: 'log4j2', why: 'it has Log4j2 appenders or loggers' } : undefined;
}

const log4j1Why = 'it has log4j 1 appenders or loggers';

/** The same keys configure Log4cxx. */
function isLog4cxx(keys: ReadonlyMap<string, Entry>): boolean {
  for (const { value } of keys.values()) if (value.startsWith('org.apache.log4cxx.')) return true;
  return false;
}

function has(keys: ReadonlyMap<string, Entry>, cue: RegExp): boolean {
  for (const key of keys.keys()) if (cue.test(key)) return true;
  return false;
}
