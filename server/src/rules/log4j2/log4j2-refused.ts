import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2Refused: RelationRule = {
  id: 'log4j2-refused',
  title: 'Log4j2 throws while it reads the file',
  why: 'The exception reaches whoever asks for a logger first: Kafka does not start.',
  severity: 'error',
  roles: 'all',
  kafka: { since: '4.0' },
  family: 'log4j2',
  source:
    'org.apache.logging.log4j.core.config.properties.PropertiesConfigurationBuilder#build; org.apache.logging.log4j.core.config.json.JsonConfiguration#setup',
  examples: [
    {
      text: 'appenders=x\nappender.x.type=Null\nappender.x.name=A\n«appender.y.type»=Null\nappender.y.name=B\nrootLogger=INFO, A\n',
      severity: 'error',
    },
    {
      text: 'appenders=x\nappender.x.type=Null\nappender.x.name=A\n«appender.y.type»=Null\nappender.y.name=B\nrootLogger=INFO, A\n',
      kafka: '4.1.1',
      severity: 'warning',
    },
    {
      text: '«appender.x.type»=Null\nrootLogger=INFO\n',
      message: 'This appender needs `name`: without it Log4j2 throws, and what logs does not start.',
    },
    { text: 'appender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A\n' },
    {
      text: '<Configuration monitorInterval="«soon»">\n  <Appenders><Null name="A"/></Appenders>\n  <Loggers><Root level="INFO"><AppenderRef ref="A"/></Root></Loggers>\n</Configuration>\n',
      message: '`monitorInterval` must be a whole number: Log4j2 throws, and what logs does not start.',
      only: 'whole',
    },
    {
      text: '<Configuration monitorInterval="30">\n  <Appenders><Null name="A"/></Appenders>\n  <Loggers><Root level="INFO"><AppenderRef ref="A"/></Root></Loggers>\n</Configuration>\n',
      only: 'whole',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'refused'),
};
