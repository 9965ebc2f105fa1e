import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2InvalidLevel: RelationRule = {
  id: 'log4j2-invalid-level',
  title: 'A word that is no level',
  why: 'Log4j2 reports it and takes another: `ERROR` for the root logger.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.Level#toLevel',
  examples: [
    {
      text: 'appender.x.type=Null\nappender.x.name=A\nrootLogger=«LOUD», A\n',
      message: '`LOUD` is no level: OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE or ALL.',
    },
    { text: 'appender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'invalid-level'),
};
