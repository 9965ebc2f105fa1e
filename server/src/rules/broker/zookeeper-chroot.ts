import type { RelationRule } from '../rule.ts';

export const zookeeperChroot: RelationRule = {
  id: 'zookeeper-chroot',
  title: 'The path in ZooKeeper stands once, behind the last server',
  why: 'What follows the first `/` of `zookeeper.connect` is one path, commas and servers included: Kafka then knows one server only, and keeps its data under a path that nobody meant.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { until: '3.9' },
  source: 'org.apache.zookeeper.client.ConnectStringParser; kafka.zk.KafkaZkClient#apply',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=«zk-1:2181/kafka,zk-2:2181/kafka»\n',
      message: '`zookeeper.connect` must have its path once, at its end: Kafka takes `zk-1:2181` for the only server.',
      fixed: 'broker.id=1\nzookeeper.connect=zk-1:2181,zk-2:2181/kafka\n',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=«zk-1:2181/kafka,zk-2:2181»\n',
      message: '`zookeeper.connect` must have its path once, at its end: Kafka takes `zk-1:2181` for the only server.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk-1:2181,zk-2:2181/kafka/a\n' },
  ],
  reads: ['zookeeper.connect', 'process.roles'],
  *check(config) {
    const setting = config.own('zookeeper.connect');
    const split = setting?.value.indexOf('/') ?? -1;
    // A path may hold a comma; one with a port behind it is another server.
    if (setting === undefined || setting.unknown || config.has('process.roles') || !/,[^,/]*:\d/.test(setting.value.slice(split))) return;
    if (split < 0) return;
    const servers = setting.value.slice(0, split);
    const [path, ...others] = [...new Set(setting.value.split(',').map((one) => one.replace(/^[^/]*/, '')))].filter((one) => one !== '');
    const value = `${setting.value.replace(/\/[^,]*/g, '')}${path}`;
    yield {
      at: setting,
      message: `\`zookeeper.connect\` must have its path once, at its end: Kafka takes \`${servers}\` for the ${servers.includes(',') ? 'only servers' : 'only server'}.`,
      ...(others.length === 0 && {
        fixes: [{ title: `Set \`zookeeper.connect\` to \`${value}\``, safe: false, steps: [{ do: 'set', setting, value }] }],
      }),
    };
  },
};
