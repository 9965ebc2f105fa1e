import { splitAtCommas, withoutLastCommas } from '../../text/split.ts';
import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';

export const connectionsPerIp: RelationRule = {
  id: 'connections-per-ip',
  title: 'Limits of connections by address',
  why: '`max.connections.per.ip.overrides` has pairs of a host and a number. A general limit of 0 lets in only the hosts that are named there.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-308; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nmax.connections.per.ip=«0»\n',
      kafka: '3.9',
      message: '`max.connections.per.ip` can be 0 only where `max.connections.per.ip.overrides` names hosts.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nmax.connections.per.ip.overrides=10.0.0.1:100,«10.0.0.2»\n',
      kafka: '3.9',
      message: '`10.0.0.2` must be a host and a number such as `10.0.0.1:100`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nmax.connections.per.ip=0\nmax.connections.per.ip.overrides=10.0.0.1:100,localhost:5\n',
      kafka: '3.9',
    },
  ],
  reads: ['max.connections.per.ip', 'max.connections.per.ip.overrides'],
  *check(config) {
    const overrides = config.get('max.connections.per.ip.overrides');
    const limit = config.get('max.connections.per.ip');
    if (limit !== undefined && config.number(limit.key) === 0 && (overrides?.value ?? '') === '') {
      yield { at: limit, message: '`max.connections.per.ip` can be 0 only where `max.connections.per.ip.overrides` names hosts.' };
    }
    if (overrides === undefined || overrides.unknown || overrides.value === '') return;
    for (const pair of splitAtCommas(withoutLastCommas(overrides.value))) {
      if (!isOverride(pair))
        yield {
          at: overrides,
          part: partOf(overrides, pair),
          message: `\`${pair}\` must be a host and a number such as \`10.0.0.1:100\`.`,
        };
    }
  },
};

/** The last colon is the one that counts: addresses of IPv6 have more (`Csv.parseCsvMap`, `Utils.validHostPattern`). */
function isOverride(pair: string): boolean {
  const colon = pair.lastIndexOf(':');
  return colon >= 0 && /^[0-9a-zA-Z\-%._:]*$/.test(pair.slice(0, colon).trim()) && /^[+-]?\d{1,10}$/.test(pair.slice(colon + 1).trim());
}
