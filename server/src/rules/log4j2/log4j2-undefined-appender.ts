import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2UndefinedAppender: RelationRule = {
  id: 'log4j2-undefined-appender',
  title: 'A reference to an appender that is not defined',
  why: 'Log4j2 prints an error when it starts, and the events meant for it go nowhere.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.AbstractConfiguration#doConfigure',
  examples: [
    {
      text: 'appender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A, «B»\n',
      message: 'No appender `B` is defined: Log4j2 prints an error and goes on without it.',
    },
    { text: 'appender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'undefined-appender'),
};
