import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';
import { isOlder } from './protocol-version.ts';

export const interBrokerProtocolInKraft: RelationRule = {
  id: 'inter-broker-protocol-in-kraft',
  title: 'KRaft keeps the protocol version in the cluster',
  why: 'A KRaft cluster agrees on `metadata.version` with `kafka-features.sh`. `inter.broker.protocol.version` is read only on the way from a release before 3.3, and must then be 3.0-IV1 or higher.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '3.3', until: '3.9' },
  source: 'KIP-778; kafka.server.KafkaConfig',
  supersedes: ['deprecated-key'],
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n«inter.broker.protocol.version»=3.6\n',
      message: 'A KRaft node ignores `inter.broker.protocol.version`: the cluster’s `metadata.version` counts.',
      fixed: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n«inter.broker.protocol.version»=2.8\n',
      severity: 'error',
      message: '`inter.broker.protocol.version` must be 3.0-IV1 or higher on a KRaft node, or not be set.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ninter.broker.protocol.version=2.8\n' },
  ],
  reads: ['process.roles', 'inter.broker.protocol.version'],
  *check(config) {
    const setting = config.get('inter.broker.protocol.version');
    if (setting === undefined || setting.unknown || (processRoles(config)?.size ?? 0) === 0) return;
    const old = isOlder(setting.value, '3.0-IV1');
    yield {
      at: setting,
      part: 'key',
      severity: old ? 'error' : 'warning',
      message: old
        ? '`inter.broker.protocol.version` must be 3.0-IV1 or higher on a KRaft node, or not be set.'
        : 'A KRaft node ignores `inter.broker.protocol.version`: the cluster’s `metadata.version` counts.',
      fixes: [{ title: 'Remove `inter.broker.protocol.version`', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
