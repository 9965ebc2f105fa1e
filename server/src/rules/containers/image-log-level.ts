import type { Config, Setting } from '../../configs/config.ts';
import { hasPlaceholder } from '../../configs/placeholder.ts';
import { rawValue } from '../../formats/format.ts';
import { levels } from '../../log4j/java-values.ts';
import { nearestOf } from '../../schema/nearest.ts';
import { atLeast, printVersion } from '../../schema/version.ts';
import { withoutEnd } from '../../text/split.ts';
import type { Finding, SettingRule } from '../rule.ts';

const service = (image: string, variable: string): string =>
  `services:\n  kafka:\n    image: ${image}\n    environment:\n      KAFKA_NODE_ID: 1\n      ${variable}\n`;

export const imageLogLevel: SettingRule = {
  id: 'image-log-level',
  title: 'A variable for the log without a level',
  why: 'The Apache and Confluent images make the root logger’s level and the loggers of these variables: a word that is no level counts as DEBUG in log4j 1, and as none in Log4j2. The image of Apache Kafka 4 does not start where a logger has no level.',
  severity: 'warning',
  roles: 'all',
  source:
    'kafka.docker.KafkaDockerWrapper, getLog4j2ConfigsFromEnv; org.apache.log4j.helpers.OptionConverter#toLevel; LoggerConfig#getLevel',
  examples: [
    {
      text: service('apache/kafka:4.1.0', 'KAFKA_LOG4J_LOGGERS: "kafka=WARN,«kafka.controller»"'),
      only: 'yaml',
      severity: 'error',
      message: 'The image `apache/kafka:4.1.0` stops at `kafka.controller`, which has no level: `kafka.controller=INFO`.',
    },
    {
      text: service('apache/kafka:4.1.0', 'KAFKA_LOG4J_LOGGERS: "kafka=«WARNING»,kafka.controller=INFO"'),
      only: 'yaml',
      message:
        '`WARNING` is no level, so that Kafka 4.1.0 leaves the logger at its parent’s: OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE or ALL.',
      fixed: service('apache/kafka:4.1.0', 'KAFKA_LOG4J_LOGGERS: "kafka=WARN,kafka.controller=INFO"'),
    },
    {
      text: service('confluentinc/cp-kafka:7.6.0', 'KAFKA_LOG4J_ROOT_LOGLEVEL: «WARNING»'),
      only: 'yaml',
      message: '`WARNING` is no level, so that Kafka 3.6 logs at DEBUG: OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE or ALL.',
      fixed: service('confluentinc/cp-kafka:7.6.0', 'KAFKA_LOG4J_ROOT_LOGLEVEL: WARN'),
    },
    {
      text: service('confluentinc/cp-kafka:8.0.0', 'KAFKA_LOG4J_ROOT_LOGLEVEL: «INFO, stdout»'),
      only: 'yaml',
      message: '`INFO, stdout` is no level, so that Kafka 4.0 logs at ERROR: OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE or ALL.',
    },
    { text: service('confluentinc/cp-kafka:7.6.0', 'KAFKA_LOG4J_ROOT_LOGLEVEL: info, stdout'), only: 'yaml' },
    { text: service('apache/kafka:4.1.0', 'KAFKA_LOG4J_LOGGERS: "kafka=WARN, kafka.controller = trace,"'), only: 'yaml' },
    { text: service('confluentinc/cp-kafka:8.0.0', 'KAFKA_LOG4J_ROOT_LOGLEVEL: $LEVEL'), only: 'yaml' },
  ],
  reads: 'each',
  in: ({ image }) => image?.leftOver === true && (image.family === 'apache' || image.family === 'confluent'),
  when: ({ key }) => key.includes('_LOG4J_'),
  *check(setting, config) {
    const { value } = setting.entry;
    if (value.trim() === '' || hasPlaceholder(value) || value.includes('$')) return;
    if (/LOGLEVEL$/.test(setting.key)) yield* rootLevel(setting, config);
    else if (/LOGGERS$/.test(setting.key)) yield* loggers(setting, config);
  },
};

function* rootLevel(setting: Setting, config: Config): Iterable<Finding> {
  const fresh = atLeast(config.kafka, '4.0');
  // log4j 1 reads `LEVEL, appender`.
  const word = (fresh ? setting.entry.value : (setting.entry.value.split(',')[0] ?? '')).trim();
  if (!isLevel(word)) yield invalid(setting, word, `Kafka ${printVersion(config.kafka)} logs at ${fresh ? 'ERROR' : 'DEBUG'}`);
}

function* loggers(setting: Setting, config: Config): Iterable<Finding> {
  const fresh = atLeast(config.kafka, '4.0');
  const { image } = config.identity;
  // Java drops empty parts at the end when it splits.
  for (const item of withoutEnd(setting.entry.value, ',').split(',')) {
    const [name = '', level = ''] = item.split('=').map((part) => part.trim());
    if (level === '' && fresh && image?.family === 'apache')
      yield { ...at(setting, item.trim()), severity: 'error', message: stops(image.name, name) };
    else if (level !== '' && !isLevel(level))
      yield invalid(
        setting,
        level,
        `Kafka ${printVersion(config.kafka)} ${fresh ? 'leaves the logger at its parent’s' : 'logs at DEBUG there'}`,
      );
  }
}

function stops(image: string, name: string): string {
  return name === ''
    ? `The image \`${image}\` stops at the empty logger between two commas.`
    : `The image \`${image}\` stops at \`${name}\`, which has no level: \`${name}=INFO\`.`;
}

/** A level of either library, or one of a class of its own, which only log4j 1 can load. */
function isLevel(word: string): boolean {
  return word.includes('#') || levels.some((level) => level === word.toUpperCase());
}

function invalid(setting: Setting, word: string, effect: string): Finding {
  const near = nearestOf(levels, word.toUpperCase()) ?? levels.find((level) => word.toUpperCase().startsWith(level));
  const value =
    near && setting.entry.value.replace(new RegExp(`(^|=\\s*)${word.replace(/[^\w]/g, '\\$&')}`), (_, lead: string) => lead + near);
  return {
    ...at(setting, word),
    message: `\`${word}\` is no level, so that ${effect}: ${levels.slice(0, -1).join(', ')} or ALL.`,
    ...(value !== undefined &&
      !/[,\s]/.test(word) && { fixes: [{ title: `Change to \`${near}\``, safe: false, steps: [{ do: 'set' as const, setting, value }] }] }),
  };
}

function at(setting: Setting, text: string): Pick<Finding, 'at' | 'part'> {
  const from = text === '' ? -1 : rawValue(setting.entry).lastIndexOf(text);
  return { at: setting, part: from === -1 ? 'value' : { from, to: from + text.length } };
}
