import { shippedClasses } from '../../schema/plugins.ts';
import type { SettingRule } from '../rule.ts';

const insert = 'org.apache.kafka.connect.transforms.InsertField';

export const transformKeyOrValue: SettingRule = {
  id: 'transform-key-or-value',
  title: 'A transformation of the key or of the value, said by the class',
  why: 'Many of Kafka’s transformations are two classes, one for keys and one for values, inside of an abstract one that cannot be made.',
  severity: 'error',
  roles: ['connector'],
  kafka: { since: '0.10.2' },
  source: 'KIP-66; org.apache.kafka.connect.runtime.ConnectorConfig#getConfigDefFromConfigProvidingClass',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=«${insert}»\n`,
      message: '`transforms.t.type` must be `org.apache.kafka.connect.transforms.InsertField$Key` or `…$Value`.',
      fixed: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${insert}$Value\n`,
    },
    { text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${insert}$Value\n` },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=com.example.InsertField\n' },
  ],
  reads: 'each',
  when: (setting) => setting.key.startsWith('transforms.') && setting.key.endsWith('.type') && !setting.value.includes('$'),
  *check(setting, config) {
    if (setting.unknown || !shippedClasses(config.kafka).some(({ name }) => name === `${setting.value}$Value`)) return;
    yield {
      at: setting,
      message: `\`${setting.key}\` must be \`${setting.value}$Key\` or \`…$Value\`.`,
      fixes: ['Value', 'Key'].map((part) => ({
        title: `Transform the record’s ${part.toLowerCase()}`,
        safe: false,
        steps: [{ do: 'set' as const, setting, value: `${setting.value}$${part}` }],
      })),
    };
  },
};
