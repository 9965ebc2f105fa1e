import type { Definition } from '../../schema/definition.ts';
import { tableOf } from '../../schema/tables.ts';
import { refusalOf } from '../../schema/value.ts';
import { type KafkaVersion, parseVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { isBroker } from './listener-graph.ts';

const last = '3.2';
/** Of these a broker takes what is below its limit for another value. */
const normalized: ReadonlySet<string> = new Set(['log.retention.ms']);

export const defaultOfTopics: RelationRule = {
  id: 'default-of-topics',
  title: 'A default for topics that no topic could have',
  why: 'Until 3.2 the definition of a broker takes any value for some of the defaults of topics. The broker checks them as a topic’s own when it starts, and does not start.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: last },
  source: 'kafka.log.LogConfig#validateValues, kafka.server.KafkaConfig#validateValues',
  supersedes: ['compaction-lag'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ncompression.type=«GZIP»\n',
      message: '`compression.type` must be `uncompressed`, `zstd`, `lz4`, `snappy`, `gzip` or `producer`.',
      kafka: '3.2',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.cleaner.min.cleanable.ratio=«1.5»\n', kafka: '2.8' },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ncompression.type=gzip\nlog.cleaner.min.cleanable.ratio=0.5\n', kafka: '2.8' },
  ],
  // The broker's names of what topics have; put together only for a broker that old.
  get reads() {
    return ['process.roles', ...byBrokerName(parseVersion(last) ?? 0).keys()];
  },
  *check(config) {
    const broker = isBroker(config);
    if (broker === undefined) return;
    for (const [key, definition] of byBrokerName(config.kafka)) {
      const setting = config.own(key);
      if (setting?.definition === undefined || setting.definition.validator !== undefined || setting.unknown) continue;
      // What is of a wrong type is said elsewhere.
      if (refusalOf(setting.definition, setting.value) !== undefined) continue;
      // Of a controller only the name of the codec is looked at, in any case of letters.
      if (!broker && (key !== 'compression.type' || refusalOf(definition, setting.value.toLowerCase()) === undefined)) continue;
      const refusal = refusalOf(definition, setting.value);
      if (refusal === undefined) continue;
      const { meant, wants } = refusal;
      yield {
        at: setting,
        ...(setting.value === '' && { part: 'key' }),
        message: `\`${key}\` must be ${wants}.`,
        ...(meant !== undefined && {
          fixes: [{ title: `Set \`${key}\` to \`${meant}\``, safe: true, steps: [{ do: 'set', setting, value: meant }] }],
        }),
      };
    }
  },
};

function byBrokerName(kafka: KafkaVersion): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const definition of tableOf('topic', kafka).values()) {
    if (definition.serverDefault !== undefined && !normalized.has(definition.serverDefault))
      found.set(definition.serverDefault, definition);
  }
  return found;
}
