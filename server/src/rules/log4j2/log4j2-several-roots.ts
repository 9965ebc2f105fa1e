import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2SeveralRoots: RelationRule = {
  id: 'log4j2-several-roots',
  title: 'Two root loggers',
  why: 'Log4j2 then builds no logger at all, and logs errors to the console only.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.LoggersPlugin#createLoggers',
  examples: [
    {
      text: '<Configuration>\n  <Appenders><Null name="A"/></Appenders>\n  <Loggers>\n    <Root level="INFO"><AppenderRef ref="A"/></Root>\n    <«Root» level="WARN"/>\n  </Loggers>\n</Configuration>\n',
      message: 'There can be one root logger only: with two of them Log4j2 leaves all loggers out.',
      only: 'whole',
    },
    {
      text: '<Configuration>\n  <Appenders><Null name="A"/></Appenders>\n  <Loggers>\n    <Root level="INFO"><AppenderRef ref="A"/></Root>\n    <Logger name="kafka" level="WARN"/>\n  </Loggers>\n</Configuration>\n',
      only: 'whole',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'several-roots'),
};
