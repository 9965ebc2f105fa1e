// biome-ignore-all lint/suspicious/noTemplateCurlyInString: log4j 1 writes variables this way
import { describe, expect, it } from 'vitest';
import { exampleLine } from '../../server/src/log4j/example-line.ts';
import { explainLog4j1 } from '../../server/src/log4j/explain.ts';
import { readLog4j1 } from '../../server/src/log4j/read.ts';
import { suggestKeys, suggestValues } from '../../server/src/log4j/suggest.ts';

const file = readLog4j1(`dir=logs
log4j.rootLogger=INFO, A
log4j.logger.kafka=WARN
log4j.appender.A=org.apache.log4j.RollingFileAppender
log4j.appender.A.File=\${dir}/a.log
log4j.appender.A.layout=org.apache.log4j.PatternLayout
log4j.appender.A.layout.ConversionPattern=[%d] %-5p %c{1} - %m%n
`);

const explained = (key: string): string => {
  const setting = file.byKey.get(key);
  return setting === undefined ? '' : (explainLog4j1(file, setting) ?? '');
};

describe('a hover', () => {
  it.each([
    ['log4j.rootLogger', 'Level of the root logger'],
    ['log4j.logger.kafka', 'Level of a logger'],
    ['log4j.appender.A', 'starts a new one when it is full'],
    ['log4j.appender.A', '`MaxBackupIndex`'],
    ['log4j.appender.A.File', 'The file to write to'],
    ['log4j.appender.A.layout.ConversionPattern', '[2025-01-31 14:05:09,042] INFO  KafkaServer - started'],
    ['dir', '`log4j.appender.A.File`'],
  ])('on %s says %s', (key, words) => {
    expect(explained(key)).toContain(words);
  });
});

describe('an example line', () => {
  it.each([
    ['%d{ABSOLUTE} %5p %c{2}:%L - %m%n', '14:05:09,042  INFO server.KafkaServer:42 - started'],
    ['%d{yyyy/MM/dd HH:mm:ss.SSS} [%-6t] %.6c %m', '2025/01/31 14:05:09.042 [main  ] Server started'],
    ['%q 100%% %X{key}|', '%q 100% |'],
    ['%999999999m', 'started'.padStart(200)],
  ])('of %s', (pattern, line) => {
    expect(exampleLine(pattern)).toBe(line);
  });
});

describe('completion', () => {
  const labels = (found: readonly { readonly label: string }[]): readonly string[] => found.map(({ label }) => label);

  it('offers an appender its class’s options', () => {
    expect(labels(suggestKeys(file, 'log4j.appender.A.'))).toEqual(
      expect.arrayContaining(['log4j.appender.A.layout', 'log4j.appender.A.MaxFileSize']),
    );
    expect(labels(suggestKeys(file, 'log4j.appender.A.layout.'))).toEqual(['log4j.appender.A.layout.ConversionPattern']);
  });

  it('offers keys, and additivity for loggers', () => {
    expect(labels(suggestKeys(file, 'log4j.'))).toEqual(expect.arrayContaining(['log4j.threshold', 'log4j.additivity.kafka']));
  });

  it.each([
    ['log4j.rootLogger', '', 'WARN'],
    ['log4j.logger.kafka', 'INFO, ', 'A'],
    ['log4j.appender.A', '', 'org.apache.log4j.ConsoleAppender'],
    ['log4j.appender.A.layout', '', 'org.apache.log4j.SimpleLayout'],
    ['log4j.appender.A.Append', '', 'false'],
    ['log4j.appender.A.MaxFileSize', '', '100MB'],
    ['log4j.additivity.kafka', '', 'true'],
  ])('offers values: %s=%s → %s', (key, typed, label) => {
    expect(labels(suggestValues(file, key, typed).items)).toContain(label);
  });
});
