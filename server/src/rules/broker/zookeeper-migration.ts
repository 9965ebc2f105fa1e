import type { Config, Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { controllerNames, processRoles } from './listener-graph.ts';
import { isOlder } from './protocol-version.ts';
import { namesQuorum, nodeId, quorumKeys } from './quorum.ts';

export const zookeeperMigration: RelationRule = {
  id: 'zookeeper-migration',
  title: 'What a migration from ZooKeeper needs',
  why: 'While a cluster moves from ZooKeeper to KRaft, brokers need an id of their own, the controllers’ addresses and listener, and a protocol that knows the migration; controllers need ZooKeeper’s address.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.4', until: '3.9' },
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
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=«true»\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\nlog.dirs=/a,/b\n',
      kafka: '3.6',
      message: 'A migration with several log directories needs Kafka 3.7 or higher.',
    },
    {
      text: 'broker.id=-1\nzookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=true\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n',
      kafka: '3.8',
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
    else if (roles.size === 0) yield* protocolFindings(config, at);
  },
};

function wantedOfNode(config: Config): string | undefined {
  return config.has('zookeeper.connect') ? undefined : '`zookeeper.connect`, also on KRaft controllers';
}

function wantedOfBroker(config: Config): string | undefined {
  const id = nodeId(config);
  if (id !== undefined && id < 0 && atLeast(config.kafka, '3.9')) return 'a `broker.id` of 0 or more';
  if (!namesQuorum(config)) {
    const keys = quorumKeys(config).map((key) => `\`${key}\``);
    return `${keys.join(' or ')} to find the controllers`;
  }
  return controllerNames(config)?.length === 0 ? '`controller.listener.names`' : undefined;
}

function* protocolFindings(config: Config, migration: Setting): Generator<Finding> {
  const key = 'inter.broker.protocol.version';
  const protocol = config.value(key);
  if (protocol === undefined) return;
  const at = config.get(key) ?? migration;
  const directories = config.list('log.dirs') ?? config.list('log.dir') ?? [];
  if (isOlder(protocol, '3.4')) yield { at, message: `A migration needs an \`${key}\` of 3.4 or higher.` };
  else if (directories.length > 1 && isOlder(protocol, '3.7-IV2') && atLeast(config.kafka, '3.5'))
    yield {
      at,
      message: `A migration with several log directories needs ${atLeast(config.kafka, '3.7') ? `an \`${key}\` of 3.7` : 'Kafka 3.7'} or higher.`,
    };
}
