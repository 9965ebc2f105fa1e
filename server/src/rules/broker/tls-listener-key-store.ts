import type { Config, Setting } from '../../configs/config.ts';
import { keyStoreFault, trustStoreFault } from '../client/tls-store-combination.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { partOf, splitListeners } from './endpoints.ts';
import { graphKeys, interBrokerName, isBroker, mayHoldMore } from './listener-graph.ts';
import { type SecuredListener, securedListeners } from './listener-settings.ts';

const stores = 'ssl.keystore.location=/etc/kafka/keys.p12\nssl.keystore.password=secret\n';

export const tlsListenerKeyStore: RelationRule = {
  id: 'tls-listener-key-store',
  title: 'A TLS listener needs a key store, whole and of one kind',
  why: 'A server proves with its key who it is. The key comes from a file with its password, or as PEM text with a certificate chain, for the listener or for the whole node. A broker tries out the listener between brokers when it starts.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-651; org.apache.kafka.common.security.ssl.DefaultSslEngineFactory, SslFactory',
  examples: [
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,«SSL://:9093»\n', kafka: '3.9', severity: 'information' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=«SSL://:9093»\nsecurity.inter.broker.protocol=SSL\n',
      kafka: '3.9',
      message: 'The TLS listener `SSL` needs a key store: `ssl.keystore.location`, or `ssl.keystore.key`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nlistener.name.ssl.ssl.keystore.location=«/etc/kafka/keys.p12»\n',
      kafka: '3.9',
    },
    { text: `broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\n${stores}`, kafka: '3.9' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nssl.engine.factory.class=com.example.Engine\n',
      kafka: '3.9',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=«SSL://:9093»\nsecurity.inter.broker.protocol=SSL\nssl.engine.factory.class=org.apache.kafka.common.security.ssl.DefaultSslEngineFactory\n',
      kafka: '3.9',
    },
  ],
  reads: ['ssl.*', 'listener.name.*', ...graphKeys],
  *check(config) {
    if (mayHoldMore(config)) return;
    const reported = new Set<Setting>();
    for (const listener of securedListeners(config)) {
      if (!listener.protocol.endsWith('SSL') || hasOwnFactory(listener)) continue;
      const found = [keyStoreFault(listener), trustStoreFault(listener), missingStore(config, listener)];
      for (const finding of found) {
        if (finding === undefined || (reported.has(finding.at) && finding.part === undefined)) continue;
        reported.add(finding.at);
        yield finding;
      }
    }
  },
};

/** Whether TLS is set up by a class that is not Kafka's, and may have keys from elsewhere. */
function hasOwnFactory(listener: SecuredListener): boolean {
  const factory = listener.get('ssl.engine.factory.class');
  return factory !== undefined && factory.value !== 'org.apache.kafka.common.security.ssl.DefaultSslEngineFactory';
}

function missingStore(config: Config, listener: SecuredListener): Finding | undefined {
  const at = config.get('listeners') ?? config.get('security.inter.broker.protocol') ?? config.get('listener.security.protocol.map');
  const given = ['ssl.keystore.location', 'ssl.keystore.key', 'ssl.keystore.certificate.chain', 'ssl.keystore.password'];
  if (at === undefined || !listener.served || given.some((key) => listener.get(key) !== undefined || config.identity.presets?.has(key)))
    return undefined;
  const element = splitListeners(at.value).find((one) => one.toUpperCase().startsWith(`${listener.name}:`)) ?? '';
  const severity = interBrokerName(config) === listener.name && isBroker(config) === true ? 'error' : 'information';
  return {
    at,
    part: partOf(at, element),
    severity,
    message: `The TLS listener \`${listener.name}\` needs a key store: \`ssl.keystore.location\`, or \`ssl.keystore.key\`.`,
  };
}
