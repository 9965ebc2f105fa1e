import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2MisplacedElement: RelationRule = {
  id: 'log4j2-misplaced-element',
  title: 'The element does not belong here',
  why: 'Log4j2 reports it and builds the rest without it: a filter that filters nothing, a policy that never rolls.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.plugins.util.PluginBuilder#verifyNodeChildrenUsed',
  examples: [
    {
      text: 'appender.x.type=Null\nappender.x.name=A\nappender.x.layout.type=«PatternLayout»\nrootLogger=INFO, A\n',
      message: '`Null` takes no `PatternLayout`: Log4j2 leaves it out.',
    },
    { text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'misplaced-element'),
};
