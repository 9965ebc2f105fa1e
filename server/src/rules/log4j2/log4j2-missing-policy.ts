import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2MissingPolicy: RelationRule = {
  id: 'log4j2-missing-policy',
  title: 'A rolling appender needs a policy',
  why: 'Without one Log4j2 reports an error and leaves the appender out.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.appender.RollingFileAppender.Builder#build',
  examples: [
    {
      text: 'appender.x.type=«RollingFile»\nappender.x.name=A\nappender.x.fileName=a.log\nappender.x.filePattern=a.%i.log\nrootLogger=INFO, A\n',
      message: '`RollingFile` needs a policy, such as `TimeBasedTriggeringPolicy`: Log4j2 leaves the appender out.',
    },
    {
      text: 'appender.x.type=RollingFile\nappender.x.name=A\nappender.x.fileName=a.log\nappender.x.filePattern=a.%d.log\nappender.x.policies.type=Policies\nappender.x.policies.time.type=TimeBasedTriggeringPolicy\nrootLogger=INFO, A\n',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'missing-policy'),
};
