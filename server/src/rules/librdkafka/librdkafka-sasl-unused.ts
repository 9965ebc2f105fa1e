import type { RelationRule } from '../rule.ts';
import { namesOf, valueFor, written } from './reading.ts';

export const librdkafkaSaslUnused: RelationRule = {
  id: 'librdkafka-sasl-unused',
  title: 'SASL settings that the security protocol or the mechanism does not use',
  why: 'librdkafka logs at WARN that the mechanism needs a SASL protocol, and that a user name is for PLAIN and SCRAM only.',
  severity: 'warning',
  roles: ['producer', 'consumer', 'client', 'admin'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_conf_warn (CONFWARN)',
  examples: [
    {
      text: 'security.protocol=SSL\n«sasl.mechanisms»=PLAIN\n',
      role: 'client',
      message: '`sasl.mechanisms` has no effect with `security.protocol=SSL`: SASL needs `sasl_ssl` or `sasl_plaintext`.',
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanisms=OAUTHBEARER\n«sasl.username»=app\n',
      role: 'client',
      message: '`sasl.username` has no effect with `sasl.mechanisms=OAUTHBEARER`: it is for `PLAIN` and `SCRAM`.',
    },
    { text: 'security.protocol=SASL_SSL\nsasl.mechanisms=SCRAM-SHA-512\nsasl.username=app\n', role: 'client' },
    { text: 'sasl.mechanisms=PLAIN\nsasl.username=app\n', role: 'client' },
  ],
  reads: namesOf('security.protocol', 'sasl.mechanisms', 'sasl.username'),
  *check(config) {
    const protocol = written(config, 'security.protocol');
    const mechanism = written(config, 'sasl.mechanisms');
    const user = written(config, 'sasl.username');
    if (mechanism === undefined || mechanism.unknown) return;
    if (protocol !== undefined && ['plaintext', 'ssl'].includes(valueFor(config, 'security.protocol') ?? '')) {
      yield {
        at: mechanism,
        part: 'key',
        message: `\`${mechanism.key}\` has no effect with \`security.protocol=${protocol.value}\`: SASL needs \`sasl_ssl\` or \`sasl_plaintext\`.`,
      };
    }
    if (user !== undefined && !/^(SCRAM|PLAIN$)/.test(mechanism.value)) {
      yield {
        at: user,
        part: 'key',
        message: `\`sasl.username\` has no effect with \`${mechanism.key}=${mechanism.value}\`: it is for \`PLAIN\` and \`SCRAM\`.`,
      };
    }
  },
};
