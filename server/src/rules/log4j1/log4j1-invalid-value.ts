// biome-ignore-all lint/suspicious/noTemplateCurlyInString: log4j writes variables this way
import type { RelationRule } from '../rule.ts';
import { faultsOf } from './faults.ts';

export const log4j1InvalidValue: RelationRule = {
  id: 'log4j1-invalid-value',
  title: 'A value that the option cannot take',
  why: 'log4j 1 warns when it starts and keeps the default.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  source: 'org.apache.log4j.config.PropertySetter#convertArg',
  examples: [
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.FileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.Append=«yes»\n',
      message: '`Append` must be `true` or `false`: log4j 1 ignores `yes`.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.FileAppender\nlog4j.appender.A.File=«${logs:-/var/log}»/a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      message:
        'log4j 1 knows no defaults: `${logs:-/var/log}` is empty. Define `logs` in the file and write `${logs}`; a system property of that name counts more.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.FileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\nlog4j.appender.A.Append=FALSE\n',
    },
  ],
  reads: ['*'],
  check: (config) => faultsOf(config, 'invalid-value'),
};
