import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast, before } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';

const keys = [
  'enable.auto.commit',
  'allow.auto.create.topics',
  'group.protocol',
  'group.id',
  'group.instance.id',
  'partition.assignment.strategy',
  'key.serializer',
  'value.serializer',
  'key.deserializer',
  'value.deserializer',
  'bootstrap.servers',
  'auto.offset.reset',
  'isolation.level',
  'enable.idempotence',
  'transactional.id',
] as const;

type Key = (typeof keys)[number];

export const streamsOverriddenSetting: RelationRule = {
  id: 'streams-overridden-setting',
  title: 'A client setting that Streams overrides',
  why: 'Streams commits, assigns and starts transactions itself. It ignores what is written for these, and for some it logs that it does.',
  severity: 'warning',
  roles: ['consumer', 'producer', 'streams'],
  kafka: { since: '2.8' },
  supersedes: [
    'invalid-value',
    'quoted-value',
    'remark-in-value',
    'bootstrap-servers-form',
    'empty-group-id',
    'assignor-class',
    'class-kind',
    'blank-behind-class',
    'class-of-another-release',
  ],
  source: 'org.apache.kafka.streams.StreamsConfig#checkIfUnexpectedUserSpecifiedClientConfig, #getMainConsumerConfigs, #getProducerConfigs',
  examples: [
    {
      text: 'application.id=a\n«consumer.enable.auto.commit»=true\n',
      role: 'streams',
      message: 'Streams ignores `consumer.enable.auto.commit`: it commits itself.',
      fixed: 'application.id=a\n',
    },
    {
      text: 'application.id=a\n«group.id»=orders\n',
      role: 'streams',
      message: 'Streams ignores `group.id`: the group is named by `application.id`.',
    },
    { text: 'application.id=a\nprocessing.guarantee=exactly_once_v2\n«producer.transactional.id»=x\n', role: 'streams' },
    { text: 'application.id=a\nprocessing.guarantee=exactly_once\n«producer.transactional.id»=\n', role: 'streams', kafka: '3.9' },
    { text: 'application.id=a\nprocessing.guarantee=exactly_once_v2\n«consumer.isolation.level»=read_uncommitted\n', role: 'streams' },
    {
      text: 'application.id=a\n«group.protocol»=streams\n',
      role: 'streams',
      kafka: '4.0',
      message: 'Streams ignores `group.protocol`: its protocol is `classic`.',
    },
    { text: 'application.id=a\ngroup.protocol=streams\n', role: 'streams', kafka: '4.1' },
    { text: 'application.id=a\n«main.consumer.enable.auto.commit»=true\n', role: 'streams', kafka: '4.1' },
    { text: 'application.id=a\nrestore.consumer.enable.auto.commit=«true»\n', role: 'streams', kafka: '4.1', severity: 'error' },
    { text: 'application.id=a\n«restore.consumer.auto.offset.reset»=latest\n', role: 'streams' },
    { text: 'application.id=a\n«producer.bootstrap.servers»=a\n', role: 'streams' },
    {
      text: 'application.id=a\n«key.deserializer»=\n',
      role: 'streams',
      message: 'Streams ignores `key.deserializer`: its consumers read bytes, and serdes the rest.',
    },
    { text: 'application.id=a\n«producer.value.serializer»=com.example.Own\n', role: 'streams' },
    { text: 'application.id=a\nglobal.consumer.partition.assignment.strategy=a,\n', role: 'streams' },
    {
      text: 'application.id=a\npartition.assignment.strategy=«,»\n',
      role: 'streams',
      kafka: '3.9',
      severity: 'error',
      message: '`partition.assignment.strategy` must have a class beside each comma.',
    },
    { text: 'application.id=a\n«restore.consumer.group.instance.id»=a\n', role: 'streams' },
    { text: 'application.id=a\nconsumer.enable.auto.commit=false\nconsumer.auto.offset.reset=earliest\n', role: 'streams' },
    { text: 'group.id=orders\nenable.auto.commit=true\n', role: 'consumer' },
  ],
  reads: [...keys, 'processing.guarantee'],
  *check(config) {
    const prefix = config.identity.spelling.spell('') ?? '';
    if (config.role !== 'streams' && config.identity.parent?.role !== 'streams') return;
    for (const key of keys) {
      const setting = config.own(key);
      if (setting !== undefined && isNameless(setting, config)) yield nameless(setting);
      const reason = setting && !setting.unknown && reasonFor(key, setting, config, prefix);
      if (setting === undefined || typeof reason !== 'string') continue;
      yield key === 'enable.auto.commit' && isRefused(config, prefix) ? refused(setting, prefix) : ignored(setting, prefix, reason);
    }
  },
};

/** Before 4.2 the consumers that restore and that read global tables get the value, and cannot commit without a group. */
function isRefused(config: Config, prefix: string): boolean {
  return /^(restore|global)\./.test(prefix) && !atLeast(config.kafka, '4.2');
}

function refused(setting: Setting, prefix: string): Finding {
  const name = `\`${prefix}${setting.key}\``;
  const fixes = [{ title: `Remove ${name}`, safe: false, steps: [{ do: 'remove', setting }] }] as const;
  return { at: setting, severity: 'error', message: `${name} must be \`false\`: this consumer is in no group.`, fixes };
}

function ignored(setting: Setting, prefix: string, reason: string): Finding {
  const name = `\`${prefix}${setting.key}\``;
  return {
    at: setting,
    part: 'key',
    tag: 'unnecessary',
    message: `Streams ignores ${name}: ${reason}.`,
    fixes: [{ title: `Remove ${name}`, safe: false, steps: [{ do: 'remove', setting }] }],
  };
}

/** Why Streams does not take the setting; undefined where it does. `prefix` is empty for keys that all clients share. */
function reasonFor(key: Key, setting: Setting, config: Config, prefix: string): string | undefined {
  const { value } = setting;
  const isConsumer = config.role === 'consumer';
  const anyConsumer = isConsumer || prefix === '';
  // Before 4.2 what stands behind the prefix of a single consumer goes to that consumer.
  const overridden = anyConsumer && (prefix === '' || prefix === 'consumer.' || atLeast(config.kafka, '4.2'));
  if (key === 'enable.auto.commit')
    return (overridden && value !== 'false') || (anyConsumer && value.toLowerCase() === 'true') ? 'it commits itself' : undefined;
  if (key === 'allow.auto.create.topics')
    return overridden && value !== 'false' && atLeast(config.kafka, '4.2') ? 'its consumers create no topics' : undefined;
  if (key === 'group.protocol')
    return value !== 'classic' && (overridden || isReplaced(value, config, prefix)) ? reasonForProtocol(config) : undefined;
  if (key === 'group.id') return anyConsumer ? 'the group is named by `application.id`' : undefined;
  if (key === 'group.instance.id') return /^(restore|global)\./.test(prefix) ? 'this consumer is in no group' : undefined;
  if (key === 'partition.assignment.strategy') return anyConsumer && !isTriedOut(value, prefix) ? 'it assigns its tasks itself' : undefined;
  if (key.endsWith('deserializer')) return anyConsumer ? 'its consumers read bytes, and serdes the rest' : undefined;
  if (key.endsWith('serializer')) return !isConsumer ? 'its producers write bytes, and serdes make them' : undefined;
  if (key === 'bootstrap.servers')
    return prefix === 'consumer.' || prefix === 'producer.' ? '`bootstrap.servers` without a prefix counts' : undefined;
  if (key === 'auto.offset.reset') return /^(restore|global)\./.test(prefix) ? 'this consumer reads from where its store ends' : undefined;
  return config.value('processing.guarantee')?.startsWith('exactly_once') ? reasonForExactlyOnce(key, value, config, prefix) : undefined;
}

/** The consumers that restore and that read global tables parse the list all the same, and refuse one with an empty element. */
function isTriedOut(value: string, prefix: string): boolean {
  return prefix !== 'main.consumer.' && value !== '' && splitList(value).includes('');
}

/** From 4.2 on the list itself is refused. */
function isNameless(setting: Setting, config: Config): boolean {
  return (
    config.role === 'streams' &&
    setting.key === 'partition.assignment.strategy' &&
    !setting.unknown &&
    isTriedOut(setting.value, '') &&
    !atLeast(config.kafka, '4.2')
  );
}

function nameless(setting: Setting): Finding {
  return { at: setting, severity: 'error', message: `\`${setting.key}\` must have a class beside each comma.` };
}

/** 4.0 puts its own word in place of what means the same. */
function isReplaced(value: string, { kafka }: Config, prefix: string): boolean {
  return prefix === 'main.consumer.' && value.toLowerCase() === 'classic' && atLeast(kafka, '4.0') && before(kafka, '4.1');
}

/** 4.0 takes none but the classic protocol; later releases have a `group.protocol` of their own. */
function reasonForProtocol(config: Config): string | undefined {
  if (!atLeast(config.kafka, '4.0')) return undefined;
  if (!atLeast(config.kafka, '4.1')) return 'its protocol is `classic`';
  return config.role === 'streams' ? undefined : 'the protocol is `group.protocol` without a prefix';
}

function reasonForExactlyOnce(key: Key, value: string, config: Config, prefix: string): string | undefined {
  const isProducer = config.role === 'producer' || prefix === '';
  const said = `\`processing.guarantee\` is \`${config.value('processing.guarantee')}\``;
  if (key === 'isolation.level') return (prefix === '' || prefix === 'consumer.') && value !== 'read_committed' ? said : undefined;
  return isProducer ? said : undefined;
}
