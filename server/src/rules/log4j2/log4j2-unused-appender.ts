import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2UnusedAppender: RelationRule = {
  id: 'log4j2-unused-appender',
  title: 'No logger refers to the appender',
  why: 'Unlike log4j 1, Log4j2 creates it nevertheless: its file comes into being, and stays empty.',
  severity: 'information',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.AbstractConfiguration#doConfigure',
  examples: [
    {
      text: 'appender.x.type=Null\nappender.x.name=A\nappender.y.type=Null\nappender.y.name=«B»\nrootLogger=INFO, A\n',
      message: 'No logger refers to the appender `B`; Log4j2 creates it all the same, and its file.',
    },
    { text: 'appender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'unused-appender'),
};
