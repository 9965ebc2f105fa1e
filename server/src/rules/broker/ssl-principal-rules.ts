import type { Setting } from '../../configs/config.ts';
import { mayBeRegex } from '../../schema/java-regex.ts';
import { javaTrim } from '../../text/java-trim.ts';
import type { RelationRule } from '../rule.ts';
import { graphKeys } from './listener-graph.ts';
import { securedListeners } from './listener-settings.ts';

const key = 'ssl.principal.mapping.rules';
const node =
  'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SSL://:9093\nssl.keystore.location=/k\nssl.keystore.password=x\n';

export const sslPrincipalRules: RelationRule = {
  id: 'ssl-principal-rules',
  title: 'Rules that make names of users out of certificates',
  why: 'Each rule is `DEFAULT` or `RULE:pattern/replacement/`, with `L` or `U` behind it for small or capital letters, and commas between the rules. A broker with an SSL listener reads them when it starts.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.7' },
  source: 'KIP-371; org.apache.kafka.common.security.ssl.SslPrincipalMapper',
  examples: [
    {
      text: `${node}${key}=«CN=(.*?),.*/$1/L»\n`,
      kafka: '3.9',
      message: `\`${key}\` must be made of \`DEFAULT\` and rules such as \`RULE:^CN=(.*?),.*$/$1/L\`.`,
    },
    { text: `${node}${key}=«RULE:^CN=(.*?),.*$/$1/x»\n`, kafka: '3.9' },
    { text: `${node}${key}=RULE:^CN=(.*?),.*$/$1/L, DEFAULT\n`, kafka: '3.9' },
    { text: `${node}${key}=RULE:^CN=(.*?),OU=(.*?)$/$1@$2/,RULE:^.*$/x/U,DEFAULT\n`, kafka: '3.9' },
    { text: `broker.id=1\nzookeeper.connect=zk:2181\n${key}=nope\n`, kafka: '3.9' },
  ],
  reads: [key, `*.${key}`, ...graphKeys],
  *check(config) {
    const reported = new Set<Setting>();
    for (const listener of securedListeners(config)) {
      const setting = listener.protocol === 'SSL' && listener.served ? listener.get(key) : undefined;
      if (setting === undefined || setting.unknown || reported.has(setting) || areRules(setting.value)) continue;
      reported.add(setting);
      yield { at: setting, message: `\`${key}\` must be made of \`DEFAULT\` and rules such as \`RULE:^CN=(.*?),.*$/$1/L\`.` };
    }
  },
};

const rule = String.raw`(DEFAULT)|RULE:((?:\\.|[^\\/])*)\/((?:\\.|[^\\/])*)\/([LU]?).*?|(.*?)`;
const splitter = new RegExp(String.raw`\s*(${rule})\s*(?:,\s*|$)`, 'g');
const parser = new RegExp(`(?:${rule})`, 'y');

/** What is longer than anybody writes is left to Kafka: Java's pattern takes its time too. */
const longest = 4000;

function areRules(text: string): boolean {
  if (text.length > longest) return true;
  return Array.from(javaTrim(text).matchAll(splitter), ([, one = '']) => one).every(isRule);
}

/** A rule is matched from its beginning, as far as its pattern goes, and must end there. */
function isRule(text: string): boolean {
  parser.lastIndex = 0;
  const [whole = '', , pattern] = parser.exec(text) ?? [];
  return whole.length === text.length && (pattern === undefined || mayBeRegex(pattern));
}
