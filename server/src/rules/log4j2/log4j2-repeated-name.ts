import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2RepeatedName: RelationRule = {
  id: 'log4j2-repeated-name',
  title: 'Two appenders or loggers of one name',
  why: 'Log4j2 keeps the last of them; what the first one says about level, file and references has no effect. In a properties file without a list of their ids it is chance which comes last.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.AppendersPlugin; org.apache.logging.log4j.core.config.LoggersPlugin',
  examples: [
    {
      text: 'appender.x.type=Null\nappender.x.name=«A»\nappender.y.type=Console\nappender.y.name=A\nrootLogger=INFO, A\n',
      message: 'Another appender is called `A` too: Log4j2 uses that one only.',
    },
    {
      text: 'appender.a.type=Console\nappender.a.name=A\nrootLogger=INFO, A\nlogger.b.name=x\nlogger.b.level=INFO\nlogger.a.name=«x»\nlogger.a.level=DEBUG\n',
      message: 'Another logger is called `x` too: Log4j2 uses that one only.',
    },
    { text: 'appender.x.type=Null\nappender.x.name=A\nappender.y.type=Console\nappender.y.name=B\nrootLogger=INFO, A, B\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'repeated-name'),
};
