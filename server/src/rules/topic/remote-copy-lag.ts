import type { Config } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';

interface Lag {
  readonly lag: string;
  readonly local: string;
  readonly total: string;
}

const ofTopics: readonly Lag[] = ['ms', 'bytes'].map((unit) => ({
  lag: `remote.copy.lag.${unit}`,
  local: `local.retention.${unit}`,
  total: `retention.${unit}`,
}));

const tiered = 'remote.storage.enable=true\n';

export const remoteCopyLag: RelationRule = {
  id: 'remote-copy-lag',
  title: 'Records are copied before they leave the broker',
  why: 'A tiered topic may wait before it copies a segment to remote storage, but not for longer than the segment stays on the broker. `local.retention` of -2 stands for `retention`.',
  severity: 'error',
  roles: ['topic'],
  kafka: { since: '4.4' },
  source: 'KIP-1241; org.apache.kafka.storage.internals.log.LogConfig#validate',
  examples: [
    {
      text: `${tiered}local.retention.ms=3600000\nremote.copy.lag.ms=«7200000»\n`,
      kafka: '4.4',
      message: '`remote.copy.lag.ms` must be at most `local.retention.ms`, 3600000.',
    },
    {
      text: `${tiered}retention.bytes=1000\nremote.copy.lag.bytes=«2000»\n`,
      kafka: '4.4',
      message: '`remote.copy.lag.bytes` must be at most `retention.bytes`, 1000.',
    },
    { text: `${tiered}local.retention.ms=3600000\nremote.copy.lag.ms=60000\n`, kafka: '4.4' },
    { text: `${tiered}local.retention.ms=3600000\nremote.copy.lag.ms=-1\n`, kafka: '4.4' },
    { text: 'local.retention.ms=3600000\nremote.copy.lag.ms=7200000\n', kafka: '4.4' },
  ],
  reads: ['remote.storage.enable', ...ofTopics.flatMap(({ lag, local, total }) => [lag, local, total])],
  *check(config) {
    if (config.boolean('remote.storage.enable') !== true) return;
    for (const one of ofTopics) {
      const at = config.own(one.lag) ?? config.own(one.local) ?? config.own(one.total);
      const lag = config.number(one.lag);
      const kept = keptLocally(config, one);
      if (at === undefined || lag === undefined || kept === undefined || kept.value < 0 || lag <= kept.value) continue;
      yield { at, message: `\`${one.lag}\` must be at most \`${kept.key}\`, ${kept.value}.` };
    }
  },
};

/** How much stays on the broker, and the key that says so; below 0 there is no limit. */
function keptLocally(config: Config, { local, total }: Lag): { readonly key: string; readonly value: number } | undefined {
  const written = config.number(local);
  const [key, value] = written === -2 ? [total, config.number(total)] : [local, written];
  return value === undefined ? undefined : { key, value };
}
