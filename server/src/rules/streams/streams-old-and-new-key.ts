import { define } from '../../schema/schema.ts';
import type { RelationRule } from '../rule.ts';

const pairs = [
  { old: 'cache.max.bytes.buffering', successor: 'statestore.cache.max.bytes' },
  { old: 'default.deserialization.exception.handler', successor: 'deserialization.exception.handler' },
  { old: 'default.production.exception.handler', successor: 'production.exception.handler' },
  { old: 'default.dsl.store', successor: 'dsl.store.suppliers.class' },
] as const;

export const streamsOldAndNewKey: RelationRule = {
  id: 'streams-old-and-new-key',
  title: 'An old key beside its successor',
  why: 'Where both are written, Streams takes the new one and ignores the old one.',
  severity: 'warning',
  roles: ['streams'],
  kafka: { since: '3.4' },
  source: 'KIP-770, KIP-1056, KIP-954; org.apache.kafka.streams.internals.StreamsConfigUtils#totalCacheSize, StreamsConfig',
  supersedes: ['deprecated-key'],
  examples: [
    {
      text: '«cache.max.bytes.buffering»=0\nstatestore.cache.max.bytes=10485760\n',
      message: '`cache.max.bytes.buffering` is ignored: `statestore.cache.max.bytes` counts.',
      fixed: 'statestore.cache.max.bytes=10485760\n',
    },
    { text: 'statestore.cache.max.bytes=10485760\n' },
    { text: 'cache.max.bytes.buffering=0\n', kafka: '3.9' },
  ],
  reads: pairs.flatMap(({ old, successor }) => [old, successor]),
  *check(config) {
    for (const { old, successor } of pairs) {
      const setting = config.own(old);
      if (setting === undefined || !config.has(successor) || define('streams', config.kafka, successor) === undefined) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${old}\` is ignored: \`${successor}\` counts.`,
        fixes: [{ title: `Remove \`${old}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
