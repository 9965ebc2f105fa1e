import type { RelationRule } from '../rule.ts';

const limits = ['replica.socket.timeout.ms', 'replica.lag.time.max.ms'] as const;

export const replicaFetchWait: RelationRule = {
  id: 'replica-fetch-wait',
  title: 'A follower must not wait longer than its leader’s patience',
  why: 'A fetch may wait `replica.fetch.wait.max.ms` for new records. If the socket gives up before, or the follower then counts as lagging, replicas would drop out of sync while nothing is wrong.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nreplica.fetch.wait.max.ms=«60000»\n',
      kafka: '3.9',
      message: '`replica.fetch.wait.max.ms` must be at most `replica.socket.timeout.ms`, 30000.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nreplica.lag.time.max.ms=«100»\n',
      kafka: '3.9',
      message: '`replica.fetch.wait.max.ms`, 500, must be at most `replica.lag.time.max.ms`.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nreplica.fetch.wait.max.ms=500\n', kafka: '3.9' },
  ],
  reads: ['replica.fetch.wait.max.ms', ...limits],
  *check(config) {
    const wait = config.number('replica.fetch.wait.max.ms');
    const written = config.get('replica.fetch.wait.max.ms');
    for (const key of limits) {
      const limit = config.number(key);
      const at = written ?? config.get(key);
      if (at === undefined || wait === undefined || limit === undefined || wait <= limit) continue;
      const message =
        at === written
          ? `\`replica.fetch.wait.max.ms\` must be at most \`${key}\`, ${limit}.`
          : `\`replica.fetch.wait.max.ms\`, ${wait}, must be at most \`${key}\`.`;
      yield { at, message };
      return;
    }
  },
};
