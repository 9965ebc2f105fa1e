import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2MissingLibrary: RelationRule = {
  id: 'log4j2-missing-library',
  title: 'The element needs a library that Kafka does not ship',
  why: 'Without the jar on the class path Log4j2 reports an error, and a root logger that it cannot make leaves nothing but errors on the console.',
  severity: 'information',
  roles: 'all',
  family: 'log4j2',
  source: 'libs/ of Apache Kafka 4.x; org.apache.logging.log4j.core.config.plugins.util.PluginManager',
  examples: [
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=«JsonTemplateLayout»\nrootLogger=INFO, A\nlogger.k.name=kafka\nlogger.k.level=WARN\n',
      message:
        '`JsonTemplateLayout` needs `log4j-layout-template-json`, which Kafka does not ship: where it is missing Log4j2 leaves the element out.',
    },
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nrootLogger=INFO, A\nlogger.k.name=kafka\nlogger.k.level=WARN\n',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'missing-library'),
};
