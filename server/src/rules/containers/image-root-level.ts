import { atLeast } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

const service = (image: string, variables: string): string =>
  `services:\n  kafka:\n    image: ${image}\n    environment:\n      KAFKA_NODE_ID: 1\n${variables}`;

export const imageRootLevel: SettingRule = {
  id: 'image-root-level',
  title: 'A root level that takes the log away',
  why: 'To set the level, the image of Apache Kafka 4 puts a root logger into `log4j2.yaml` that has this level and nothing else: the appenders of the one before are gone, and with them what no other logger writes.',
  severity: 'warning',
  roles: 'all',
  source:
    'kafka.docker.KafkaDockerWrapper of Kafka 4.0 to 4.4, overrideLog4jConfigByEnv: run, its log4j2.yaml has a Root without AppenderRef',
  examples: [
    {
      text: service('apache/kafka:4.1.0', '      «KAFKA_LOG4J_ROOT_LOGLEVEL»: WARN\n'),
      only: 'yaml',
      message:
        'With `KAFKA_LOG4J_ROOT_LOGLEVEL` the image `apache/kafka:4.1.0` makes a root logger without appenders, so that most of the log is lost: set levels with `KAFKA_LOG4J_LOGGERS`, or mount a `log4j2.yaml`.',
      fixed: service('apache/kafka:4.1.0', ''),
    },
    { text: service('apache/kafka:4.1.0', '      KAFKA_LOG4J_LOGGERS: kafka=WARN\n'), only: 'yaml' },
    { text: service('apache/kafka:3.9.0', '      KAFKA_LOG4J_ROOT_LOGLEVEL: WARN\n'), only: 'yaml' },
    { text: service('confluentinc/cp-kafka:8.0.0', '      KAFKA_LOG4J_ROOT_LOGLEVEL: WARN\n'), only: 'yaml' },
  ],
  reads: 'each',
  in: ({ image, kafka }) => image?.family === 'apache' && image.leftOver === true && atLeast(kafka, '4.0'),
  when: ({ key }) => key === 'KAFKA_LOG4J_ROOT_LOGLEVEL' || key === 'KAFKA_TOOLS_LOG4J_LOGLEVEL',
  *check(setting, config) {
    const { image } = config.identity;
    // A file of one's own is not the one that the image writes to.
    const elsewhere = setting.key === 'KAFKA_LOG4J_ROOT_LOGLEVEL' && image?.variables.has('KAFKA_LOG4J_OPTS') === true;
    if (image === undefined || elsewhere || setting.entry.value.trim() === '') return;
    const [what, otherwise] =
      setting.key === 'KAFKA_LOG4J_ROOT_LOGLEVEL'
        ? ['most of the log is lost', 'set levels with `KAFKA_LOG4J_LOGGERS`, or mount a `log4j2.yaml`']
        : ['command line tools no longer say what goes wrong', 'mount a `tools-log4j2.yaml`'];
    yield {
      at: setting,
      part: 'key',
      message: `With \`${setting.key}\` the image \`${image.name}\` makes a root logger without appenders, so that ${what}: ${otherwise}.`,
      fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
