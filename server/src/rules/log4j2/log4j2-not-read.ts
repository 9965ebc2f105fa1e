import { printVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const connect = (version: string, loggers: string): string =>
  `apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaConnect\nspec:\n  version: ${version}\n  logging:\n    type: inline\n    loggers:\n      ${loggers}\n`;

export const log4j2NotRead: RelationRule = {
  id: 'log4j2-not-read',
  title: 'Kafka 3 does not read Log4j2 loggers',
  why: 'Until 3.9 Kafka logs with log4j 1, which passes over everything that does not begin with `log4j.`: the loggers keep their levels.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  kafka: { until: '3.9' },
  source: 'LoggingUtils of Strimzi 0.45 and 0.46; KIP-653',
  examples: [
    {
      text: connect('3.9.0', '«rootLogger.level»: DEBUG'),
      only: 'yaml',
      message:
        'Kafka 3.9.0 logs with log4j 1, for which what is set for Log4j2 has no effect: set `log4j.rootLogger` and `log4j.logger.NAME`.',
    },
    { text: connect('4.0.0', 'rootLogger.level: DEBUG'), only: 'yaml' },
    { text: 'rootLogger.level=DEBUG\nappender.a.type=Null\nappender.a.name=A\nrootLogger.appenderRef.a.ref=A\n', kafka: '3.9' },
  ],
  reads: ['*'],
  *check({ identity: { logging }, first, kafka }) {
    // A file of its own may be the application's.
    if (logging === undefined || first === undefined) return;
    const instead = logging.by === 'Strimzi' ? 'set `log4j.rootLogger` and `log4j.logger.NAME`' : 'set `log4j`, a list of its lines';
    const message = `Kafka ${printVersion(kafka)} logs with log4j 1, for which what is set for Log4j2 has no effect: ${instead}.`;
    yield { at: first, part: 'key', message };
  },
};
