import type { RelationRule } from '../rule.ts';
import { controllerNames, graphKeys, interBrokerName, listenersOf } from './listener-graph.ts';

export const listenerPrefix: RelationRule = {
  id: 'listener-prefix',
  title: 'Settings of a listener that is not there are ignored',
  why: 'Behind `listener.name.` stands the name of a listener in lower case. Kafka passes over settings for a name that no listener has, or that is not in lower case.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '1.0' },
  source: 'KIP-103, KIP-226; org.apache.kafka.common.network.ListenerName#configPrefix',
  supersedes: ['unknown-key', 'invalid-value', 'quoted-value', 'remark-in-value', 'class-kind', 'class-of-another-release'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\n«listener.name.SSL.ssl.keystore.location»=/etc/kafka/keys.jks\nssl.keystore.location=/etc/kafka/all.jks\n',
      kafka: '3.9',
      message: '`listener.name.SSL.` must be written `listener.name.ssl.`: Kafka ignores other spellings.',
      fixed:
        'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nlistener.name.ssl.ssl.keystore.location=/etc/kafka/keys.jks\nssl.keystore.location=/etc/kafka/all.jks\n',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\n«listener.name.external.ssl.client.auth»=required\n',
      kafka: '3.9',
      message: 'This node has no listener `EXTERNAL`: Kafka ignores its settings.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\nlistener.name.plaintext.max.connections=100\n',
      kafka: '3.9',
    },
  ],
  reads: ['listener.name.*', 'control.plane.listener.name', ...graphKeys],
  *check(config) {
    const listeners = listenersOf(config);
    const controllers = controllerNames(config);
    const between = interBrokerName(config);
    if (listeners === undefined || controllers === undefined) return;
    const names = new Set([...listeners.map((listener) => listener.name), ...controllers.map((name) => name.trim().toUpperCase())]);
    if (between !== undefined) names.add(between);
    for (const setting of config.settings()) {
      const written = /^listener\.name\.([^.]+)\./.exec(setting.key)?.[1];
      if (written === undefined || (names.has(written.toUpperCase()) && written === written.toLowerCase())) continue;
      const lower = written.toLowerCase();
      if (!names.has(written.toUpperCase()))
        yield { at: setting, part: 'key', message: `This node has no listener \`${written.toUpperCase()}\`: Kafka ignores its settings.` };
      else {
        const key = setting.key.replace(written, lower);
        yield {
          at: setting,
          part: 'key',
          message: `\`listener.name.${written}.\` must be written \`listener.name.${lower}.\`: Kafka ignores other spellings.`,
          fixes: [{ title: `Change to \`${key}\``, safe: !config.has(key), steps: [{ do: 'rename', setting, key }] }],
        };
      }
    }
  },
};
