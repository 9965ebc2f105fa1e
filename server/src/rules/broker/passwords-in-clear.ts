import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { partOf, splitListeners } from './endpoints.ts';
import { graphKeys } from './listener-graph.ts';
import { securedListeners } from './listener-settings.ts';

export const passwordsInClear: RelationRule = {
  id: 'passwords-in-clear',
  title: 'Passwords travel unencrypted over SASL_PLAINTEXT',
  why: 'The PLAIN mechanism sends the password as it is. Without TLS whoever can listen on the network reads it.',
  severity: 'information',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'RFC 4616, section 4; Kafka documentation, SASL/PLAIN in production',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,«SASL_PLAINTEXT://:9093»\nsasl.enabled.mechanisms=PLAIN\n',
      kafka: '3.9',
      message: 'Passwords travel unencrypted over `SASL_PLAINTEXT`: use SASL_SSL, or SCRAM in place of PLAIN.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=«IN://:9092,SASL_PLAINTEXT://:9093»\nlistener.security.protocol.map=IN:SASL_PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT\nsasl.enabled.mechanisms=PLAIN\ninter.broker.listener.name=IN\n',
      kafka: '3.9',
      message: 'Passwords travel unencrypted over `IN`, `SASL_PLAINTEXT`: use SASL_SSL, or SCRAM in place of PLAIN.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\nsasl.enabled.mechanisms=SCRAM-SHA-512\n',
      kafka: '3.9',
    },
  ],
  reads: ['sasl.enabled.mechanisms', 'listener.name.*', ...graphKeys],
  *check(config) {
    const at = config.own('listeners');
    if (at === undefined) return;
    const clear = securedListeners(config).filter(
      ({ protocol, served, value }) =>
        protocol === 'SASL_PLAINTEXT' && served && splitList(value('sasl.enabled.mechanisms') ?? '').includes('PLAIN'),
    );
    const [first] = clear;
    if (first === undefined) return;
    const element = splitListeners(at.value).find((one) => one.toUpperCase().startsWith(`${first.name}:`)) ?? '';
    yield {
      at,
      // Of several the whole value is marked: one finding names them all.
      part: clear.length === 1 ? partOf(at, element) : 'value',
      message: `Passwords travel unencrypted over ${clear.map(({ name }) => `\`${name}\``).join(', ')}: use SASL_SSL, or SCRAM in place of PLAIN.`,
    };
  },
};
