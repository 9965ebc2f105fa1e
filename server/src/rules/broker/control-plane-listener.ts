import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { advertisedToClients, graphKeys, interBrokerName, processRoles } from './listener-graph.ts';

export const controlPlaneListener: RelationRule = {
  id: 'control-plane-listener',
  title: 'The control plane needs a listener of its own, and ZooKeeper',
  why: '`control.plane.listener.name` gave the controller of a ZooKeeper cluster a listener of its own. KRaft has controller listeners in its place.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: '3.9' },
  source: 'KIP-291; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n«control.plane.listener.name»=PLAINTEXT\n',
      message: '`control.plane.listener.name` must not be set on a KRaft node.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ncontrol.plane.listener.name=«PLAINTEXT»\n',
      message: '`control.plane.listener.name` must differ from the listener between brokers, `PLAINTEXT`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ncontrol.plane.listener.name=«SSL»\n',
      message: '`control.plane.listener.name` must be an advertised listener: `PLAINTEXT`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,CONTROL://:9093\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROL:PLAINTEXT\ncontrol.plane.listener.name=CONTROL\n',
    },
  ],
  supersedes: ['listener-without-protocol'],
  reads: ['control.plane.listener.name', ...graphKeys],
  *check(config) {
    const setting = config.get('control.plane.listener.name');
    const roles = processRoles(config);
    if (setting === undefined || setting.unknown || roles === undefined) return;
    if (roles.size > 0 && atLeast(config.kafka, '3.1')) {
      yield { at: setting, part: 'key', message: '`control.plane.listener.name` must not be set on a KRaft node.' };
      return;
    }
    const name = setting.value.toUpperCase();
    const advertised = advertisedToClients(config)?.map((endpoint) => endpoint.name);
    if (advertised !== undefined && (advertised.length > 0 || roles.size > 0) && !advertised.includes(name)) {
      yield {
        at: setting,
        message: `\`control.plane.listener.name\` must be an advertised listener: ${advertised.map((one) => `\`${one}\``).join(' or ')}.`,
      };
    } else if (name === interBrokerName(config)) {
      yield { at: setting, message: `\`control.plane.listener.name\` must differ from the listener between brokers, \`${name}\`.` };
    }
  },
};
