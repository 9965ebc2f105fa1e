import type { RelationRule } from '../rule.ts';
import { clientRoles, usesSasl } from './clients.ts';

export const saslMechanismEmpty: RelationRule = {
  id: 'sasl-mechanism-empty',
  title: 'SASL needs a mechanism',
  why: 'With SASL on, an empty `sasl.mechanism` is refused; left out, it is GSSAPI (Kerberos).',
  severity: 'error',
  roles: clientRoles.filter((role) => role !== 'mirror-maker'),
  kafka: { since: '3.3' },
  source: 'KAFKA-13902; org.apache.kafka.clients.CommonClientConfigs#postValidateSaslMechanismConfig',
  examples: [
    {
      text: 'security.protocol=SASL_SSL\n«sasl.mechanism»=\n',
      role: 'producer',
      message: '`sasl.mechanism` must name a mechanism such as `SCRAM-SHA-512` while SASL is on.',
    },
    { text: 'security.protocol=SSL\nsasl.mechanism=\n', role: 'producer' },
    { text: 'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\n', role: 'producer' },
  ],
  reads: ['security.protocol', 'sasl.mechanism'],
  needs: 'sasl.mechanism',
  *check(config) {
    const mechanism = config.get('sasl.mechanism');
    if (mechanism === undefined || mechanism.value !== '' || !usesSasl(config)) return;
    yield { at: mechanism, part: 'key', message: '`sasl.mechanism` must name a mechanism such as `SCRAM-SHA-512` while SASL is on.' };
  },
};
