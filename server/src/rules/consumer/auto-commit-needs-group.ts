import type { RelationRule } from '../rule.ts';

export const autoCommitNeedsGroup: RelationRule = {
  id: 'auto-commit-needs-group',
  title: 'Auto commit needs a group',
  why: 'Offsets are committed to a group. Where neither the file nor the program gives a `group.id`, Kafka refuses `enable.auto.commit=true`.',
  severity: 'hint',
  roles: ['consumer'],
  kafka: { since: '2.2' },
  source: 'KIP-289; org.apache.kafka.clients.consumer.ConsumerConfig#maybeOverrideEnableAutoCommit',
  examples: [
    {
      text: 'enable.auto.commit=«true»\nauto.offset.reset=earliest\n',
      message: '`group.id` is not set here: unless the program sets it, Kafka refuses `enable.auto.commit=true`.',
    },
    { text: 'group.id=orders\nenable.auto.commit=true\n' },
    { text: 'enable.auto.commit=false\n' },
  ],
  reads: ['enable.auto.commit', 'group.id'],
  *check(config) {
    const setting = config.own('enable.auto.commit');
    if (setting === undefined || config.boolean('enable.auto.commit') !== true || config.has('group.id')) return;
    // Views of Streams and Connect get their group from the program.
    if (config.identity.presets !== undefined || config.identity.parent !== undefined) return;
    yield { at: setting, message: '`group.id` is not set here: unless the program sets it, Kafka refuses `enable.auto.commit=true`.' };
  },
};
