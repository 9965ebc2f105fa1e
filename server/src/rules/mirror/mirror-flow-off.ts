import type { SettingRule } from '../rule.ts';
import { flowOf, isEnabled } from './flows.ts';

export const mirrorFlowOff: SettingRule = {
  id: 'mirror-flow-off',
  title: 'A flow with topics that is not switched on',
  why: 'A flow replicates only where `SOURCE->TARGET.enabled` is `true`; without it the flow’s topics are not copied.',
  severity: 'information',
  roles: ['mirror-maker'],
  kafka: { since: '2.4' },
  source: 'KIP-382; org.apache.kafka.connect.mirror.MirrorConnectorConfig#enabled',
  examples: [
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\n«A->B.topics»=.*\n',
      message: '`A->B.enabled` must be `true` for these topics to be replicated.',
    },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nA->B.topics=.*\n' },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=false\nA->B.topics=.*\n' },
  ],
  reads: 'each',
  of: ({ key }) => key.endsWith('.topics') && key.includes('->'),
  *check(setting, config) {
    const flow = flowOf(setting.key);
    if (flow === undefined || isEnabled(config, flow) !== false) return;
    const { source, target } = flow;
    // Written as false, the flow is meant to be off.
    if (config.has(`${source}->${target}.enabled`)) return;
    yield { at: setting, part: 'key', message: `\`${source}->${target}.enabled\` must be \`true\` for these topics to be replicated.` };
  },
};
