import type { RelationRule } from '../rule.ts';

const key = 'default.api.timeout.ms';

export const apiTimeoutTooShort: RelationRule = {
  id: 'api-timeout-too-short',
  title: 'The consumer waits for its own thread',
  why: 'With the newer protocols a consumer waits for its network thread to start, for as long as a call may last. No time is always too short, and a few milliseconds are too short for most machines.',
  severity: 'error',
  roles: ['consumer', 'share-consumer'],
  kafka: { since: '4.2' },
  source: 'org.apache.kafka.clients.consumer.internals.ConsumerNetworkThread#start',
  examples: [
    {
      text: `group.protocol=consumer\n${key}=«0»\n`,
      message: `\`${key}\` must be more than 0: the consumer waits that long for its own thread.`,
    },
    { text: `${key}=«0»\n`, role: 'share-consumer' },
    { text: `${key}=0\n` },
    { text: `group.protocol=consumer\n${key}=60000\n` },
  ],
  reads: [key, 'group.protocol'],
  *check(config) {
    const setting = config.get(key);
    if (setting === undefined || config.number(key) !== 0) return;
    if (config.role === 'consumer' && config.value('group.protocol')?.toLowerCase() !== 'consumer') return;
    yield { at: setting, message: `\`${key}\` must be more than 0: the consumer waits that long for its own thread.` };
  },
};
