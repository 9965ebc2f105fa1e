import type { RelationRule } from '../rule.ts';

const min = 'group.min.session.timeout.ms';
const max = 'group.max.session.timeout.ms';
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const sessionBounds: RelationRule = {
  id: 'session-bounds',
  title: 'No session of a group lies between these bounds',
  why: 'A broker turns members away whose `session.timeout.ms` is out of its bounds. Kafka does not compare the two: where the least is above the greatest, nobody can join with the classic protocol.',
  severity: 'information',
  roles: ['broker'],
  kafka: { since: '0.9.0' },
  source: 'org.apache.kafka.coordinator.group.GroupMetadataManager#classicGroupJoin (INVALID_SESSION_TIMEOUT)',
  examples: [
    { text: `${node}${min}=«3600000»\n`, message: `\`${min}\` must be at most \`${max}\` (1800000): no member could join a group.` },
    { text: `${node}${max}=«5000»\n`, message: `\`${max}\` must be at least \`${min}\` (6000): no member could join a group.` },
    { text: `${node}${min}=10000\n${max}=60000\n` },
  ],
  reads: [min, max],
  *check(config) {
    const [least, most] = [config.number(min), config.number(max)];
    const [lower, upper] = [config.own(min), config.own(max)];
    if (least === undefined || most === undefined || least <= most) return;
    if (upper !== undefined)
      yield { at: upper, message: `\`${max}\` must be at least \`${min}\` (${least}): no member could join a group.` };
    else if (lower !== undefined)
      yield { at: lower, message: `\`${min}\` must be at most \`${max}\` (${most}): no member could join a group.` };
  },
};
