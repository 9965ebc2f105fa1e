import type { SettingRule } from '../rule.ts';

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';
const sasl = 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n';

export const typographicQuotes: SettingRule = {
  id: 'typographic-quotes',
  title: 'Quotation marks of a word processor',
  why: 'Programs for texts and chats turn `"` into `“` and `”` when one copies from them. To Kafka these are characters like any other.',
  severity: 'warning',
  roles: 'all',
  source: 'java.util.Properties#load; org.apache.kafka.common.security.JaasConfig, which knows `"` and `\'`',
  supersedes: ['non-ascii-value', 'remark-in-value'],
  speaksFor: ['invalid-value', 'jaas-syntax', 'listener-jaas', 'class-kind', 'tls-names'],
  examples: [
    {
      text: 'client.id=«“orders”»\n',
      role: 'producer',
      message: 'The quotation marks are part of the value.',
      fixed: 'client.id=orders\n',
    },
    { text: 'acks=«“all”»\n', role: 'producer', severity: 'error', fixed: 'acks=all\n' },
    {
      text: `${sasl}sasl.jaas.config=«${plain} required username=“a” password="b";»\n`,
      role: 'consumer',
      only: 'properties',
      severity: 'error',
      message: 'A login module’s options must stand in `"`: other quotation marks are part of the text.',
      fixed: `${sasl}sasl.jaas.config=${plain} required username="a" password="b";\n`,
    },
    { text: 'client.id=Tom’s orders\n', role: 'producer', only: 'properties' },
    { text: `${sasl}sasl.jaas.config=${plain} required username="a" password="“";\n`, role: 'consumer', only: 'properties' },
  ],
  reads: 'each',
  chars: '\\u2018-\\u201f',
  *check(setting) {
    const { value, key, definition } = setting;
    if (definition === undefined || setting.unknown) return;
    if (key.endsWith('sasl.jaas.config')) {
      if (!/=\s*[\u2018-\u201f]/.test(value)) return;
      const straight = value.replace(/[\u201c-\u201f]/g, '"').replace(/[\u2018-\u201b]/g, "'");
      yield {
        at: setting,
        message: 'A login module’s options must stand in `"`: other quotation marks are part of the text.',
        fixes: [{ title: 'Write them as `"`', safe: false, steps: [{ do: 'set', setting, value: straight }] }],
      };
      return;
    }
    const inner = /^[\u2018-\u201f]([^\u2018-\u201f]*)[\u2018\u2019\u201b-\u201d\u201f]$/.exec(value)?.[1];
    if (inner === undefined || definition.type === 'password') return;
    yield {
      at: setting,
      message: 'The quotation marks are part of the value.',
      fixes: [{ title: 'Remove the quotation marks', safe: true, steps: [{ do: 'set', setting, value: inner }] }],
    };
  },
};
