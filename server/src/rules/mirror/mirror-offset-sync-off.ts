import type { Config } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';
import { flowOf } from './flows.ts';

const sync = 'sync.group.offsets.enabled';
const needs = ['emit.checkpoints.enabled', 'emit.offset-syncs.enabled'] as const;

export const mirrorOffsetSyncOff: RelationRule = {
  id: 'mirror-offset-sync-off',
  title: 'Groups’ offsets are synchronised from checkpoints',
  why: 'The connector that writes offsets of groups to the target works from offset syncs and checkpoints. Where one of them is switched off it is not started, and Kafka logs an error.',
  severity: 'warning',
  roles: ['mirror-maker'],
  kafka: { since: '3.9' },
  source: 'KIP-545, KAFKA-15906; org.apache.kafka.connect.mirror.MirrorCheckpointConfig#validate',
  examples: [
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nA->B.sync.group.offsets.enabled=«true»\nA->B.emit.checkpoints.enabled=false\n',
      message: '`emit.checkpoints.enabled` must be `true` for `sync.group.offsets.enabled` to have an effect.',
    },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nsync.group.offsets.enabled=true\n' },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nemit.checkpoints.enabled=false\n' },
  ],
  reads: [sync, `*.${sync}`, ...needs, ...needs.map((need) => `*.${need}`)],
  *check(config) {
    for (const setting of config.settings()) {
      if (!setting.key.endsWith(sync) || setting.value.toLowerCase() !== 'true') continue;
      const flow = flowOf(setting.key);
      if (flow === undefined && setting.key !== sync) continue;
      const prefix = flow === undefined ? '' : `${flow.source}->${flow.target}.`;
      const off = needs.find((need) => isOff(config, prefix, need));
      if (off !== undefined) yield { at: setting, message: `\`${off}\` must be \`true\` for \`${sync}\` to have an effect.` };
    }
  },
};

function isOff(config: Config, prefix: string, key: string): boolean {
  const setting = config.get(prefix + key) ?? config.get(key);
  return setting?.value === 'false';
}
