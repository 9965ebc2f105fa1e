import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { graphKeys, interBrokerName, mayHoldMore, protocolOf } from './listener-graph.ts';

export const saslBetweenBrokers: RelationRule = {
  id: 'sasl-between-brokers',
  title: 'Brokers log in with a mechanism that they offer',
  why: 'Where brokers reach one another by SASL, `sasl.mechanism.inter.broker.protocol` has to be among the `sasl.enabled.mechanisms` of that listener. Both are GSSAPI (Kerberos) by default.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-43; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=SASL_PLAINTEXT://:9092\nsecurity.inter.broker.protocol=SASL_PLAINTEXT\nsasl.enabled.mechanisms=«PLAIN»\n',
      kafka: '3.9',
      message:
        '`sasl.enabled.mechanisms` must have `GSSAPI`, with which brokers log in, or `sasl.mechanism.inter.broker.protocol` must be another.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=SASL_PLAINTEXT://:9092\nsecurity.inter.broker.protocol=SASL_PLAINTEXT\nsasl.enabled.mechanisms=PLAIN\nsasl.mechanism.inter.broker.protocol=PLAIN\n',
      kafka: '3.9',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=SASL_PLAINTEXT://:9092\nsecurity.inter.broker.protocol=SASL_PLAINTEXT\nlistener.name.sasl_plaintext.sasl.enabled.mechanisms=PLAIN\nsasl.mechanism.inter.broker.protocol=PLAIN\n',
      kafka: '3.9',
    },
  ],
  reads: ['sasl.enabled.mechanisms', 'sasl.mechanism.inter.broker.protocol', 'listener.name.*', ...graphKeys],
  *check(config) {
    const name = interBrokerName(config);
    const protocol = name === undefined ? undefined : config.has('inter.broker.listener.name') ? protocolOf(config, name) : name;
    const mechanism = config.value('sasl.mechanism.inter.broker.protocol');
    if (name === undefined || mechanism === undefined || !protocol?.startsWith('SASL_')) return;
    const enabled = config.get(`listener.name.${name.toLowerCase()}.sasl.enabled.mechanisms`) ?? config.get('sasl.enabled.mechanisms');
    if (
      (enabled?.unknown ?? mayHoldMore(config)) ||
      splitList(enabled?.value ?? config.identity.presets?.get('sasl.enabled.mechanisms') ?? 'GSSAPI').includes(mechanism)
    )
      return;
    const at = enabled ?? config.get('sasl.mechanism.inter.broker.protocol');
    if (at !== undefined)
      yield {
        at,
        message: `\`sasl.enabled.mechanisms\` must have \`${mechanism}\`, with which brokers log in, or \`sasl.mechanism.inter.broker.protocol\` must be another.`,
      };
  },
};
