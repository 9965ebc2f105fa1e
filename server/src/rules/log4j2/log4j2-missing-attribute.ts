import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2MissingAttribute: RelationRule = {
  id: 'log4j2-missing-attribute',
  title: 'The element needs another attribute',
  why: 'Without it Log4j2 reports an error and leaves the element out.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: '`@Required` on the builders of log4j-core',
  examples: [
    {
      text: 'appender.x.type=«File»\nappender.x.name=A\nrootLogger=INFO, A\n',
      message: '`File` needs `fileName`: Log4j2 leaves the element out.',
    },
    { text: 'appender.x.type=File\nappender.x.name=A\nappender.x.fileName=a.log\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'missing-attribute'),
};
