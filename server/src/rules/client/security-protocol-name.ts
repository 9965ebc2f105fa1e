import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

const protocols = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

export const securityProtocolName: RelationRule = {
  id: 'security-protocol-name',
  title: 'There are four security protocols',
  why: 'The definition of older releases takes any text, and the client finds out when it starts.',
  severity: 'error',
  roles: clientRoles.filter((role) => role !== 'mirror-maker'),
  kafka: { since: '0.9.0', until: '3.2' },
  source: 'org.apache.kafka.common.security.auth.SecurityProtocol#forName',
  examples: [
    {
      text: 'security.protocol=«TLS»\n',
      role: 'producer',
      kafka: '2.8',
      message: '`security.protocol` must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.',
    },
    { text: 'security.protocol=sasl_ssl\n', role: 'producer', kafka: '2.8' },
  ],
  reads: ['security.protocol'],
  *check(config) {
    const setting = config.own('security.protocol');
    if (setting === undefined || setting.unknown || setting.definition === undefined || setting.definition.validator !== undefined) return;
    if (protocols.includes(setting.value.toUpperCase())) return;
    yield { at: setting, message: '`security.protocol` must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.' };
  },
};
