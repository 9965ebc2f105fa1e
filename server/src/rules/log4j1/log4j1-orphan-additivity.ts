import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1OrphanAdditivity: RelationRule = {
  id: 'log4j1-orphan-additivity',
  title: 'Additivity of a logger that is not set',
  why: 'log4j 1 reads it together with the logger of the same name; alone it has no effect.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.PropertyConfigurator#parseAdditivityForLogger',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n«log4j.additivity.com.example»=false\n',
      message: 'log4j 1 reads additivity with the logger `com.example`, which is not set: add `log4j.logger.com.example`.',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.logger.com.example=WARN, A\nlog4j.additivity.com.example=false\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'orphan-additivity'),
};
