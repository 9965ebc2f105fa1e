import type { Entry } from '../../formats/format.ts';
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
    {
      text: 'services:\n  kafka:\n    image: bitnami/kafka:3.6\n    environment:\n      - KAFKA_CFG_BROKER_RACK=no\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ format }) => format.id !== 'properties',
  // What a framework has read itself is known, and `NAME=off` in a list is text.
  when: ({ entry, value }) =>
    entry.style === 'plain' && entry.kind === 'string' && words.test(entry.value) && value === entry.value && !isAssigned(entry),
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

function isAssigned({ block, keyEnd, valueStart }: Entry): boolean {
  return block.text.slice(keyEnd, valueStart).includes('=');
}

const words = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
