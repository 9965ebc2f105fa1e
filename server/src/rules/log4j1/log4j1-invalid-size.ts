import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1InvalidSize: RelationRule = {
  id: 'log4j1-invalid-size',
  title: 'Not a file size',
  why: 'log4j 1 prints an error and takes 10MB. Log4j2 would read most of these as they were meant.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.helpers.OptionConverter#toFileSize',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.RollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.MaxFileSize=«50 MB»\n',
      message: '`MaxFileSize` must be a whole number with `KB`, `MB` or `GB` right behind it: log4j 1 takes 10MB instead of `50 MB`.',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.RollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.MaxFileSize=50MB\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.RollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.MaxFileSize=50mb\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'invalid-size'),
};
