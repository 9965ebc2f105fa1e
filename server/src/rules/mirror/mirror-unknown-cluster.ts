import type { SettingRule } from '../rule.ts';
import { clustersOf, flowOf } from './flows.ts';

export const mirrorUnknownCluster: SettingRule = {
  id: 'mirror-unknown-cluster',
  title: 'A flow between clusters that are not named',
  why: 'MirrorMaker looks only for flows between the clusters in `clusters`; settings of other flows are ignored in silence.',
  severity: 'warning',
  roles: ['mirror-maker'],
  kafka: { since: '2.4' },
  source: 'KIP-382; org.apache.kafka.connect.mirror.MirrorMakerConfig#clusterPairs',
  supersedes: ['unknown-key'],
  examples: [
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n«A->C.enabled»=true\n',
      message: '`A->C.enabled` is ignored: `clusters` does not name `C`.',
    },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n' },
    { text: 'clusters=${env:CLUSTERS}\nA->B.enabled=true\n' },
  ],
  reads: 'each',
  of: ({ key }) => key.includes('->'),
  *check(setting, config) {
    const flow = flowOf(setting.key);
    const clusters = clustersOf(config);
    // Of a list that names no two clusters, that is said.
    if (flow === undefined || clusters === undefined || clusters.size < 2) return;
    const stranger = [flow.source, flow.target].find((name) => !clusters.has(name));
    if (stranger === undefined) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `\`${setting.key}\` is ignored: \`clusters\` does not name \`${stranger}\`.`,
    };
  },
};
