import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2UnknownAttribute: RelationRule = {
  id: 'log4j2-unknown-attribute',
  title: 'Log4j2’s element has no attribute of this name',
  why: 'What is written has no effect, and in most places Log4j2 reports it each time it starts.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'the plug-ins of log4j-core (`@PluginAttribute`, `@PluginBuilderAttribute`)',
  examples: [
    {
      text: 'appender.x.type=Console\nappender.x.name=A\n«appender.x.taget»=SYSTEM_ERR\nrootLogger=INFO, A\n',
      message: '`Console` has no attribute `taget`: Log4j2 ignores it. Did you mean `target`?',
      fixed: 'appender.x.type=Console\nappender.x.name=A\nappender.x.target=SYSTEM_ERR\nrootLogger=INFO, A\n',
    },
    { text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.target=SYSTEM_ERR\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'unknown-attribute'),
};
