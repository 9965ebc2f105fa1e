import type { Config } from '../../configs/config.ts';
import { before } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

const bytes = 'metadata.log.segment.bytes';
const least = 'metadata.log.segment.min.bytes';
const age = 'metadata.log.segment.ms';
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n';

export const metadataLogSegments: RelationRule = {
  id: 'metadata-log-segments',
  title: 'Segments of the metadata log need 8 MiB and a millisecond',
  why: 'The log of the metadata is opened with these two as its segment size and time. The node stops there when the segments are smaller than 8388608 bytes or shorter than a millisecond.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.0' },
  source:
    'kafka.raft.KafkaMetadataLog#apply, org.apache.kafka.raft.internals.KafkaRaftLog; org.apache.kafka.storage.internals.log.LogConfig',
  examples: [
    { text: `${node}${age}=«0»\n`, message: `\`${age}\` must be at least 1.` },
    { text: `${node}${bytes}=«1048576»\n`, kafka: '3.9', message: `\`${bytes}\` must be at least 8388608.` },
    { text: `${node}${bytes}=8388608\n${age}=1\n`, kafka: '3.9' },
    { text: `broker.id=1\nzookeeper.connect=zk:2181\n${bytes}=1048576\n`, kafka: '3.9' },
  ],
  reads: [bytes, least, age, 'process.roles'],
  *check(config) {
    if ((processRoles(config)?.size ?? 0) === 0) return;
    yield* below(config, age, 1);
    // From 4.1 on the definition says so itself.
    if (before(config.kafka, '4.1')) yield* below(config, bytes, Math.max(14, config.number(least) ?? 14));
  },
};

function* below(config: Config, key: string, minimum: number): Generator<Finding> {
  const at = config.own(key);
  const value = config.number(key);
  if (at?.definition === undefined || value === undefined || value >= minimum) return;
  yield { at, message: `\`${key}\` must be at least ${minimum}.` };
}
