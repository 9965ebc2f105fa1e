import { before, printVersion } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { controllerNames, graphKeys, listenersOf, processRoles, strangersToController } from './listener-graph.ts';

export const controllerListenerMissing: RelationRule = {
  id: 'controller-listener-missing',
  title: 'A controller has to listen where its listener names say',
  why: 'Every name in `controller.listener.names` has to be one of the `listeners` of a controller, in upper case.',
  severity: 'error',
  roles: ['controller', 'broker'],
  kafka: { since: '3.0' },
  source: 'KIP-631; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=«CONTROLLER»\nlisteners=PLAINTEXT://:9092\n',
      message: '`CONTROLLER` must be one of the `listeners` of this controller.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=«controller»\nlisteners=controller://:9093\n',
      message: '`controller` must be written `CONTROLLER`: Kafka keeps the names of listeners in upper case.',
      fixed:
        'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=controller://:9093\n',
    },
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\ncontroller.listener.names=CONTROLLER, «BACKUP»\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093,BACKUP://:9094\n',
      kafka: '3.9',
      message: '`BACKUP` must stand right behind the comma: Kafka 3.9 takes the blank for a part of the name.',
      fixed:
        'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\ncontroller.listener.names=CONTROLLER,BACKUP\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093,BACKUP://:9094\n',
    },
    {
      text: 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\ncontroller.listener.names=CONTROLLER,BACKUP\nlisteners=CONTROLLER://:9093\nlistener.security.protocol.map=CONTROLLER:PLAINTEXT,BACKUP:PLAINTEXT\n',
      kafka: '3.0',
    },
  ],
  reads: graphKeys,
  *check(config) {
    const setting = config.get('controller.listener.names');
    const listeners = listenersOf(config);
    const names = controllerNames(config);
    if (setting === undefined || listeners === undefined || names === undefined || !processRoles(config)?.has('controller')) return;
    const listened = listeners.map((listener) => listener.name);
    // Where no listener is a controller's, that is said of the listeners.
    if (listened.length > 0 && strangersToController(config).length === listened.length) return;
    // 3.0 is content with one of the names.
    if (before(config.kafka, '3.1') && names.some((name) => listened.includes(name))) return;
    for (const name of names) {
      if (listened.includes(name)) continue;
      const bare = name.trim();
      const meant = listened.includes(bare.toUpperCase()) ? bare.toUpperCase() : undefined;
      const fixed = names.map((other) => (other === name && meant !== undefined ? meant : other.trim())).join(',');
      yield {
        at: setting,
        part: partOf(setting, bare),
        message: messageFor(bare, meant, printVersion(config.kafka)),
        ...(meant !== undefined && {
          fixes: [{ title: `Change to \`${fixed}\``, safe: true, steps: [{ do: 'set', setting, value: fixed }] }],
        }),
      };
    }
  },
};

function messageFor(name: string, meant: string | undefined, kafka: string): string {
  if (meant === undefined) return `\`${name}\` must be one of the \`listeners\` of this controller.`;
  if (meant !== name) return `\`${name}\` must be written \`${meant}\`: Kafka keeps the names of listeners in upper case.`;
  return `\`${name}\` must stand right behind the comma: Kafka ${kafka} takes the blank for a part of the name.`;
}
