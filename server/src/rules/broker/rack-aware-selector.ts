import type { RelationRule } from '../rule.ts';
import { isBroker } from './listener-graph.ts';

const key = 'replica.selector.class';
const selector = 'org.apache.kafka.common.replica.RackAwareReplicaSelector';
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const rackAwareSelector: RelationRule = {
  id: 'rack-aware-selector',
  title: 'Nearby replicas are found by the racks of brokers',
  why: 'The selector sends a consumer to a replica whose `broker.rack` is the consumer’s `client.rack`. A broker that does not say where it is serves no consumer but as the leader.',
  severity: 'information',
  roles: ['broker'],
  kafka: { since: '2.4' },
  source: 'KIP-392; org.apache.kafka.common.replica.RackAwareReplicaSelector#select',
  examples: [
    {
      text: `${node}${key}=«${selector}»\n`,
      message:
        '`RackAwareReplicaSelector` compares racks, and this broker has no `broker.rack`: consumers read from it only as the leader.',
    },
    { text: `${node}${key}=${selector}\nbroker.rack=a\n` },
    { text: `${node}${key}=com.example.Selector\n` },
  ],
  reads: [key, 'broker.rack', 'process.roles'],
  *check(config) {
    const at = config.own(key);
    const isWithout = config.identity.whole && config.get('broker.rack') === undefined && isBroker(config) === true;
    if (at === undefined || at.unknown || at.value !== selector || !isWithout) return;
    yield {
      at,
      message:
        '`RackAwareReplicaSelector` compares racks, and this broker has no `broker.rack`: consumers read from it only as the leader.',
    };
  },
};
