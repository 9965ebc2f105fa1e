import type { RelationRule } from '../rule.ts';
import { advertisedToClients, graphKeys, interBrokerName, isBroker } from './listener-graph.ts';

export const interBrokerListener: RelationRule = {
  id: 'inter-broker-listener',
  title: 'Brokers reach one another by an advertised listener',
  why: 'Replication runs over the listener that `inter.broker.listener.name` names, else over the one of `security.inter.broker.protocol`, which is PLAINTEXT by default. It has to be advertised.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=«INTERNAL://:9092»\nlistener.security.protocol.map=INTERNAL:PLAINTEXT\n',
      kafka: '3.9',
      message: 'Brokers talk over `PLAINTEXT`, which is not advertised: set `inter.broker.listener.name` to `INTERNAL`.',
      fixed:
        'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=INTERNAL://:9092\ninter.broker.listener.name=INTERNAL\nlistener.security.protocol.map=INTERNAL:PLAINTEXT\n',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nadvertised.listeners=PLAINTEXT://b:9092\ninter.broker.listener.name=«SSL»\nssl.keystore.location=/etc/kafka/keys.jks\n',
      kafka: '3.9',
      message: 'Brokers talk over `SSL`, which is not advertised: it must be `PLAINTEXT`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=INTERNAL://:9092\nlistener.security.protocol.map=INTERNAL:PLAINTEXT\ninter.broker.listener.name=INTERNAL\n',
      kafka: '3.9',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\n', kafka: '3.9' },
  ],
  reads: graphKeys,
  *check(config) {
    const advertised = advertisedToClients(config);
    const name = interBrokerName(config);
    if (advertised === undefined || advertised.length === 0 || name === undefined || isBroker(config) !== true) return;
    const names = advertised.map((endpoint) => endpoint.name);
    if (names.includes(name)) return;
    const written = config.get('inter.broker.listener.name') ?? config.get('security.inter.broker.protocol');
    const at = written ?? config.get('advertised.listeners') ?? config.get('listeners');
    if (at === undefined) return;
    const wanted = [...new Set(names)].map((one) => `\`${one}\``).join(' or ');
    const [only] = names;
    const said = written === undefined ? `set \`inter.broker.listener.name\` to ${wanted}` : `it must be ${wanted}`;
    const fixes =
      written === undefined && only !== undefined && names.length === 1
        ? [
            {
              title: `Add \`inter.broker.listener.name=${only}\``,
              safe: false,
              steps: [{ do: 'add', after: at, key: 'inter.broker.listener.name', value: only }],
            } as const,
          ]
        : [];
    yield { at, message: `Brokers talk over \`${name}\`, which is not advertised: ${said}.`, fixes };
  },
};
