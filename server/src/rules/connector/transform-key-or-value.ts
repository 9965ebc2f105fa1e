import { shippedClasses } from '../../schema/plugins.ts';
import type { RelationRule } from '../rule.ts';
import { aliases } from './scopes.ts';

const insert = 'org.apache.kafka.connect.transforms.InsertField';

export const transformKeyOrValue: RelationRule = {
  id: 'transform-key-or-value',
  title: 'A transformation of the key or of the value, said by the class',
  why: 'Many of Kafka’s transformations are two classes, one for keys and one for values, inside of an abstract one that cannot be made.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
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
    { text: `name=x\nconnector.class=com.example.Source\ntransforms.t.type=${insert}\n` },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=com.example.InsertField\n' },
  ],
  reads: ['transforms', 'transforms.*'],
  *check(config) {
    for (const alias of aliases(config, 'transforms')) {
      const setting = config.own(`${alias}.type`);
      if (setting === undefined || setting.unknown || setting.value.includes('$')) continue;
      if (!shippedClasses(config.kafka).some((one) => one.name === `${setting.value}$Value`)) continue;
      yield {
        at: setting,
        message: `\`${setting.key}\` must be \`${setting.value}$Key\` or \`…$Value\`.`,
        fixes: ['Value', 'Key'].map((part) => ({
          title: `Transform the record’s ${part.toLowerCase()}`,
          safe: false,
          steps: [{ do: 'set' as const, setting, value: `${setting.value}$${part}` }],
        })),
      };
    }
  },
};
