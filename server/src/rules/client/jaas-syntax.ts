import type { JaasFault } from '../../configs/jaas.ts';
import type { Fix, RelationRule } from '../rule.ts';
import { clientRoles, jaasOf, securityProtocol, usesSasl } from './clients.ts';

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';

const wants: Readonly<Record<JaasFault, string>> = {
  nothing: '`sasl.jaas.config` must name a login module',
  module: '`sasl.jaas.config` must begin with the class of a login module',
  flag: '`sasl.jaas.config` must have a flag such as `required` behind the login module, and no quotes around the whole',
  option: '`sasl.jaas.config` must give each option as `name="value"`, with text as the value',
  semicolon: '`sasl.jaas.config` must end with `;`',
  swallowed: '`sasl.jaas.config` must end with a `;` that is neither in open quotes nor behind a `/`, which begins a comment',
  several: '`sasl.jaas.config` must hold one login module only',
};

export const jaasSyntax: RelationRule = {
  id: 'jaas-syntax',
  title: 'A JAAS text that Kafka cannot read',
  why: 'With SASL on, Kafka parses `sasl.jaas.config` when the client is made: one login module, a flag, options in quotes, and a semicolon at the end.',
  severity: 'error',
  roles: clientRoles,
  kafka: { since: '0.10.2' },
  source: 'KIP-85; org.apache.kafka.common.security.JaasConfig, JaasContext#load',
  examples: [
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=«${plain} required username="a" password="b"»\n`,
      role: 'producer',
      message: '`sasl.jaas.config` must end with `;`.',
      fixed: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${plain} required username="a" password="b";\n`,
    },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=«"${plain} required username='a' password='b';"»\n`,
      role: 'consumer',
      message: '`sasl.jaas.config` must have a flag such as `required` behind the login module, and no quotes around the whole.',
    },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=«${plain} required username="a" password=1;»\n`,
      role: 'producer',
    },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=«${plain} required username="a" password=b/c;»\n`,
      role: 'producer',
      message: '`sasl.jaas.config` must end with a `;` that is neither in open quotes nor behind a `/`, which begins a comment.',
    },
    { text: `sasl.jaas.config=«${plain} required username="a" password="b"»\n`, role: 'producer', severity: 'information' },
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${plain} required username="a" password="b";\n`,
      role: 'producer',
    },
    { text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${env:JAAS}\n', role: 'producer' },
  ],
  reads: ['security.protocol', 'sasl.jaas.config'],
  needs: 'sasl.jaas.config',
  *check(config) {
    const found = jaasOf(config);
    if (found === undefined || typeof found.jaas !== 'string' || securityProtocol(config) === undefined) return;
    const { setting, jaas } = found;
    const end: Fix = { title: 'Add the `;`', safe: true, steps: [{ do: 'set', setting, value: `${setting.value};` }] };
    const counts = usesSasl(config);
    yield {
      at: setting,
      severity: counts ? 'error' : 'information',
      message: `${wants[jaas]}${counts ? '' : ' as soon as `security.protocol` turns SASL on'}.`,
      ...(jaas === 'semicolon' && /["'\w]$/.test(setting.value) && { fixes: [end] }),
    };
  },
};
