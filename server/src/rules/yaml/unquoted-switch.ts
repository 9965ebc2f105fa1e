import type { SettingRule } from '../rule.ts';

export const unquotedSwitch: SettingRule = {
  id: 'unquoted-switch',
  title: 'on, off, yes or no without quotes',
  why: 'YAML 1.1 readers, those of Kubernetes and Helm among them, turn these words into true and false; YAML 1.2 readers leave them as they are. Kafka’s own switches are true and false.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  source: 'YAML 1.1, bool type; YAML 1.2.2, core schema',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    config:\n      auto.create.topics.enable: «off»\n',
      only: 'yaml',
      message: '`off` is a word to some readers of YAML and `false` to others: write `false`.',
      fixed: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    config:\n      auto.create.topics.enable: "false"\n',
    },
    {
      text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    config:\n      auto.create.topics.enable: false\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ format }) => format.id !== 'properties',
  // What a framework has read itself is known.
  when: ({ entry, value }) => entry.style === 'plain' && entry.kind === 'string' && words.test(entry.value) && value === entry.value,
  *check(setting) {
    const { value, definition } = setting;
    const meant = /^(?:on|yes|y)$/i.test(value) ? 'true' : 'false';
    const isSwitch = definition?.type === 'boolean';
    const fix = isSwitch
      ? { title: `Set to \`${meant}\``, safe: true, steps: [{ do: 'set' as const, setting, value: meant, quoted: true as const }] }
      : { title: 'Put it between quotes', safe: false, steps: [{ do: 'set' as const, setting, value, quoted: true as const }] };
    const wanted = isSwitch ? `write \`${meant}\`` : 'put it between quotes';
    yield { at: setting, message: `\`${value}\` is a word to some readers of YAML and \`${meant}\` to others: ${wanted}.`, fixes: [fix] };
  },
};

const words = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
