import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

export const controllerListenerNamesInZookeeperMode: RelationRule = {
  id: 'controller-listener-names-in-zookeeper-mode',
  title: '`controller.listener.names` is for KRaft',
  why: 'A broker that uses ZooKeeper has no controller listeners, unless it is being migrated to KRaft.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.1', until: '3.9' },
  source: 'KIP-631, KIP-866; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\n«controller.listener.names»=CONTROLLER\n',
      message: '`controller.listener.names` must not be set without `process.roles` or `zookeeper.metadata.migration.enable=true`.',
      fixed: 'broker.id=1\nzookeeper.connect=zk:2181\n',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\n' },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ncontroller.listener.names=,\n' },
  ],
  reads: ['process.roles', 'zookeeper.connect', 'controller.listener.names', 'zookeeper.metadata.migration.enable'],
  *check(config) {
    const setting = config.get('controller.listener.names');
    if (setting === undefined || setting.unknown || namesNone(setting.value) || processRoles(config)?.size !== 0) return;
    // Where nothing says that there is a ZooKeeper, that is said.
    if (!config.has('zookeeper.connect')) return;
    const migrating = config.get('zookeeper.metadata.migration.enable');
    if (migrating?.unknown || (migrating?.definition !== undefined && config.boolean(migrating.key) === true)) return;
    yield {
      at: setting,
      part: 'key',
      message: '`controller.listener.names` must not be set without `process.roles` or `zookeeper.metadata.migration.enable=true`.',
      lacks: ['process.roles', 'zookeeper.metadata.migration.enable'],
      fixes: [{ title: 'Remove `controller.listener.names`', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};

/** Nothing, or nothing but commas. */
const namesNone = (value: string): boolean => /^,*$/.test(value);
