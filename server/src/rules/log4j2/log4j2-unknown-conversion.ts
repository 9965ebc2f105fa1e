import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2UnknownConversion: RelationRule = {
  id: 'log4j2-unknown-conversion',
  title: 'A word of the pattern that Log4j2 does not know',
  why: 'It is printed as it stands, in every line.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.pattern.PatternParser',
  examples: [
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nappender.x.layout.pattern=«%d %Q %m%n»\nrootLogger=INFO, A\n',
      message: '`%Q` is no conversion of Log4j2: it is printed as text.',
    },
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nappender.x.layout.pattern=%d %p %m%n\nrootLogger=INFO, A\n',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'unknown-conversion'),
};
