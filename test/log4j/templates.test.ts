import { describe, expect, it } from 'vitest';
import { convertLog4j } from '../../server/src/log4j/convert.ts';

const refusals = [
  ['a Jinja value', 'log4j.rootLogger={{ level }}, A'],
  ['a Jinja statement', 'log4j.rootLogger=INFO, A\n{% for logger in loggers %}\nlog4j.logger.{{ logger }}=INFO\n{% endfor %}'],
  ['a Go template', 'log4j.rootLogger={{ getEnv "LOG4J_ROOT" }}, A\n{{ end }}'],
  ['an autoconf mark', 'log4j.rootLogger=@LEVEL@, A'],
  ['a file without a log4j key', 'bootstrap.servers=a:9092'],
] as const;

describe('a file that log4j 1 cannot read as it stands is refused', () => {
  it.each(refusals)('%s', (_, text) => {
    expect(convertLog4j(text, { to: 'xml' })).toHaveProperty('refused');
  });
});

describe('what only looks like a template is converted', () => {
  it.each([
    ['a mark in a comment', '# {{ level }}\nlog4j.rootLogger=INFO'],
    [
      'braces in a pattern',
      'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.PatternLayout\nlog4j.appender.A.layout.ConversionPattern={%p} [%t:%C{1}@%L] %m%n',
    ],
  ])('%s', (_, text) => {
    expect(convertLog4j(text, { to: 'xml' })).toHaveProperty('output');
  });
});
