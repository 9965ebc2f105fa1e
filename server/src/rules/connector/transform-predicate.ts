import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';

export const transformPredicate: RelationRule = {
  id: 'transform-predicate',
  title: 'A predicate is named before it is used or negated',
  why: '`negate` turns a predicate round, and there is none without `predicate`. A predicate that `predicates` does not name has no class, and no task of the connector starts.',
  severity: 'error',
  roles: ['connector'],
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
    const transforms = config.get('transforms');
    if (transforms === undefined || transforms.unknown) return;
    const predicates = config.get('predicates');
    for (const name of new Set(splitList(transforms.value))) {
      const negate = config.own(`transforms.${name}.negate`);
      const predicate = config.own(`transforms.${name}.predicate`);
      if (negate !== undefined && predicate === undefined)
        yield { at: negate, part: 'key', message: `\`transforms.${name}.predicate\` must be set where \`transforms.${name}.negate\` is.` };
      if (predicate === undefined || predicate.unknown || predicates?.unknown) continue;
      if (predicate.value === '') {
        yield { at: predicate, part: 'key', message: `\`transforms.${name}.predicate\` must name a predicate: the task fails without.` };
        continue;
      }
      if (splitList(predicates?.value ?? '').includes(predicate.value)) continue;
      yield {
        at: predicate,
        message: `\`predicates\` must name \`${predicate.value}\`, and \`predicates.${predicate.value}.type\` its class: the task fails without.`,
      };
    }
  },
};
