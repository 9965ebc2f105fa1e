import type { Config } from '../../configs/config.ts';
import { securedListeners } from '../broker/listener-settings.ts';
import { usesTls } from './clients.ts';

/** True for the config of a broker or controller. */
export function isServer({ role }: Config): boolean {
  return role === 'broker' || role === 'controller';
}

/** True where the config turns TLS on: a client's for its connections, a server's for one of its listeners. */
export function speaksTls(config: Config): boolean {
  return isServer(config) ? securedListeners(config).some(({ protocol }) => protocol.endsWith('SSL')) : usesTls(config);
}
