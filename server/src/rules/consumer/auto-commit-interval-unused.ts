import type { RelationRule } from '../rule.ts';

export const autoCommitIntervalUnused: RelationRule = {
  id: 'auto-commit-interval-unused',
  title: 'An interval of commits that do not happen',
  why: 'With `enable.auto.commit=false` the program commits itself; the interval has no effect.',
  severity: 'information',
  roles: ['consumer'],
  source: 'org.apache.kafka.clients.consumer.internals.ConsumerCoordinator#maybeAutoCommitOffsetsAsync',
  examples: [
    {
      text: 'enable.auto.commit=false\n«auto.commit.interval.ms»=1000\n',
      message: '`auto.commit.interval.ms` has no effect while `enable.auto.commit` is `false`.',
      fixed: 'enable.auto.commit=false\n',
    },
    { text: 'enable.auto.commit=true\nauto.commit.interval.ms=1000\n' },
    { text: 'auto.commit.interval.ms=1000\n' },
  ],
  reads: ['enable.auto.commit', 'auto.commit.interval.ms'],
  *check(config) {
    const setting = config.own('auto.commit.interval.ms');
    if (setting === undefined || !config.has('enable.auto.commit') || config.boolean('enable.auto.commit') !== false) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: '`auto.commit.interval.ms` has no effect while `enable.auto.commit` is `false`.',
      fixes: [{ title: 'Remove `auto.commit.interval.ms`', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
