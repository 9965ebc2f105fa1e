import type { Config } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';

const clusters = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n';
const sink = 'name=x\nconnector.class=org.apache.kafka.connect.file.FileStreamSinkConnector\ntopics=a\n';

export const clientNotMade: RelationRule = {
  id: 'client-not-made',
  title: 'Properties of a client that is not made',
  why: 'MirrorMaker and connectors make only the clients that they have a use for. What is written for another client is read by nobody, and not even looked at; nor is what a flow says where a cluster’s own key counts more.',
  severity: 'warning',
  roles: ['connector', 'mirror-maker'],
  source:
    'KIP-382, KIP-458; org.apache.kafka.connect.mirror.MirrorMakerConfig#workerConfig and #connectorBaseConfig, MirrorConnectorConfig#sourceConsumerConfig; org.apache.kafka.connect.runtime.Worker',
  supersedes: ['unknown-key'],
  examples: [
    {
      text: `${clusters}«B.consumer.max.poll.records»=0\n`,
      role: 'mirror-maker',
      message: '`B.consumer.max.poll.records` is ignored: no flow makes a consumer for `B`.',
    },
    { text: `${clusters}B->A.enabled=true\nB.consumer.max.poll.records=10\n`, role: 'mirror-maker' },
    {
      text: `${clusters}emit.heartbeats.enabled=false\n«A.group.id»=x\n`,
      role: 'mirror-maker',
      message: '`A.group.id` is ignored: no flow goes to `A`.',
    },
    {
      text: `${clusters}A.security.protocol=SSL\n«A->B.producer.security.protocol»=nope\n`,
      role: 'mirror-maker',
      message: '`A->B.producer.security.protocol` is ignored: `A.security.protocol` counts.',
    },
    { text: `${clusters}A.security.protocol=SSL\nA->B.source.producer.security.protocol=SSL\n`, role: 'mirror-maker' },
    { text: `${clusters}A.producer.acks=all\nA.admin.retries=3\nA->B.source.consumer.max.poll.records=10\n`, role: 'mirror-maker' },
    {
      text: `${sink}«producer.override.linger.ms»=5\n`,
      message: '`producer.override.linger.ms` is ignored: a sink makes a producer for its dead letters only.',
    },
    { text: `${sink}errors.deadletterqueue.topic.name=dead\nerrors.tolerance=all\nproducer.override.linger.ms=5\n` },
  ],
  reads: ['*'],
  *check(config) {
    for (const { identity, first } of unread(config)) {
      if (first === undefined || identity.unread === '') continue;
      const key = identity.spelling.spell(first.key) ?? first.key;
      yield { at: first, part: 'key', tag: 'unnecessary', message: `\`${key}\` is ignored: ${identity.unread}.` };
    }
  },
};

function* unread(config: Config): Generator<Config> {
  for (const view of config.views) {
    if (view.identity.unread !== undefined) yield view;
    yield* unread(view);
  }
}
