import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { connectorScopes } from './scopes.ts';

const lists = [
  { key: 'transforms', what: 'transformation' },
  { key: 'predicates', what: 'predicate' },
] as const;

export const aliasTypeMissing: RelationRule = {
  id: 'alias-type-missing',
  title: 'Each transformation and predicate needs its type',
  why: 'The list gives names of your own; `transforms.NAME.type` says which class each of them is.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '0.10.2' },
  source: 'KIP-66, KIP-585; org.apache.kafka.connect.runtime.ConnectorConfig#enrich',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: 'name=x\nconnector.class=com.example.Source\ntransforms=«route»\n',
      message: '`transforms.route.type` must name the class of the transformation.',
    },
    {
      text: 'name=x\nconnector.class=com.example.Source\ntransforms=«route,»\ntransforms.route.type=com.example.Route\n',
      message: '`transforms` must not hold empty names.',
    },
    { text: 'name=x\nconnector.class=com.example.Source\npredicates=«p»\n', kafka: '4.1' },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=route\ntransforms.route.type=com.example.Route\n' },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=\n' },
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nA->B.transforms=«route»\n',
      role: 'mirror-maker',
      message: '`A->B.transforms.route.type` must name the class of the transformation.',
    },
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nA->B.transforms=route\nA->B.transforms.route.type=com.example.Route\n',
      role: 'mirror-maker',
    },
  ],
  reads: ['transforms', 'predicates', 'transforms.*', 'predicates.*'],
  *check(config) {
    for (const { prefix, list } of connectorScopes(config)) {
      for (const { key, what } of lists) {
        const setting = list(key);
        if (setting === undefined || setting.unknown || setting.definition === undefined) continue;
        const names = splitList(setting.value);
        const missing = names.find((name) => name !== '' && !config.has(`${prefix}${key}.${name}.type`));
        if (names.includes('')) yield { at: setting, message: `\`${key}\` must not hold empty names.` };
        else if (missing !== undefined)
          yield {
            at: setting,
            message: `\`${prefix}${key}.${missing}.type\` must name the class of the ${what}.`,
            lacks: [`${prefix}${key}.${missing}.type`],
          };
      }
    }
  },
};
