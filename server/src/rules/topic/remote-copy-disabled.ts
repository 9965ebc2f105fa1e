import type { RelationRule } from '../rule.ts';

const pairs = [
  ['local.retention.ms', 'retention.ms'],
  ['local.retention.bytes', 'retention.bytes'],
] as const;

export const remoteCopyDisabled: RelationRule = {
  id: 'remote-copy-disabled',
  title: 'Without copies to remote storage everything stays local',
  why: 'Once `remote.log.copy.disable` is on, nothing new is moved away: what is kept locally has to be what is kept altogether.',
  severity: 'error',
  roles: ['topic'],
  kafka: { since: '3.9' },
  source: 'KIP-950; org.apache.kafka.storage.internals.log.LogConfig#validateRetentionConfigsWhenRemoteCopyDisabled',
  examples: [
    {
      text: 'remote.storage.enable=true\nremote.log.copy.disable=true\nlocal.retention.ms=«1000»\n',
      message: '`local.retention.ms` must be the same as `retention.ms`, 604800000, or -2, while `remote.log.copy.disable` is `true`.',
      fixed: 'remote.storage.enable=true\nremote.log.copy.disable=true\nlocal.retention.ms=-2\n',
    },
    { text: 'remote.storage.enable=true\nremote.log.copy.disable=true\nretention.ms=1000\nlocal.retention.ms=1000\n' },
  ],
  supersedes: ['local-retention'],
  reads: ['remote.storage.enable', 'remote.log.copy.disable', ...pairs.flat()],
  *check(config) {
    if (config.boolean('remote.storage.enable') !== true || config.boolean('remote.log.copy.disable') !== true) return;
    for (const [local, total] of pairs) {
      const setting = config.get(local);
      const kept = config.number(local);
      const all = config.number(total);
      if (setting === undefined || kept === undefined || all === undefined || kept === -2 || kept === all) continue;
      yield {
        at: setting,
        message: `\`${local}\` must be the same as \`${total}\`, ${all}, or -2, while \`remote.log.copy.disable\` is \`true\`.`,
        fixes: [{ title: `Set \`${local}\` to -2`, safe: false, steps: [{ do: 'set', setting, value: '-2' }] }],
      };
    }
  },
};
