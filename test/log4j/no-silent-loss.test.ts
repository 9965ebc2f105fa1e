import { describe, expect, it } from 'vitest';
import { appenderClasses, filterClasses, layoutClasses, type OptionType } from '../../server/src/log4j/classes.ts';
import { convertLog4j } from '../../server/src/log4j/convert.ts';

/** An appender of each class, as far as it has to be set up; what is tried comes on top. */
const appender = 'log4j.appender.A';
const needed: Readonly<Record<string, readonly string[]>> = {
  file: [`${appender}.File=f.log`],
  syslogHost: [`${appender}.SyslogHost=host`],
  topic: [`${appender}.Topic=logs`, `${appender}.BrokerList=host:9092`],
  rollingPolicy: [
    `${appender}.rollingPolicy=org.apache.log4j.rolling.TimeBasedRollingPolicy`,
    `${appender}.rollingPolicy.FileNamePattern=x.%d`,
    `${appender}.triggeringPolicy=org.apache.log4j.rolling.SizeBasedTriggeringPolicy`,
  ],
};

function configured(className: string, layout = 'org.apache.log4j.SimpleLayout'): readonly string[] {
  const own = Object.keys(appenderClasses.get(className)?.options ?? {}).flatMap((option) => needed[option] ?? []);
  return ['log4j.rootLogger=INFO, A', `${appender}=${className}`, `${appender}.layout=${layout}`, ...own];
}

const values: Readonly<Record<OptionType, readonly string[]>> = {
  text: ['something'],
  boolean: ['true', 'false'],
  integer: ['5'],
  level: ['WARN'],
  size: ['5MB'],
  pattern: ['%m!%n'],
  'enhanced-pattern': ['%m!%n'],
  'date-pattern': ["'.'yyyy-MM"],
  encoding: ['UTF-16'],
  'console-target': ['System.err', 'System.out'],
};

/** The lines among these of which the conversion makes nothing and says nothing. */
function silent(base: readonly string[], tried: readonly string[]): readonly string[] {
  const convert = (lines: readonly string[]) => convertLog4j(lines.join('\n'), { to: 'xml' });
  const before = convert(base);
  return tried.filter((line) => {
    const after = convert([...base, line]);
    if ('refused' in after || 'refused' in before) return true;
    const key = line.slice(0, line.indexOf('='));
    return after.output === before.output && !after.notes.some(({ keys }) => keys.includes(key));
  });
}

function linesFor(prefix: string, options: Readonly<Record<string, OptionType>>): readonly string[] {
  return Object.entries(options).flatMap(([option, type]) => values[type].map((value) => `${prefix}.${option}=${value}`));
}

describe('what is set is in the result or in a note', () => {
  it.each([...appenderClasses.keys()])('of %s', (className) => {
    const base = configured(className);
    const written = new Set(base.map((line) => line.slice(0, line.indexOf('=')).toLowerCase()));
    const options = linesFor(appender, appenderClasses.get(className)?.options ?? {});
    const others = ['unheardOf=1', 'a.b=1', 'layout.unheardOf=1', 'layout.a.b=1', 'errorhandler=x', 'errorhandler.logger-ref=x'];
    const policies = [
      'rollingPolicy.unheardOf=1',
      'rollingPolicy.maxIndex=2',
      'triggeringPolicy.unheardOf=1',
      'triggeringPolicy.maxFileSize=9',
    ];
    const filter = ['filter.1=org.apache.log4j.varia.DenyAllFilter', 'filter.1.unheardOf=1'];
    const tried = [...options, ...[...others, ...policies, ...filter].map((line) => `${appender}.${line}`)];
    const isNew = (line: string): boolean => !written.has(line.slice(0, line.indexOf('=')).toLowerCase());
    // It is written whether it is set or not.
    const isAlways = (line: string): boolean => line === `${appender}.syncSend=false`;
    expect(
      silent(
        base,
        tried.filter((line) => isNew(line) && !isAlways(line)),
      ),
    ).toEqual([]);
  });

  it.each([...layoutClasses.keys()])('of %s', (layout) => {
    const options = linesFor(`${appender}.layout`, layoutClasses.get(layout)?.options ?? {});
    expect(silent(configured('org.apache.log4j.ConsoleAppender', layout), options)).toEqual([]);
  });

  it.each([...filterClasses.keys()])('of %s', (filter) => {
    const base = [...configured('org.apache.log4j.ConsoleAppender'), `${appender}.filter.1=${filter}`];
    expect(silent(base, linesFor(`${appender}.filter.1`, filterClasses.get(filter)?.options ?? {}))).toEqual([]);
  });

  it('of the file as a whole', () => {
    const settings = [
      'log4j.threshold=ALL',
      'log4j.debug=false',
      'log4j.configDebug=true',
      'log4j.reset=true',
      'log4j.loggerFactory=x',
      'log4j.renderer.x=y',
      'log4j.throwableRenderer=z',
      'log4j.unheardOf=1',
      'unheardOf=1',
      'log4j.logger.a=',
      'log4j.additivity.a=false',
      'log4j.rootCategory=INFO',
      'log4j.logger=INFO',
      'log4j.appender=x',
    ];
    expect(silent(configured('org.apache.log4j.ConsoleAppender'), settings)).toEqual([]);
  });
});
