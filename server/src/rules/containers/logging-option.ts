import type { Setting } from '../../configs/config.ts';
import { rawValue } from '../../formats/format.ts';
import { log4j2FileName } from '../../log4j/file-name.ts';
import { atLeast, printVersion } from '../../schema/version.ts';
import type { Finding, SettingRule } from '../rule.ts';

const service = (image: string, value: string): string =>
  `services:\n  kafka:\n    image: ${image}\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_LOG4J_OPTS: "${value}"\n`;

export const loggingOption: SettingRule = {
  id: 'logging-option',
  title: 'The logging library reads another option',
  why: 'Kafka 4.0 replaced log4j 1 by Log4j2. The one looks for its file in `log4j.configuration`, the other in `log4j2.configurationFile`; what Log4j2 makes of a log4j 1 file has other dates and more noise.',
  severity: 'warning',
  roles: 'all',
  source: 'KIP-653; bin/kafka-run-class.sh of Kafka 3.9 and 4.0; org.apache.log4j.LogManager',
  examples: [
    {
      text: service('apache/kafka:4.1.0', '«-Dlog4j.configuration=file:/etc/kafka/log4j.properties»'),
      only: 'yaml',
      message:
        'Kafka 4.1.0 logs with Log4j2, which reads a log4j 1 file with other dates and more noise: convert it, and pass `-Dlog4j2.configurationFile=file:/etc/kafka/log4j2.xml`.',
      fixed: service('apache/kafka:4.1.0', '-Dlog4j2.configurationFile=file:/etc/kafka/log4j2.xml'),
    },
    {
      text: service('apache/kafka:4.1.0', '-Xlog:gc «-Dlog4j.configuration=file:/etc/kafka/log4j2.yaml»'),
      only: 'yaml',
      message:
        'Kafka 4.1.0 takes the file of `log4j.configuration` for one of log4j 1: pass `-Dlog4j2.configurationFile=file:/etc/kafka/log4j2.yaml`.',
      fixed: service('apache/kafka:4.1.0', '-Xlog:gc -Dlog4j2.configurationFile=file:/etc/kafka/log4j2.yaml'),
    },
    {
      text: service('confluentinc/cp-kafka:7.6.0', '«-Dlog4j2.configurationFile=/etc/kafka/logging.properties»'),
      only: 'yaml',
      message:
        'Kafka 3.6 logs with log4j 1, which ignores `log4j2.configurationFile`: pass `-Dlog4j.configuration=file:/etc/kafka/logging.properties`.',
      fixed: service('confluentinc/cp-kafka:7.6.0', '-Dlog4j.configuration=file:/etc/kafka/logging.properties'),
    },
    { text: service('confluentinc/cp-kafka:7.6.0', '-Dlog4j.configuration=file:/etc/kafka/log4j.properties'), only: 'yaml' },
    { text: service('apache/kafka:4.1.0', '-Dlog4j2.configurationFile=/etc/kafka/log4j2.yaml'), only: 'yaml' },
    {
      text: 'KAFKA_LOG4J_OPTS="«-Dlog4j.configuration=file:log4j.properties»"\n',
      only: 'env',
      kafka: '4.0',
      fixed: 'KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=file:log4j2.xml"\n',
    },
    { text: 'KAFKA_LOG4J_OPTS="-Dlog4j.configuration=file:log4j.properties"\n', only: 'env', kafka: '3.9' },
  ],
  reads: 'each',
  of: ({ key }) => key === 'KAFKA_LOG4J_OPTS',
  *check(setting, config) {
    const old = optionIn(setting, /-Dlog4j\.configuration=(\S+)/);
    const fresh = optionIn(setting, /-Dlog4j2?\.configurationFile=(\S+)/);
    const kafka = printVersion(config.kafka);
    if (atLeast(config.kafka, '4.0') && old !== undefined && fresh === undefined) yield forLog4j2(setting, old, kafka);
    if (!atLeast(config.kafka, '4.0') && fresh !== undefined && old === undefined) yield forLog4j1(setting, fresh, kafka);
  },
};

/** An option on a command line: its text, the file it names, its offset in the value. */
interface Option {
  readonly text: string;
  readonly file: string;
  readonly at: number;
}

function optionIn({ entry }: Setting, pattern: RegExp): Option | undefined {
  const match = pattern.exec(entry.value);
  // Quotes around a file would have to be understood as the shell does.
  if (match === null || /["'\\]/.test(match[0])) return undefined;
  return { text: match[0], file: match[1] ?? '', at: rawValue(entry).indexOf(match[0]) };
}

function forLog4j2(setting: Setting, option: Option, kafka: string): Finding {
  const isLog4j2 = /log4j2[^/]*$|\.ya?ml$|\.json$/i.test(option.file);
  const wanted = `-Dlog4j2.configurationFile=${isLog4j2 ? option.file : converted(option.file)}`;
  const message = isLog4j2
    ? `Kafka ${kafka} takes the file of \`log4j.configuration\` for one of log4j 1: pass \`${wanted}\`.`
    : `Kafka ${kafka} logs with Log4j2, which reads a log4j 1 file with other dates and more noise: convert it, and pass \`${wanted}\`.`;
  return finding(setting, option, wanted, message);
}

/** What the conversion calls the file. */
function converted(file: string): string {
  return file.replace(/[^/]*$/, (name) => log4j2FileName(name, 'xml'));
}

function forLog4j1(setting: Setting, option: Option, kafka: string): Finding {
  // Without a scheme log4j 1 looks for the file on the class path.
  const wanted = `-Dlog4j.configuration=${/^[a-z]+:/i.test(option.file) ? option.file : `file:${option.file}`}`;
  const ignored = `Kafka ${kafka} logs with log4j 1, which ignores \`log4j2.configurationFile\``;
  // A file of Log4j2's is of no use to log4j 1, whatever the option.
  return /log4j2[^/]*$|\.ya?ml$|\.json$/i.test(option.file)
    ? finding(setting, option, undefined, `${ignored}.`)
    : finding(setting, option, wanted, `${ignored}: pass \`${wanted}\`.`);
}

function finding(setting: Setting, { text, at }: Option, wanted: string | undefined, message: string): Finding {
  const part = at === -1 ? ('value' as const) : { from: at, to: at + text.length };
  if (wanted === undefined) return { at: setting, part, message };
  const value = setting.entry.value.replace(text, () => wanted);
  return { at: setting, part, message, fixes: [{ title: `Change to \`${wanted}\``, safe: false, steps: [{ do: 'set', setting, value }] }] };
}
