import type { Config } from '../../configs/config.ts';
import { atLeast, before } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { isBroker } from './listener-graph.ts';

interface Limit {
  readonly local: string;
  readonly total: string;
  readonly is: (config: Config) => number | undefined;
}

const hour = 3_600_000;
const minute = 60_000;

/** How long a broker keeps records: of its three keys the one with the smallest unit counts; whatever is negative is no limit. */
function brokerRetention(config: Config): number | undefined {
  const units = [
    ['log.retention.ms', 1],
    ['log.retention.minutes', minute],
    ['log.retention.hours', hour],
  ] as const;
  const [key, unit] = units.find(([one]) => config.has(one)) ?? ['log.retention.hours', hour];
  const value = config.number(key);
  return value === undefined ? undefined : value < 0 ? -1 : value * unit;
}

const brokerLimits: readonly Limit[] = [
  { local: 'log.local.retention.ms', total: 'log.retention.ms', is: brokerRetention },
  { local: 'log.local.retention.bytes', total: 'log.retention.bytes', is: (config) => config.number('log.retention.bytes') },
];

const topicLimits: readonly Limit[] = [
  { local: 'local.retention.ms', total: 'retention.ms', is: (config) => config.number('retention.ms') },
  { local: 'local.retention.bytes', total: 'retention.bytes', is: (config) => config.number('retention.bytes') },
];

const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const localRetention: RelationRule = {
  id: 'local-retention',
  title: 'Tiered records do not stay longer on the broker than altogether',
  why: 'With tiered storage, `local.retention` says how much stays on the broker, out of what `retention` keeps altogether. -2 takes the value of `retention`; -1, no limit, fits an unlimited `retention` only.',
  severity: 'error',
  roles: ['topic', 'broker', 'controller'],
  kafka: { since: '3.0' },
  source: 'KIP-405; org.apache.kafka.storage.internals.log.LogConfig#validateRemoteStorageRetentionTime',
  examples: [
    {
      text: 'remote.storage.enable=true\nretention.ms=86400000\nlocal.retention.ms=«172800000»\n',
      message: '`local.retention.ms` must be at most `retention.ms`, 86400000, or -2 for the same.',
    },
    {
      text: 'remote.storage.enable=true\nretention.bytes=1073741824\nlocal.retention.bytes=«-1»\n',
      message: '`local.retention.bytes` must be at most `retention.bytes`, 1073741824, or -2 for the same.',
    },
    {
      text: `${node}log.local.retention.ms=«-1»\n`,
      role: 'broker',
      severity: 'warning',
      message:
        '`log.local.retention.ms` must be at most `log.retention.ms`, 604800000, or -2 for the same: until then the broker takes no dynamic change of its settings.',
    },
    { text: 'remote.storage.enable=true\nretention.ms=86400000\nlocal.retention.ms=3600000\n' },
    { text: `${node}log.local.retention.ms=-1\nlog.retention.ms=-1\n`, role: 'broker' },
    { text: 'retention.ms=86400000\nlocal.retention.ms=172800000\n' },
  ],
  reads: [
    'remote.storage.enable',
    'retention.ms',
    'retention.bytes',
    'local.retention.ms',
    'local.retention.bytes',
    'remote.log.storage.system.enable',
    'log.retention.ms',
    'log.retention.minutes',
    'log.retention.hours',
    'log.retention.bytes',
    'log.local.retention.ms',
    'log.local.retention.bytes',
    'process.roles',
  ],
  *check(config) {
    const topic = config.role === 'topic';
    // Before 3.6 topics were held to it whether tiered or not, and brokers were not.
    const tiered = config.boolean(topic ? 'remote.storage.enable' : 'remote.log.storage.system.enable') === true;
    const old = before(config.kafka, '3.6');
    if (!topic && !tiered && !old && isBroker(config)) yield* undynamic(config);
    if (old ? !topic : !tiered) return;
    for (const limit of topic ? topicLimits : brokerLimits) yield* findings(config, limit);
  },
};

/**
 * Every dynamic change is checked against the whole configuration, tiered storage or not (DynamicLogConfig#validateReconfiguration): one that does
 * not fit refuses them all, from 4.1 on also the cluster's `min.insync.replicas` that a new cluster begins with.
 */
function* undynamic(config: Config): Generator<Finding> {
  if (before(config.kafka, '4.1')) return;
  for (const limit of brokerLimits) {
    if (!config.has(limit.local)) continue;
    for (const one of findings(config, limit))
      yield {
        ...one,
        severity: 'warning',
        message: one.message.replace(/\.$/, ': until then the broker takes no dynamic change of its settings.'),
      };
  }
}

function* findings(config: Config, { local, total, is }: Limit): Generator<Finding> {
  const kept = config.number(local);
  const all = is(config);
  const at = config.get(local) ?? config.get(total);
  if (at === undefined || kept === undefined || all === undefined || kept === -2) return;
  // Before 3.6 a limit was too much even where there was none altogether.
  if (all <= -1 && ((kept === -1 && all === -1) || atLeast(config.kafka, '3.6'))) return;
  if (kept === -1 || kept > all) yield { at, message: `\`${local}\` must be at most \`${total}\`, ${all}, or -2 for the same.` };
}
