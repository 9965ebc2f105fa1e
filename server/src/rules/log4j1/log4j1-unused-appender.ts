import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1UnusedAppender: RelationRule = {
  id: 'log4j1-unused-appender',
  title: 'No logger refers to the appender',
  why: 'log4j 1 creates an appender when a logger refers to it; this one never comes into being.',
  severity: 'hint',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.PropertyConfigurator#parseCategory',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n«log4j.appender.B»=org.apache.log4j.varia.NullAppender\n',
      message: 'No logger refers to the appender `B`: log4j 1 never creates it.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'unused-appender'),
};
