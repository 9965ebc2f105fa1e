import type { SettingRule } from '../rule.ts';

export const shareConsumerExcludes: SettingRule = {
  id: 'share-consumer-excludes',
  title: 'Consumer settings that a share consumer refuses',
  why: 'In a share group the broker keeps positions, hands out records and watches members. Kafka refuses what would set these in the client.',
  severity: 'error',
  roles: ['share-consumer'],
  kafka: { since: '4.1' },
  source: 'KIP-932; org.apache.kafka.clients.consumer.ShareConsumerConfig#preProcessParsedConfig',
  supersedes: ['invalid-value', 'deprecated-key'],
  examples: [
    {
      text: 'group.id=g\n«auto.offset.reset»=earliest\n',
      message: '`auto.offset.reset` cannot be set in a share consumer: the group’s `share.auto.offset.reset` counts.',
      fixed: 'group.id=g\n',
    },
    { text: 'group.id=g\n«enable.auto.commit»=false\n', message: '`enable.auto.commit` cannot be set in a share consumer.' },
    { text: 'group.id=g\nshare.acknowledgement.mode=explicit\nmax.poll.records=100\n' },
  ],
  reads: 'each',
  of: ({ definition }) => definition?.unsupported === true,
  *check(setting) {
    const { key } = setting;
    const counts = instead[key];
    yield {
      at: setting,
      part: 'key',
      message: `\`${key}\` cannot be set in a share consumer${counts === undefined ? '' : `: ${counts} counts`}.`,
      fixes: [{ title: `Remove \`${key}\``, safe: true, steps: [{ do: 'remove', setting }] }],
    };
  },
};

const instead: Readonly<Record<string, string>> = {
  'auto.offset.reset': 'the group’s `share.auto.offset.reset`',
  'isolation.level': 'the group’s `share.isolation.level`',
  'session.timeout.ms': 'the group’s `share.session.timeout.ms`',
  'heartbeat.interval.ms': 'the group’s `share.heartbeat.interval.ms`',
};
