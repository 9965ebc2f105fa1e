import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1MissingLayout: RelationRule = {
  id: 'log4j1-missing-layout',
  title: 'The appender needs a layout',
  why: 'Without one log4j 1 prints an error with the first event, and writes nothing.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.WriterAppender#checkEntryConditions',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=«org.apache.log4j.ConsoleAppender»\n',
      message: 'The appender `A` needs `log4j.appender.A.layout`: without one log4j 1 writes nothing.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'missing-layout'),
};
