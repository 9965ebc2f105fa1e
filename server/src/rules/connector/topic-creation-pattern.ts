import { mayBeRegex } from '../../schema/java-regex.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { creationGroups } from './scopes.ts';

const head =
  'name=x\nconnector.class=com.example.Source\ntopic.creation.default.replication.factor=3\ntopic.creation.default.partitions=3\ntopic.creation.groups=g\n';

export const topicCreationPattern: RelationRule = {
  id: 'topic-creation-pattern',
  title: 'Groups of topics to create are given by regular expressions',
  why: 'Each element of `include` and `exclude` is a regular expression of its own. The connector is refused when one cannot be read.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '2.6' },
  source: 'KIP-158; org.apache.kafka.connect.runtime.TopicCreationConfig',
  examples: [
    { text: `${head}topic.creation.g.include=«[»\n`, message: '`topic.creation.g.include` must hold regular expressions; `[` is none.' },
    { text: `${head}topic.creation.g.include=orders-.*,payments\n` },
    { text: `${head}topic.creation.g.include=(?i)orders[(*].{2}\n` },
    { text: `${head}topic.creation.other.include=[\n` },
  ],
  reads: ['topic.creation.*'],
  *check(config) {
    const keys = [...creationGroups(config)].flatMap((group) => [`${group}.include`, `${group}.exclude`]);
    for (const setting of keys.flatMap((key) => config.own(key) ?? [])) {
      if (setting.unknown) continue;
      const wrong = splitList(setting.value).find((pattern) => !mayBeRegex(pattern));
      if (wrong !== undefined) yield { at: setting, message: `\`${setting.key}\` must hold regular expressions; \`${wrong}\` is none.` };
    }
  },
};
