import type { SettingRule } from '../rule.ts';

const key = 'rebalance.timeout.ms';

export const rebalanceTimeoutNegative: SettingRule = {
  id: 'rebalance-timeout-negative',
  title: 'Time for a rebalance',
  why: 'A worker is thrown out of the group when it does not join a rebalance in this time. No check of its own stands before it, but the worker’s timer refuses a negative one.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '2.8' },
  source: 'org.apache.kafka.clients.consumer.internals.Heartbeat; org.apache.kafka.common.utils.Timer',
  examples: [{ text: `${key}=«-1»\n`, message: `\`${key}\` must be 0 or more.` }, { text: `${key}=60000\n` }, { text: `${key}=0\n` }],
  reads: 'each',
  of: (name) => name.key === key,
  *check(setting) {
    if (setting.unknown || !/^-0*[1-9]\d*$/.test(setting.value)) return;
    yield { at: setting, message: `\`${key}\` must be 0 or more.` };
  },
};
