import { isNativeName } from '../../configs/family.ts';
import { type Counterpart, counterpartInJava } from '../../schema/librdkafka.ts';
import type { SettingRule } from '../rule.ts';
import { convert } from './convert.ts';

export const librdkafkaNameInJava: SettingRule = {
  id: 'librdkafka-name-in-java',
  title: 'A property of librdkafka in a file of Java’s clients',
  why: 'Java’s clients ignore names that they do not know: what is set here has no effect.',
  severity: 'warning',
  roles: ['producer', 'consumer', 'client', 'admin', 'streams'],
  source: 'org.apache.kafka.common.config.AbstractConfig#logUnused; the property tables of librdkafka',
  supersedes: ['unknown-key'],
  examples: [
    {
      text: 'key.serializer=a.B\nvalue.serializer=a.B\n«sasl.mechanisms»=PLAIN\n',
      role: 'producer',
      message: '`sasl.mechanisms` is librdkafka’s: a Java client ignores it. Its name here is `sasl.mechanism`.',
      fixed: 'key.serializer=a.B\nvalue.serializer=a.B\nsasl.mechanism=PLAIN\n',
    },
    {
      text: 'key.deserializer=a.B\nvalue.deserializer=a.B\n«sasl.username»=app\n',
      role: 'consumer',
      message: '`sasl.username` is librdkafka’s: a Java client ignores it. `sasl.jaas.config` takes its place, with a value of its own.',
    },
    {
      text: 'key.deserializer=a.B\nvalue.deserializer=a.B\n«enable.auto.offset.store»=false\n',
      role: 'consumer',
      message:
        '`enable.auto.offset.store` is librdkafka’s: a Java client ignores it, and has no equivalent: a Java consumer commits what poll has handed over.',
    },
    { text: 'key.serializer=a.B\nsasl.mechanism=PLAIN\n', role: 'producer' },
  ],
  reads: 'each',
  of: ({ resolution }) => resolution === undefined,
  *check(setting) {
    const { key } = setting;
    if (!isNativeName(key)) return;
    const counterpart = counterpartInJava(key) ?? {};
    const renamed = convert(setting, counterpart);
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `\`${key}\` is librdkafka’s: a Java client ignores it${reason(counterpart)}.`,
      fixes: [renamed ?? { title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
    };
  },
};

function reason({ to, why, copy }: Counterpart): string {
  if (to === undefined) return why === undefined ? '' : `, and has no equivalent: ${why}`;
  return copy === false ? `. \`${to}\` takes its place, with a value of its own` : `. Its name here is \`${to}\``;
}
