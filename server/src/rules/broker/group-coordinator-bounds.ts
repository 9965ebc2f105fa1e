import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';

/** A value between two others, as the release that first checks it. */
interface Bounds {
  readonly value: string;
  readonly min?: string;
  readonly max: string;
  readonly since: string;
}

const kinds = ['consumer', 'share', 'streams'] as const;

const bounds: readonly Bounds[] = [
  ...kinds.flatMap((kind) =>
    ['heartbeat.interval.ms', 'session.timeout.ms', 'assignment.interval.ms'].map((name) => {
      const since = name === 'assignment.interval.ms' ? '4.3' : '3.5';
      return { value: `group.${kind}.${name}`, min: `group.${kind}.min.${name}`, max: `group.${kind}.max.${name}`, since };
    }),
  ),
  {
    value: 'group.share.delivery.count.limit',
    min: 'group.share.min.delivery.count.limit',
    max: 'group.share.max.delivery.count.limit',
    since: '4.3',
  },
  {
    value: 'group.share.partition.max.record.locks',
    min: 'group.share.min.partition.max.record.locks',
    max: 'group.share.max.partition.max.record.locks',
    since: '4.3',
  },
  {
    value: 'group.share.record.lock.duration.ms',
    min: 'group.share.min.record.lock.duration.ms',
    max: 'group.share.max.record.lock.duration.ms',
    since: '3.5',
  },
  { value: 'group.streams.num.standby.replicas', max: 'group.streams.max.standby.replicas', since: '3.5' },
];

const sessions = kinds.map((kind) => ({ less: `group.${kind}.heartbeat.interval.ms`, more: `group.${kind}.session.timeout.ms` }));

export const groupCoordinatorBounds: RelationRule = {
  id: 'group-coordinator-bounds',
  title: 'What groups get lies between the least and the most that they may get',
  why: 'Each of these settings has a least and a greatest value that groups may ask for. The broker’s own value has to lie between them, and a heartbeat has to come before the session ends.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.5' },
  source: 'KIP-848, KIP-932, KIP-1071; org.apache.kafka.coordinator.group.GroupCoordinatorConfig, ShareGroupConfig',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\ngroup.consumer.session.timeout.ms=«30000»\n',
      kafka: '4.1',
      message: '`group.consumer.session.timeout.ms` must be at least `group.consumer.min.session.timeout.ms`, 45000.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\ngroup.consumer.session.timeout.ms=50000\ngroup.consumer.max.session.timeout.ms=60000\n',
      kafka: '4.1',
    },
  ],
  reads: ['group.*'],
  *check(config) {
    for (const one of bounds) {
      if (!atLeast(config.kafka, one.since)) continue;
      if (one.min !== undefined) yield* order(config, one.min, one.value);
      yield* order(config, one.value, one.max);
      if (one.min !== undefined) yield* order(config, one.min, one.max);
    }
    if (!atLeast(config.kafka, '4.0')) return;
    for (const { less, more } of sessions) yield* order(config, less, more, true);
    if (!atLeast(config.kafka, '4.1')) return;
    yield* order(config, 'group.share.max.size', 'group.share.max.share.sessions');
  },
};

/** One finding a pair: at the greater side's key if the author wrote it, else at the smaller side's. */
function* order(config: Config, less: string, more: string, strict = false): Generator<Finding> {
  const low = config.number(less);
  const high = config.number(more);
  const lower = config.own(less);
  const upper = config.own(more);
  // A key that this release does not know yet is not read.
  if ((lower !== undefined && lower.definition === undefined) || (upper !== undefined && upper.definition === undefined)) return;
  if (low === undefined || high === undefined || (strict ? low < high : low <= high)) return;
  if (upper !== undefined) yield { at: upper, message: `\`${more}\` must be ${strict ? 'more than' : 'at least'} \`${less}\`, ${low}.` };
  else if (lower !== undefined)
    yield { at: lower, message: `\`${less}\` must be ${strict ? 'less than' : 'at most'} \`${more}\`, ${high}.` };
}
