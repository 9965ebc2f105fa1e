import type { RelationRule } from '../rule.ts';

const key = 'allow.everyone.if.no.acl.found';

export const lenientBoolean: RelationRule = {
  id: 'lenient-boolean',
  title: 'The authorizer takes anything but `true` for `false`',
  why: '`allow.everyone.if.no.acl.found` is read by the authorizer itself, which does not complain about a word it does not know.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  source: 'org.apache.kafka.metadata.authorizer.StandardAuthorizer#getDefaultResult',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nallow.everyone.if.no.acl.found=«yes»\n',
      kafka: '3.9',
      message: '`allow.everyone.if.no.acl.found` must be `true` or `false`: Kafka takes anything else for `false`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nallow.everyone.if.no.acl.found=False\n',
      kafka: '3.9',
    },
  ],
  reads: [key],
  *check(config) {
    const at = config.own(key);
    if (at === undefined || at.unknown || /^(true|false)$/i.test(at.value)) return;
    yield {
      at,
      ...(at.value === '' && { part: 'key' }),
      message: `\`${key}\` must be \`true\` or \`false\`: Kafka takes anything else for \`false\`.`,
    };
  },
};
