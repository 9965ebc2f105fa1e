import type { Config } from '../../configs/config.ts';
import { atLeast, before, printVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

const standard = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer';
const acl = 'kafka.security.authorizer.AclAuthorizer';

export const authorizerClass: RelationRule = {
  id: 'authorizer-class',
  title: 'Each release has its own authorizer',
  why: 'Permissions are kept in ZooKeeper by `AclAuthorizer` (2.4–3.9; before that `SimpleAclAuthorizer`), and in the metadata of a KRaft cluster by `StandardAuthorizer`.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-504, KIP-801; org.apache.kafka.metadata.authorizer.StandardAuthorizer, kafka.security.authorizer.AclAuthorizer',
  examples: [
    {
      text: `process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nauthorizer.class.name=«${acl}»\n`,
      kafka: '4.1',
      message: `Kafka 4.1 has no \`AclAuthorizer\`: \`authorizer.class.name\` must be \`${standard}\`.`,
      fixed: `process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nauthorizer.class.name=${standard}\n`,
    },
    {
      text: `process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\nauthorizer.class.name=«${acl}»\n`,
      kafka: '3.9',
      message: `A KRaft node has no ZooKeeper for \`AclAuthorizer\`: \`authorizer.class.name\` must be \`${standard}\`.`,
    },
    { text: `broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=«kafka.security.auth.SimpleAclAuthorizer»\n`, kafka: '3.9' },
    { text: `broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=${acl}\n`, kafka: '3.9' },
    {
      text: `process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nauthorizer.class.name=${standard}\n`,
    },
  ],
  reads: ['authorizer.class.name', 'process.roles', 'zookeeper.connect'],
  *check(config) {
    const setting = config.own('authorizer.class.name');
    const fault = setting === undefined || setting.unknown ? undefined : faultOf(setting.value, config);
    if (setting === undefined || fault === undefined) return;
    yield {
      at: setting,
      message: `${fault.why}: \`authorizer.class.name\` must be \`${fault.wanted}\`.`,
      fixes: [{ title: `Change to \`${fault.wanted}\``, safe: false, steps: [{ do: 'set', setting, value: fault.wanted }] }],
    };
  },
};

function faultOf(name: string, config: Config): { readonly why: string; readonly wanted: string } | undefined {
  const { kafka } = config;
  const kraft = (processRoles(config)?.size ?? 0) > 0;
  const wanted = kraft || atLeast(kafka, '4.0') ? standard : acl;
  const missing = (short: string) => ({ why: `Kafka ${printVersion(kafka)} has no \`${short}\``, wanted });
  if (name === 'kafka.security.auth.SimpleAclAuthorizer' && atLeast(kafka, '3.0')) return missing('SimpleAclAuthorizer');
  if (name === acl && atLeast(kafka, '4.0')) return missing('AclAuthorizer');
  if (name === standard && before(kafka, '3.2')) return { ...missing('StandardAuthorizer'), wanted: acl };
  const lost = name === acl && kraft && !config.has('zookeeper.connect') && atLeast(kafka, '3.2');
  return lost ? { why: 'A KRaft node has no ZooKeeper for `AclAuthorizer`', wanted } : undefined;
}
