import type { Setting } from '../../configs/config.ts';
import { type Counterpart, counterpartInLibrdkafka } from '../../schema/librdkafka.ts';
import { tableOf } from '../../schema/tables.ts';
import { latestVersion } from '../../schema/version.ts';
import type { Fix, SettingRule } from '../rule.ts';
import { convert } from './convert.ts';
import { tableFor } from './reading.ts';

export const librdkafkaJavaName: SettingRule = {
  id: 'librdkafka-java-name',
  title: 'A property of Java’s clients in a librdkafka file',
  why: 'librdkafka refuses every name that it does not know, also those that only Java’s clients have: the client is not created.',
  severity: 'error',
  roles: 'all',
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_anyconf_set; judged by confluent-kafka',
  supersedes: ['librdkafka-unknown-name'],
  examples: [
    {
      text: 'sasl.mechanisms=PLAIN\nsasl.username=app\n«fetch.max.wait.ms»=100\n',
      role: 'consumer',
      message: 'librdkafka refuses `fetch.max.wait.ms`: its name there is `fetch.wait.max.ms`.',
      fixed: 'sasl.mechanisms=PLAIN\nsasl.username=app\nfetch.wait.max.ms=100\n',
    },
    {
      text: 'sasl.username=app\nssl.ca.location=ca.pem\n«buffer.memory»=33554432\n',
      role: 'producer',
      fixed: 'sasl.username=app\nssl.ca.location=ca.pem\nqueue.buffering.max.kbytes=32768\n',
    },
    {
      text: 'sasl.mechanisms=PLAIN\nsasl.password=x\n«sasl.jaas.config»=x\n',
      role: 'client',
      message: 'librdkafka refuses `sasl.jaas.config`: `sasl.username` and `sasl.password` take its place, with values of their own.',
    },
    {
      text: 'sasl.username=app\nsasl.password=x\n«key.serializer»=org.apache.kafka.common.serialization.StringSerializer\n',
      role: 'producer',
      message: 'librdkafka refuses `key.serializer`, and has no equivalent: librdkafka takes bytes; the program or its binding makes them.',
    },
    { text: 'sasl.username=app\nlinger.ms=5\nacks=all\n', role: 'producer' },
  ],
  reads: 'each',
  when: ({ key, config }) => tableFor(config).get(key)?.refused === true || !tableFor(config).has(key),
  *check(setting) {
    const { key } = setting;
    if (isForKcat(setting)) return;
    const counterpart = counterpartInLibrdkafka(key) ?? (isJava(key) ? {} : undefined);
    if (counterpart === undefined) return;
    yield { at: setting, part: 'key', message: `librdkafka refuses \`${key}\`${reason(counterpart)}.`, fixes: [fix(setting, counterpart)] };
  },
};

/** kcat takes user and password out of what Confluent Cloud hands out for Java: kcat.c, try_java_conf_set. */
function isForKcat({ key, value, config }: Setting): boolean {
  if (config.identity.program !== 'kcat' || key !== 'sasl.jaas.config') return false;
  return /^org\.apache\.kafka\.common\.security\.plain\.PlainLoginModule\s*required\s*username="[^"]+"\s*password="[^"]+/.test(value);
}

function isJava(key: string): boolean {
  return tableOf('client', latestVersion()).has(key);
}

function reason({ to, why, copy, with: others = [] }: Counterpart): string {
  if (to === undefined) return why === undefined ? ', a property of Java’s clients' : `, and has no equivalent: ${why}`;
  if (copy !== false) return `: its name there is \`${to}\``;
  const names = [to, ...others].map((name) => `\`${name}\``);
  return names.length > 1
    ? `: ${names.join(' and ')} take its place, with values of their own`
    : `: ${names[0]} takes its place, with a value of its own`;
}

function fix(setting: Setting, counterpart: Counterpart): Fix {
  const renamed = setting.key === 'sasl.jaas.config' ? credentials(setting) : convert(setting, counterpart);
  return renamed ?? { title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] };
}

/** The user and password that a login module of Java's would be given. */
function credentials(setting: Setting): Fix | undefined {
  const { config, value, unknown } = setting;
  const user = /\busername\s*=\s*"([^"\\]+)"/.exec(value)?.[1];
  const password = /\bpassword\s*=\s*"([^"\\]+)"/.exec(value)?.[1];
  if (unknown || user === undefined || password === undefined) return undefined;
  if (config.has('sasl.username') || config.has('sasl.password')) return undefined;
  return {
    title: 'Write `sasl.username` and `sasl.password`',
    safe: false,
    steps: [
      { do: 'rename', setting, key: 'sasl.username' },
      { do: 'set', setting, value: user },
      { do: 'add', after: setting, key: 'sasl.password', value: password },
    ],
  };
}
