import { before } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { nodeIdKey } from './quorum.ts';

export const kraftNeedsNodeId: RelationRule = {
  id: 'kraft-needs-node-id',
  title: 'A KRaft node needs `node.id`',
  why: 'Every node of a KRaft cluster has an id of its own; without one the node does not start. An old `broker.id` is taken in its place.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-500; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=«broker»\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n',
      message: '`node.id` must be set to 0 or more where `process.roles` is set.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n' },
    {
      text: 'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    env_file: kafka.env\n    environment:\n      KAFKA_PROCESS_ROLES: broker\n',
      only: 'yaml',
    },
    { text: 'process.roles=broker\nbroker.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n' },
  ],
  reads: ['process.roles', 'node.id', 'broker.id'],
  *check(config) {
    const roles = config.get('process.roles');
    if (roles === undefined || roles.unknown || (roles.value === '' && before(config.kafka, '4.0'))) return;
    const id = config.get(nodeIdKey(config));
    if (id?.unknown || (id !== undefined && (config.number(id.key) ?? 0) >= 0)) return;
    // Variables, templates or other files may give it.
    const { whole, image } = config.identity;
    if (id === undefined && !whole && image?.complete !== true) return;
    yield { at: id ?? roles, message: '`node.id` must be set to 0 or more where `process.roles` is set.', lacks: ['node.id', 'broker.id'] };
  },
};
