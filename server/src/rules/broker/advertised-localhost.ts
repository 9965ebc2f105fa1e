import type { RelationRule } from '../rule.ts';
import { parseEndpoints, partOf } from './endpoints.ts';
import { controllerNames, graphKeys, listenerElements } from './listener-graph.ts';

export const advertisedLocalhost: RelationRule = {
  id: 'advertised-localhost',
  title: 'Only programs on the same machine reach `localhost`',
  why: 'Every client connects anew to the advertised address. `localhost` is the client’s own machine or container, so others cannot reach the broker.',
  severity: 'information',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103; org.apache.kafka.clients.Metadata: clients connect to what brokers advertise',
  examples: [
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\nadvertised.listeners=«PLAINTEXT://localhost:9092»,CONTROLLER://localhost:9093\n',
      message: '`PLAINTEXT` is advertised as `localhost`: only clients on the same machine reach it.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=SSL://:9093,PLAINTEXT://:9092\nadvertised.listeners=«SSL://localhost:9093,PLAINTEXT://127.0.0.1:9092»\n',
      kafka: '3.9',
      message: 'All listeners are advertised as this machine itself: only clients on it reach the broker.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nadvertised.listeners=PLAINTEXT://broker-1:9092\n', kafka: '3.9' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=IN://:9092,HOST://:29092\nlistener.security.protocol.map=IN:PLAINTEXT,HOST:PLAINTEXT\ninter.broker.listener.name=IN\nadvertised.listeners=IN://kafka:9092,HOST://localhost:29092\n',
      kafka: '3.9',
    },
  ],
  reads: graphKeys,
  *check(config) {
    const setting = config.own('advertised.listeners');
    const elements = setting && listenerElements(setting);
    const endpoints = (elements && parseEndpoints(elements)) ?? [];
    const controllers = controllerNames(config) ?? [];
    const forClients = endpoints.filter((endpoint) => !controllers.includes(endpoint.name));
    // Beside another address it is the usual way in for programs on the host of a container.
    if (setting === undefined || !forClients.every((endpoint) => isLocal(endpoint.host))) return;
    const [first, ...others] = forClients;
    if (first === undefined) return;
    if (others.length === 0) {
      const message = `\`${first.name}\` is advertised as \`${first.host}\`: only clients on the same machine reach it.`;
      yield { at: setting, part: partOf(setting, first.text), message };
    } else yield { at: setting, message: 'All listeners are advertised as this machine itself: only clients on it reach the broker.' };
  },
};

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
