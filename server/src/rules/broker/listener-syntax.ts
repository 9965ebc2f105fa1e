import type { Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { parseEndpoint, partOf } from './endpoints.ts';
import { listenerElements } from './listener-graph.ts';

const keys = ['listeners', 'advertised.listeners'] as const;

export const listenerSyntax: RelationRule = {
  id: 'listener-syntax',
  title: 'A listener is written `name://host:port`',
  why: 'Every listener has a name, a host (which may be empty: every interface) and a port. Kafka does not start with one that it cannot read.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103; org.apache.kafka.network.SocketServerConfigs, kafka.cluster.EndPoint',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=«PLAINTEXT://broker-1»\n',
      message: '`PLAINTEXT://broker-1` must be a listener such as `PLAINTEXT://host:9092`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=«PLAINTEXT://:9092;B://:9093»\nadvertised.listeners=B://broker-1:9093,PLAINTEXT://broker-1:9092\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,B:PLAINTEXT\n',
      kafka: '3.9',
      message: '`listeners` must have commas between the listeners.',
      fixed:
        'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,B://:9093\nadvertised.listeners=B://broker-1:9093,PLAINTEXT://broker-1:9092\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,B:PLAINTEXT\n',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,«:9093»\n', kafka: '3.9' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://[::1]:9092\nadvertised.listeners=PLAINTEXT://broker-1.example.org:9092\n',
      kafka: '3.9',
    },
  ],
  reads: keys,
  *check(config) {
    for (const key of keys) {
      const setting = config.own(key);
      const elements = setting && listenerElements(setting);
      if (setting === undefined || elements === undefined) continue;
      if (undivided.test(setting.value)) yield divided(setting);
      else
        for (const element of elements) {
          if (parseEndpoint(element) === undefined)
            yield {
              at: setting,
              part: partOf(setting, element),
              message: `\`${element}\` must be a listener such as \`PLAINTEXT://host:9092\`.`,
            };
        }
    }
  },
};

/** Another listener behind a blank or a semicolon. */
const undivided = /:\d+(?:\s*;\s*|\s+)(?=[\w.-]+:\/\/)/;

function divided(setting: Setting): Finding {
  const value = setting.value.replace(new RegExp(undivided, 'g'), (found) => `${/:\d+/.exec(found)?.[0] ?? found},`);
  return {
    at: setting,
    message: `\`${setting.key}\` must have commas between the listeners.`,
    fixes: [{ title: 'Put commas between the listeners', safe: true, steps: [{ do: 'set', setting, value }] }],
  };
}
