import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2InvalidValue: RelationRule = {
  id: 'log4j2-invalid-value',
  title: 'Log4j2 cannot convert the value',
  why: 'It reports the value and takes the default.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.plugins.convert.TypeConverters',
  examples: [
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.follow=«yes»\nrootLogger=INFO, A\n',
      message: '`follow` must be `true` or `false`.',
    },
    { text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.follow=true\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'invalid-value'),
};
