import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { connectorScopes } from './scopes.ts';

export const transformPredicate: RelationRule = {
  id: 'transform-predicate',
  title: 'A predicate is named before it is used or negated',
  why: '`negate` turns a predicate round, and there is none without `predicate`. A predicate that `predicates` does not name has no class, and no task of the connector starts.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '2.6' },
  source: 'KIP-585; org.apache.kafka.connect.runtime.ConnectorConfig',
  examples: [
    {
      text: 'name=x\nconnector.class=com.example.Source\ntransforms=a\ntransforms.a.type=com.example.A\n«transforms.a.negate»=true\n',
      message: '`transforms.a.predicate` must be set where `transforms.a.negate` is.',
    },
    {
      text: 'name=x\nconnector.class=com.example.Source\ntransforms=a\ntransforms.a.type=com.example.A\ntransforms.a.predicate=«p»\n',
      message: '`predicates` must name `p`, and `predicates.p.type` its class: the task fails without.',
    },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=a\ntransforms.a.type=com.example.A\n«transforms.a.predicate»=\n' },
    {
      text: 'name=x\nconnector.class=com.example.Source\ntransforms=a\ntransforms.a.type=com.example.A\ntransforms.a.predicate=p\ntransforms.a.negate=true\npredicates=p\npredicates.p.type=com.example.P\n',
    },
  ],
  reads: ['transforms', 'transforms.*', 'predicates', 'predicates.*'],
  *check(config) {
    for (const { prefix, list } of connectorScopes(config)) {
      const transforms = list('transforms');
      if (transforms === undefined || transforms.unknown) continue;
      for (const name of new Set(splitList(transforms.value)))
        yield* checkOne(config, prefix, `${prefix}transforms.${name}`, list('predicates'));
    }
  },
};

function* checkOne(config: Config, prefix: string, alias: string, predicates: Setting | undefined): Generator<Finding> {
  const negate = config.own(`${alias}.negate`);
  const predicate = config.own(`${alias}.predicate`);
  if (negate !== undefined && predicate === undefined)
    yield {
      at: negate,
      part: 'key',
      message: `\`${alias}.predicate\` must be set where \`${alias}.negate\` is.`,
      lacks: [`${alias}.predicate`],
    };
  if (predicate === undefined || predicate.unknown || predicates?.unknown) return;
  if (predicate.value === '')
    yield { at: predicate, part: 'key', message: `\`${alias}.predicate\` must name a predicate: the task fails without.` };
  else if (!splitList(predicates?.value ?? '').includes(predicate.value))
    yield {
      at: predicate,
      message: `\`${prefix}predicates\` must name \`${predicate.value}\`, and \`${prefix}predicates.${predicate.value}.type\` its class: the task fails without.`,
      lacks: [`${prefix}predicates`],
    };
}
