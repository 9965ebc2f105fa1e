import { inOrder } from '../in-order.ts';
import type { RelationRule } from '../rule.ts';
import { connectorScopes, isOfService, serviceKeys } from './scopes.ts';

const replication = 'topic.creation.default.replication.factor';
const partitions = 'topic.creation.default.partitions';

export const topicCreationDefault: RelationRule = {
  id: 'topic-creation-default',
  title: 'Topic creation needs its default group complete',
  why: 'As soon as a source connector sets one property of `topic.creation.`, Connect wants replication factor and partitions of the default group; -1 stands for the broker’s own.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '2.6' },
  source: 'KIP-158; org.apache.kafka.connect.runtime.SourceConnectorConfig',
  examples: [
    {
      text: `name=x\nconnector.class=com.example.Source\n«${partitions}»=3\n`,
      message: `\`${replication}\` must be set where topics are created.`,
      fixed: `name=x\nconnector.class=com.example.Source\n${partitions}=3\n${replication}=-1\n`,
    },
    { text: `name=x\nconnector.class=com.example.Source\n${partitions}=3\n${replication}=3\n` },
    { text: `name=x\nconnector.class=com.example.Sink\ntopics=a\n${partitions}=3\n` },
    { text: 'name=x\nconnector.class=com.example.Source\n' },
    { text: `name=x\nconnector.class=PostgresCdcSource\nkafka.auth.mode=KAFKA_API_KEY\n${partitions}=1\n` },
  ],
  reads: ['topic.creation.*', 'connector.class', ...serviceKeys],
  *check(config) {
    // A sink connector does not look at these.
    if (!config.identity.whole || isOfService(config) || /Sink(Connector)?$/.test(config.value('connector.class') ?? '')) return;
    for (const { prefix } of connectorScopes(config)) {
      const [first] = inOrder(config, ({ key }) => key.startsWith(`${prefix}topic.creation.`));
      const missing = [replication, partitions].map((key) => prefix + key).find((key) => !config.has(key));
      if (first === undefined || missing === undefined) continue;
      yield {
        at: first,
        part: 'key',
        message: `\`${missing}\` must be set where topics are created.`,
        lacks: [missing],
        fixes: [{ title: `Add \`${missing}=-1\``, safe: false, steps: [{ do: 'add', after: first, key: missing, value: '-1' }] }],
      };
    }
  },
};
