import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1UndefinedAppender: RelationRule = {
  id: 'log4j1-undefined-appender',
  title: 'A logger refers to an appender that is not defined',
  why: 'log4j 1 prints an error when it starts and goes on; what should have gone to the appender goes nowhere.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.PropertyConfigurator#parseAppender',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A, «fiel»\nlog4j.appender.file=org.apache.log4j.varia.NullAppender\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      message: 'No appender `fiel` is defined: log4j 1 prints an error and goes on without it. Did you mean `file`?',
      fixed:
        'log4j.rootLogger=INFO, A, file\nlog4j.appender.file=org.apache.log4j.varia.NullAppender\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'undefined-appender'),
};
