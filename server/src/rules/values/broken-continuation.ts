import type { SettingRule } from '../rule.ts';

export const brokenContinuation: SettingRule = {
  id: 'broken-continuation',
  title: 'A blank behind the backslash that should join the next line',
  why: 'A backslash joins the next line only where it is the last character. With a blank behind it the value ends here, and Java reads the next line as a property of its own.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  // Programs that use librdkafka read lines of their own, without Java's escapes.
  in: ({ family }) => family !== 'librdkafka',
  source: 'java.util.Properties.LineReader',
  supersedes: ['windows-path'],
  speaksFor: ['invalid-value', 'jaas-syntax', 'listener-jaas', 'bootstrap-servers-form', 'listener-syntax', 'list-names-twice'],
  examples: [
    {
      text: 'bootstrap.servers=«kafka-1:9092,\\»␠\n  kafka-2:9092\n',
      role: 'producer',
      kafka: '4.1',
      only: 'properties',
      message: 'The value ends here: a backslash joins the next line only where no blank stands behind it.',
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=«org.apache.kafka.common.security.plain.PlainLoginModule required \\»⇥\n  username="a" password="b";\n',
      role: 'consumer',
      only: 'properties',
      severity: 'error',
    },
    { text: 'bootstrap.servers=kafka-1:9092,\\\n  kafka-2:9092\n', role: 'producer', only: 'properties' },
    { text: 'client.id=orders\\\\␠\n', role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  chars: '\\\\',
  when: ({ entry }) => /\\[ \t\f]+$/.test(entry.block.text),
  *check(setting) {
    const { entry, config, definition } = setting;
    if ((entry.format ?? config.identity.format).id !== 'properties' || definition === undefined) return;
    const [backslashes = ''] = /(?<!\\)\\+(?=[ \t\f]+$)/.exec(entry.block.text) ?? [];
    if (backslashes.length % 2 === 0) return;
    yield { at: setting, message: 'The value ends here: a backslash joins the next line only where no blank stands behind it.' };
  },
};
