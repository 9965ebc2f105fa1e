import { tableOf } from '../../schema/tables.ts';
import type { KafkaVersion } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

export const topicKeyOnBroker: SettingRule = {
  id: 'topic-key-on-broker',
  title: 'A broker’s default for topics has another name',
  why: 'What a topic calls `retention.ms` is `log.retention.ms` in the broker’s file. Brokers ignore the name that topics use.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  source: 'org.apache.kafka.server.config.ServerTopicConfigSynonyms',
  supersedes: ['other-role-key', 'unknown-key'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\n«retention.ms»=1000\n',
      kafka: '3.9',
      message: 'A broker ignores `retention.ms`: its default for topics is `log.retention.ms`.',
      fixed: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.ms=1000\n',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.retention.ms=1000\nmin.insync.replicas=2\n', kafka: '3.9' },
  ],
  reads: 'each',
  of: ({ resolution }) => resolution === undefined,
  *check(setting, config) {
    const key = brokerNameOf(setting.key, config.kafka);
    if (key === undefined) return;
    const fixes = config.has(key) ? [] : [{ title: `Change to \`${key}\``, safe: false, steps: [{ do: 'rename', setting, key }] } as const];
    yield { at: setting, part: 'key', message: `A broker ignores \`${setting.key}\`: its default for topics is \`${key}\`.`, fixes };
  },
};

function brokerNameOf(topicKey: string, kafka: KafkaVersion): string | undefined {
  const definition = tableOf('topic', kafka).get(topicKey);
  return definition?.brokerSynonyms?.find((synonym) => (synonym.times ?? 1) === 1)?.name ?? definition?.serverDefault;
}
