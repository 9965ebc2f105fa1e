import type { Config } from '../../configs/config.ts';
import { inOrder } from '../in-order.ts';
import type { RelationRule } from '../rule.ts';
import { clustersOf, flowOf, isEnabled } from './flows.ts';

export const mirrorIdentityLoop: RelationRule = {
  id: 'mirror-identity-loop',
  title: 'Both directions under one name',
  why: 'The identity policy keeps the names of topics, so MirrorMaker cannot tell what it has written itself. With flows in both directions each record is copied back and forth without end.',
  severity: 'information',
  roles: ['mirror-maker'],
  kafka: { since: '3.0' },
  source: 'KIP-690; org.apache.kafka.connect.mirror.IdentityReplicationPolicy',
  examples: [
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nB->A.enabled=true\nreplication.policy.class=«org.apache.kafka.connect.mirror.IdentityReplicationPolicy»\n',
      message: 'Flows in both directions (`A` and `B`) must not keep the names of topics: records go round in circles.',
    },
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nreplication.policy.class=org.apache.kafka.connect.mirror.IdentityReplicationPolicy\n',
    },
  ],
  reads: ['replication.policy.class', '*.enabled', 'enabled', 'clusters'],
  *check(config) {
    const policy = config.get('replication.policy.class');
    if (policy === undefined || !policy.value.endsWith('IdentityReplicationPolicy') || clustersOf(config) === undefined) return;
    const [source, target] = bothWays(config) ?? [];
    if (source === undefined) return;
    yield {
      at: policy,
      message: `Flows in both directions (\`${source}\` and \`${target}\`) must not keep the names of topics: records go round in circles.`,
    };
  },
};

function bothWays(config: Config): readonly [string, string] | undefined {
  for (const { key } of inOrder(config, (setting) => setting.key.endsWith('.enabled'))) {
    const flow = flowOf(key);
    if (flow === undefined || isEnabled(config, flow) !== true) continue;
    if (isEnabled(config, { source: flow.target, target: flow.source }) === true) return [flow.source, flow.target];
  }
  return undefined;
}
