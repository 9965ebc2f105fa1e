import { kindOfConnector, readFor } from '../../schema/connector-kinds.ts';
import type { SettingRule } from '../rule.ts';

const sink = 'name=x\nconnector.class=org.apache.kafka.connect.file.FileStreamSinkConnector\ntopics=a\n';
const source = 'name=x\nconnector.class=org.apache.kafka.connect.file.FileStreamSourceConnector\ntopic=a\n';

export const connectorKindUnused: SettingRule = {
  id: 'connector-kind-unused',
  title: 'A setting for the other kind of connector',
  why: 'Only sinks have dead letters. Only for sources Connect creates topics, keeps offsets and writes in transactions.',
  severity: 'warning',
  roles: ['connector'],
  kafka: { since: '2.0' },
  source: 'org.apache.kafka.connect.runtime.SinkConnectorConfig, SourceConnectorConfig',
  supersedes: ['invalid-value', 'unknown-key', 'topic-creation-default-listed', 'topic-creation-group-unlisted', 'dead-letters-not-sent'],
  examples: [
    {
      text: `${source}«errors.deadletterqueue.topic.name»=dead\n`,
      message: '`errors.deadletterqueue.topic.name` is ignored: the connector is a source.',
    },
    {
      text: `${sink}«topic.creation.default.partitions»=3\n`,
      message: '`topic.creation.default.partitions` is ignored: the connector is a sink.',
    },
    { text: `${sink}errors.tolerance=all\nerrors.deadletterqueue.topic.name=dead\n` },
    {
      text: 'name=x\nconnector.class=com.example.Both\ntopic.creation.default.partitions=3\ntopic.creation.default.replication.factor=3\n',
    },
  ],
  reads: 'each',
  of: ({ key }) => readFor.sink.test(key) || readFor.source.test(key),
  *check(setting, config) {
    const kind = kindOfConnector(config.value('connector.class') ?? '');
    if (kind === undefined || readFor[kind].test(setting.key)) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `\`${setting.key}\` is ignored: the connector is a ${kind}.`,
    };
  },
};
