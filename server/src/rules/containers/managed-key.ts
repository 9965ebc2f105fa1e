import type { SettingRule } from '../rule.ts';

export const managedKey: SettingRule = {
  id: 'managed-key',
  title: 'A key that the operator or framework sets itself',
  why: 'Strimzi derives listeners, security, storage and node identity from other parts of the resource. What `config` says about them is dropped, with a line in the operator’s log only. Spring Cloud Stream drops a group that its binder’s consumers have in common in the same way: each binding has a group of its own.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  source:
    'Strimzi, AbstractConfiguration#filterForbidden; KafkaClusterSpec.FORBIDDEN_PREFIXES and its kin; Spring Cloud Stream, KafkaBinderConfigurationProperties#filterStreamManagedConfiguration',
  examples: [
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    config:\n      «log.dirs»: /data\n      num.partitions: 3\n',
      only: 'yaml',
      message: 'Strimzi sets `log.dirs` itself and ignores it here.',
      fixed: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 3\n',
    },
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    config:\n      ssl.cipher.suites: TLS_AES_256_GCM_SHA384\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ managedBy }) => managedBy !== undefined,
  *check(setting, config) {
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `${config.identity.managedBy} sets \`${setting.key}\` itself and ignores it here.`,
      fixes: [{ title: 'Remove it', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
