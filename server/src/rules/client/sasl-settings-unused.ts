import type { Config } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles, usesSasl } from './clients.ts';

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";';
const sasl = `security.protocol=SASL_SSL\nsasl.jaas.config=${plain}\n`;

/** What only one mechanism reads: the beginnings of the keys, and the mechanism. */
const ofMechanism: readonly (readonly [string, string])[] = [
  ['sasl.oauthbearer.', 'OAUTHBEARER'],
  ['sasl.login.refresh.', 'OAUTHBEARER'],
  ['sasl.login.retry.', 'OAUTHBEARER'],
  ['sasl.login.connect.', 'OAUTHBEARER'],
  ['sasl.login.read.', 'OAUTHBEARER'],
  ['sasl.kerberos.', 'GSSAPI'],
];

export const saslSettingsUnused: RelationRule = {
  id: 'sasl-settings-unused',
  title: 'Settings of another SASL mechanism',
  why: 'Kafka’s logins by Kerberos and by OAuth have settings of their own. With another `sasl.mechanism` nothing reads them.',
  severity: 'warning',
  roles: clientRoles.filter((role) => role !== 'mirror-maker'),
  kafka: { since: '2.7' },
  source: 'org.apache.kafka.common.config.AbstractConfig#logUnused; the login classes of kafka-clients',
  examples: [
    {
      text: `${sasl}sasl.mechanism=PLAIN\n«sasl.kerberos.service.name»=kafka\n`,
      role: 'producer',
      message: '`sasl.kerberos.service.name` is not used: `sasl.mechanism` is `PLAIN`.',
      fixed: `${sasl}sasl.mechanism=PLAIN\n`,
    },
    { text: `${sasl}sasl.mechanism=SCRAM-SHA-512\n«sasl.oauthbearer.token.endpoint.url»=https://login.example.com/\n`, role: 'consumer' },
    {
      text: `${sasl}sasl.mechanism=PLAIN\nsasl.login.callback.handler.class=com.example.Handler\nsasl.oauthbearer.scope=x\n`,
      role: 'consumer',
    },
    { text: `${sasl}sasl.kerberos.service.name=kafka\n`, role: 'consumer' },
    { text: `${sasl}sasl.mechanism=com.example.MINE\nsasl.kerberos.service.name=kafka\n`, role: 'consumer' },
    { text: 'sasl.mechanism=PLAIN\nsasl.kerberos.service.name=kafka\n', role: 'consumer' },
  ],
  reads: [
    'security.protocol',
    'sasl.mechanism',
    'sasl.login.class',
    'sasl.login.callback.handler.class',
    ...ofMechanism.map(([start]) => `${start}*`),
  ],
  needs: 'sasl.mechanism',
  *check(config) {
    const mechanism = config.get('sasl.mechanism');
    if (mechanism === undefined || mechanism.unknown || !usesSasl(config) || isReadByOthers(config)) return;
    if (!/^(PLAIN|SCRAM-SHA-(256|512)|OAUTHBEARER|GSSAPI)$/.test(mechanism.value)) return;
    for (const setting of config.settings()) {
      const reader = ofMechanism.find(([start]) => setting.key.startsWith(start))?.[1];
      if (reader === undefined || reader === mechanism.value || setting.definition === undefined || setting.value === '') continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${setting.key}\` is not used: \`sasl.mechanism\` is \`${mechanism.value}\`.`,
        related: [{ at: mechanism, message: 'The mechanism is set here.' }],
        fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};

/** Classes of the author's own are given all settings. */
function isReadByOthers(config: Config): boolean {
  return config.has('sasl.login.class') || config.has('sasl.login.callback.handler.class');
}
