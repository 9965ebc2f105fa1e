import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1UnknownKey: RelationRule = {
  id: 'log4j1-unknown-key',
  title: 'A key that log4j 1 does not look at',
  why: 'Keys that begin with `log4j.` and are neither its own nor used as a variable have no effect.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.PropertyConfigurator',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n«log4j.threshhold»=WARN\n',
      message: 'log4j 1 knows no `log4j.threshhold`: it ignores it. Did you mean `log4j.threshold`?',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.threshold=WARN\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.threshold=WARN\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'unknown-key'),
};
