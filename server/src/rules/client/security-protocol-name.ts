import type { Config } from '../../configs/config.ts';
import { clustersOf } from '../mirror/flows.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

const controller =
  'process.roles=controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\nlisteners=CONTROLLER://:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT\n';
const protocols = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

export const securityProtocolName: RelationRule = {
  id: 'security-protocol-name',
  title: 'There are four security protocols',
  why: 'The definition of older releases takes any text, and the client, or the controller, finds out when it starts.',
  severity: 'error',
  roles: [...clientRoles, 'controller'],
  kafka: { since: '0.9.0', until: '3.2' },
  source: 'org.apache.kafka.common.security.auth.SecurityProtocol#forName',
  examples: [
    {
      text: 'security.protocol=«TLS»\n',
      role: 'producer',
      kafka: '2.8',
      message: '`security.protocol` must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.',
    },
    { text: 'clusters=A,B\nA->B.enabled=true\nsecurity.protocol=«TLS»\n', role: 'mirror-maker', kafka: '2.8' },
    {
      text: 'clusters=A,B\nA->B.enabled=true\nsecurity.protocol=TLS\nA.security.protocol=SSL\nB.security.protocol=SSL\n',
      role: 'mirror-maker',
      kafka: '2.8',
    },
    { text: 'security.protocol=sasl_ssl\n', role: 'producer', kafka: '2.8' },
    {
      text: `${controller}security.inter.broker.protocol=«TLS»\n`,
      role: 'controller',
      kafka: '2.8',
      message: '`security.inter.broker.protocol` must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.',
    },
  ],
  reads: ['security.protocol', 'security.inter.broker.protocol', 'clusters', '*.security.protocol'],
  *check(config) {
    const key = config.role === 'controller' ? 'security.inter.broker.protocol' : 'security.protocol';
    const setting = config.own(key);
    if (setting === undefined || setting.unknown || setting.definition === undefined || setting.definition.validator !== undefined) return;
    if (protocols.includes(setting.value.toUpperCase()) || isOverridden(config)) return;
    yield {
      at: setting,
      ...(setting.value === '' && { part: 'key' }),
      message: `\`${key}\` must be \`PLAINTEXT\`, \`SSL\`, \`SASL_PLAINTEXT\` or \`SASL_SSL\`.`,
    };
  },
};

/** Whether each cluster of a MirrorMaker file has a protocol of its own. */
function isOverridden(config: Config): boolean {
  if (config.role !== 'mirror-maker') return false;
  const own = config.views.filter((view) => view.own('security.protocol') !== undefined);
  const prefixes = new Set(own.map((view) => view.identity.spelling.spell('')));
  const clusters = [...(clustersOf(config) ?? [])];
  return clusters.length > 0 && clusters.every((name) => prefixes.has(`${name}.`));
}
