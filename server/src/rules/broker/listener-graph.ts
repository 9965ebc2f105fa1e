import type { Config, Setting } from '../../configs/config.ts';
import { atLeast, before } from '../../schema/version.ts';
import { splitAtCommas, withoutEnd, withoutLastCommas } from '../../text/split.ts';
import { type Endpoint, parseEndpoints, splitListeners } from './endpoints.ts';

/** Every key that {@link listenersOf} and the other readers of this file look at: rules that call them read these. */
export const graphKeys = [
  'process.roles',
  'listeners',
  'advertised.listeners',
  'controller.listener.names',
  'listener.security.protocol.map',
  'inter.broker.listener.name',
  'security.inter.broker.protocol',
  'host.name',
  'port',
  'advertised.host.name',
  'advertised.port',
] as const;

/** Whether commands, other files or templates may set what is not written here: nothing is missing then. */
export function mayHoldMore({ identity }: Config): boolean {
  return !identity.whole && identity.image?.complete !== true;
}

/** `process.roles`: empty = a broker that uses ZooKeeper; undefined where it is not known, or no list of roles. */
export function processRoles(config: Config): ReadonlySet<string> | undefined {
  const setting = config.get('process.roles');
  if (setting === undefined) return config.identity.whole && before(config.kafka, '4.0') ? new Set() : undefined;
  if (isNothing(config)) return undefined;
  const roles = config.list('process.roles');
  return roles?.every((role) => role === 'broker' || role === 'controller') ? new Set(roles) : undefined;
}

/** Whether an empty list of roles makes a node that is nothing at all, as from 4.0 on, not one with ZooKeeper; 4.2 and later refuse it. */
export function isNothing(config: Config): boolean {
  return config.has('process.roles') && config.list('process.roles')?.length === 0 && atLeast(config.kafka, '4.0');
}

/** Whether the node is a broker, with or without ZooKeeper, and maybe a controller too; undefined where not known. */
export function isBroker(config: Config): boolean | undefined {
  const roles = processRoles(config);
  return roles && (roles.size === 0 || roles.has('broker'));
}

/** Whether the node is nothing but what is asked for. */
export function isOnly(config: Config, role: 'broker' | 'controller'): boolean {
  const roles = processRoles(config);
  return roles?.size === 1 && roles.has(role);
}

/** The elements of a list of listeners that is written; from 4.2 on it is a list of Kafka's own, in which an element counts once. */
export function listenerElements(setting: Setting): readonly string[] | undefined {
  if (setting.unknown) return undefined;
  const elements = splitListeners(setting.value);
  return atLeast(setting.config.kafka, '4.2') ? [...new Set(elements)] : elements;
}

/** Where the node listens; undefined where that is not known, or cannot be read. */
export function listenersOf(config: Config): readonly Endpoint[] | undefined {
  const setting = config.get('listeners');
  if (setting !== undefined) return written(setting);
  const derived = config.identity.presets?.get('listeners');
  if (derived !== undefined) return parseEndpoints(splitListeners(derived));
  if (!config.identity.whole) return undefined;
  return before(config.kafka, '3.0') ? legacy(config, 'host.name', 'port') : parseEndpoints(['PLAINTEXT://:9092']);
}

function written(setting: Setting): readonly Endpoint[] | undefined {
  const elements = listenerElements(setting);
  return elements && parseEndpoints(elements);
}

/** Before 3.0 a broker could have a host and a port in place of listeners (KIP-724). */
function legacy(config: Config, host: string, port: string): readonly Endpoint[] | undefined {
  if (config.get(host)?.unknown || config.get(port)?.unknown) return undefined;
  return parseEndpoints([
    `PLAINTEXT://${config.value(host) ?? config.value('host.name') ?? ''}:${config.value(port) ?? config.value('port') ?? 9092}`,
  ]);
}

/** `controller.listener.names` as Kafka compares them: in their own case, before 4.1 with the blanks behind commas. */
export function controllerNames(config: Config): readonly string[] | undefined {
  const setting = config.get('controller.listener.names');
  if (setting === undefined) return config.identity.whole ? [] : undefined;
  if (setting.unknown) return undefined;
  if (/^,*$/.test(setting.value)) return [];
  return atLeast(config.kafka, '4.1') ? splitListeners(setting.value) : withoutEnd(setting.value, ',').split(',');
}

/** Listeners of a node that is only a controller which `controller.listener.names` does not name, be it in another case or with blanks. */
export function strangersToController(config: Config): readonly Endpoint[] {
  const names = controllerNames(config) ?? [];
  if (!isOnly(config, 'controller') || names.length === 0 || before(config.kafka, '3.1')) return [];
  // In another case, or with blanks, it is the name that is wrong and not the listener.
  const named = new Set(names.map((name) => name.trim().toUpperCase()));
  return (listenersOf(config) ?? []).filter(({ name }) => !named.has(name));
}

/** What clients and other brokers are told, without what belongs to controllers; undefined where not known. */
export function advertisedToClients(config: Config): readonly Endpoint[] | undefined {
  const controllers = controllerNames(config);
  const all = advertised(config);
  if (before(config.kafka, '3.1') && advertising(config) !== undefined) return all;
  return controllers && all?.filter((endpoint) => !controllers.includes(endpoint.name));
}

function advertised(config: Config): readonly Endpoint[] | undefined {
  const setting = advertising(config);
  if (setting?.key === 'advertised.listeners') return written(setting);
  return setting === undefined ? listenersOf(config) : legacy(config, 'advertised.host.name', 'advertised.port');
}

/** What says what is advertised: the list, before 3.0 else a host or a port (KIP-724); undefined where the listeners themselves do. */
export function advertising(config: Config): Setting | undefined {
  const list = config.get('advertised.listeners');
  if (list !== undefined || atLeast(config.kafka, '3.0')) return list;
  return config.get('advertised.host.name') ?? config.get('advertised.port');
}

/** `listener.security.protocol.map` as written or by default: listener name to protocol, both in upper case; undefined where not known or malformed. */
export function protocolMap(config: Config): ReadonlyMap<string, string> | undefined {
  const text = config.value('listener.security.protocol.map');
  if (text === undefined) return undefined;
  const map = new Map<string, string>();
  // Commas at the end are passed over.
  const pairs = withoutLastCommas(text);
  for (const pair of pairs === '' ? [] : splitAtCommas(pairs)) {
    const colon = pair.lastIndexOf(':');
    if (colon < 0) return undefined;
    map.set(
      pair.slice(0, colon).trim().toUpperCase(),
      pair
        .slice(colon + 1)
        .trim()
        .toUpperCase(),
    );
  }
  if (config.has('listener.security.protocol.map')) return map;
  const implied = impliedNames(config);
  for (const name of implied ?? []) map.set(name, 'PLAINTEXT');
  return implied && map;
}

const secured = ['SSL', 'SASL_SSL', 'SASL_PLAINTEXT'];

/** Controllers' listeners are PLAINTEXT where nothing says otherwise and nothing else is secured (since 3.1; `KafkaConfig.effectiveListenerSecurityProtocolMap`). */
function impliedNames(config: Config): readonly string[] | undefined {
  // From 4.0 on there is KRaft only, whatever the roles.
  const kraft = atLeast(config.kafka, '4.0') ? true : processRoles(config);
  const controllers = controllerNames(config);
  const listeners = listenersOf(config);
  if (kraft === undefined || controllers === undefined || listeners === undefined) return undefined;
  if ((kraft !== true && kraft.size === 0) || before(config.kafka, '3.1')) return [];
  const anySecured = controllers.some((name) => secured.includes(name)) || listeners.some((listener) => secured.includes(listener.name));
  return anySecured ? [] : controllers;
}

/** The listener by which brokers talk to one another; undefined where not known. */
export function interBrokerName(config: Config): string | undefined {
  const name = config.get('inter.broker.listener.name');
  if (name !== undefined) return name.unknown ? undefined : name.value.toUpperCase();
  return config.value('security.inter.broker.protocol')?.toUpperCase();
}

/** The security protocol of a listener; undefined where not known or not mapped. */
export function protocolOf(config: Config, listener: string): string | undefined {
  return protocolMap(config)?.get(listener);
}
