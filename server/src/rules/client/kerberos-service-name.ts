import type { Config } from '../../configs/config.ts';
import type { LoginModule } from '../../configs/jaas.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";';
const kerberos = 'com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true';

export const kerberosServiceName: RelationRule = {
  id: 'kerberos-service-name',
  title: 'Kerberos needs the name of the brokers’ service, once',
  why: 'Without `sasl.mechanism` Kafka takes GSSAPI, which is Kerberos. It refuses to start where neither `sasl.kerberos.service.name` nor the JAAS text names the service, or where the two differ.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '0.10.2' },
  source: 'org.apache.kafka.common.security.kerberos.KerberosLogin#getServiceName',
  examples: [
    {
      text: `security.protocol=SASL_SSL\n«sasl.jaas.config»=${plain}\n`,
      role: 'producer',
      message:
        '`sasl.mechanism` must be set to `PLAIN`: without it Kafka takes Kerberos (GSSAPI), which wants `sasl.kerberos.service.name`.',
      fixed: `security.protocol=SASL_SSL\nsasl.jaas.config=${plain}\nsasl.mechanism=PLAIN\n`,
    },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=GSSAPI\n«sasl.jaas.config»=${kerberos};\n`,
      role: 'consumer',
      message: '`sasl.kerberos.service.name` must be set where `sasl.mechanism` is `GSSAPI`.',
    },
    {
      text: `security.protocol=SASL_SSL\nsasl.kerberos.service.name=«kafka»\nsasl.jaas.config=${kerberos} serviceName="other";\n`,
      role: 'consumer',
      message: '`sasl.kerberos.service.name` must be the same as `serviceName` in `sasl.jaas.config`.',
    },
    { text: `security.protocol=SASL_SSL\nsasl.kerberos.service.name=kafka\nsasl.jaas.config=${kerberos};\n`, role: 'consumer' },
    { text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${plain}\n`, role: 'producer' },
    { text: `sasl.jaas.config=${plain}\n`, role: 'producer' },
  ],
  reads: ['security.protocol', 'sasl.mechanism', 'sasl.jaas.config', 'sasl.kerberos.service.name'],
  needs: 'sasl.jaas.config',
  *check(config) {
    const found = jaasOf(config);
    if (found === undefined || typeof found.jaas === 'string' || !usesSasl(config) || config.value('sasl.mechanism') !== 'GSSAPI') return;
    const service = config.get('sasl.kerberos.service.name');
    const inJaas = found.jaas.options.get('serviceName');
    if (service === undefined && inJaas === undefined) yield missing(config, found.setting, found.jaas);
    if (service === undefined || service.unknown || inJaas === undefined || inJaas === service.value) return;
    yield { at: service, message: '`sasl.kerberos.service.name` must be the same as `serviceName` in `sasl.jaas.config`.' };
  },
};

function missing(config: Config, at: Finding['at'], jaas: LoginModule): Finding {
  const isPlain = jaas.name.endsWith('.PlainLoginModule');
  const isKerberos = config.has('sasl.mechanism') || jaas.name.endsWith('.Krb5LoginModule');
  if (isKerberos)
    return {
      at,
      part: 'key',
      message: '`sasl.kerberos.service.name` must be set where `sasl.mechanism` is `GSSAPI`.',
      lacks: ['sasl.kerberos.service.name'],
    };
  const wanted = isPlain ? 'set to `PLAIN`' : 'set';
  return {
    at,
    part: 'key',
    message: `\`sasl.mechanism\` must be ${wanted}: without it Kafka takes Kerberos (GSSAPI), which wants \`sasl.kerberos.service.name\`.`,
    lacks: ['sasl.mechanism'],
    ...(isPlain && {
      fixes: [
        { title: 'Add `sasl.mechanism=PLAIN`', safe: true, steps: [{ do: 'add', after: at, key: 'sasl.mechanism', value: 'PLAIN' }] },
      ],
    }),
  };
}
