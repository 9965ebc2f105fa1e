import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1DailyBackups: RelationRule = {
  id: 'log4j1-daily-backups',
  title: 'DailyRollingFileAppender keeps every file',
  why: 'It knows neither a number of backups nor a size: log4j 1 warns when it starts, and old files fill the disk.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.DailyRollingFileAppender',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n«log4j.appender.A.MaxBackupIndex»=7\n',
      message: '`DailyRollingFileAppender` has no `MaxBackupIndex`: old files are kept for ever.',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.RollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.MaxBackupIndex=7\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'daily-backups'),
};
