import type { RelationRule } from '../rule.ts';

export const streamsMetricsPushPrefix: RelationRule = {
  id: 'streams-metrics-push-prefix',
  title: 'Streams cannot read `enable.metrics.push` of single clients from a file',
  why: 'Since 4.0 Streams compares this property of its consumers and admin client with its own, and takes for granted that it is a boolean object. What comes from a file is text: the program fails when it starts.',
  severity: 'error',
  roles: ['consumer', 'admin'],
  kafka: { since: '4.0' },
  source: 'KIP-1076; org.apache.kafka.streams.StreamsConfig#maybeMetricsPushEnabled (ClassCastException)',
  examples: [
    {
      text: 'application.id=a\n«main.consumer.enable.metrics.push»=true\n',
      role: 'streams',
      message: '`main.consumer.enable.metrics.push` cannot be set in a file: Streams reads `enable.metrics.push` without a prefix only.',
      fixed: 'application.id=a\n',
    },
    { text: 'application.id=a\nenable.metrics.push=false\nproducer.enable.metrics.push=false\n', role: 'streams' },
    { text: 'group.id=g\nenable.metrics.push=false\n', role: 'consumer' },
  ],
  reads: ['enable.metrics.push'],
  *check(config) {
    const setting = config.own('enable.metrics.push');
    const prefix = config.identity.spelling.spell('') ?? '';
    if (setting === undefined || config.identity.parent?.role !== 'streams' || !['main.consumer.', 'consumer.', 'admin.'].includes(prefix))
      return;
    yield {
      at: setting,
      part: 'key',
      message: `\`${prefix}enable.metrics.push\` cannot be set in a file: Streams reads \`enable.metrics.push\` without a prefix only.`,
      fixes: [{ title: `Remove \`${prefix}enable.metrics.push\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
