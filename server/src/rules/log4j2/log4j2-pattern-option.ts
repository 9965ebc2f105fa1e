import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2PatternOption: RelationRule = {
  id: 'log4j2-pattern-option',
  title: 'A date format or style in a pattern that Log4j2 cannot read',
  why: 'Log4j2 complains when it starts and prints something else, or nothing, in its place.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.pattern.DatePatternConverter, AnsiEscape',
  examples: [
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nappender.x.layout.pattern=«%d{yyyy-MM-ddTHH:mm} %m%n»\nrootLogger=INFO, A\n',
      message:
        '`T` in `%d{yyyy-MM-ddTHH:mm}` stands for nothing in a date: Log4j2 prints it as text, and before 2.25 takes the default format.',
    },
    {
      text: 'appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nappender.x.layout.pattern=«%style{%p}{read} %m%n»\nrootLogger=INFO, A\n',
      message: '`read` is no colour or style: Log4j2 leaves it out. Did you mean `red`?',
    },
    {
      text: "appender.x.type=Console\nappender.x.name=A\nappender.x.layout.type=PatternLayout\nappender.x.layout.pattern=%d{yyyy-MM-dd'T'HH:mm} %highlight{%p}{ERROR=red bold} %m%n\nrootLogger=INFO, A\n",
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'pattern-option'),
};
