import type { RelationRule } from '../rule.ts';

const pairs = ['consumer', 'share', 'streams'].map((kind) => ({
  heartbeat: `${kind}.heartbeat.interval.ms`,
  session: `${kind}.session.timeout.ms`,
}));

export const groupHeartbeatAndSession: RelationRule = {
  id: 'group-heartbeat-and-session',
  title: 'A heartbeat comes before the session ends',
  why: 'A member whose heartbeat is not due until its session is over would be thrown out of the group every time.',
  severity: 'error',
  roles: ['group'],
  kafka: { since: '4.0' },
  source: 'org.apache.kafka.coordinator.group.GroupConfig#validateValues',
  supersedes: ['group-bounds'],
  examples: [
    {
      text: 'consumer.session.timeout.ms=45000\nconsumer.heartbeat.interval.ms=«45000»\n',
      message: '`consumer.heartbeat.interval.ms` must be less than `consumer.session.timeout.ms`, 45000.',
    },
    { text: 'consumer.session.timeout.ms=45000\nconsumer.heartbeat.interval.ms=5000\n' },
  ],
  reads: pairs.flatMap(({ heartbeat, session }) => [heartbeat, session]),
  *check(config) {
    for (const { heartbeat, session } of pairs) {
      const beat = config.number(heartbeat);
      const end = config.number(session);
      const at = config.get(heartbeat) ?? config.get(session);
      if (at?.definition === undefined || beat === undefined || end === undefined || beat < end) continue;
      yield { at, message: `\`${heartbeat}\` must be less than \`${session}\`, ${end}.` };
    }
  },
};
