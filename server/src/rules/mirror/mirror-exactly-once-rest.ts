import type { RelationRule } from '../rule.ts';
import { flowsOf } from './flows.ts';

const head = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n';
const rest = 'dedicated.mode.enable.internal.rest';
const support = 'exactly.once.source.support';

export const mirrorExactlyOnceRest: RelationRule = {
  id: 'mirror-exactly-once-rest',
  title: 'Nodes that replicate exactly once talk to one another',
  why: 'Before a task starts, its node has the leader of the group fence the task’s older producers. Without the internal REST server nodes other than the leader cannot ask for it, and their tasks fail.',
  severity: 'information',
  roles: ['mirror-maker'],
  kafka: { since: '3.5' },
  source: 'KIP-710; org.apache.kafka.connect.runtime.distributed.DistributedHerder#fenceZombieSourceTasks',
  examples: [
    {
      text: `${head}B.${support}=«enabled»\n`,
      message: `\`${rest}\` must be \`true\` where several nodes replicate exactly once.`,
    },
    { text: `${head}B.${support}=enabled\n${rest}=true\n` },
    { text: `${head}B.${support}=disabled\n` },
  ],
  reads: [rest, '*.exactly.once.source.support'],
  *check(config) {
    if (config.has(rest) && config.boolean(rest) !== false) return;
    const { others, isBuilt } = flowsOf(config);
    for (const view of config.views) {
      const setting = view.own(support);
      const name = (view.identity.spelling.spell('') ?? '').slice(0, -1);
      if (setting?.value.toLowerCase() !== 'enabled' || !others(name).some((one) => isBuilt(one, name))) continue;
      yield {
        at: setting,
        message: `\`${rest}\` must be \`true\` where several nodes replicate exactly once.`,
      };
      return;
    }
  },
};
