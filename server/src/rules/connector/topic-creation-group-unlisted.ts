import { splitList } from '../../schema/value.ts';
import { inOrder } from '../in-order.ts';
import type { RelationRule } from '../rule.ts';
import { connectorScopes, isOfService, serviceKeys } from './scopes.ts';

const groups = 'topic.creation.groups';
const head =
  'name=x\nconnector.class=com.example.Source\ntopic.creation.default.replication.factor=3\ntopic.creation.default.partitions=3\n';

export const topicCreationGroupUnlisted: RelationRule = {
  id: 'topic-creation-group-unlisted',
  title: 'Settings of a group of topics that is not in the list',
  why: 'Connect knows the group `default` and those that `topic.creation.groups` names. What is written for another is ignored.',
  severity: 'warning',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '2.6' },
  source: 'KIP-158; org.apache.kafka.connect.runtime.SourceConnectorConfig#enrich',
  supersedes: ['unknown-key'],
  examples: [
    {
      text: `${head}${groups}=orders\ntopic.creation.orders.include=orders-.*\n«topic.creation.payments.include»=payments-.*\ntopic.creation.payments.partitions=12\n`,
      message: `\`topic.creation.payments.include\` is ignored: \`${groups}\` does not name \`payments\`.`,
    },
    { text: `${head}${groups}=orders\ntopic.creation.orders.include=orders-.*\n` },
    { text: `${head}kafka.auth.mode=KAFKA_API_KEY\ntopic.creation.payments.include=payments-.*\n` },
    { text: `${head}${groups}=\${env:GROUPS}\ntopic.creation.payments.include=payments-.*\n` },
  ],
  reads: ['topic.creation.*', ...serviceKeys],
  *check(config) {
    if (isOfService(config)) return;
    for (const { prefix } of connectorScopes(config)) {
      const list = config.own(prefix + groups);
      if (list?.unknown) continue;
      const named = new Set(['default', ...splitList(list?.value ?? '')]);
      for (const setting of inOrder(config, ({ key }) => key.startsWith(`${prefix}topic.creation.`))) {
        const [name, ...rest] = setting.key.slice(`${prefix}topic.creation.`.length).split('.');
        if (name === undefined || rest.length === 0 || named.has(name)) continue;
        // The first of a group stands for all of it.
        named.add(name);
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `\`${setting.key}\` is ignored: \`${prefix}${groups}\` does not name \`${name}\`.`,
        };
      }
    }
  },
};
