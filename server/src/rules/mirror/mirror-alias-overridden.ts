import type { RelationRule } from '../rule.ts';

const head = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n';
const names = ['topics', 'groups', 'config.properties'] as const;

export const mirrorAliasOverridden: RelationRule = {
  id: 'mirror-alias-overridden',
  title: 'An old name beside the new one',
  why: 'Where both are written the old name is not read: what it leaves out is replicated after all.',
  severity: 'warning',
  roles: ['mirror-maker'],
  kafka: { since: '2.7', until: '3.9' },
  source: 'KIP-629; org.apache.kafka.common.utils.ConfigUtils#translateDeprecatedConfigs',
  supersedes: ['deprecated-key'],
  examples: [
    {
      text: `${head}topics.exclude=a\n«topics.blacklist»=b\n`,
      kafka: '3.9',
      message: '`topics.blacklist` is ignored: `topics.exclude` is set.',
      fixed: `${head}topics.exclude=a\n`,
    },
    { text: `${head}topics.exclude=a\n«A->B.topics.blacklist»=b\n`, kafka: '3.9' },
    { text: `${head}topics.blacklist=b\n`, kafka: '3.9' },
    { text: `${head}A->B.topics.exclude=a\nB->A.topics.blacklist=b\n`, kafka: '3.9' },
  ],
  reads: names.flatMap((name) => [`*${name}.exclude`, `*${name}.blacklist`]),
  *check(config) {
    for (const setting of config.settings()) {
      const [, prefix = '', name] = /^(.+->.+\.)?(topics|groups|config\.properties)\.blacklist$/.exec(setting.key) ?? [];
      if (name === undefined) continue;
      const newer = config.own(`${prefix}${name}.exclude`) ?? config.own(`${name}.exclude`);
      if (newer === undefined) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${setting.key}\` is ignored: \`${newer.key}\` is set.`,
        fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};
