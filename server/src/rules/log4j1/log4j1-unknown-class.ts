import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1UnknownClass: RelationRule = {
  id: 'log4j1-unknown-class',
  title: 'log4j 1 has no such class',
  why: 'The class is not found: log4j 1 prints an error and goes on without the appender, layout or filter.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.helpers.OptionConverter#instantiateByClassName',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=«org.apache.log4j.ConsoleAppendr»\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      message: 'log4j 1 has no class `org.apache.log4j.ConsoleAppendr`. Did you mean `org.apache.log4j.ConsoleAppender`?',
      fixed:
        'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
    { text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=com.example.OwnAppender\n' },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'unknown-class'),
};
