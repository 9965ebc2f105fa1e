import type { SettingRule } from '../rule.ts';

const connect = 'org.apache.kafka.connect.';

/** What a class of one's own implements or extends, with a class of Kafka's own that can be named; interfaces, and classes without a public constructor. */
const bases: ReadonlyMap<string, string | undefined> = new Map([
  [`${connect}storage.Converter`, `${connect}json.JsonConverter`],
  [`${connect}storage.HeaderConverter`, `${connect}storage.SimpleHeaderConverter`],
  [`${connect}converters.NumberConverter`, `${connect}converters.LongConverter`],
  [`${connect}connector.policy.ConnectorClientConfigOverridePolicy`, 'All'],
  [`${connect}connector.policy.AbstractConnectorClientConfigOverridePolicy`, 'All'],
  [`${connect}rest.ConnectRestExtension`, undefined],
  [`${connect}connector.Connector`, undefined],
  [`${connect}source.SourceConnector`, undefined],
  [`${connect}sink.SinkConnector`, undefined],
  [`${connect}transforms.Transformation`, undefined],
  [`${connect}transforms.predicates.Predicate`, undefined],
  [`${connect}mirror.ReplicationPolicy`, `${connect}mirror.DefaultReplicationPolicy`],
  [`${connect}mirror.TopicFilter`, `${connect}mirror.DefaultTopicFilter`],
  [`${connect}mirror.GroupFilter`, `${connect}mirror.DefaultGroupFilter`],
  [`${connect}mirror.ConfigPropertyFilter`, `${connect}mirror.DefaultConfigPropertyFilter`],
  ['org.apache.kafka.common.config.provider.ConfigProvider', 'org.apache.kafka.common.config.provider.FileConfigProvider'],
]);

/** Texts and lists that name classes. */
const named: ReadonlySet<string> = new Set(['connector.client.config.override.policy', 'rest.extension.classes']);

export const pluginInterface: SettingRule = {
  id: 'plugin-interface',
  title: 'The interface where a class belongs',
  why: 'Kafka makes an object of the class. Of an interface or a base class, which others implement or extend, it cannot.',
  severity: 'error',
  roles: ['connect-distributed', 'connect-standalone', 'connector', 'mirror-maker'],
  source: 'org.apache.kafka.connect.runtime.isolation.Plugins#newPlugin; org.apache.kafka.common.utils.Utils#newInstance',
  supersedes: ['class-kind', 'override-policy-name'],
  examples: [
    {
      text: `group.id=connect\nkey.converter=«${connect}storage.Converter»\n`,
      message: '`key.converter` must name a class; `Converter` is what such classes implement.',
    },
    { text: `group.id=connect\nkey.converter=${connect}json.JsonConverter\n` },
    {
      text: `clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nreplication.policy.class=«${connect}mirror.ReplicationPolicy»\n`,
      role: 'mirror-maker',
      message: '`replication.policy.class` must name a class; `ReplicationPolicy` is what such classes implement.',
    },
    { text: 'group.id=connect\nkey.converter=com.example.storage.Converter\n' },
  ],
  reads: 'each',
  of: ({ definition, key }) => definition?.type === 'class' || (definition !== undefined && named.has(key)),
  when: ({ value }) => value.startsWith('org.apache.kafka.') && bases.has(value),
  *check(setting) {
    const { key, value } = setting;
    const simple = value.slice(value.lastIndexOf('.') + 1);
    const meant = bases.get(value);
    yield {
      at: setting,
      message: `\`${key}\` must name a class; \`${simple}\` is what such classes implement.`,
      ...(meant !== undefined && {
        fixes: [{ title: `Set \`${key}\` to \`${meant}\``, safe: false, steps: [{ do: 'set' as const, setting, value: meant }] }],
      }),
    };
  },
};
