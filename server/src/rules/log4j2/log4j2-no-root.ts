import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2NoRoot: RelationRule = {
  id: 'log4j2-no-root',
  title: 'No root logger',
  why: 'What no logger of the file speaks for is logged at ERROR, on the console.',
  severity: 'information',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.AbstractConfiguration#setToDefault',
  examples: [
    {
      text: 'appender.x.type=Null\nappender.x.name=A\n«logger.k.name»=kafka\nlogger.k.level=INFO\nlogger.k.appenderRef.a.ref=A\n',
      message: 'Without `Root` Log4j2 logs errors to the console, and nothing else.',
    },
    { text: 'appender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'no-root'),
};
