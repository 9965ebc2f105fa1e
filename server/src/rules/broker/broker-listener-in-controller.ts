import type { Config, Setting } from '../../configs/config.ts';
import { atLeast, before } from '../../schema/version.ts';
import type { Finding, Fix, RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { controllerNames, graphKeys, isOnly, listenersOf, strangersToController } from './listener-graph.ts';

export const brokerListenerInController: RelationRule = {
  id: 'broker-listener-in-controller',
  title: 'A controller listens for controllers and brokers only',
  why: 'On a node that is only a controller, every listener has to be in `controller.listener.names`.',
  severity: 'error',
  roles: ['controller', 'broker'],
  kafka: { since: '3.1' },
  source: 'KIP-631; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093,«PLAINTEXT://:9092»\n',
      message: '`PLAINTEXT` must be in `controller.listener.names`, or not be a listener of this controller.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CTRL\nlisteners=«CONTROLLER://:9093»\n',
      message: '`CONTROLLER` must be in `controller.listener.names`, or not be a listener of this controller.',
      fixed:
        'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\n',
    },
    {
      text: 'process.roles=«controller»\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n',
      message: '`listeners` must be set on a controller: by default it listens like a broker.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=«C,C»\nlisteners=C://:9093\nlistener.security.protocol.map=C:PLAINTEXT\n',
      kafka: '4.1',
      message: '`controller.listener.names` must name `C` once on a controller.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\n',
    },
  ],
  supersedes: ['controller-listener-missing', 'advertised-wildcard', 'listener-without-protocol'],
  reads: graphKeys,
  *check(config) {
    const names = controllerNames(config);
    if (!isOnly(config, 'controller') || names === undefined || names.length === 0) return;
    yield* namedTwice(config, names);
    const setting = config.get('listeners');
    const strangers = strangersToController(config);
    const roles = config.get('process.roles');
    if (setting === undefined && strangers.length > 0 && roles !== undefined)
      yield { at: roles, message: '`listeners` must be set on a controller: by default it listens like a broker.' };
    if (setting === undefined) return;
    const all = config.get('controller.listener.names');
    for (const { name, text } of strangers) {
      yield {
        at: setting,
        part: partOf(setting, text),
        message: `\`${name}\` must be in \`controller.listener.names\`, or not be a listener of this controller.`,
        ...(all !== undefined && names.length === 1 && listenersOf(config)?.length === 1 && { fixes: [named(all, name)] }),
      };
    }
  },
};

/** The only listener is likely to be the one that the only name means. */
function named(setting: Setting, value: string): Fix {
  return { title: `Set \`${setting.key}\` to \`${value}\``, safe: false, steps: [{ do: 'set', setting, value }] };
}

/** These releases count the names and the listeners; before they did not, and later ones drop a name's twin first. */
function* namedTwice(config: Config, names: readonly string[]): Generator<Finding> {
  const setting = config.get('controller.listener.names');
  const twin = names.find((name, at) => names.indexOf(name) < at);
  if (setting === undefined || twin === undefined || before(config.kafka, '3.9') || atLeast(config.kafka, '4.2')) return;
  const fixes = [
    { title: 'Name each listener once', safe: true, steps: [{ do: 'set', setting, value: [...new Set(names)].join(',') }] },
  ] as const;
  yield { at: setting, message: `\`controller.listener.names\` must name \`${twin}\` once on a controller.`, fixes };
}
