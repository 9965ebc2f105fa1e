import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { controllerNames, interBrokerName, isBroker, isOnly, listenersOf, protocolMap } from './listener-graph.ts';

/** A listener with the settings that count for it: its own behind `listener.name.{name}.`, else the node's (`AbstractConfig#valuesWithPrefixOverride`). */
export interface SecuredListener {
  readonly name: string;
  readonly protocol: string;
  /** False where the node only connects to it, as a broker does to the controllers. */
  readonly served: boolean;
  get(key: string): Setting | undefined;
  value(key: string): string | undefined;
}

/** The listeners for which the node sets up TLS or SASL when it starts; none where that is not known. */
export function securedListeners(config: Config): readonly SecuredListener[] {
  const map = protocolMap(config);
  const served = listenersOf(config)?.map((listener) => listener.name);
  const controllers = controllerNames(config);
  if (map === undefined || served === undefined || controllers === undefined) return [];
  const called = [...(isOnly(config, 'broker') ? controllers.slice(0, 1).map((name) => name.toUpperCase()) : []), ...calledBroker(config)];
  const names = new Set([...served, ...called]);
  return [...names].flatMap((name) => {
    const protocol = map.get(name);
    return protocol === undefined || protocol === 'PLAINTEXT' ? [] : [listener(config, name, protocol, served.includes(name))];
  });
}

function calledBroker(config: Config): readonly string[] {
  const name = interBrokerName(config);
  return name !== undefined && isBroker(config) === true ? [name] : [];
}

function listener(config: Config, name: string, protocol: string, served: boolean): SecuredListener {
  const own = (key: string): string => `listener.name.${name.toLowerCase()}.${key}`;
  const get = (key: string): Setting | undefined => config.get(own(key)) ?? config.get(key);
  const value = (key: string): string | undefined => {
    const setting = get(key);
    return setting === undefined ? config.default(key) : setting.unknown ? undefined : setting.value;
  };
  return { name, protocol, served, get, value };
}

/** What a server offers, and what the node itself logs in with at other brokers and controllers. */
export function mechanismsOf(config: Config, listener: SecuredListener): readonly string[] {
  return [...offeredMechanisms(listener), ...calledMechanisms(config, listener)];
}

/** The SASL mechanisms that clients of a listener may log in with. */
export function offeredMechanisms(listener: SecuredListener): readonly string[] {
  return listener.served ? splitList(listener.value('sasl.enabled.mechanisms') ?? '') : [];
}

/** What the node itself logs in with over a listener, as a client of other brokers and controllers. */
export function calledMechanisms(config: Config, listener: SecuredListener): readonly string[] {
  const between =
    interBrokerName(config) === listener.name && isBroker(config) === true
      ? config.value('sasl.mechanism.inter.broker.protocol')
      : undefined;
  const [first] = controllerNames(config) ?? [];
  const quorum = first?.toUpperCase() === listener.name ? config.value('sasl.mechanism.controller.protocol') : undefined;
  return [between, quorum].filter((mechanism) => mechanism !== undefined);
}
