import type { RelationRule } from '../rule.ts';

export const twoPhaseCommitTimeout: RelationRule = {
  id: 'two-phase-commit-timeout',
  title: 'Two-phase commit has no transaction time-out',
  why: 'With `transaction.two.phase.commit.enable` an outside coordinator decides when a transaction ends; the producer refuses a time-out beside it.',
  severity: 'error',
  roles: ['producer'],
  kafka: { since: '4.1' },
  source: 'KIP-939; org.apache.kafka.clients.producer.ProducerConfig',
  examples: [
    {
      text: 'transactional.id=t\ntransaction.two.phase.commit.enable=true\n«transaction.timeout.ms»=60000\n',
      message: '`transaction.timeout.ms` cannot be set while `transaction.two.phase.commit.enable` is `true`.',
      fixed: 'transactional.id=t\ntransaction.two.phase.commit.enable=true\n',
    },
    { text: 'transactional.id=t\ntransaction.two.phase.commit.enable=true\n' },
    { text: 'transactional.id=t\ntransaction.timeout.ms=60000\n' },
  ],
  reads: ['transaction.two.phase.commit.enable', 'transaction.timeout.ms'],
  *check(config) {
    const setting = config.get('transaction.timeout.ms');
    if (setting === undefined || config.boolean('transaction.two.phase.commit.enable') !== true) return;
    yield {
      at: setting,
      part: 'key',
      message: '`transaction.timeout.ms` cannot be set while `transaction.two.phase.commit.enable` is `true`.',
      fixes: [{ title: 'Remove `transaction.timeout.ms`', safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};
