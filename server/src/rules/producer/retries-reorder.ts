import type { RelationRule } from '../rule.ts';

const key = 'max.in.flight.requests.per.connection';

export const retriesReorder: RelationRule = {
  id: 'retries-reorder',
  title: 'Without idempotence a retry can change the order of records',
  why: 'With several requests in flight, one that failed and is sent again comes behind the ones that went through. Idempotence keeps the order.',
  severity: 'information',
  roles: ['producer'],
  kafka: { since: '0.11.0' },
  source: 'KIP-98; documentation of max.in.flight.requests.per.connection',
  examples: [
    {
      text: 'acks=all\nenable.idempotence=«false»\n',
      message: `Without idempotence \`${key}\` must be 1 for retries to keep the order of records; it is 5.`,
      fixed: 'acks=all\nenable.idempotence=true\n',
    },
    { text: `enable.idempotence=false\n${key}=1\n` },
    { text: 'enable.idempotence=false\nretries=0\n' },
    { text: 'enable.idempotence=false\nacks=0\n' },
  ],
  reads: ['enable.idempotence', key, 'retries', 'acks', 'transactional.id'],
  *check(config) {
    const setting = config.own('enable.idempotence');
    const count = config.number(key);
    if (setting === undefined || config.boolean('enable.idempotence') !== false || count === undefined || count === 1) return;
    if (config.number('retries') === 0 || config.value('acks') === '0' || config.has('transactional.id')) return;
    const on = config.value('acks') === 'all' || config.value('acks') === '-1';
    yield {
      at: setting,
      message: `Without idempotence \`${key}\` must be 1 for retries to keep the order of records; it is ${count}.`,
      ...(on &&
        count <= 5 && {
          fixes: [{ title: 'Set `enable.idempotence` to `true`', safe: false, steps: [{ do: 'set', setting, value: 'true' }] }],
        }),
    };
  },
};
