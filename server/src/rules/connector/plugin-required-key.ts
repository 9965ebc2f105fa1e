import { pluginProperties } from '../../schema/plugins.ts';
import type { RelationRule } from '../rule.ts';
import { aliases } from './scopes.ts';

const flatten = 'org.apache.kafka.connect.transforms.HoistField$Key';

export const pluginRequiredKey: RelationRule = {
  id: 'plugin-required-key',
  title: 'A transformation or predicate lacks a property that it cannot do without',
  why: 'Kafka’s own transformations and predicates say which of their properties have no default. The connector is refused without them.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '0.10.2' },
  source: 'KIP-66, KIP-585; the definitions of the classes (schemas/facts/connect-plugins.json)',
  examples: [
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=wrap\ntransforms.wrap.type=«${flatten}»\n`,
      message: '`transforms.wrap.field` must be set for `HoistField$Key`.',
    },
    { text: `name=x\nconnector.class=com.example.Source\ntransforms=wrap\ntransforms.wrap.type=${flatten}\ntransforms.wrap.field=id\n` },
    { text: `name=x\nconnector.class=com.example.Source\ntransforms=other\ntransforms.wrap.type=${flatten}\n` },
  ],
  reads: ['transforms', 'predicates', 'transforms.*', 'predicates.*'],
  *check(config) {
    for (const alias of [...aliases(config, 'transforms'), ...aliases(config, 'predicates')]) {
      const type = config.own(`${alias}.type`);
      if (type === undefined || type.unknown) continue;
      const missing = pluginProperties(config.kafka, type.value)
        .filter((one) => one.required === true && !config.has(`${alias}.${one.name}`))
        .map((one) => `\`${alias}.${one.name}\``);
      if (missing.length === 0) continue;
      yield { at: type, message: `${missing.join(', ')} must be set for \`${type.value.slice(type.value.lastIndexOf('.') + 1)}\`.` };
    }
  },
};
