import type { Config, Setting } from '../../configs/config.ts';
import type { Role } from '../../schema/roles.ts';
import { define, names } from '../../schema/schema.ts';
import { newestVersion, tableOf } from '../../schema/tables.ts';
import type { RelationRule } from '../rule.ts';

/** Prefixes of each kind of client, by role: one that covers all of that kind, or all of the single ones together. */
const prefixes: Readonly<Partial<Record<Role, readonly (readonly string[])[]>>> = {
  consumer: [['consumer.'], ['main.consumer.', 'restore.consumer.', 'global.consumer.']],
  producer: [['producer.']],
  admin: [['admin.']],
};
const clients = ['consumer', 'producer', 'admin'] as const;
const allPrefixes = Object.values(prefixes).flat(2);

export const streamsPrefixShadows: RelationRule = {
  id: 'streams-prefix-shadows',
  title: 'A client setting that another one with a prefix replaces',
  why: 'Streams hands a client what stands behind its prefix instead of the same key without one. Where every client that knows the key has its own, the plain one is read by nobody.',
  severity: 'warning',
  roles: ['streams'],
  source: 'org.apache.kafka.streams.StreamsConfig#getMainConsumerConfigs, #getProducerConfigs, #getAdminConfigs',
  supersedes: [
    'invalid-value',
    'quoted-value',
    'remark-in-value',
    'seconds-in-milliseconds',
    'class-kind',
    'streams-overridden-setting',
    'streams-old-and-new-key',
    'deprecated-key',
    'classic-protocol-excludes',
    'admin-bootstrap-one',
  ],
  examples: [
    {
      text: '«session.timeout.ms»=45000\nconsumer.session.timeout.ms=30000\n',
      message: '`session.timeout.ms` is not read: `consumer.session.timeout.ms` counts instead.',
      fixed: 'consumer.session.timeout.ms=30000\n',
    },
    { text: '«acks»=9\nproducer.acks=all\n' },
    { text: 'session.timeout.ms=45000\nmain.consumer.session.timeout.ms=30000\n' },
    { text: 'security.protocol=SSL\nconsumer.security.protocol=PLAINTEXT\n' },
    { text: 'max.poll.records=100\nproducer.acks=all\n' },
  ],
  // Each property of a client, with and without prefix; put together only where there is a Streams file.
  get reads() {
    const keys = new Set(clients.flatMap((role) => names(role, newestVersion(role))));
    return [...keys].flatMap((key) => [key, ...allPrefixes.map((prefix) => prefix + key)]);
  },
  *check(config) {
    for (const setting of writtenTwice(config)) {
      const instead = replacing(config, setting);
      const [first] = instead;
      if (first === undefined) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${setting.key}\` is not read: ${instead.map((one) => `\`${spelled(one)}\``).join(' and ')} ${instead.length > 1 ? 'count' : 'counts'} instead.`,
        related: instead.map((at) => ({ at, message: 'This one counts.' })),
        fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};

/** Keys without prefix that are no property of Streams itself, and stand behind some prefix too. */
function* writtenTwice(config: Config): Generator<Setting> {
  const own = tableOf('streams', config.kafka);
  const seen = new Set<string>();
  for (const view of config.views) {
    for (const { key } of view.settings()) {
      const setting = seen.has(key) || own.has(key) ? undefined : config.own(key);
      seen.add(key);
      if (setting !== undefined) yield setting;
    }
  }
}

/** The settings that stand in for a plain one; none where some client still reads that. */
function replacing(config: Config, { key }: Setting): readonly Setting[] {
  const readers = clients.filter((role) => define(role, config.kafka, key) !== undefined);
  const byReader = readers.map((role) => prefixes[role]?.map((all) => behindAll(config, all, key)).find((found) => found.length > 0));
  return byReader.some((found) => found === undefined) ? [] : byReader.flatMap((found) => found ?? []);
}

function behindAll(config: Config, wanted: readonly string[], key: string): readonly Setting[] {
  const found = wanted.flatMap((prefix) => viewOf(config, prefix)?.own(key) ?? []);
  return found.length === wanted.length ? found : [];
}

function viewOf(config: Config, prefix: string): Config | undefined {
  return config.views.find((view) => view.identity.spelling.spell('') === (config.identity.spelling.spell(prefix) ?? prefix));
}

function spelled({ config, key }: Setting): string {
  return config.identity.spelling.spell(key) ?? key;
}
