import type { SettingRule } from '../rule.ts';

export const streamsOldGuarantee: SettingRule = {
  id: 'streams-old-guarantee',
  title: 'A processing guarantee that Kafka 4 refuses',
  why: '`exactly_once` and `exactly_once_beta` are deprecated since 3.0 and refused since 4.0. `exactly_once_v2` needs brokers of 2.5 or newer.',
  severity: 'warning',
  roles: ['streams'],
  kafka: { since: '3.0', until: '3.9' },
  source: 'KIP-732; org.apache.kafka.streams.internals.StreamsConfigUtils#processingMode',
  examples: [
    {
      text: 'processing.guarantee=«exactly_once»\n',
      message: '`processing.guarantee` must be `exactly_once_v2`: Kafka 4.0 and later refuse `exactly_once`.',
      fixed: 'processing.guarantee=exactly_once_v2\n',
    },
    { text: 'processing.guarantee=exactly_once_v2\n' },
  ],
  reads: 'each',
  of: ({ key }) => key === 'processing.guarantee',
  when: ({ entry }) => entry.value.startsWith('exactly_once'),
  *check(setting) {
    const { value } = setting;
    if (value !== 'exactly_once' && value !== 'exactly_once_beta') return;
    yield {
      at: setting,
      tag: 'deprecated',
      message: `\`processing.guarantee\` must be \`exactly_once_v2\`: Kafka 4.0 and later refuse \`${value}\`.`,
      fixes: [{ title: 'Set it to `exactly_once_v2`', safe: false, steps: [{ do: 'set', setting, value: 'exactly_once_v2' }] }],
    };
  },
};
