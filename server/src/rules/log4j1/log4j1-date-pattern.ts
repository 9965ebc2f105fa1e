import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1DatePattern: RelationRule = {
  id: 'log4j1-date-pattern',
  title: 'An appender or layout cannot use its date format',
  why: 'log4j 1 throws when it makes the appender, and Kafka does not start.',
  severity: 'error',
  roles: 'all',
  kafka: { until: '3.9' },
  family: 'log4j1',
  source: 'org.apache.log4j.DailyRollingFileAppender#activateOptions; org.apache.log4j.helpers.DateLayout#setDateFormat',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.DatePattern=«.log»\n',
      kafka: '3.9',
      message: '`.log` is no date format: log4j 1 throws, and what logs does not start. Text stands in quotes.',
    },
    {
      text: "log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.DatePattern=«'.log'»\n",
      kafka: '3.9',
      message: "`'.log'` has no period from minutes to months: log4j 1 throws, and what logs does not start.",
    },
    {
      text: "log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.DatePattern='.'yyyy-MM-dd\n",
      kafka: '3.9',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'date-pattern'),
};
