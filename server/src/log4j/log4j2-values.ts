import { namedDates, printDate } from './example-dates.ts';
import { conversions, lookups } from './generated/log4j2-plugins.ts';
import { levels } from './java-values.ts';
import type { OwnNames } from './log4j2-names.ts';
import { type AttributeFacts, isPattern, type Plugin } from './log4j2-plugins.ts';
import { loggersSince4 } from './logger-names.ts';

/** A value to complete with. */
export interface ValueSuggestion {
  readonly label: string;
  /** Instead of the label: a snippet. */
  readonly snippet?: string;
  /** A short remark. */
  readonly detail?: string;
  readonly isDefault?: boolean;
}

/** Values for what is before the cursor: `length` of its last characters are replaced, undefined: all of the value. */
export interface Values {
  readonly items: readonly ValueSuggestion[];
  readonly length?: number;
  /** Where the words about the items are. */
  readonly about?: 'conversions' | 'lookups';
}

/** What may stand in the value of an attribute; `typed` is what stands before the cursor. */
export function valuesFor(plugin: Plugin, facts: AttributeFacts | undefined, typed: string, names: OwnNames): Values {
  const variable = /\$\{([^{}]*)$/.exec(typed)?.[1];
  if (variable !== undefined) return variables(variable, names);
  if (facts === undefined) return { items: [] };
  const key = `${plugin.name}.${facts.name}`;
  if (isPattern(plugin, facts) || key === 'Property.value') return inPattern(typed, key === 'Property.value');
  if (facts.name === 'filePattern') return inFilePattern(typed);
  const items = listed(plugin, facts, names).map((label) => (label === facts.default ? { label, isDefault: true } : { label }));
  return { items };
}

function listed(plugin: Plugin, facts: AttributeFacts, names: OwnNames): readonly string[] {
  const references = {
    'AppenderRef.ref': names.appenders,
    'Route.ref': names.appenders,
    'Failover.primary': names.appenders,
    'Async.errorRef': names.appenders,
  };
  const key = `${plugin.name}.${facts.name}`;
  if (Object.hasOwn(references, key)) return names.appenders;
  if (key === 'ScriptRef.ref') return names.scripts;
  if (facts.type === 'boolean') return ['true', 'false'];
  if (facts.type === 'level') return [...levels, ...names.levels];
  if (facts.type === 'word') return facts.words;
  if (facts.type === 'charset') return ['UTF-8', 'US-ASCII', 'ISO-8859-1', 'UTF-16'];
  return examples[key] ?? examples[facts.name] ?? (facts.default === undefined ? [] : [facts.default]);
}

/** Values that are worth offering, where the facts list none: by plug-in and attribute, or by attribute alone. */
const examples: Readonly<Record<string, readonly string[]>> = {
  'Logger.name': loggersSince4,
  'AsyncLogger.name': loggersSince4,
  'SizeBasedTriggeringPolicy.size': ['10 MB', '100 MB', '250 MB', '1 GB'],
  'IfAccumulatedFileSize.exceeds': ['1 GB', '10 GB', '100 GB'],
  'IfLastModified.age': ['P7D', 'P30D', 'P90D', 'PT12H'],
  'IfFileName.glob': ['*.log.gz', '*/server-*.log.gz'],
  'CronTriggeringPolicy.schedule': ['0 0 * * * ?', '0 0 0 * * ?'],
  'DefaultRolloverStrategy.fileIndex': ['max', 'min', 'nomax'],
  'DefaultRolloverStrategy.max': ['5', '10', '20'],
  'Configuration.monitorInterval': ['30', '60'],
  'Configuration.dest': ['out', 'err'],
  'IdlePurgePolicy.timeUnit': ['minutes', 'seconds', 'hours', 'days'],
  'JsonTemplateLayout.eventTemplateUri': ['EcsLayout', 'GcpLayout', 'GelfLayout', 'JsonLayout', 'LogstashJsonEventLayoutV1'].map(
    (name) => `classpath:${name}.json`,
  ),
  'JsonTemplateLayout.stackTraceElementTemplateUri': ['classpath:StackTraceElementLayout.json'],
  'PosixViewAttribute.filePermissions': ['rw-r-----', 'rw-r--r--'],
  'Script.language': ['groovy', 'javascript', 'beanshell'],
  'ScriptFile.language': ['groovy', 'javascript', 'beanshell'],
  filePermissions: ['rw-r-----', 'rw-r--r--'],
  operator: ['and', 'or'],
  timezone: ['UTC', 'GMT', 'Europe/Berlin', 'America/New_York'],
};

/** Names behind `${`, with their closing bracket. */
function variables(typed: string, { properties }: OwnNames): Values {
  return {
    about: 'lookups',
    length: typed.length,
    items: [
      ...properties.map((label) => ({ label, snippet: `${label}}`, detail: 'property' })),
      ...lookups.map((name) => ({ label: `${name}:`, snippet: `${name}:$1}` })),
    ],
  };
}

const dates: readonly string[] = [...Object.keys(namedDates), 'yyyy-MM-dd HH:mm:ss.SSS', 'HH:mm:ss'];

function inPattern(typed: string, isText: boolean): Values {
  const date = /%d(?:ate)?\{([^{}]*)$/.exec(typed)?.[1];
  if (date !== undefined) return { length: date.length, items: dates.map((label) => ({ label, detail: printDate(label) })) };
  const word = /%[-.\d]*([A-Za-z]*)$/.exec(typed)?.[1];
  if (word === undefined && isText) return { items: [] };
  const items = Object.values(conversions)
    .flatMap((words) => words.split(' '))
    .filter((one) => /^\w/.test(one));
  if (word !== undefined) return { about: 'conversions', length: word.length, items: items.map((label) => ({ label })) };
  if (typed === '')
    return {
      items: ['[%d] %p %m (%c)%n', '%d{ISO8601} %-5p [%t] %c{1.} - %m%n', '[%d] %p %X{connector.context}%m (%c:%L)%n'].map((label) => ({
        label,
      })),
    };
  return { about: 'conversions', length: 0, items: items.map((label) => ({ label: `%${label}` })) };
}

function inFilePattern(typed: string): Values {
  const date = /%d(?:ate)?\{([^{}]*)$/.exec(typed)?.[1];
  const periods = ['yyyy-MM-dd', 'yyyy-MM-dd-HH', 'yyyy-MM', 'yyyy-MM-dd-HH-mm'];
  if (date !== undefined) return { length: date.length, items: periods.map((label) => ({ label })) };
  const word = /%\w*$/.exec(typed)?.[0] ?? '';
  return {
    length: word.length,
    items: [
      { label: '%d{yyyy-MM-dd}', detail: 'the day' },
      { label: '%d{yyyy-MM-dd-HH}', detail: 'the hour' },
      { label: '%i', detail: 'a counter' },
    ],
  };
}
