import type { SettingRule } from '../rule.ts';

export const numberInExponent: SettingRule = {
  id: 'number-in-exponent',
  title: 'A large number that a chart prints as 1e+06',
  why: 'Helm reads numbers of YAML as floating point: templates print those of seven digits and more in scientific notation, which Kafka refuses. Between quotes they stay as they are.',
  severity: 'information',
  roles: 'all',
  family: 'any',
  source: 'helm/helm issue 1707; Go encoding of float64',
  examples: [
    {
      text: 'kafka:\n  configurationOverrides:\n    log.retention.ms: «604800000»\n    num.partitions: 3\n    zookeeper.connect: zk:2181\n',
      only: 'yaml',
      message: '`log.retention.ms` may reach Kafka as `6.048e+08`: put the number between quotes.',
      fixed:
        'kafka:\n  configurationOverrides:\n    log.retention.ms: "604800000"\n    num.partitions: 3\n    zookeeper.connect: zk:2181\n',
    },
    { text: 'kafka:\n  configurationOverrides:\n    log.retention.ms: "604800000"\n    zookeeper.connect: zk:2181\n', only: 'yaml' },
    { text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nspec:\n  config:\n    retention.ms: 604800000\n', only: 'yaml' },
  ],
  reads: 'each',
  in: ({ scalars }) => scalars === 'printed',
  when: ({ entry }) => entry.style === 'plain' && entry.kind === 'number',
  *check(setting) {
    const { value } = setting;
    if (!/^-?\d{7,}$/.test(value)) return;
    const printed = Number(value)
      .toExponential()
      .replace(/e([+-])(\d)$/, 'e$10$2');
    yield {
      at: setting,
      message: `\`${setting.key}\` may reach Kafka as \`${printed}\`: put the number between quotes.`,
      fixes: [{ title: 'Put it between quotes', safe: true, steps: [{ do: 'set', setting, value, quoted: true }] }],
    };
  },
};
