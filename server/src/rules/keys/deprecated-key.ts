import type { Role } from '../../schema/roles.ts';
import { atLeast } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';
import { renaming } from './renaming.ts';

/** Keys that Kafka speaks of at WARN where they are written, by role, since these minors. */
const logged: Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>> = {
  broker: { 'offsets.commit.required.acks': '3.8', 'broker.id': '4.4' },
  controller: { 'offsets.commit.required.acks': '3.8', 'broker.id': '4.4' },
  streams: { 'cache.max.bytes.buffering': '3.4', retries: '2.7', 'partition.grouper': '2.4' },
};

export const deprecatedKey: SettingRule = {
  id: 'deprecated-key',
  title: 'A deprecated property',
  why: 'Kafka still reads it, and a coming major release will not.',
  severity: 'information',
  roles: 'all',
  source: 'the definitions of each release (schemas/facts)',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n«log.cleaner.enable»=true\n',
      role: 'broker',
      kafka: '4.2',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=a:2181\n«advertised.host.name»=kafka\n«advertised.port»=9093\n',
      role: 'broker',
      kafka: '2.8',
      message: '`advertised.host.name` is deprecated: use `advertised.listeners`.',
      fixed: 'broker.id=1\nzookeeper.connect=a:2181\nadvertised.listeners=PLAINTEXT://kafka:9093\n',
    },
    { text: '«cache.max.bytes.buffering»=0\n', role: 'streams', kafka: '3.9', severity: 'warning' },
    { text: 'acks=all\n', role: 'producer' },
  ],
  reads: 'each',
  of: ({ definition }) => definition?.deprecated === true,
  *check(setting, config) {
    const { definition, key } = setting;
    if (definition?.deprecated !== true) return;
    const successor = definition.replacedBy;
    const since = logged[config.role]?.[key];
    yield {
      at: setting,
      part: 'key',
      ...(since !== undefined && atLeast(config.kafka, since) && { severity: 'warning' }),
      tag: 'deprecated',
      message: `\`${key}\` is deprecated${successor === undefined ? '' : `: use \`${successor}\``}.`,
      // What else is set then has a say in them.
      get fixes() {
        return successor === undefined || successor.includes(' ') ? [] : [renaming(setting, successor)].filter((fix) => fix !== undefined);
      },
    };
  },
};
