import type { Setting } from '../../configs/config.ts';
import { mayBeRegex } from '../../schema/java-regex.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { graphKeys } from './listener-graph.ts';
import { securedListeners } from './listener-settings.ts';

const key = 'sasl.kerberos.principal.to.local.rules';
const node = 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\n';

export const kerberosPrincipalRules: RelationRule = {
  id: 'kerberos-principal-rules',
  title: 'Rules that make names of users out of Kerberos principals',
  why: 'Each rule is `DEFAULT` or `RULE:[n:format](pattern)s/from/to/`, where all but the brackets may be left out and `/L` or `/U` may follow. Rules are parted by commas, so that none can hold one. A broker with a listener for GSSAPI reads them when it starts.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-246, KIP-576; org.apache.kafka.common.security.kerberos.KerberosShortNamer#parseRules',
  examples: [
    {
      text: `${node}${key}=«RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//X»\n`,
      kafka: '3.9',
      message: `\`${key}\` has \`RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//X\`: it must be \`DEFAULT\` or a rule such as \`RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//L\`.`,
    },
    { text: `${node}${key}=«RULE:[1:$1@$0](.*@(A,B))s/@.*//,DEFAULT»\n`, kafka: '3.9' },
    { text: `${node}${key}=«RULE:[1:$1]([)»\n`, kafka: '3.9' },
    { text: `${node}${key}=RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//, RULE:[2:$1]/L,DEFAULT\n`, kafka: '3.9' },
    {
      text: `${node}sasl.enabled.mechanisms=PLAIN\nlistener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;\n${key}=nope\n`,
      kafka: '3.9',
    },
  ],
  reads: [key, `*.${key}`, 'sasl.enabled.mechanisms', '*.sasl.enabled.mechanisms', ...graphKeys],
  *check(config) {
    const reported = new Set<Setting>();
    for (const listener of securedListeners(config)) {
      if (!listener.served || !listener.protocol.startsWith('SASL_')) continue;
      const setting = splitList(listener.value('sasl.enabled.mechanisms') ?? '').includes('GSSAPI') ? listener.get(key) : undefined;
      if (setting === undefined || setting.unknown || reported.has(setting)) continue;
      const wrong = splitList(setting.value).find((rule) => !isRule(rule));
      if (wrong === undefined) continue;
      reported.add(setting);
      yield {
        at: setting,
        message: `\`${setting.key}\` has \`${wrong}\`: it must be \`DEFAULT\` or a rule such as \`RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//L\`.`,
      };
    }
  },
};

const parser = /^(?:DEFAULT|RULE:\[(\d*):[^\]]*\](?:\(([^)]*)\))?(?:s\/([^/]*)\/[^/]*\/g?)?\/?[LU]?)$/;

/** The parser looks from the beginning and takes what it can; nothing may be left over. */
function isRule(text: string): boolean {
  const [whole, count, match = '', from = ''] = parser.exec(text) ?? [];
  return whole !== undefined && count !== '' && Number(count ?? 0) <= 2_147_483_647 && mayBeRegex(match) && mayBeRegex(from);
}
