import type { Setting } from '../../configs/config.ts';
import { nearest } from '../../schema/nearest.ts';
import { tableOf } from '../../schema/tables.ts';
import type { SettingRule } from '../rule.ts';

/** Properties that other servers have which take Kafka's resources: a file with one of them is for such a server. */
const others = /^(?:automq|confluent|diskless|redpanda)\./;

const names: Readonly<Record<string, string>> = { topic: 'topic', group: 'group', 'client-metrics': 'client metrics' };

export const unknownResourceProperty: SettingRule = {
  id: 'unknown-resource-property',
  title: 'Kafka refuses a property that topics or groups do not have',
  why: 'Programs ignore keys they do not know. Properties of a topic, a group or a metrics subscription are stored in the cluster, which takes known ones only.',
  severity: 'error',
  roles: ['topic', 'group', 'client-metrics'],
  kafka: { since: '0.9.0' },
  source: 'org.apache.kafka.storage.internals.log.LogConfig#validateNames, org.apache.kafka.coordinator.group.GroupConfig#validateNames',
  supersedes: ['unknown-key', 'other-role-key', 'removed-key', 'future-key'],
  examples: [
    {
      text: 'cleanup.policy=compact\n«retention.mss»=1000\n',
      role: 'topic',
      message: 'Kafka refuses `retention.mss`: it is no topic property. Did you mean `retention.ms`?',
      fixed: 'cleanup.policy=compact\nretention.ms=1000\n',
    },
    {
      text: 'cleanup.policy=delete\n«log.retention.ms»=1000\n',
      role: 'topic',
      message: 'Kafka refuses `log.retention.ms`: it is a broker property. On a topic it is `retention.ms`.',
      fixed: 'cleanup.policy=delete\nretention.ms=1000\n',
    },
    { text: '«consumer.session.timeout»=45000\n', role: 'group' },
    { text: 'cleanup.policy=compact\nretention.ms=1000\n', role: 'topic' },
    { text: 'confluent.tier.enable=true\nredpanda.remote.read=true\ndiskless.enable=true\n', role: 'topic' },
  ],
  reads: 'each',
  of: ({ key, resolution }) => resolution === undefined && !others.test(key),
  *check(setting, config) {
    const topical = config.role === 'topic' ? topicNameOf(setting) : undefined;
    const meant = topical ?? nearest(config.role, config.kafka, setting.key);
    const what = topical === undefined ? `it is no ${names[config.role] ?? config.role} property.` : 'it is a broker property.';
    const advice = meant === undefined ? '' : topical === undefined ? ` Did you mean \`${meant}\`?` : ` On a topic it is \`${topical}\`.`;
    const rename = meant !== undefined && config.get(meant) === undefined;
    yield {
      at: setting,
      part: 'key',
      message: `Kafka refuses \`${setting.key}\`: ${what}${advice}`,
      ...(rename && { fixes: [{ title: `Change to \`${meant}\``, safe: false, steps: [{ do: 'rename', setting, key: meant }] }] }),
    };
  },
};

/** The topic property for which a broker property gives the default, of the same unit. */
function topicNameOf(setting: Setting): string | undefined {
  for (const definition of tableOf('topic', setting.config.kafka).values()) {
    const same = definition.brokerSynonyms?.some((synonym) => synonym.name === setting.key && (synonym.times ?? 1) === 1);
    if (same || definition.serverDefault === setting.key) return definition.name;
  }
  return undefined;
}
