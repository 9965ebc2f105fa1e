import type { Setting } from '../../configs/config.ts';
import { rawValue } from '../../formats/format.ts';
import { convertedFile, freshOption, type LaunchOption, loggingFile, oldOption } from '../../log4j/launch-options.ts';
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
    {
      text: 'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    command: bash -c "KAFKA_LOG4J_OPTS=«-Dlog4j.configuration=file:/a/log4j.properties» /opt/kafka/bin/kafka-server-start.sh /a"\n',
      only: 'yaml',
      fixed:
        'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    command: bash -c "KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=file:/a/log4j2.xml /opt/kafka/bin/kafka-server-start.sh /a"\n',
    },
    {
      text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      command: [sh, -c]\n      args:\n        - exec java «-Dlog4j.configuration=file:/a/log4j.properties» kafka.Kafka /a\n',
      only: 'yaml',
      fixed:
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      command: [sh, -c]\n      args:\n        - exec java -Dlog4j2.configurationFile=file:/a/log4j2.xml kafka.Kafka /a\n',
    },
    { text: service('apache/kafka:4.1.0', '-Dlog4j2.configurationFile=/etc/kafka/log4j2.yaml'), only: 'yaml' },
    {
      text: 'KAFKA_LOG4J_OPTS="«-Dlog4j.configuration=file:log4j.properties»"\n',
      only: 'env',
      kafka: '4.0',
      fixed: 'KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=file:log4j2.xml"\n',
    },
    { text: 'KAFKA_LOG4J_OPTS="-Dlog4j.configuration=file:log4j.properties"\n', only: 'env', kafka: '3.9' },
    {
      text: '#!/bin/sh\nexport KAFKA_LOG4J_OPTS="-Xlog:gc «-Dlog4j.configuration=file:/etc/kafka/log4j.properties»"\nexec kafka-server-start.sh server.properties\n',
      only: 'shell',
      fixed:
        '#!/bin/sh\nexport KAFKA_LOG4J_OPTS="-Xlog:gc -Dlog4j2.configurationFile=file:/etc/kafka/log4j2.xml"\nexec kafka-server-start.sh server.properties\n',
    },
    {
      text: 'export KAFKA_OPTS="«-Dlog4j.configuration=file:log4j.properties»"\n',
      only: 'shell',
      kafka: '4.1',
      message:
        'Kafka 4.1 logs with Log4j2 and names its file itself, so that `log4j.configuration` is ignored: convert it, and pass `-Dlog4j2.configurationFile=file:log4j2.xml` in `KAFKA_LOG4J_OPTS`.',
    },
    { text: 'java -Dlog4j.configuration=file:log4j.properties -jar app.jar\n', only: 'shell' },
    {
      text: 'set KAFKA_LOG4J_OPTS=«-Dlog4j.configuration=file:C:\\kafka\\log4j.properties»\nC:\\kafka_2.13-4.1.0\\bin\\windows\\kafka-server-start.bat server.properties\n',
      only: 'batch',
      fixed:
        'set KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=file:C:\\kafka\\log4j2.xml\nC:\\kafka_2.13-4.1.0\\bin\\windows\\kafka-server-start.bat server.properties\n',
    },
    {
      text: 'FROM apache/kafka:4.1.0\nENV KAFKA_LOG4J_OPTS="«-Dlog4j2.configurationFile=/etc/kafka/log4j.properties»"\n',
      only: 'dockerfile',
      message:
        'With a log4j 1 file as `log4j2.configurationFile` Kafka 4.1.0 does not start, or logs nothing but errors: convert `log4j.properties`, and pass `-Dlog4j2.configurationFile=/etc/kafka/log4j2.xml`.',
      fixed: 'FROM apache/kafka:4.1.0\nENV KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=/etc/kafka/log4j2.xml"\n',
    },
    { text: 'FROM apache/kafka:3.9.0\nENV KAFKA_LOG4J_OPTS="-Dlog4j.configuration=file:log4j.properties"\n', only: 'dockerfile' },
    {
      text: '[Service]\nEnvironment="KAFKA_LOG4J_OPTS=«-Dlog4j.configuration=file:/opt/log4j.properties»"\nExecStart=/opt/kafka/bin/kafka-server-start.sh /etc/server.properties\n',
      only: 'systemd',
      fixed:
        '[Service]\nEnvironment="KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=file:/opt/log4j2.xml"\nExecStart=/opt/kafka/bin/kafka-server-start.sh /etc/server.properties\n',
    },
  ],
  reads: 'each',
  of: ({ definition }) => definition === undefined,
  when: ({ entry }) => entry.value.includes('-Dlog4j'),
  *check(setting, config) {
    const value = withoutPlaceholders(setting.entry.value);
    const old = oldOption(value);
    const fresh = freshOption(value);
    const kafka = printVersion(config.kafka);
    if (!atLeast(config.kafka, '4.0')) yield* forLog4j1(setting, old, fresh, kafka);
    else if (fresh !== undefined) yield* freshWithOldFile(setting, fresh, kafka);
    else if (old !== undefined) yield* forLog4j2(setting, old, kafka);
  },
};

/** `${NAME:-value}` stands for its value where nobody sets the name. */
function withoutPlaceholders(value: string): string {
  return value.replace(/\$\{\w+:?[-=](?=-D)/g, ' ');
}

function* forLog4j2(setting: Setting, option: LaunchOption, kafka: string): Iterable<Finding> {
  const kind = loggingFile(option.file);
  if (kind === 'unknown') return;
  const wanted = `-Dlog4j2.configurationFile=${kind === 'log4j2' ? option.file : convertedFile(option.file)}`;
  const doing = kind === 'log4j2' ? 'pass' : 'convert it, and pass';
  // Kafka's scripts pass a file of their own as long as KAFKA_LOG4J_OPTS is not set, and then Log4j2 asks for no other.
  const beside = /^(?:KAFKA_(?!LOG4J_).*|EXTRA_ARGS)$|^(?:kafka|connect)-/.test(setting.entry.key);
  const message = beside
    ? `Kafka ${kafka} logs with Log4j2 and names its file itself, so that \`log4j.configuration\` is ignored: ${doing} \`${wanted}\` in \`KAFKA_LOG4J_OPTS\`.`
    : kind === 'log4j2'
      ? `Kafka ${kafka} takes the file of \`log4j.configuration\` for one of log4j 1: pass \`${wanted}\`.`
      : `Kafka ${kafka} logs with Log4j2, which reads a log4j 1 file with other dates and more noise: convert it, and pass \`${wanted}\`.`;
  yield finding(setting, option, beside ? undefined : wanted, message);
}

/** By its name it is a file of log4j 1's, which Log4j2 cannot read. */
function* freshWithOldFile(setting: Setting, option: LaunchOption, kafka: string): Iterable<Finding> {
  if (!/log4j[^\\/]*\.properties$/i.test(option.file) || loggingFile(option.file) !== 'log4j1') return;
  const wanted = `-Dlog4j2.configurationFile=${convertedFile(option.file)}`;
  const name = option.file.replace(/^.*[\\/]/, '');
  const message = `With a log4j 1 file as \`log4j2.configurationFile\` Kafka ${kafka} does not start, or logs nothing but errors: convert \`${name}\`, and pass \`${wanted}\`.`;
  yield finding(setting, option, wanted, message);
}

function* forLog4j1(setting: Setting, old: LaunchOption | undefined, fresh: LaunchOption | undefined, kafka: string): Iterable<Finding> {
  const unread = `Kafka ${kafka} logs with log4j 1`;
  if (old !== undefined) {
    if (loggingFile(old.file) === 'log4j2') yield finding(setting, old, undefined, `${unread}, which cannot read the file of Log4j2.`);
    return;
  }
  if (fresh === undefined) return;
  const ignored = `${unread}, which ignores \`log4j2.configurationFile\``;
  // Without a scheme log4j 1 looks for the file on the class path. A file of Log4j2's is of no use to it, whatever the option.
  const wanted = `-Dlog4j.configuration=${/^[a-z]+:/i.test(fresh.file) ? fresh.file : `file:${fresh.file}`}`;
  yield loggingFile(fresh.file) === 'log4j1'
    ? finding(setting, fresh, wanted, `${ignored}: pass \`${wanted}\`.`)
    : finding(setting, fresh, undefined, `${ignored}.`);
}

function finding(setting: Setting, { text }: LaunchOption, wanted: string | undefined, message: string): Finding {
  const at = rawValue(setting.entry).indexOf(text);
  const part = at === -1 ? ('value' as const) : { from: at, to: at + text.length };
  if (wanted === undefined) return { at: setting, part, message };
  const value = setting.entry.value.replace(text, () => wanted);
  return { at: setting, part, message, fixes: [{ title: `Change to \`${wanted}\``, safe: false, steps: [{ do: 'set', setting, value }] }] };
}
