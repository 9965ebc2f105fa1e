import type { Config } from '../../configs/config.ts';
import { atLeast, parseVersion } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { parseEndpoints, partOf } from './endpoints.ts';
import {
  advertising,
  controllerNames,
  graphKeys,
  isBroker,
  isNothing,
  listenerElements,
  mayHoldMore,
  processRoles,
} from './listener-graph.ts';

/** A host of its own, as before 3.0, is the matter of another rule. */
const lists = new Set(['listeners', 'advertised.listeners']);

export const advertisedWildcard: RelationRule = {
  id: 'advertised-wildcard',
  title: '`0.0.0.0` cannot be advertised',
  why: 'Clients connect to what is advertised, and `0.0.0.0` is no address to connect to. Without `advertised.listeners` the `listeners` themselves are advertised: leave their host empty to listen everywhere.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=«PLAINTEXT://0.0.0.0:9092»\n',
      kafka: '3.9',
      message: '`PLAINTEXT://0.0.0.0:9092` must have an address that clients can reach, or `advertised.listeners` must be set.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092\nadvertised.listeners=«PLAINTEXT://0.0.0.0:9092»\n',
      kafka: '3.9',
      message: '`PLAINTEXT://0.0.0.0:9092` must have an address that clients can reach.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://0.0.0.0:9092\nadvertised.listeners=PLAINTEXT://broker-1:9092\n',
      kafka: '3.9',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://0.0.0.0:9092\nadvertised.host.name=broker-1\n',
      kafka: '2.8',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=«CONTROLLER://0.0.0.0:9093»\n',
      role: 'controller',
      kafka: '3.9.0',
      message:
        '`CONTROLLER://0.0.0.0:9093` must have an address that others can reach in Kafka 3.9.0, or `advertised.listeners` must name `CONTROLLER`.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://0.0.0.0:9093\n',
      role: 'controller',
    },
    {
      text: 'process.roles=\nnode.id=1\ncontroller.listener.names=CONTROLLER\nlisteners=«PLAINTEXT://0.0.0.0:9092»,CONTROLLER://0.0.0.0:9093\n',
      kafka: '4.1',
    },
  ],
  reads: graphKeys,
  *check(config) {
    yield* ofControllers(config);
    const setting = advertising(config) ?? config.get('listeners');
    const controllers = controllerNames(config);
    const elements = setting && listenerElements(setting);
    if (
      setting === undefined ||
      !lists.has(setting.key) ||
      elements === undefined ||
      controllers === undefined ||
      (processRoles(config) === undefined && !isNothing(config))
    )
      return;
    const inherited = setting.key === 'listeners';
    if (inherited && mayHoldMore(config)) return;
    if (inherited && isBroker(config) === false && controllers.length === 0) return;
    // What controllers advertise counts from 3.9 on, and is looked at only where it is written, as it was before 3.1.
    const spared = inherited || (atLeast(config.kafka, '3.1') && !atLeast(config.kafka, '3.9')) ? controllers : [];
    for (const { name, host, text } of parseEndpoints(elements) ?? []) {
      if (host !== '0.0.0.0' || spared.includes(name)) continue;
      yield {
        at: setting,
        part: partOf(setting, text),
        message: `\`${text}\` must have an address that clients can reach${inherited ? ', or `advertised.listeners` must be set' : ''}.`,
      };
    }
  },
};

/** 3.9.0 alone took the hosts of controllers' listeners as they stand where none is advertised for them (KAFKA-18281). */
function* ofControllers(config: Config): Generator<Finding> {
  const setting = config.get('listeners');
  const elements = setting && listenerElements(setting);
  if (setting === undefined || elements === undefined || mayHoldMore(config)) return;
  if (!atLeast(config.kafka, '3.9') || config.kafka >= (parseVersion('3.9.1') ?? 0)) return;
  const controllers = controllerNames(config) ?? [];
  const list = config.get('advertised.listeners');
  const advertised = (list && parseEndpoints(listenerElements(list) ?? []))?.map(({ name }) => name) ?? [];
  for (const { name, host, text } of list?.unknown ? [] : (parseEndpoints(elements) ?? [])) {
    if (host !== '0.0.0.0' || !controllers.includes(name) || advertised.includes(name)) continue;
    const message = `\`${text}\` must have an address that others can reach in Kafka 3.9.0, or \`advertised.listeners\` must name \`${name}\`.`;
    yield { at: setting, part: partOf(setting, text), message };
  }
}
