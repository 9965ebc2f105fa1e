import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1InvalidLevel: RelationRule = {
  id: 'log4j1-invalid-level',
  title: 'Not a level',
  why: 'log4j 1 says nothing and logs at DEBUG (ALL for the threshold), often far more than was asked for.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.helpers.OptionConverter#toLevel',
  supersedes: ['remark-in-value'],
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.logger.com.example=«NONE»\n',
      message: '`NONE` is no level: log4j 1 takes DEBUG. Levels are OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE and ALL.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.logger.com.example=«WARN # too loud»\n',
      message: 'A comment behind a value is part of it: log4j 1 takes DEBUG instead of WARN.',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n# too loud\nlog4j.logger.com.example=WARN\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.logger.com.example=warn\n',
    },
    {
      text: "log4j.rootLogger={{ env['LEVEL'] | default('INFO') }}, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n",
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'invalid-level'),
};
