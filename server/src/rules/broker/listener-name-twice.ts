import type { RelationRule } from '../rule.ts';
import { parseEndpoints, partOf } from './endpoints.ts';
import { listenerElements } from './listener-graph.ts';

const keys = ['listeners', 'advertised.listeners'] as const;

export const listenerNameTwice: RelationRule = {
  id: 'listener-name-twice',
  title: 'Every listener has a name of its own',
  why: 'Listeners are told apart by their names, which Kafka compares in upper case.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103; kafka.utils.CoreUtils#listenerListToEndPoints, org.apache.kafka.server.config.AbstractKafkaConfig',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,«plaintext://:9093»\n',
      kafka: '3.9',
      message: 'Every listener needs a name of its own: `PLAINTEXT` is there twice.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nssl.keystore.location=/etc/kafka/keys.jks\n',
      kafka: '3.9',
    },
  ],
  supersedes: ['listener-port-twice'],
  reads: keys,
  *check(config) {
    for (const key of keys) {
      const setting = config.own(key);
      const elements = setting && listenerElements(setting);
      const endpoints = elements && parseEndpoints(elements);
      if (setting === undefined || endpoints === undefined) continue;
      const seen = new Set<string>();
      for (const { name, text } of endpoints) {
        if (!seen.has(name)) seen.add(name);
        else
          yield {
            at: setting,
            part: partOf(setting, text, nthOf(text, endpoints)),
            message: `Every listener needs a name of its own: \`${name}\` is there twice.`,
          };
      }
    }
  },
};

/** Where the very same text is repeated, the last one is the one too many. */
function nthOf(text: string, endpoints: readonly { readonly text: string }[]): number {
  return endpoints.filter((endpoint) => endpoint.text === text).length - 1;
}
