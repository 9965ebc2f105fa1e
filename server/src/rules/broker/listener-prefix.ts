import type { Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { controllerNames, graphKeys, interBrokerName, listenersOf } from './listener-graph.ts';

export const listenerPrefix: RelationRule = {
  id: 'listener-prefix',
  title: 'Settings of a listener that is not there are ignored',
  why: 'Behind `listener.name.` stands the name of a listener in lower case. So does the name of a SASL mechanism. Kafka passes over settings for a name that no listener has, or that is not in lower case.',
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
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\n«listener.name.plaintext.SCRAM-SHA-512.sasl.jaas.config»=x\n',
      kafka: '3.9',
      message:
        '`listener.name.plaintext.SCRAM-SHA-512.` must be written `listener.name.plaintext.scram-sha-512.`: Kafka ignores other spellings.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\n«listener.plaintext.max.connections»=10\n',
      kafka: '3.9',
      message: '`listener.plaintext.` must be written `listener.name.plaintext.`: Kafka ignores other spellings.',
      fixed: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\nlistener.name.plaintext.max.connections=10\n',
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
  reads: ['listener.*', 'control.plane.listener.name', ...graphKeys],
  *check(config) {
    const listeners = listenersOf(config);
    const controllers = controllerNames(config);
    const between = interBrokerName(config);
    if (listeners === undefined || controllers === undefined) return;
    const names = new Set([...listeners.map((listener) => listener.name), ...controllers.map((name) => name.trim().toUpperCase())]);
    if (between !== undefined) names.add(between);
    for (const setting of config.settings()) {
      const prefix = prefixOf(setting.key);
      const written = prefix?.split('.')[2];
      if (prefix === undefined || written === undefined) {
        yield* withoutName(setting, names);
        continue;
      }
      if (!names.has(written.toUpperCase()))
        yield { at: setting, part: 'key', message: `This node has no listener \`${written.toUpperCase()}\`: Kafka ignores its settings.` };
      else if (prefix !== prefix.toLowerCase()) yield inLowerCase(setting, prefix);
    }
  },
};

/** The listener and, before a setting of SASL, the mechanism: both are looked up in lower case (`ListenerName#saslMechanismConfigPrefix`). */
function prefixOf(key: string): string | undefined {
  return /^listener\.name\.[^.]+\.(?:[^.]+\.(?=sasl\.))?/.exec(key)?.[0];
}

/** `listener.external.…` in place of `listener.name.external.…`. */
function* withoutName(setting: Setting, names: ReadonlySet<string>): Generator<Finding> {
  const [, written = '', rest] = /^listener\.([^.]+)\.(.+)$/.exec(setting.key) ?? [];
  if (rest === undefined || setting.definition !== undefined || !names.has(written.toUpperCase())) return;
  const key = `listener.name.${written.toLowerCase()}.${rest}`;
  yield {
    at: setting,
    part: 'key',
    message: `\`listener.${written}.\` must be written \`listener.name.${written.toLowerCase()}.\`: Kafka ignores other spellings.`,
    fixes: [{ title: `Change to \`${key}\``, safe: !setting.config.has(key), steps: [{ do: 'rename', setting, key }] }],
  };
}

function inLowerCase(setting: Setting, prefix: string): Finding {
  const lower = prefix.toLowerCase();
  const key = lower + setting.key.slice(prefix.length);
  return {
    at: setting,
    part: 'key',
    message: `\`${prefix}\` must be written \`${lower}\`: Kafka ignores other spellings.`,
    fixes: [{ title: `Change to \`${key}\``, safe: !setting.config.has(key), steps: [{ do: 'rename', setting, key }] }],
  };
}
