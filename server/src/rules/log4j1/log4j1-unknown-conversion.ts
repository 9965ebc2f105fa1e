import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1UnknownConversion: RelationRule = {
  id: 'log4j1-unknown-conversion',
  title: "Not a conversion of log4j 1's patterns",
  why: 'log4j 1 prints an error when it starts, and the letters as they stand with every event.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.helpers.PatternParser#finalizeConverter',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.PatternLayout\nlog4j.appender.A.layout.ConversionPattern=%d «%-5q» %m%n\n',
      message: '`%-5q` is no conversion: log4j 1 prints it as text.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.PatternLayout\nlog4j.appender.A.layout.ConversionPattern=100%% %-5p %m%n\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'unknown-conversion'),
};
