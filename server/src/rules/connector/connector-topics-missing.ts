import type { RelationRule } from '../rule.ts';

export const connectorTopicsMissing: RelationRule = {
  id: 'connector-topics-missing',
  title: 'A sink connector needs topics',
  why: 'A sink reads the topics in `topics`, or those that `topics.regex` matches. With neither Connect refuses it.',
  severity: 'error',
  roles: ['connector'],
  kafka: { since: '1.1' },
  source: 'KIP-215; org.apache.kafka.connect.runtime.SinkConnectorConfig#validate',
  examples: [
    {
      text: 'name=x\n«connector.class»=org.apache.kafka.connect.file.FileStreamSinkConnector\nfile=/var/x\n',
      message: '`topics` or `topics.regex` must be set for a sink connector.',
    },
    { text: 'name=x\nconnector.class=org.apache.kafka.connect.file.FileStreamSinkConnector\ntopics=${env:TOPICS}\n' },
    { text: 'name=x\nconnector.class=org.apache.kafka.connect.file.FileStreamSourceConnector\ntopic=a\nfile=/var/x\n' },
  ],
  reads: ['connector.class', 'topics', 'topics.regex'],
  *check(config) {
    const type = config.get('connector.class');
    if (type === undefined || type.unknown || !config.identity.whole || !sinks.test(type.value)) return;
    if (['topics', 'topics.regex'].some((key) => (config.get(key)?.entry.value.trim() ?? '') !== '')) return;
    yield {
      at: type,
      part: 'key',
      message: '`topics` or `topics.regex` must be set for a sink connector.',
      lacks: ['topics', 'topics.regex'],
    };
  },
};

/** Kafka’s own sinks; of others we do not know whether they are one. */
const sinks = /^(org\.apache\.kafka\.connect\.(file|tools)\.)?(FileStream|Mock|Verifiable)Sink(Connector)?$/;
