import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2UnknownElement: RelationRule = {
  id: 'log4j2-unknown-element',
  title: 'Log4j2 has no element of this name',
  why: 'It reports the element and builds the rest without it. Elements of plug-ins are not judged, only slips.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'the plug-ins of log4j-core (`@Plugin`)',
  examples: [
    {
      text: 'appender.x.type=«Consol»\nappender.x.name=A\nrootLogger=INFO, A\n',
      message: 'Log4j2 has no element `Consol`. Did you mean `Console`?',
      fixed: 'appender.x.type=Console\nappender.x.name=A\nrootLogger=INFO, A\n',
    },
    { text: 'appender.x.type=Console\nappender.x.name=A\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'unknown-element'),
};
