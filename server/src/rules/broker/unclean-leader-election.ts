import type { RelationRule } from '../rule.ts';

export const uncleanLeaderElection: RelationRule = {
  id: 'unclean-leader-election',
  title: 'An unclean election loses records',
  why: 'When no replica in sync is left, a replica that lags behind may become the leader: the partition is available at once, and the records it had not yet copied are lost.',
  severity: 'information',
  roles: ['broker', 'controller', 'topic'],
  kafka: { since: '0.11.0' },
  source: 'KIP-106; Kafka documentation, unclean leader election',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nunclean.leader.election.enable=«true»\n',
      kafka: '3.9',
      message: '`unclean.leader.election.enable` lets a replica that lags behind become the leader: acknowledged records can be lost.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nunclean.leader.election.enable=false\n', kafka: '3.9' },
  ],
  reads: ['unclean.leader.election.enable'],
  *check(config) {
    const at = config.own('unclean.leader.election.enable');
    if (at === undefined || config.boolean(at.key) !== true) return;
    yield {
      at,
      message: '`unclean.leader.election.enable` lets a replica that lags behind become the leader: acknowledged records can be lost.',
    };
  },
};
