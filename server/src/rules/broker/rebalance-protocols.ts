import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

export const rebalanceProtocols: RelationRule = {
  id: 'rebalance-protocols',
  title: 'The classic rebalance protocol stays on',
  why: 'Clients of every age need the classic protocol. The consumer protocol of KIP-848 needs KRaft.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.7' },
  source: 'KIP-848; kafka.server.KafkaConfig#groupCoordinatorRebalanceProtocols',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\ngroup.coordinator.rebalance.protocols=«consumer»\n',
      kafka: '4.1',
      message: '`group.coordinator.rebalance.protocols` must have `classic`.',
      fixed:
        'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\ngroup.coordinator.rebalance.protocols=classic,consumer\n',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ngroup.coordinator.rebalance.protocols=«classic,consumer»\n',
      kafka: '3.9',
      message: 'The `consumer` protocol needs a KRaft cluster: `group.coordinator.rebalance.protocols` must be `classic`.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\ngroup.coordinator.rebalance.protocols=classic,consumer\n',
      kafka: '4.1',
    },
  ],
  reads: ['group.coordinator.rebalance.protocols', 'process.roles'],
  *check(config) {
    const setting = config.own('group.coordinator.rebalance.protocols');
    const protocols = config.list('group.coordinator.rebalance.protocols');
    if (setting === undefined || setting.unknown || protocols === undefined) return;
    if (!protocols.includes('classic')) {
      const value = ['classic', ...protocols].join(',');
      const fixes = [{ title: 'Add `classic`', safe: false, steps: [{ do: 'set', setting, value }] }] as const;
      yield {
        at: setting,
        ...(setting.value === '' && { part: 'key' }),
        message: '`group.coordinator.rebalance.protocols` must have `classic`.',
        fixes,
      };
    } else if (protocols.includes('consumer') && processRoles(config)?.size === 0 && atLeast(config.kafka, '3.8')) {
      yield {
        at: setting,
        message: 'The `consumer` protocol needs a KRaft cluster: `group.coordinator.rebalance.protocols` must be `classic`.',
      };
    } else if (protocols.includes('share') && atLeast(config.kafka, '4.2') && !atLeast(config.kafka, '4.3')) {
      const message =
        '`share` should be left out: the feature `share.version` switches share groups on, and later releases go by it alone.';
      yield { at: setting, severity: 'warning', message };
    }
  },
};
