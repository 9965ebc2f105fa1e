import type { Config } from '../../configs/config.ts';
import { printVersion } from '../../schema/version.ts';
import type { Fix, RelationRule } from '../rule.ts';
import { isTemplate } from './faults.ts';
import { toLog4j2Loggers } from './inline-loggers.ts';

const connect = (loggers: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  version: 4.1.0\n  logging:\n    type: inline\n    loggers:\n${loggers}\n`;

export const log4j1NotRead: RelationRule = {
  id: 'log4j1-not-read',
  title: 'Kafka 4 does not read log4j 1 files',
  why: 'Kafka 4.0 replaced Log4j 1 by Log4j2 and starts with its own `log4j2.yaml`: what is written here has no effect. Passed as `-Dlog4j2.configurationFile` it keeps the process from starting; passed as `-Dlog4j.configuration` a bridge reads it with other dates and more noise.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j1',
  kafka: { since: '4.0' },
  source: 'KIP-653, KIP-1013; bin/kafka-run-class.sh of Kafka 4.0',
  examples: [
    {
      text: '«log4j.rootLogger»=INFO, A\nlog4j.logger.kafka=INFO\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      message: 'Kafka 4.4 does not read this file: it logs with Log4j2, from `log4j2.yaml` or `log4j2.xml`.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.logger.kafka=INFO\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      kafka: '3.9',
    },
    {
      text: connect('      «log4j.rootLogger»: INFO\n      log4j.logger.org.reflections: ERROR\n      log4j.logger.team.a: DEBUG'),
      only: 'yaml',
      message:
        'Kafka 4.1.0 logs with Log4j2, for which what is set for log4j 1 has no effect: set `rootLogger.level`, and `logger.ID.name` with `logger.ID.level`.',
      fixed: connect(
        '      rootLogger.level: INFO\n      logger.reflections.level: ERROR\n      logger.teama.name: team.a\n      logger.teama.level: DEBUG',
      ),
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.FileAppender\nlog4j.appender.A.file=${hadoop.log.dir}/a.log\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.logger.org.example.shop=WARN\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    },
    {
      text: "log4j.rootLogger={{ env['LEVEL'] }}, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n",
    },
  ],
  reads: ['*'],
  *check(config) {
    const { first } = config;
    if (first === undefined || config.identity.logsForAnother === true) return;
    // A template is for whichever release the image has that fills it in.
    if (Array.from(config.settings()).some(({ value }) => isTemplate(value))) return;
    const at = config.all('log4j.rootLogger').at(-1) ?? config.all('log4j.rootCategory').at(-1) ?? first;
    const message = `${reader(config)} ${instead(config)}`;
    yield { at, part: 'key', message, fixes: fixesOf(config) };
  },
};

function reader({ identity: { logging }, kafka }: Config): string {
  const who = logging?.program ?? `Kafka ${printVersion(kafka)}`;
  return logging === undefined
    ? `${who} does not read this file: it logs with Log4j2,`
    : `${who} logs with Log4j2, for which what is set for log4j 1 has no effect:`;
}

function instead({ identity: { logging } }: Config): string {
  if (logging === undefined) return 'from `log4j2.yaml` or `log4j2.xml`.';
  return logging.by === 'Strimzi'
    ? 'set `rootLogger.level`, and `logger.ID.name` with `logger.ID.level`.'
    : 'set `log4j2`, which holds a `Configuration` as `log4j2.yaml` has it.';
}

function fixesOf(config: Config): readonly Fix[] {
  const { logging } = config.identity;
  if (logging === undefined) return conversions;
  if (logging.by === 'Confluent') return [{ title: 'Convert to `log4j2`', safe: false, steps: [], convert: 'yaml' }];
  const steps = toLog4j2Loggers(config);
  return steps === undefined ? [] : [{ title: 'Change to Log4j2 loggers', safe: false, steps }];
}

const conversions: readonly Fix[] = [
  { title: 'Convert to Log4j2 XML', safe: false, steps: [], convert: 'xml' },
  { title: 'Convert to Log4j2 YAML', safe: false, steps: [], convert: 'yaml' },
  { title: 'Convert to Log4j2 properties', safe: false, steps: [], convert: 'properties' },
];
