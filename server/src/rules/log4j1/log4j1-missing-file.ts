import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1MissingFile: RelationRule = {
  id: 'log4j1-missing-file',
  title: 'The appender needs a file',
  why: 'Without one log4j 1 warns when it starts, and writes nothing.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.FileAppender#activateOptions',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=«org.apache.log4j.FileAppender»\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      message: 'The appender `A` needs `log4j.appender.A.File`: without one log4j 1 writes nothing.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.FileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'missing-file'),
};
