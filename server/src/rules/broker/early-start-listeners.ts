import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { graphKeys, listenerElements, listenersOf } from './listener-graph.ts';

export const earlyStartListeners: RelationRule = {
  id: 'early-start-listeners',
  title: 'A listener that starts early has to be a listener',
  why: '`early.start.listeners` names listeners that open before the authorizer is ready. Each has to be one of this node’s, in upper case.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.3' },
  source: 'KIP-801; kafka.server.KafkaConfig#earlyStartListeners',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092\nearly.start.listeners=«INTERNAL»\n',
      message: '`INTERNAL` must be one of the `listeners` of this node.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092\nearly.start.listeners=PLAINTEXT\n',
    },
  ],
  reads: ['early.start.listeners', ...graphKeys],
  *check(config) {
    const setting = config.own('early.start.listeners');
    const listened = listenersOf(config)?.map((listener) => listener.name);
    const names = setting && listenerElements(setting);
    if (setting === undefined || listened === undefined || names === undefined) return;
    for (const name of names) {
      if (!listened.includes(name))
        yield { at: setting, part: partOf(setting, name), message: `\`${name}\` must be one of the \`listeners\` of this node.` };
    }
  },
};
