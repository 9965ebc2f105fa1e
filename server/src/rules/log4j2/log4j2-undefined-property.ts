import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2UndefinedProperty: RelationRule = {
  id: 'log4j2-undefined-property',
  title: 'A variable that nothing defines',
  why: 'The text stays in the value, so that a file goes to a folder called `${…}`. Unlike log4j 1, Log4j2 does not look for a system property of the name.',
  severity: 'information',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.lookup.Interpolator; org.apache.logging.log4j.core.lookup.StrSubstitutor',
  examples: [
    {
      text: 'appender.x.type=File\nappender.x.name=A\nappender.x.fileName=«${kafka.logs.dir}/a.log»\nrootLogger=INFO, A\n',
      message:
        'No property `kafka.logs.dir` is defined in this file: Log4j2 leaves `${kafka.logs.dir}` as it stands. A system property is written `${sys:kafka.logs.dir}`.',
    },
    { text: 'appender.x.type=File\nappender.x.name=A\nappender.x.fileName=${sys:kafka.logs.dir}/a.log\nrootLogger=INFO, A\n' },
    { text: 'property.dir=logs\nappender.x.type=File\nappender.x.name=A\nappender.x.fileName=${dir}/a.log\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'undefined-property'),
};
