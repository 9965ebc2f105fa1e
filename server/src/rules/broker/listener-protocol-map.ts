import { atLeast } from '../../schema/version.ts';
import { splitAtCommas, withoutLastCommas } from '../../text/split.ts';
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
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,«SSL»\n',
      kafka: '3.9',
      message: '`SSL` must be a pair such as `INTERNAL:PLAINTEXT`.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT, SSL:ssl\n', kafka: '3.9' },
  ],
  reads: ['listener.security.protocol.map'],
  *check(config) {
    const setting = config.own('listener.security.protocol.map');
    if (setting === undefined || setting.unknown || setting.value === '') return;
    const pairs = splitAtCommas(withoutLastCommas(setting.value)).map(readPair);
    for (const pair of pairs) {
      const message = faultOf(pair) ?? (atLeast(config.kafka, '4.1') ? twice(pair, pairs) : undefined);
      // Where the very same name is mapped again, only the last one counts.
      const counts = pair.name === undefined || pairs.findLast((other) => other.name === pair.name) === pair;
      if (message !== undefined && counts) yield { at: setting, part: partOf(setting, pair.text), message };
    }
  },
};

interface Pair {
  readonly text: string;
  readonly name?: string;
  readonly protocol: string;
}

function readPair(text: string): Pair {
  const colon = text.lastIndexOf(':');
  return colon < 0 ? { text, protocol: '' } : { text, name: text.slice(0, colon).trim(), protocol: text.slice(colon + 1).trim() };
}

function faultOf({ text, name, protocol }: Pair): string | undefined {
  if (text === '') return '`listener.security.protocol.map` must not hold empty pairs.';
  if (name === undefined) return `\`${text}\` must be a pair such as \`INTERNAL:PLAINTEXT\`.`;
  return protocols.includes(protocol.toUpperCase())
    ? undefined
    : `\`${protocol}\` is no security protocol: it must be \`PLAINTEXT\`, \`SSL\`, \`SASL_PLAINTEXT\` or \`SASL_SSL\`.`;
}

/** From 4.1 on two spellings of one name are refused; before, one of them won. */
function twice({ name = '' }: Pair, pairs: readonly Pair[]): string | undefined {
  const first = pairs.find((pair) => pair.name?.toUpperCase() === name.toUpperCase());
  return first?.name === name ? undefined : `\`${name.toUpperCase()}\` must be mapped once: Kafka compares the names in upper case.`;
}
