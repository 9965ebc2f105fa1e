import { mayBeSecret } from '../../configs/secrets.ts';
import type { SettingRule } from '../rule.ts';

export const variableNotText: SettingRule = {
  id: 'variable-not-text',
  title: 'A number or switch where Kubernetes wants a text',
  why: 'The values of container variables and of ConfigMaps are texts: Kubernetes refuses the resource when a number, true or false stands there without quotes.',
  severity: 'error',
  roles: 'all',
  family: 'any',
  source: 'Kubernetes API, EnvVar.value and ConfigMap.data',
  examples: [
    {
      text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n        - name: KAFKA_NUM_PARTITIONS\n          value: «3»\n',
      only: 'yaml',
      message: '`KAFKA_NUM_PARTITIONS` must be a text: put `3` between quotes.',
      fixed:
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n        - name: KAFKA_NUM_PARTITIONS\n          value: "3"\n',
    },
    {
      text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n        - name: KAFKA_NUM_PARTITIONS\n          value: "3"\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ scalars }) => scalars === 'text',
  when: ({ entry }) => entry.style === 'plain' && (entry.kind === 'number' || entry.kind === 'boolean'),
  *check(setting) {
    const { value } = setting;
    yield {
      at: setting,
      message: `\`${setting.entry.key}\` must be a text: put ${mayBeSecret(setting) ? 'it' : `\`${value}\``} between quotes.`,
      fixes: [{ title: 'Put it between quotes', safe: true, steps: [{ do: 'set', setting, value, quoted: true }] }],
    };
  },
};
