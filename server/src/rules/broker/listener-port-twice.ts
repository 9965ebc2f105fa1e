import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { type Endpoint, ipVersion, parseEndpoints, partOf } from './endpoints.ts';
import { listenerElements } from './listener-graph.ts';

export const listenerPortTwice: RelationRule = {
  id: 'listener-port-twice',
  title: 'Every listener has a port of its own',
  why: 'Kafka refuses two listeners on one port, even on different hosts. From Kafka 3.6 on there is one exception: a pair of an IPv4 and an IPv6 address.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-797; kafka.utils.CoreUtils#listenerListToEndPoints, org.apache.kafka.server.config.AbstractKafkaConfig',
  examples: [
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,«CONTROLLER://:9092»\n',
      message: 'Every listener needs a port of its own: 9092 is taken by `PLAINTEXT`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://10.0.0.1:9092,«SIX://[::1]:9092»\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,SIX:PLAINTEXT\n',
      kafka: '3.5',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://10.0.0.1:9092,SIX://[::1]:9092\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,SIX:PLAINTEXT\n',
      kafka: '3.6',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:0,OTHER://:0\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,OTHER:PLAINTEXT\n',
      kafka: '3.9',
    },
  ],
  reads: ['listeners'],
  *check(config) {
    const setting = config.own('listeners');
    const elements = setting && listenerElements(setting);
    const endpoints = elements && parseEndpoints(elements);
    if (setting === undefined || endpoints === undefined) return;
    const pairs = atLeast(config.kafka, '3.6');
    for (const [port, sharing] of byPort(endpoints)) {
      const [first, second] = sharing;
      if (port === 0 || first === undefined || second === undefined || (pairs && isPair(sharing))) continue;
      yield {
        at: setting,
        part: partOf(setting, second.text),
        message: `Every listener needs a port of its own: ${port} is taken by \`${first.name}\`.`,
      };
    }
  },
};

function byPort(endpoints: readonly Endpoint[]): Map<number, Endpoint[]> {
  const ports = new Map<number, Endpoint[]>();
  for (const endpoint of endpoints) ports.set(endpoint.port, [...(ports.get(endpoint.port) ?? []), endpoint]);
  return ports;
}

/** One address of each version of IP, and nothing else. */
function isPair(sharing: readonly Endpoint[]): boolean {
  const versions = sharing.map((endpoint) => ipVersion(endpoint.host));
  return versions.length === 2 && versions.includes(4) && versions.includes(6);
}
