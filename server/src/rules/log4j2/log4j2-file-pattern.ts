import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2FilePattern: RelationRule = {
  id: 'log4j2-file-pattern',
  title: 'The names of old files need a date, or a counter',
  why: 'A policy by time takes the period from the date in `filePattern`; one by size needs `%i`, or each full file replaces the one before.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.appender.rolling.PatternProcessor#getNextTime',
  examples: [
    {
      text: 'appender.x.type=RollingFile\nappender.x.name=A\nappender.x.fileName=a.log\nappender.x.filePattern=«a.%i.log»\nappender.x.policies.type=Policies\nappender.x.policies.time.type=TimeBasedTriggeringPolicy\nrootLogger=INFO, A\n',
      message: '`TimeBasedTriggeringPolicy` needs a date (`%d{…}`) in `filePattern`: Log4j2 leaves the appender out.',
    },
    {
      text: 'appender.x.type=RollingFile\nappender.x.name=A\nappender.x.fileName=a.log\nappender.x.filePattern=a.%d{yyyy-MM-dd}.log\nappender.x.policies.type=Policies\nappender.x.policies.time.type=TimeBasedTriggeringPolicy\nrootLogger=INFO, A\n',
    },
    {
      text: 'appender.x.type=RollingFile\nappender.x.name=A\nappender.x.fileName=a.log\nappender.x.filePattern=«a.%d{yyyy-MM-dd}.log»\nappender.x.policies.type=Policies\nappender.x.policies.size.type=SizeBasedTriggeringPolicy\nrootLogger=INFO, A\n',
      message: 'Without `%i` in `filePattern` a file that is full again in the same period replaces the one before.',
      severity: 'information',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'file-pattern'),
};
