import { clientPrefixes } from '../../configs/client-views.ts';
import type { Config, Setting } from '../../configs/config.ts';
import { isVeryNear, nearest, nearestOf } from '../../schema/nearest.ts';
import { foreignClassKey, pluginProperties, shippedName } from '../../schema/plugins.ts';
import { define } from '../../schema/schema.ts';
import type { SettingRule } from '../rule.ts';
import { listedName } from '../yaml/indexed-key.ts';

export const unknownKey: SettingRule = {
  id: 'unknown-key',
  title: 'A key that Kafka does not know, and that looks like a slip',
  why: 'Kafka ignores keys it does not know. Keys far from any known one are left alone: plug-ins read their own.',
  severity: 'warning',
  roles: 'all',
  source: 'org.apache.kafka.common.config.AbstractConfig#logUnused',
  examples: [
    {
      text: '«batch.sise»=1\nacks=all\n',
      role: 'producer',
      message: 'Kafka does not know `batch.sise`. Did you mean `batch.size`?',
      fixed: 'batch.size=1\nacks=all\n',
    },
    { text: 'name=a\nconnector.class=com.example.Source\ntopic=a\n', role: 'connector' },
    {
      text: 'name=a\nconnector.class=com.example.Source\nkey.converter=org.apache.kafka.connect.json.JsonConverter\n«key.converter.schema.enable»=false\n',
      role: 'connector',
      message: 'Kafka does not know `key.converter.schema.enable`. Did you mean `key.converter.schemas.enable`?',
    },
    {
      text: 'name=a\nconnector.class=com.example.LakeSink\ntopics=a\nerrors.limit=1\n«errors.tolerence»=all\n',
      role: 'connector',
      message: 'Kafka does not know `errors.tolerence`. Did you mean `errors.tolerance`?',
    },
    { text: 'name=a\nconnector.class=com.example.RiverSource\ntopic.regex=a.*\n', role: 'connector' },
    { text: 'my.own.plugin.option=1\nacks=all\n', role: 'producer' },
    { text: 'interceptor.classes=com.example.Audit\nclient.idea=x\n«batch.sise»=1\n', role: 'producer' },
    { text: '«client.idea»=x\nacks=all\n', role: 'producer' },
    { text: 'batch.size=1\n', role: 'producer' },
    {
      text: 'process.roles=broker\n«KAFKA_LOG_DIRS»=/data\n',
      role: 'broker',
      message: 'Kafka does not know `KAFKA_LOG_DIRS`. Did you mean `log.dirs`?',
      fixed: 'process.roles=broker\nlog.dirs=/data\n',
    },
    {
      text: 'group.id=g\n«session.timeout»=30000\n',
      role: 'consumer',
      message: 'Kafka does not know `session.timeout`. Did you mean `session.timeout.ms`?',
    },
    {
      text: 'group.id=g\n«producer.override.linger.ms»=5\n',
      role: 'connect-distributed',
      message: 'Kafka does not know `override.linger.ms`. Did you mean `linger.ms`?',
      fixed: 'group.id=g\nproducer.linger.ms=5\n',
    },
    {
      text: 'application.id=a\n«mainConsumer.max.poll.records»=5\n',
      role: 'streams',
      message: 'Kafka does not know `mainConsumer.max.poll.records`. Did you mean `main.consumer.max.poll.records`?',
      fixed: 'application.id=a\nmain.consumer.max.poll.records=5\n',
    },
    {
      text: 'name=a\nconnector.class=MirrorCheckpointConnector\n«sync.group.offset.enabled»=true\n',
      role: 'connector',
      message: 'Kafka does not know `sync.group.offset.enabled`. Did you mean `sync.group.offsets.enabled`?',
    },
    {
      text: 'clusters=A,B\n«A->B.sync.groups.offsets.enabled»=true\n',
      role: 'mirror-maker',
      message: 'Kafka does not know `A->B.sync.groups.offsets.enabled`. Did you mean `A->B.sync.group.offsets.enabled`?',
    },
  ],
  reads: 'each',
  of: ({ resolution }) => resolution?.kind !== 'known',
  *check(setting) {
    const meant = nearMiss(setting);
    if (meant === undefined || setting.config.get(meant) !== undefined || listedName(setting) !== undefined) return;
    if (!isVeryNear(setting.key, meant) && readsAnything(setting.config)) return;
    yield {
      at: setting,
      part: 'key',
      message: `Kafka does not know \`${setting.key}\`. Did you mean \`${meant}\`?`,
      fixes: [{ title: `Change to \`${meant}\``, safe: false, steps: [{ do: 'rename', setting, key: meant }] }],
    };
  },
};

/** For what a placeholder hides. */
const anyClass = 'some.Class';

/** Whether a class that is not Kafka's own gets to see every property, so that a name may be one of its options. */
function readsAnything(config: Config): boolean {
  const classOf = (key: string) => (config.get(key)?.unknown === true ? anyClass : config.lookup(key));
  return foreignClassKey(config.role, config.kafka, classOf) !== undefined;
}

/** The known name that an unknown key is a slip of. */
function nearMiss(setting: Setting): string | undefined {
  const { resolution, config, key } = setting;
  // Words without a dot are what connectors call their own options, near to Kafka's as they may be (`topic`).
  if (config.role === 'connector' && !key.includes('.')) return undefined;
  if (resolution === undefined)
    return withoutOverride(setting) ?? nearest(config.role, config.kafka, key) ?? nearOwnConnectors(setting) ?? nearPrefix(setting);
  if (resolution.kind === 'open' && resolution.via.family.name === '{*}') return nearConnects(setting);
  if (resolution.kind === 'open' && config.role === 'mirror-maker') return nearFlows(setting, resolution.via.rest);
  if (resolution.kind !== 'unknown') return undefined;
  const { view, via } = resolution;
  const plugin =
    via.family.plugin && config.lookup(via.family.plugin.replace(/\{([^}]+)\}/g, (whole, part: string) => via.parts[part] ?? whole));
  const candidates = plugin === undefined ? [] : pluginProperties(config.kafka, plugin).map((one) => one.name);
  const near = view === undefined ? nearestOf(candidates, via.rest) : nearest(view, config.kafka, via.rest);
  // What looks like a prefix may be part of a longer name: `offset.storage.replication.factor`.
  return near === undefined ? nearest(config.role, config.kafka, key) : key.slice(0, key.length - via.rest.length) + near;
}

/** The name of Connect's own that an option of a connector is one slip away from. Sources have topics of their own to choose by a regex. */
function nearConnects({ config, key }: Setting): string | undefined {
  const near = nearest(config.role, config.kafka, key);
  if (near === undefined || !isVeryNear(key, near)) return undefined;
  return near === 'topics.regex' && config.lookup('connector.class')?.includes('Sink') !== true ? undefined : near;
}

/** `producer.override.` is for connectors: a worker's prefix has no such word in it. */
function withoutOverride({ config, key }: Setting): string | undefined {
  const bare = key.startsWith('override.') ? key.slice('override.'.length) : undefined;
  return bare !== undefined && define(config.role, config.kafka, bare) !== undefined ? bare : undefined;
}

/** A name of the connector's own, where the connector is one of Kafka's. */
function nearOwnConnectors({ config, key }: Setting): string | undefined {
  const className = config.role === 'connector' ? shippedName(config.kafka, config.lookup('connector.class') ?? '') : undefined;
  if (className === undefined) return undefined;
  return nearestOf(
    pluginProperties(config.kafka, className).map((one) => one.name),
    key,
  );
}

/** A name that MirrorMaker reads of a flow. What it does not know it hands on, so only slips of a letter or two count. */
function nearFlows({ config, key }: Setting, rest: string): string | undefined {
  const near = nearest(config.role, config.kafka, rest);
  return near === undefined ? undefined : key.slice(0, key.length - rest.length) + near;
}

/** A client's property behind a slip of its prefix: `producer.overrides.`, `mainConsumer.`. */
function nearPrefix({ config, key }: Setting): string | undefined {
  for (const [prefix, role] of clientPrefixes(config.role)) {
    // Most names begin otherwise, and a connector may have very many.
    if (key[0] !== prefix[0]) continue;
    const length = prefix.split('.').length - 1;
    for (const parts of [length, length - 1]) {
      const head = key
        .split('.', parts)
        .map((part) => `${part}.`)
        .join('');
      const rest = key.slice(head.length);
      if (head !== '' && isVeryNear(head, prefix) && define(role, config.kafka, rest) !== undefined) return prefix + rest;
    }
  }
  return undefined;
}
