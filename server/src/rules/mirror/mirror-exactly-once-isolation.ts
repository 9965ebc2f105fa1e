import type { Config, Setting } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';
import { flowsOf } from './flows.ts';

const head = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n';
const support = 'exactly.once.support';
const isolation = 'isolation.level';

export const mirrorExactlyOnceIsolation: RelationRule = {
  id: 'mirror-exactly-once-isolation',
  title: 'A flow that replicates exactly once reads what is committed',
  why: 'Records of transactions that were given up would be replicated, too. The flow’s connector is refused unless the consumer on its source reads committed records only.',
  severity: 'error',
  roles: ['mirror-maker'],
  kafka: { since: '3.5' },
  source: 'KIP-618, KAFKA-10586; org.apache.kafka.connect.mirror.MirrorSourceConnector#validate and #exactlyOnceSupport',
  examples: [
    {
      text: `${head}A->B.${support}=«required»\n`,
      message: `\`A.consumer.${isolation}\` must be \`read_committed\` where \`A->B.${support}\` is \`required\`.`,
      fixed: `${head}A->B.${support}=required\nA.consumer.${isolation}=read_committed\n`,
    },
    { text: `${head}A->B.${support}=«required»\nA.consumer.${isolation}=read_uncommitted\nA->B.consumer.${isolation}=read_committed\n` },
    { text: `${head}A->B.${support}=required\nA.consumer.${isolation}=read_committed\n` },
    { text: `${head}A->B.${support}=required\nA->B.source.consumer.${isolation}=read_committed\n` },
    { text: `${head}A->B.${support}=requested\n` },
  ],
  reads: ['*.exactly.once.support', '*.isolation.level'],
  *check(config) {
    const { pairs, isBuilt } = flowsOf(config);
    for (const { source, target } of pairs()) {
      const setting = config.own(`${source}->${target}.${support}`);
      if (setting?.entry.value !== 'required' || !isBuilt(source, target)) continue;
      const level = isolationOf(config, source, target);
      if (level?.unknown || level?.entry.value === 'read_committed') continue;
      const key = `${source}.consumer.${isolation}`;
      yield {
        at: setting,
        message: `\`${key}\` must be \`read_committed\` where \`${setting.key}\` is \`required\`.`,
        ...(level === undefined && {
          fixes: [
            { title: `Add \`${key}=read_committed\``, safe: false, steps: [{ do: 'add', after: setting, key, value: 'read_committed' }] },
          ],
        }),
      };
    }
  },
};

/** The flow’s own word for its source counts most, then the cluster’s, then the flow’s word for any consumer (`MirrorConnectorConfig#sourceConsumerConfig`). */
function isolationOf(config: Config, source: string, target: string): Setting | undefined {
  const flow = `${source}->${target}.`;
  for (const prefix of [`${flow}source.consumer.`, `${source}.consumer.`, `${flow}consumer.`]) {
    const setting = behind(config, prefix)?.own(isolation);
    if (setting !== undefined) return setting;
  }
  return undefined;
}

/** The view of the keys behind a prefix. */
function behind(config: Config, prefix: string): Config | undefined {
  for (const view of config.views) {
    const found = view.identity.spelling.spell('') === prefix ? view : behind(view, prefix);
    if (found !== undefined) return found;
  }
  return undefined;
}
