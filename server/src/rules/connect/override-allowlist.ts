import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';

const key = 'connector.client.config.override.allowlist';
const policy = 'connector.client.config.override.policy';
const allowlist = 'AllowlistConnectorClientConfigOverridePolicy';

export const overrideAllowlist: RelationRule = {
  id: 'override-allowlist',
  title: 'The list of what connectors may override belongs to one policy',
  why: 'Only the policy `Allowlist` reads which client properties connectors may override. With another one the list is ignored.',
  severity: 'warning',
  roles: ['connect-distributed', 'connect-standalone'],
  kafka: { since: '4.2' },
  source: 'KIP-1188; org.apache.kafka.connect.connector.policy.AllowlistConnectorClientConfigOverridePolicy',
  examples: [
    {
      text: `group.id=connect\n«${key}»=acks,linger.ms\n`,
      message: `\`${key}\` is ignored: \`${policy}\` must be \`Allowlist\` for it to count.`,
    },
    {
      text: `group.id=connect\n${policy}=Allowlist\n${key}=«acks,acks»\n`,
      message: `\`${key}\` names \`acks\` twice: Kafka drops the second one.`,
    },
    { text: `group.id=connect\n${policy}=Allowlist\n${key}=acks,linger.ms\n` },
    { text: `group.id=connect\n${policy}=com.example.Own\n${key}=acks,linger.ms\n` },
  ],
  reads: [key, policy],
  *check(config) {
    const setting = config.own(key);
    const named = config.value(policy);
    if (setting === undefined || setting.unknown || named === undefined) return;
    const ofKafka = !named.includes('.') || named.startsWith('org.apache.kafka.');
    if (ofKafka && named !== 'Allowlist' && !named.endsWith(allowlist))
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `\`${key}\` is ignored: \`${policy}\` must be \`Allowlist\` for it to count.`,
      };
    const elements = splitList(setting.value);
    const twin = elements.find((element, index) => elements.indexOf(element) < index);
    if (twin !== undefined && ofKafka && (named === 'Allowlist' || named.endsWith(allowlist)))
      yield { at: setting, message: `\`${key}\` names \`${twin}\` twice: Kafka drops the second one.` };
  },
};
