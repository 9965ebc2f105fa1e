import { atLeast, before } from '../../schema/version.ts';
import { splitAtCommas } from '../../text/split.ts';
import type { RelationRule } from '../rule.ts';

const key = 'group.coordinator.rebalance.protocols';
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

/** The protocols that were given out before they were finished: the releases in which Kafka warns of them, the last one exclusive. */
const early: Readonly<Record<string, readonly [since: string, before: string]>> = {
  consumer: ['3.7', '4.0'],
  share: ['4.0', '4.2'],
  streams: ['4.1', '4.2'],
};

export const earlyAccessProtocol: RelationRule = {
  id: 'early-access-protocol',
  title: 'A rebalance protocol that is not finished in this release',
  why: 'Protocols are first given out for trying: Kafka warns that they are not for production, and what they store may not survive an upgrade.',
  severity: 'warning',
  roles: ['broker', 'controller', 'streams'],
  kafka: { since: '3.7', until: '4.1' },
  source:
    'KIP-848, KIP-932, KIP-1071; kafka.server.KafkaConfig#groupCoordinatorRebalanceProtocols, org.apache.kafka.streams.StreamsConfig (WARN)',
  examples: [
    {
      text: `${node}${key}=«classic,consumer»\n`,
      role: 'broker',
      kafka: '3.9',
      message: 'The `consumer` protocol is not for production in this release: Kafka 4.0 and later have it finished.',
    },
    { text: `${node}${key}=classic,consumer\n`, role: 'broker', kafka: '4.0' },
    { text: 'group.protocol=«streams»\n', role: 'streams', kafka: '4.1' },
    { text: 'group.protocol=streams\n', role: 'streams', kafka: '4.2' },
  ],
  reads: [key, 'group.protocol'],
  *check(config) {
    const setting = config.own(config.role === 'streams' ? 'group.protocol' : key);
    if (setting === undefined || setting.unknown) return;
    const named = config.role === 'streams' ? ['streams'] : Object.keys(early);
    const written = splitAtCommas(setting.value.toLowerCase());
    for (const protocol of named) {
      const [since, end] = early[protocol] ?? [];
      if (since === undefined || end === undefined || !written.includes(protocol)) continue;
      if (atLeast(config.kafka, since) && before(config.kafka, end))
        yield {
          at: setting,
          message: `The \`${protocol}\` protocol is not for production in this release: Kafka ${end} and later have it finished.`,
        };
    }
  },
};
