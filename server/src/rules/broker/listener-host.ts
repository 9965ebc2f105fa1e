import type { Config } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';
import { parseEndpoint } from './endpoints.ts';
import { advertising, controllerNames, graphKeys, mayHoldMore } from './listener-graph.ts';

const zookeeper = 'broker.id=1\nzookeeper.connect=zk:2181\n';

export const listenerHost: RelationRule = {
  id: 'listener-host',
  title: 'A host in place of listeners has to be one host, which clients can reach',
  why: 'Before Kafka 3.0 `host.name` and `advertised.host.name` stand for a PLAINTEXT listener where none is written. Kafka makes the listener of them, and does not start where it cannot read what comes out, or where it would advertise `0.0.0.0`.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2', until: '2.8' },
  source: 'KIP-724; kafka.server.KafkaConfig#advertisedListeners',
  examples: [
    {
      text: `${zookeeper}host.name=«0.0.0.0»\n`,
      message: '`host.name` must be an address that clients can reach, or `advertised.host.name` must be set.',
    },
    {
      text: `${zookeeper}listeners=PLAINTEXT://:9092\nadvertised.host.name=«0.0.0.0»\n`,
      message: '`advertised.host.name` must be an address that clients can reach.',
    },
    {
      text: `${zookeeper}advertised.host.name=«http://broker-1»\n`,
      message: '`advertised.host.name` must be one host alone, such as `broker-1`.',
    },
    { text: `${zookeeper}host.name=«broker-1, broker-2»\n` },
    { text: `${zookeeper}listeners=PLAINTEXT://:9092\nhost.name=0.0.0.0\n` },
    { text: `${zookeeper}host.name=0.0.0.0\nadvertised.host.name=broker-1\n` },
  ],
  supersedes: ['advertised-not-listened'],
  reads: graphKeys,
  *check(config) {
    if (mayHoldMore(config) || config.identity.presets?.has('listeners') === true) return;
    const advertised = advertisedHost(config);
    for (const key of ['host.name', 'advertised.host.name']) {
      const at = config.own(key);
      const used = key === advertised || (key === 'host.name' && !config.has('listeners'));
      if (at === undefined || at.unknown || !used) continue;
      if (parseEndpoint(`PLAINTEXT://${at.value}:9092`)?.name !== 'PLAINTEXT' || at.value.includes(','))
        yield { at, message: `\`${key}\` must be one host alone, such as \`broker-1\`.` };
      else if (at.value === '0.0.0.0' && key === advertised) yield { at, message: unreachable(config, key) };
    }
  },
};

/** Where the host that clients are told comes from; undefined where a list says it, or nobody is told. */
function advertisedHost(config: Config): string | undefined {
  const setting = advertising(config);
  if (setting?.key === 'advertised.listeners') return undefined;
  if (config.has('advertised.host.name')) return 'advertised.host.name';
  const own = setting !== undefined || !(config.has('listeners') || controllerNames(config)?.includes('PLAINTEXT') !== false);
  return own ? 'host.name' : undefined;
}

function unreachable(config: Config, key: string): string {
  const otherwise = key === 'host.name' && !config.has('advertised.host.name') ? ', or `advertised.host.name` must be set' : '';
  return `\`${key}\` must be an address that clients can reach${otherwise}.`;
}
