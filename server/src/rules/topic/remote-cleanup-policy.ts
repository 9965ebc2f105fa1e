import { splitList } from '../../schema/value.ts';
import { atLeast, before } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

export const remoteCleanupPolicy: RelationRule = {
  id: 'remote-cleanup-policy',
  title: 'Compacted topics cannot be tiered',
  why: 'What has been moved to remote storage is not compacted any more. Kafka takes `remote.storage.enable` only where old records are deleted.',
  severity: 'error',
  roles: ['topic'],
  kafka: { since: '3.6' },
  source: 'KIP-405, KIP-950; org.apache.kafka.storage.internals.log.LogConfig#validateRemoteStorageRequiresDeleteCleanupPolicy',
  examples: [
    {
      text: 'remote.storage.enable=true\ncleanup.policy=«compact»\n',
      message: '`cleanup.policy` must be `delete` while `remote.storage.enable` is `true`.',
      fixed: 'remote.storage.enable=true\ncleanup.policy=delete\n',
    },
    { text: 'remote.storage.enable=true\ncleanup.policy=delete\n' },
    { text: 'remote.storage.enable=false\ncleanup.policy=compact\n' },
  ],
  reads: ['remote.storage.enable', 'cleanup.policy'],
  *check(config) {
    const setting = config.get('cleanup.policy');
    if (setting === undefined || setting.unknown || config.boolean('remote.storage.enable') !== true) return;
    const policies = splitList(setting.value);
    const compacted = policies.some((policy) => policy.toLowerCase() === 'compact');
    // Only 4.1 refuses an empty list.
    const emptyRefused = atLeast(config.kafka, '4.1') && before(config.kafka, '4.2');
    if (!compacted && !(policies.length === 0 && emptyRefused)) return;
    yield {
      at: setting,
      ...(setting.value === '' && { part: 'key' }),
      message: '`cleanup.policy` must be `delete` while `remote.storage.enable` is `true`.',
      fixes: [{ title: 'Set `cleanup.policy` to `delete`', safe: false, steps: [{ do: 'set', setting, value: 'delete' }] }],
    };
  },
};
