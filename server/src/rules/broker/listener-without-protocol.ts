import type { Config, Setting } from '../../configs/config.ts';
import { atLeast, before } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { parseEndpoints, partOf } from './endpoints.ts';
import {
  advertising,
  controllerNames,
  graphKeys,
  isOnly,
  listenerElements,
  listenersOf,
  processRoles,
  protocolMap,
  strangersToController,
} from './listener-graph.ts';

const protocols = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

export const listenerWithoutProtocol: RelationRule = {
  id: 'listener-without-protocol',
  title: 'A listener needs a security protocol',
  why: 'A name that is no protocol itself has to be in `listener.security.protocol.map`. Controllers’ listeners are mapped by themselves only while the map is not set and nothing is secured.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '0.10.2' },
  source: 'KIP-103, KIP-631; kafka.server.KafkaConfig#effectiveListenerSecurityProtocolMap',
  supersedes: ['inter-broker-listener'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,«INTERNAL://:9093»\n',
      kafka: '3.9',
      message: '`INTERNAL` must have a security protocol in `listener.security.protocol.map`.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=«CONTROLLER»\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT\n',
      message: '`CONTROLLER` must have a security protocol in `listener.security.protocol.map`.',
      fixed:
        'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=«controller»\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n',
      message: '`controller` must be written `CONTROLLER`: Kafka keeps the names of listeners in upper case.',
    },
    {
      text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.voters=1@c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=CONTROLLER://:9093\nadvertised.port=9093\nlistener.security.protocol.map=«CONTROLLER:PLAINTEXT»\n',
      role: 'controller',
      kafka: '2.8',
      message: '`PLAINTEXT` must have a security protocol in `listener.security.protocol.map`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=true\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=«CONTROLLER»\ninter.broker.protocol.version=3.9\n',
      kafka: '3.9',
      message: '`CONTROLLER` must have a security protocol in `listener.security.protocol.map`.',
    },
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n' },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=INTERNAL://:9092\ninter.broker.listener.name=INTERNAL\nlistener.security.protocol.map=internal:PLAINTEXT\n',
      kafka: '3.9',
    },
  ],
  reads: [...graphKeys, 'control.plane.listener.name', 'zookeeper.metadata.migration.enable'],
  *check(config) {
    const map = protocolMap(config);
    if (map === undefined) return;
    const misspelled = isOnly(config, 'broker') || before(config.kafka, '3.1') ? [] : misspelledControllers(config);
    const seen = new Set<string>(misspelled);
    for (const { setting, name, text } of named(config)) {
      if (map.has(name) || seen.has(name)) continue;
      seen.add(name);
      yield finding(config, setting, name, text);
    }
    yield* firstInOtherCase(config, map);
  },
};

/** Names of controllers' listeners in another case, which are missing from the listeners as well: that is said there. */
function misspelledControllers(config: Config): readonly string[] {
  const names = controllerNames(config) ?? [];
  return names.map((name) => name.trim().toUpperCase()).filter((name) => !names.includes(name));
}

/** By the first name the node reaches the controllers, and there Kafka does not bring it into upper case (`KafkaRaftManager#buildNetworkClient`). */
function* firstInOtherCase(config: Config, map: ReadonlyMap<string, string>): Generator<Finding> {
  const setting = config.get('controller.listener.names');
  const [first = ''] = controllerNames(config) ?? [];
  const name = first.toUpperCase();
  if (setting === undefined || first === name || map.has(first) || !map.has(name) || protocols.includes(name)) return;
  // Where a controller's own listeners are compared with it, that tells.
  if (!isOnly(config, 'broker') && atLeast(config.kafka, '3.1')) return;
  const value = setting.value.replace(first, name);
  const fixes = [{ title: `Change to \`${value}\``, safe: true, steps: [{ do: 'set', setting, value }] }] as const;
  yield {
    at: setting,
    part: partOf(setting, first),
    message: `\`${first}\` must be written \`${name}\`: Kafka keeps the names of listeners in upper case.`,
    fixes,
  };
}

/** Every place where a listener is named. */
function* named(config: Config): Generator<{ readonly setting: Setting; readonly name: string; readonly text: string }> {
  for (const key of ['listeners', 'advertised.listeners']) {
    const setting = config.get(key);
    const elements = setting && listenerElements(setting);
    for (const { name, text } of (elements && parseEndpoints(elements)) ?? []) if (setting !== undefined) yield { setting, name, text };
  }
  const map = config.get('listener.security.protocol.map');
  if (map !== undefined && !config.has('listeners') && strangersToController(config).length === 0)
    for (const { name } of listenersOf(config) ?? []) yield { setting: map, name, text: '' };
  // A host or a port counts where nothing makes a list of them, as images do.
  if (map !== undefined && config.identity.whole && (advertising(config)?.key ?? 'advertised.listeners') !== 'advertised.listeners')
    yield { setting: map, name: 'PLAINTEXT', text: '' };
  for (const key of ['inter.broker.listener.name', 'control.plane.listener.name']) {
    const setting = config.get(key);
    if (setting?.definition !== undefined && !setting.unknown) yield { setting, name: setting.value.toUpperCase(), text: setting.value };
  }
  const controllers = config.get('controller.listener.names');
  // Before 3.1 the node's client of the quorum looks the first name up whatever the role.
  const old = before(config.kafka, '3.1');
  const migrates = isMigrating(config);
  if (controllers === undefined || !(isOnly(config, 'broker') || migrates || (old && (processRoles(config)?.size ?? 0) > 0))) return;
  const names = (controllerNames(config) ?? []).slice(0, old || migrates ? 1 : undefined);
  for (const name of names.filter((one) => !migrates || !protocols.includes(one.toUpperCase())))
    yield { setting: controllers, name: name.toUpperCase(), text: name.trim() };
}

/** A broker on its way from ZooKeeper to KRaft reaches the controllers by the first name, or by the protocol of that name (KIP-866). */
function isMigrating(config: Config): boolean {
  const setting = config.get('zookeeper.metadata.migration.enable');
  return setting?.definition !== undefined && processRoles(config)?.size === 0 && config.boolean(setting.key) === true;
}

function finding(config: Config, at: Setting, name: string, text: string): Finding {
  const message = `\`${name}\` must have a security protocol in \`listener.security.protocol.map\`.`;
  const map = config.get('listener.security.protocol.map');
  const part = partOf(at, text);
  if (map === undefined || map.unknown) return { at, part, message };
  const value = map.value === '' ? `${name}:PLAINTEXT` : `${map.value},${name}:PLAINTEXT`;
  return {
    at,
    part,
    message,
    fixes: [{ title: `Add \`${name}:PLAINTEXT\` to the map`, safe: false, steps: [{ do: 'set', setting: map, value }] }],
  };
}
