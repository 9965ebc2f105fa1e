import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2ClashingAttributes: RelationRule = {
  id: 'log4j2-clashing-attributes',
  title: 'What rules each other out',
  why: 'Log4j2 reports it and leaves the appender out.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source:
    'org.apache.logging.log4j.core.appender.ConsoleAppender.Builder#build; org.apache.logging.log4j.core.appender.RollingFileAppender.Builder#build',
  examples: [
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.follow=true\n«appender.x.direct»=true\nrootLogger=INFO, A\n',
      message: '`direct` and `follow` cannot both be true: Log4j2 leaves the appender out.',
    },
    { text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.direct=true\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'clashing-attributes'),
};
