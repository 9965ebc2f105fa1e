import type { RelationRule } from '../rule.ts';
import { clientRoles, usesSasl } from './clients.ts';

const home = 'org.apache.kafka.common.security.oauthbearer.';
const handlerKey = 'sasl.login.callback.handler.class';
const url = 'sasl.oauthbearer.token.endpoint.url';
const allowed = 'org.apache.kafka.sasl.oauthbearer.allowed.urls';
const sasl = `security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n${handlerKey}=${home}OAuthBearerLoginCallbackHandler\n`;

export const oauthbearerAllowedUrl: RelationRule = {
  id: 'oauthbearer-allowed-url',
  title: 'The JVM has to allow the address that tokens come from',
  why: 'Since Kafka 4.0 a system property of the JVM lists the addresses that tokens may be fetched from. Without it the client is refused, whatever its configuration says.',
  severity: 'information',
  roles: clientRoles,
  kafka: { since: '4.0' },
  source: 'CVE-2025-27817; org.apache.kafka.common.security.oauthbearer.internals.secured.ConfigurationUtils#validateUrl',
  examples: [
    {
      text: `${sasl}${url}=«https://login.example.com/token»\n`,
      role: 'producer',
      message: `The JVM must be started with \`-D${allowed}\` that lists this address.`,
    },
    { text: `${sasl}${url}=https://login.example.com/token\n`, role: 'producer', kafka: '3.9' },
    { text: `${sasl}${url}=\${env:URL}\n`, role: 'producer' },
    { text: `${url}=https://login.example.com/token\n`, role: 'producer' },
  ],
  reads: ['security.protocol', 'sasl.mechanism', handlerKey, url],
  needs: url,
  *check(config) {
    const setting = config.own(url);
    if (setting === undefined || setting.unknown || !/^(https?|file):/i.test(setting.value) || !usesSasl(config)) return;
    if (config.value('sasl.mechanism') !== 'OAUTHBEARER' || !config.value(handlerKey)?.startsWith(home)) return;
    yield { at: setting, message: `The JVM must be started with \`-D${allowed}\` that lists this address.` };
  },
};
