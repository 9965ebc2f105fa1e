import type { RelationRule } from '../rule.ts';

export const openWithoutAcl: RelationRule = {
  id: 'open-without-acl',
  title: 'What no permission is set for is open to everybody',
  why: 'With `allow.everyone.if.no.acl.found`, every new topic and group can be read and written by all clients until somebody sets a permission for it.',
  severity: 'information',
  roles: ['broker', 'controller'],
  source: 'Kafka documentation, authorization and ACLs',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nallow.everyone.if.no.acl.found=«true»\n',
      kafka: '3.9',
      message: '`allow.everyone.if.no.acl.found` opens whatever has no permissions yet to all clients.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nallow.everyone.if.no.acl.found=false\n',
      kafka: '3.9',
    },
  ],
  reads: ['allow.everyone.if.no.acl.found', 'authorizer.class.name'],
  *check(config) {
    const at = config.own('allow.everyone.if.no.acl.found');
    if (at === undefined || config.boolean(at.key) !== true || (config.get('authorizer.class.name')?.value ?? '') === '') return;
    yield { at, message: '`allow.everyone.if.no.acl.found` opens whatever has no permissions yet to all clients.' };
  },
};
