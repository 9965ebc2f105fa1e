import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1RootLoggerName: RelationRule = {
  id: 'log4j1-root-logger-name',
  title: 'Not the root logger',
  why: '`log4j.logger.root` is a logger like any other, and nothing logs through it.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.PropertyConfigurator#configureRootCategory',
  examples: [
    {
      text: '«log4j.logger.root»=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      message: 'This is a logger that happens to be called `root`; the root logger is set by `log4j.rootLogger`.',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'root-logger-name'),
};
