import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { flowsOf } from './flows.ts';

const key = 'max.in.flight.requests.per.connection';
const location = 'offset-syncs.topic.location';
const head = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n';

export const mirrorSyncsInFlight: RelationRule = {
  id: 'mirror-syncs-in-flight',
  title: 'The producer of offset syncs is idempotent',
  why: 'Workers switch idempotence off for their producers; the one that writes offset syncs is made without them and has it on. Since 4.0 it refuses more than five requests under way.',
  severity: 'error',
  roles: ['mirror-maker'],
  kafka: { since: '3.0' },
  source: 'org.apache.kafka.connect.mirror.MirrorSourceTask#start, ProducerConfig#postProcessAndValidateIdempotenceConfigs',
  examples: [
    {
      text: `${head}A.producer.${key}=«6»\n`,
      message: `\`${key}\` must be 5 or less: the producer of offset syncs is idempotent.`,
      fixed: `${head}A.producer.${key}=5\n`,
    },
    { text: `${head}A.producer.${key}=«6»\n`, kafka: '3.9', severity: 'warning' },
    { text: `${head}B.producer.${key}=6\n` },
    { text: `${head}A.producer.${key}=6\nA.producer.enable.idempotence=false\n` },
    { text: `${head}${location}=target\nA.producer.${key}=6\n` },
    { text: `${head}${location}=\${env:END}\nA.producer.${key}=6\n` },
  ],
  reads: [`*.${key}`, '*.enable.idempotence', `*${location}`],
  *check(config) {
    if ([...config.settings()].some((setting) => setting.key.endsWith(location) && setting.unknown)) return;
    const { others, replicates, syncsAt } = flowsOf(config);
    for (const cluster of config.views) {
      const name = (cluster.identity.spelling.spell('') ?? '').slice(0, -1);
      const writes = others(name).some(
        (one) => (replicates(name, one) && syncsAt(name, one, 'source')) || (replicates(one, name) && syncsAt(one, name, 'target')),
      );
      const producer = writes ? cluster.views.find(({ identity }) => identity.spelling.spell('') === `${name}.producer.`) : undefined;
      const setting = producer?.own(key);
      if (setting === undefined || setting.unknown || producer?.own('enable.idempotence') !== undefined) continue;
      if (!/^\+?\d+$/.test(setting.value) || Number(setting.value) <= 5) continue;
      const refused = atLeast(config.kafka, '4.0');
      yield {
        at: setting,
        severity: refused ? 'error' : 'warning',
        message: refused
          ? `\`${key}\` must be 5 or less: the producer of offset syncs is idempotent.`
          : 'More than 5 switches idempotence off for offset syncs; Kafka 4.0 and later refuse it.',
        fixes: [{ title: `Set \`${key}\` to 5`, safe: false, steps: [{ do: 'set', setting, value: '5' }] }],
      };
    }
  },
};
