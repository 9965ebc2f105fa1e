import type { Config } from '../../configs/config.ts';
import type { Fix, RelationRule } from '../rule.ts';
import { namesOf, valueFor, written } from './reading.ts';

const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'SCRAM-SHA-1', 'OAUTHBEARER', 'GSSAPI'];

export const librdkafkaMechanism: RelationRule = {
  id: 'librdkafka-mechanism',
  title: 'A SASL mechanism that librdkafka does not know',
  why: 'librdkafka compares the mechanism letter by letter with the few that it can speak, and refuses to create the client for any other.',
  severity: 'error',
  roles: ['producer', 'consumer', 'client', 'admin'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_sasl.c: rd_kafka_sasl_select_provider; rdkafka_sasl_scram.c; judged by confluent-kafka',
  examples: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanisms=«plain»\n',
      role: 'client',
      message: 'librdkafka knows the mechanism `PLAIN` in capitals only.',
      fixed: 'security.protocol=SASL_SSL\nsasl.mechanisms=PLAIN\n',
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=«AWS_MSK_IAM»\nenable.partition.eof=true\n',
      role: 'consumer',
      message:
        'librdkafka does not know the mechanism `AWS_MSK_IAM`, only `PLAIN`, `SCRAM-SHA-256`, `SCRAM-SHA-512`, `OAUTHBEARER` and `GSSAPI`.',
    },
    { text: 'sasl.username=app\nsasl.mechanisms=«SCRAM-SHA256»\n', role: 'client', severity: 'warning' },
    { text: 'security.protocol=SASL_SSL\nsasl.mechanisms=SCRAM-SHA-256\nsasl.username=app\n', role: 'client' },
    { text: 'security.protocol=SASL_SSL\nsasl.mechanisms=${MECHANISM}\nsasl.username=app\n', role: 'client' },
  ],
  reads: namesOf('security.protocol', 'sasl.mechanisms'),
  *check(config) {
    const setting = written(config, 'sasl.mechanisms');
    const refused = isRefused(config);
    if (setting === undefined || refused === undefined || valueFor(config, 'sasl.mechanisms') === undefined) return;
    if (mechanisms.includes(setting.value)) return;
    const meant = mechanisms.find((one) => plain(one) === plain(setting.value));
    const fixes: Fix[] =
      meant === undefined
        ? []
        : [{ title: `Set \`${setting.key}\` to \`${meant}\``, safe: true, steps: [{ do: 'set', setting, value: meant }] }];
    yield { at: setting, severity: refused ? 'error' : 'warning', message: message(setting.value, meant), fixes };
  },
};

/** The mechanism is looked at with SASL only, which a program may switch on by itself; undefined where it is not used, or not known to be. */
function isRefused(config: Config): boolean | undefined {
  if (written(config, 'security.protocol') === undefined) return false;
  return valueFor(config, 'security.protocol')?.startsWith('sasl_') ? true : undefined;
}

function message(value: string, meant: string | undefined): string {
  if (meant !== undefined && meant.toLowerCase() === value.toLowerCase())
    return `librdkafka knows the mechanism \`${meant}\` in capitals only.`;
  if (meant !== undefined) return `librdkafka does not know the mechanism \`${value}\`. Did you mean \`${meant}\`?`;
  return `librdkafka does not know the mechanism \`${value}\`, only \`PLAIN\`, \`SCRAM-SHA-256\`, \`SCRAM-SHA-512\`, \`OAUTHBEARER\` and \`GSSAPI\`.`;
}

/** Letters and digits alone, for comparing. */
function plain(mechanism: string): string {
  return mechanism.toLowerCase().replace(/[^a-z0-9]/g, '');
}
