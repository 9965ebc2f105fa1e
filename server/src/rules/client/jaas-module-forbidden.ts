import type { Config } from '../../configs/config.ts';
import { parseVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, usesSasl } from './clients.ts';

const home = 'com.sun.security.auth.module.';
/** The modules that Kafka lets nobody log in with, each since the release that closed the hole. */
const forbidden: ReadonlyMap<string, string> = new Map([
  [`${home}JndiLoginModule`, '3.4.0'],
  [`${home}LdapLoginModule`, '3.9.1'],
]);

export const jaasModuleForbidden: RelationRule = {
  id: 'jaas-module-forbidden',
  title: 'A login module that Kafka lets nobody use',
  why: 'The JVM’s modules for JNDI and LDAP let whoever writes the configuration run code of their own. Kafka refuses them unless a system property of the JVM allows them.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '3.4' },
  source: 'CVE-2023-25194, CVE-2025-27818; org.apache.kafka.common.security.JaasContext#throwIfLoginModuleIsNotAllowed',
  examples: [
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=«${home}JndiLoginModule required;»\n`,
      role: 'producer',
      message: '`sasl.jaas.config` must name another login module: Kafka refuses `JndiLoginModule`.',
    },
    { text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=«${home}LdapLoginModule required;»\n`, role: 'consumer' },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${home}LdapLoginModule required;\n`,
      role: 'admin',
      kafka: '3.7',
    },
    { text: `sasl.jaas.config=${home}JndiLoginModule required;\n`, role: 'producer' },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=GSSAPI\nsasl.kerberos.service.name=kafka\nsasl.jaas.config=${home}Krb5LoginModule required;\n`,
      role: 'producer',
    },
  ],
  reads: ['security.protocol', 'sasl.jaas.config'],
  needs: 'sasl.jaas.config',
  *check(config) {
    const found = usesSasl(config) ? jaasOf(config) : undefined;
    if (found === undefined || typeof found.jaas === 'string' || !isForbidden(config, found.jaas.name)) return;
    yield {
      at: found.setting,
      message: `\`sasl.jaas.config\` must name another login module: Kafka refuses \`${found.jaas.name.slice(home.length)}\`.`,
    };
  },
};

/** Whether this Kafka lets nobody log in with a module. */
export function isForbidden({ kafka }: Config, module: string): boolean {
  const since = parseVersion(forbidden.get(module) ?? '');
  return since !== undefined && kafka >= since;
}
