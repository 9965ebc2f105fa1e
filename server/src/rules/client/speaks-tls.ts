import type { Config, Setting } from '../../configs/config.ts';
import { interBrokerName, isBroker } from '../broker/listener-graph.ts';
import { securedListeners } from '../broker/listener-settings.ts';
import { usesTls } from './clients.ts';

/** Where TLS is set up: with which settings, and whether Kafka tries it out when it starts. */
export interface TlsPlace {
  /** A broker tries out the listener between brokers. */
  readonly tried: boolean;
  get(key: string): Setting | undefined;
}

/** True for the config of a broker or controller. */
export function isServer({ role }: Config): boolean {
  return role === 'broker' || role === 'controller';
}

/** A client's connections, or each TLS listener of a server, what is tried out first; none where TLS is off. */
export function tlsPlaces(config: Config): readonly TlsPlace[] {
  if (!isServer(config)) return usesTls(config) ? [{ tried: false, get: (key) => ofClient(config, key) }] : [];
  const tried = isBroker(config) === true ? interBrokerName(config) : undefined;
  return securedListeners(config)
    .filter(({ protocol }) => protocol.endsWith('SSL'))
    .map((listener) => ({ tried: listener.name === tried, get: listener.get }))
    .sort((a, b) => Number(b.tried) - Number(a.tried));
}

/** A cluster of MirrorMaker may speak TLS by settings that stand above it, where it alone does. */
function ofClient(config: Config, key: string): Setting | undefined {
  const { parent } = config.identity;
  return config.own(key) ?? (parent?.role === 'mirror-maker' && !usesTls(parent) ? config.get(key) : undefined);
}
