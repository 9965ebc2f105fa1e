import type { Config } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { controllerNames, processRoles } from './listener-graph.ts';
import { isOlder } from './protocol-version.ts';
import { nodeId, votersOf } from './quorum.ts';

export const zookeeperMigration: RelationRule = {
  id: 'zookeeper-migration',
  title: 'What a migration from ZooKeeper needs',
  why: 'While a cluster moves from ZooKeeper to KRaft, brokers need an id of their own, the controllers’ addresses and listener, and a protocol that knows the migration; controllers need ZooKeeper’s address.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.5', until: '3.9' },
  source: 'KIP-866; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=«true»\n',
      message: 'A migration needs `controller.quorum.bootstrap.servers` or `controller.quorum.voters` to find the controllers.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=true\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\ninter.broker.protocol.version=«3.3»\n',
      message: 'A migration needs an `inter.broker.protocol.version` of 3.4 or higher.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=true\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n',
    },
  ],
  reads: [
    'process.roles',
    'zookeeper.metadata.migration.enable',
    'zookeeper.connect',
    'broker.id',
    'node.id',
    'controller.quorum.voters',
    'controller.quorum.bootstrap.servers',
    'controller.listener.names',
    'inter.broker.protocol.version',
    'log.dirs',
    'log.dir',
  ],
  *check(config) {
    const at = config.get('zookeeper.metadata.migration.enable');
    const roles = processRoles(config);
    if (at === undefined || config.boolean(at.key) !== true || roles === undefined) return;
    const wanted = roles.size > 0 ? wantedOfNode(config) : wantedOfBroker(config);
    if (wanted !== undefined) yield { at, message: `A migration needs ${wanted}.` };
    else if (roles.size === 0) yield* protocolFindings(config);
  },
};

function wantedOfNode(config: Config): string | undefined {
  return config.has('zookeeper.connect') ? undefined : '`zookeeper.connect`, also on KRaft controllers';
}

function wantedOfBroker(config: Config): string | undefined {
  const id = nodeId(config);
  if (id !== undefined && id < 0) return 'a `broker.id` of 0 or more';
  const servers = config.get('controller.quorum.bootstrap.servers');
  const found = servers?.unknown || (config.list('controller.quorum.bootstrap.servers') ?? []).length > 0 || votersOf(config)?.length !== 0;
  if (!found) return '`controller.quorum.bootstrap.servers` or `controller.quorum.voters` to find the controllers';
  return controllerNames(config)?.length === 0 ? '`controller.listener.names`' : undefined;
}

function* protocolFindings(config: Config): Generator<Finding> {
  const protocol = config.get('inter.broker.protocol.version');
  if (protocol === undefined || protocol.unknown) return;
  if (isOlder(protocol.value, '3.4'))
    yield { at: protocol, message: 'A migration needs an `inter.broker.protocol.version` of 3.4 or higher.' };
  else if ((config.list('log.dirs') ?? config.list('log.dir') ?? []).length > 1 && isOlder(protocol.value, '3.7-IV2')) {
    yield { at: protocol, message: 'A migration with several log directories needs an `inter.broker.protocol.version` of 3.7 or higher.' };
  }
}
