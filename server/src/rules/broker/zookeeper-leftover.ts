import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

const others = ['broker.id.generation.enable', 'reserved.broker.max.id'];

export const zookeeperLeftover: RelationRule = {
  id: 'zookeeper-leftover',
  title: 'A KRaft node does not use ZooKeeper',
  why: 'With `process.roles` set, settings about ZooKeeper do nothing; only a migration from ZooKeeper reads them.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: '3.9' },
  source: 'KIP-500, KIP-866; kafka.server.KafkaRaftServer',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n«zookeeper.connect»=zk:2181\n',
      message: 'A KRaft node ignores `zookeeper.connect`.',
      fixed: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n',
    },
    {
      text: 'process.roles=controller\nnode.id=9\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\nzookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=true\n',
      role: 'controller',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\n' },
  ],
  reads: ['process.roles', 'zookeeper.*', ...others],
  *check(config) {
    const migration = config.get('zookeeper.metadata.migration.enable');
    if (
      (processRoles(config)?.size ?? 0) === 0 ||
      migration?.unknown ||
      (migration !== undefined && config.boolean(migration.key) === true)
    )
      return;
    for (const setting of config.settings()) {
      const { key } = setting;
      const left = key.startsWith('zookeeper.') ? key !== 'zookeeper.metadata.migration.enable' : others.includes(key);
      if (!left || setting.definition === undefined) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `A KRaft node ignores \`${key}\`.`,
        fixes: [{ title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
