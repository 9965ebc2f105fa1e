import type { RelationRule } from '../rule.ts';

const idle = 'connections.max.idle.ms';
const poll = 'max.poll.interval.ms';

export const idleBelowPollInterval: RelationRule = {
  id: 'idle-below-poll-interval',
  title: 'A connection that is closed during a rebalance',
  why: 'While a group rebalances, a member waits for as long as `max.poll.interval.ms` on its connection to the coordinator. One that is closed for being idle before that makes the rebalance longer; Kafka 4.4 warns of it.',
  severity: 'warning',
  roles: ['consumer', 'share-consumer'],
  kafka: { since: '4.4' },
  source: 'org.apache.kafka.clients.consumer.ConsumerConfig (WARN)',
  examples: [
    {
      text: `${idle}=«60000»\n`,
      kafka: '4.4',
      message: `\`${idle}\` must be at least \`${poll}\` (300000).`,
      fixed: `${idle}=300000\n`,
    },
    { text: `${poll}=«600000»\n`, kafka: '4.4', message: `\`${poll}\` must be at most \`${idle}\` (540000).` },
    { text: `${idle}=-1\n`, kafka: '4.4' },
    { text: `${idle}=60000\ngroup.protocol=consumer\n`, kafka: '4.4' },
    { text: `${idle}=600000\n${poll}=600000\n`, kafka: '4.4' },
  ],
  reads: [idle, poll, 'group.protocol'],
  *check(config) {
    const [connection, interval] = [config.own(idle), config.own(poll)];
    const [open, between] = [config.number(idle), config.number(poll)];
    if (open === undefined || between === undefined || open < 0 || open >= between) return;
    if (config.role === 'consumer' && config.value('group.protocol')?.toLowerCase() !== 'classic') return;
    if (connection !== undefined) {
      const fixes = [
        { title: `Set it to ${between}`, safe: false, steps: [{ do: 'set', setting: connection, value: String(between) }] },
      ] as const;
      yield { at: connection, message: `\`${idle}\` must be at least \`${poll}\` (${between}).`, fixes };
    } else if (interval !== undefined) yield { at: interval, message: `\`${poll}\` must be at most \`${idle}\` (${open}).` };
  },
};
