import type { Config, Setting } from '../../configs/config.ts';
import { connectorScopes } from '../connector/scopes.ts';
import { inOrder } from '../in-order.ts';
import type { RelationRule } from '../rule.ts';

const emit = 'emit.offset-syncs.enabled';
const head = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n';

export const mirrorSyncsConfigured: RelationRule = {
  id: 'mirror-syncs-configured',
  title: 'Offset syncs that are switched off and set up at once',
  why: 'The connector that replicates refuses every `offset-syncs.…` property where offset syncs are switched off; then nothing is replicated.',
  severity: 'error',
  roles: ['mirror-maker'],
  kafka: { since: '3.9' },
  source: 'KAFKA-15906; org.apache.kafka.connect.mirror.MirrorSourceConnector#validate',
  examples: [
    {
      text: `${head}${emit}=false\n«offset-syncs.topic.replication.factor»=3\n`,
      message: `\`offset-syncs.topic.replication.factor\` must not be set where \`${emit}\` is \`false\`.`,
      fixed: `${head}${emit}=false\n`,
    },
    { text: `${head}A->B.${emit}=false\n«A->B.offset-syncs.topic.location»=target\n` },
    { text: `${head}${emit}=true\noffset-syncs.topic.replication.factor=3\n` },
    { text: `${head}A->B.${emit}=false\nB->A.offset-syncs.topic.location=target\n` },
    { text: `${head}${emit}=false\noffset-syncs.topic.replication.factor=3\n`, kafka: '3.8' },
  ],
  reads: [emit, 'offset-syncs.*'],
  *check(config) {
    const said = new Set<Setting>();
    for (const { prefix } of connectorScopes(config)) {
      const off = config.own(prefix + emit) ?? config.own(emit);
      if (off?.entry.value !== 'false') continue;
      const setting = syncsOf(config, prefix);
      if (setting === undefined || said.has(setting)) continue;
      said.add(setting);
      yield {
        at: setting,
        part: 'key',
        message: `\`${setting.key}\` must not be set where \`${emit}\` is \`false\`.`,
        fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};

/** The first property of a flow’s offset syncs; at the top of the file those count that MirrorMaker knows. */
function syncsOf(config: Config, prefix: string): Setting | undefined {
  const [first] = inOrder(
    config,
    ({ key, definition }) =>
      key.startsWith(`${prefix}offset-syncs-`) ||
      key.startsWith(`${prefix}offset-syncs.topic.`) ||
      (key.startsWith('offset-syncs.topic.') && definition !== undefined),
  );
  return first;
}
