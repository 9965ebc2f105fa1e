import type { Setting } from '../../configs/config.ts';
import { refusalOf } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { ofMainConsumer, wholeNumber } from './embedded.ts';

const ofBroker = 'the broker assigns tasks';
const ofGroup = 'the group’s own time-outs on the broker count';

const ignored = [
  ['num.standby.replicas', 'the group’s `streams.num.standby.replicas` on the broker counts'],
  ['max.warmup.replicas', 'the protocol has no warm-up replicas yet'],
  ['task.assignor.class', ofBroker],
  ['acceptable.recovery.lag', ofBroker],
  ['probing.rebalance.interval.ms', ofBroker],
  ['rack.aware.assignment.strategy', ofBroker],
  ['rack.aware.assignment.tags', ofBroker],
  ['rack.aware.assignment.traffic_cost', ofBroker],
  ['rack.aware.assignment.non_overlap_cost', ofBroker],
  ['session.timeout.ms', ofGroup],
  ['heartbeat.interval.ms', ofGroup],
] as const;

export const streamsProtocolExcludes: RelationRule = {
  id: 'streams-protocol-excludes',
  title: 'What the Streams rebalance protocol does not take',
  why: 'With `group.protocol=streams` the broker places tasks. Static members are refused, and what the client says of replicas, racks and time-outs of the group is ignored.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '4.1' },
  source: 'KIP-1071; org.apache.kafka.streams.StreamsConfig#verifyStreamsProtocolCompatibility',
  supersedes: ['streams-rack-tags-unused', 'group-instance-id-form', 'invalid-value'],
  examples: [
    {
      text: 'group.protocol=streams\n«group.instance.id»=a\n',
      message: '`group.instance.id` cannot be set with `group.protocol=streams`.',
      fixed: 'group.protocol=streams\n',
    },
    { text: 'group.protocol=streams\n«main.consumer.group.instance.id»=a\n' },
    { text: 'group.protocol=streams\n«group.instance.id»=\n' },
    {
      text: 'group.protocol=streams\n«num.standby.replicas»=1\n',
      severity: 'warning',
      message:
        '`num.standby.replicas` is ignored with `group.protocol=streams`: the group’s `streams.num.standby.replicas` on the broker counts.',
    },
    { text: 'group.protocol=streams\n«max.warmup.replicas»=3\n', severity: 'warning' },
    {
      text: 'group.protocol=streams\n«probing.rebalance.interval.ms»=60000\n',
      severity: 'warning',
      message: '`probing.rebalance.interval.ms` is ignored with `group.protocol=streams`: the broker assigns tasks.',
    },
    { text: 'group.protocol=streams\n«main.consumer.session.timeout.ms»=30000\n', severity: 'warning' },
    { text: 'group.protocol=streams\nmax.warmup.replicas=-1\n' },
    { text: 'group.protocol=classic\ngroup.instance.id=a\nnum.standby.replicas=1\n' },
    { text: 'group.protocol=streams\nnum.standby.replicas=0\n' },
  ],
  reads: [
    'group.protocol',
    'group.instance.id',
    'consumer.group.instance.id',
    'main.consumer.group.instance.id',
    ...ignored.flatMap(([key, counts]) => (counts === ofGroup ? [key, `consumer.${key}`, `main.consumer.${key}`] : [key])),
  ],
  *check(config) {
    if (config.value('group.protocol')?.toLowerCase() !== 'streams') return;
    const instance = ofMainConsumer(config, 'group.instance.id');
    if (instance !== undefined) {
      yield {
        at: instance,
        part: 'key',
        message: '`group.instance.id` cannot be set with `group.protocol=streams`.',
        fixes: [{ title: 'Remove `group.instance.id`', safe: false, steps: [{ do: 'remove', setting: instance }] }],
      };
    }
    for (const [key, counts] of ignored) {
      const setting = counts === ofGroup ? ofMainConsumer(config, key) : config.own(key);
      if (setting === undefined || isRefused(setting) || (key.endsWith('.replicas') && (wholeNumber(setting) ?? 0) === 0)) continue;
      yield {
        at: setting,
        part: 'key',
        severity: 'warning',
        tag: 'unnecessary',
        message: `\`${key}\` is ignored with \`group.protocol=streams\`: ${counts}.`,
      };
    }
  },
};

/** Ignored or not, a value is parsed. */
function isRefused({ definition, value }: Setting): boolean {
  return definition !== undefined && refusalOf(definition, value) !== undefined;
}
