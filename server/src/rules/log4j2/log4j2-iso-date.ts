import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2IsoDate: RelationRule = {
  id: 'log4j2-iso-date',
  title: 'Log4j2’s ISO8601 is not log4j 1’s',
  why: 'Programs that read the log may look for the blank between date and time.',
  severity: 'information',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.util.datetime.FixedDateFormat.FixedFormat',
  examples: [
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nappender.x.layout.pattern=«%d{ISO8601} %m%n»\nrootLogger=INFO, A\n',
      message: '`%d{ISO8601}` prints a `T` between date and time; log4j 1 printed a blank, as `%d` does.',
    },
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nappender.x.layout.pattern=%d %m%n\nrootLogger=INFO, A\n',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'iso-date'),
};
