import type { Setting } from '../../configs/config.ts';
import { refusalOf } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { ofMainConsumer, wholeNumber } from './embedded.ts';

export const streamsProtocolExcludes: RelationRule = {
  id: 'streams-protocol-excludes',
  title: 'What the Streams rebalance protocol does not take',
  why: 'With `group.protocol=streams` the broker places tasks. Static members are refused, and replicas in the client’s settings are ignored: standby replicas are set for the group on the broker.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '4.1' },
  source: 'KIP-1071; org.apache.kafka.streams.StreamsConfig#verifyStreamsProtocolCompatibility',
  supersedes: ['group-instance-id-form', 'invalid-value'],
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
    { text: 'group.protocol=streams\nmax.warmup.replicas=-1\n' },
    { text: 'group.protocol=classic\ngroup.instance.id=a\nnum.standby.replicas=1\n' },
    { text: 'group.protocol=streams\nnum.standby.replicas=0\n' },
  ],
  reads: [
    'group.protocol',
    'group.instance.id',
    'consumer.group.instance.id',
    'main.consumer.group.instance.id',
    'num.standby.replicas',
    'max.warmup.replicas',
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
    for (const [key, counts] of replicas) {
      const setting = config.own(key);
      if (setting === undefined || (wholeNumber(setting) ?? 0) === 0 || isRefused(setting)) continue;
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

const replicas = [
  ['num.standby.replicas', 'the group’s `streams.num.standby.replicas` on the broker counts'],
  ['max.warmup.replicas', 'the protocol has no warm-up replicas yet'],
] as const;

/** Ignored or not, a value is parsed. */
function isRefused({ definition, value }: Setting): boolean {
  return definition !== undefined && refusalOf(definition, value) !== undefined;
}
