import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';

const protocols = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

export const listenerProtocolMap: RelationRule = {
  id: 'listener-protocol-map',
  title: 'The protocol map has pairs of a listener and a protocol',
  why: 'Each pair says how a listener is secured; Kafka knows four protocols.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103; org.apache.kafka.common.security.auth.SecurityProtocol, org.apache.kafka.server.util.Csv#parseCsvMap',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=INTERNAL://:9092\ninter.broker.listener.name=INTERNAL\nlistener.security.protocol.map=«INTERNAL:TLS»\n',
      kafka: '3.9',
      message: '`TLS` is no security protocol: it must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,«SSL»\n', kafka: '3.9', message: '`SSL` must be a pair such as `INTERNAL:PLAINTEXT`.' },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT, SSL:ssl\n', kafka: '3.9' },
  ],
  reads: ['listener.security.protocol.map'],
  *check(config) {
    const setting = config.own('listener.security.protocol.map');
    if (setting === undefined || setting.unknown || setting.value === '') return;
    const named = new Map<string, string>();
    for (const pair of setting.value.replace(/(\s*,\s*)+$/, '').split(/\s*,\s*/)) {
      const colon = pair.lastIndexOf(':');
      const protocol = pair.slice(colon + 1).trim();
      const part = partOf(setting, pair);
      if (colon < 0) yield { at: setting, part, message: `\`${pair}\` must be a pair such as \`INTERNAL:PLAINTEXT\`.` };
      else if (!protocols.includes(protocol.toUpperCase())) {
        yield { at: setting, part, message: `\`${protocol}\` is no security protocol: it must be \`PLAINTEXT\`, \`SSL\`, \`SASL_PLAINTEXT\` or \`SASL_SSL\`.` };
      }
      const name = pair.slice(0, Math.max(0, colon)).trim();
      const twice = (named.get(name.toUpperCase()) ?? name) !== name;
      if (twice && atLeast(config.kafka, '4.1')) yield { at: setting, part, message: `\`${name.toUpperCase()}\` must be mapped once: Kafka compares the names in upper case.` };
      named.set(name.toUpperCase(), name);
    }
  },
};
