import { describe, expect, it } from 'vitest';
import { checkLog4j1 } from '../../server/src/log4j/check.ts';
import { appenderClasses, filterClasses, layoutClasses } from '../../server/src/log4j/classes.ts';
import { readLog4j1 } from '../../server/src/log4j/read.ts';
import { classWords, optionWords } from '../../server/src/log4j/words.ts';

/** What is said of a file that logs to a console, and of the lines that are added to it. */
function said(lines: string): readonly string[] {
  const head = 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\n';
  const layout = /appender\.A\.layout=/.test(lines) ? '' : 'log4j.appender.A.layout=org.apache.log4j.SimpleLayout\n';
  return checkLog4j1(readLog4j1(head + layout + lines)).map(({ message }) => message);
}

const pattern = (kind: string, text: string): string =>
  `log4j.appender.A.layout=org.apache.log4j.${kind}\nlog4j.appender.A.layout.ConversionPattern=${text}\n`;
const daily = (text: string): string =>
  `log4j.logger.x=INFO, D\nlog4j.appender.D=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.D.File=d.log\nlog4j.appender.D.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.D.DatePattern=${text}\n`;

describe('log4j 1 complains about, and so do we', () => {
  it.each([
    ['additivity that is no truth', 'log4j.logger.y=WARN\nlog4j.additivity.y=no\n', 'takes `true` instead of `no`'],
    ['a date in a pattern', pattern('PatternLayout', '%d{yyyy-bb} %m%n'), '`yyyy-bb` is no date format'],
    ['a word of an EnhancedPatternLayout', pattern('EnhancedPatternLayout', '%d %qq %m%n'), 'is no conversion'],
    ['a daily pattern with plain text', daily('.log'), 'log4j 1 throws'],
    [
      'a format of TTCCLayout',
      'log4j.appender.A.layout=org.apache.log4j.TTCCLayout\nlog4j.appender.A.layout.DateFormat=HH:mm x\n',
      '`HH:mm x` is no date format',
    ],
    ['a daily pattern of years', daily("'.'yyyy"), 'no period from minutes to months'],
    ['a slip in a name', 'log4j.rootLoger=WARN\n', 'Did you mean `log4j.rootLogger`?'],
    ['a slip in a prefix', 'log4j.loger.kafka=WARN\n', 'Did you mean `log4j.logger.kafka`?'],
    [
      'options without an appender',
      'log4j.appender.B.File=b.log\nlog4j.appender.B.Append=true\n',
      '`log4j.appender.B`, which names a class',
    ],
    [
      'a comment behind a class',
      'log4j.logger.y=WARN, N\nlog4j.appender.N=org.apache.log4j.varia.NullAppender # none\n',
      'a comment behind a value is part of it',
    ],
    ['options without a filter', 'log4j.appender.A.filter.f.LevelMin=WARN\n', '`log4j.appender.A.filter.f`, which names a class'],
  ])('%s', (_, lines, words) => {
    const messages = said(lines);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(words);
  });
});

describe('log4j 1 takes without a word, and so do we', () => {
  it.each([
    [
      'words of an EnhancedPatternLayout',
      pattern('EnhancedPatternLayout', '%d{ISO8601}{UTC} %sn %-5level %logger{1.} %throwable{short} %properties{a} %m%n'),
    ],
    ['dates by name, in any case', pattern('PatternLayout', '%d{iso8601} %d{ABSOLUTE} %d{Date} %m%n')],
    [
      'every period of a daily pattern',
      ["'.'yyyy-MM", "'.'yyyy-ww", "'.'yyyy-MM-dd-a", "'.'yyyy-MM-dd-HH-mm"]
        .map((text, index) =>
          daily(text)
            .replaceAll('D', `D${index}`)
            .replaceAll(`D${index}aily`, 'Daily')
            .replaceAll(`D${index}ate`, 'Date')
            .replaceAll('.x=', `.x${index}=`),
        )
        .join(''),
    ],
    [
      'a variable that begins with its prefix',
      'log4j.folder=logs\nlog4j.logger.y=WARN, F\nlog4j.appender.F=org.apache.log4j.FileAppender\nlog4j.appender.F.File=${log4j.folder}/a.log\nlog4j.appender.F.layout=org.apache.log4j.SimpleLayout\n',
    ],
    [
      'an appender whose name has dots',
      'log4j.logger.y=WARN, my.app\nlog4j.appender.my.app=org.apache.log4j.FileAppender\nlog4j.appender.my.app.File=a.log\nlog4j.appender.my.app.layout=org.apache.log4j.SimpleLayout\n',
    ],
    [
      'what else it reads',
      'log4j.threshold=INFO\nlog4j.debug=true\nlog4j.reset=true\nlog4j.renderer.a.B=c.D\nlog4j.loggerFactory=a.B\nlog4j.throwableRenderer=org.apache.log4j.EnhancedThrowableRenderer\n',
    ],
  ])('%s', (_, lines) => {
    expect(said(lines)).toEqual([]);
  });
});

it('a name is taken out of a list only where nothing else speaks of that appender', () => {
  const head = 'log4j.rootLogger=INFO, files\n';
  const [bare, slip, half] = ['', 'log4j.appender.file=a.B\n', 'log4j.appender.file=a.B\nlog4j.appender.files.File=b.log\n'].map((more) =>
    checkLog4j1(readLog4j1(head + more)).find(({ kind }) => kind === 'undefined-appender'),
  );
  expect(bare?.value).toBe('INFO');
  expect(slip?.value).toBe('INFO, file');
  expect(half?.value).toBeUndefined();
});

it('every class and option of log4j 1 has words', () => {
  for (const classes of [appenderClasses, layoutClasses, filterClasses]) {
    for (const [name, { options }] of classes) {
      expect(classWords[name], name).toBeDefined();
      for (const option of Object.keys(options)) expect(optionWords[option], `${name} ${option}`).toBeDefined();
    }
  }
});
