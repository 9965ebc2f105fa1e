import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1OrphanOption: RelationRule = {
  id: 'log4j1-orphan-option',
  title: 'Options of an appender or filter without a class',
  why: 'log4j 1 reads options only where the key above them names a class.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.PropertyConfigurator#parseAppender',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n«log4j.appender.B.Threshold»=WARN\n',
      message: '`log4j.appender.B`, which names a class, is not set: log4j 1 ignores its options.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.Threshold=WARN\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'orphan-option'),
};
