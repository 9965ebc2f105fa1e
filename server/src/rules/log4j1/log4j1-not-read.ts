import { printVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { isTemplate } from './faults.ts';

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
      text: '«log4j.rootLogger»=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      message: 'Kafka 4.4 does not read this file: it logs with Log4j2, from `log4j2.yaml` or `log4j2.xml`.',
    },
    {
      text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
      kafka: '3.9',
    },
    {
      text: "log4j.rootLogger={{ env['LEVEL'] }}, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n",
    },
  ],
  reads: ['*'],
  *check(config) {
    const { first } = config;
    // A template is for whichever release the image has that fills it in.
    if (first === undefined || Array.from(config.settings()).some(({ value }) => isTemplate(value))) return;
    yield {
      at: config.get('log4j.rootLogger') ?? config.get('log4j.rootCategory') ?? first,
      part: 'key',
      message: `Kafka ${printVersion(config.kafka)} does not read this file: it logs with Log4j2, from \`log4j2.yaml\` or \`log4j2.xml\`.`,
      fixes: [
        { title: 'Convert to Log4j2 XML', safe: false, steps: [], convert: 'xml' },
        { title: 'Convert to Log4j2 YAML', safe: false, steps: [], convert: 'yaml' },
        { title: 'Convert to Log4j2 properties', safe: false, steps: [], convert: 'properties' },
      ],
    };
  },
};
