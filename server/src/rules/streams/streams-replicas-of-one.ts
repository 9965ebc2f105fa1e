import type { RelationRule } from '../rule.ts';

export const streamsReplicasOfOne: RelationRule = {
  id: 'streams-replicas-of-one',
  title: 'Exactly-once with one replica of the internal topics',
  why: 'Changelog and repartition topics with one replica are lost with their broker, and the guarantee with them. Three replicas, or -1 for the broker’s default, are usual.',
  severity: 'information',
  roles: ['streams'],
  kafka: { since: '0.11.0' },
  source: 'KIP-129; documentation of processing.guarantee and replication.factor',
  examples: [
    {
      text: 'processing.guarantee=exactly_once_v2\nreplication.factor=«1»\n',
      message: '`replication.factor` should be 3, or -1 for the broker’s default, with exactly-once.',
    },
    { text: 'processing.guarantee=exactly_once_v2\nreplication.factor=3\n' },
    { text: 'replication.factor=1\n' },
  ],
  reads: ['processing.guarantee', 'replication.factor'],
  *check(config) {
    const setting = config.own('replication.factor');
    if (
      setting === undefined ||
      config.number('replication.factor') !== 1 ||
      config.value('processing.guarantee')?.startsWith('exactly_once') !== true
    )
      return;
    yield { at: setting, message: '`replication.factor` should be 3, or -1 for the broker’s default, with exactly-once.' };
  },
};
