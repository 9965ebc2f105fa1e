import type { Config, Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { advertisedToClients, advertising, graphKeys, isBroker, isOnly, listenersOf } from './listener-graph.ts';

export const advertisedNotListened: RelationRule = {
  id: 'advertised-not-listened',
  title: 'What is advertised has to be listened on',
  why: 'Clients are sent to the advertised address of the listener by which they came. A name that is not in `listeners` leads nowhere.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103; kafka.server.KafkaConfig#validateValues',
  supersedes: ['listener-without-protocol'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\nadvertised.listeners=PLAINTEXT://broker-1:9092,«SSL://broker-1:9093»\n',
      kafka: '3.9',
      message: '`SSL` must be one of the `listeners` to be advertised.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=SSL://:9093\nssl.keystore.location=/etc/kafka/keys.jks\nadvertised.host.name=«broker-1»\n',
      kafka: '2.8',
      message: '`PLAINTEXT` must be one of the `listeners` to be advertised.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\nadvertised.listeners=«PLAINTEXT://c-1:9093»\n',
      severity: 'warning',
      message: '`PLAINTEXT` is not in `controller.listener.names`: a controller does not advertise it.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\nadvertised.listeners=PLAINTEXT://broker-1:9092\n',
      kafka: '3.9',
    },
  ],
  reads: graphKeys,
  *check(config) {
    const setting = advertising(config);
    const listeners = listenersOf(config);
    if (setting === undefined || listeners === undefined) return;
    if (isOnly(config, 'controller') && atLeast(config.kafka, '3.9')) yield* notOfController(config, setting);
    if (isBroker(config) !== true) return;
    const listened = new Set(listeners.map((listener) => listener.name));
    for (const { name, text } of advertisedToClients(config) ?? []) {
      if (!listened.has(name))
        yield { at: setting, part: partOf(setting, text), message: `\`${name}\` must be one of the \`listeners\` to be advertised.` };
    }
  },
};

/** A controller advertises the listeners of controllers, and passes over others (KIP-853). */
function* notOfController(config: Config, setting: Setting): Generator<Finding> {
  for (const { name, text } of advertisedToClients(config) ?? [])
    yield {
      at: setting,
      part: partOf(setting, text),
      severity: 'warning',
      message: `\`${name}\` is not in \`controller.listener.names\`: a controller does not advertise it.`,
    };
}
