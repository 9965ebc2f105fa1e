import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1UnknownOption: RelationRule = {
  id: 'log4j1-unknown-option',
  title: 'The class has no such option',
  why: 'log4j 1 warns when it starts and ignores the option.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.config.PropertySetter#setProperty',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n«log4j.appender.A.Taget»=System.err\n',
      message: '`ConsoleAppender` has no option `Taget`: log4j 1 ignores it. Did you mean `Target`?',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.Target=System.err\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.target=System.err\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'unknown-option'),
};
