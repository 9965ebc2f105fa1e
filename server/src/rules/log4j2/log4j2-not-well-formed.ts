import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2NotWellFormed: RelationRule = {
  id: 'log4j2-not-well-formed',
  title: 'Log4j2 cannot read the file',
  why: 'Kafka starts all the same, with nothing but errors on the console. It does not with a broken file in YAML or JSON.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.xml.XmlConfiguration',
  examples: [
    { text: '<Configuration>\n  <Appenders/>\n  <Loggers>\n</«Configuration»>\n', only: 'whole' },
    {
      text: '<Configuration>\n  <Appenders>\n    <Null name="A"/>\n  </Appenders>\n  <Loggers>\n    <Root level="INFO">\n      <AppenderRef ref="A"/>\n    </Root>\n  </Loggers>\n</Configuration>\n',
      only: 'whole',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'not-well-formed'),
};
