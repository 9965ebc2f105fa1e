import type { Config, Setting } from '../../configs/config.ts';
import { type JaasFault, jaasTextOf, type LoginModule, readJaas } from '../../configs/jaas.ts';
import type { Role } from '../../schema/roles.ts';

/** The roles that are Kafka clients, or hand these properties to the clients inside them. */
export const clientRoles: readonly Role[] = [
  'client',
  'producer',
  'consumer',
  'share-consumer',
  'admin',
  'streams',
  'connect-distributed',
  'connect-standalone',
  'mirror-maker',
];

/** `security.protocol` as Kafka compares it; undefined where it is not known. */
export function securityProtocol(config: Config): string | undefined {
  return config.value('security.protocol')?.toUpperCase();
}

/** True where the config turns SASL on. */
export function usesSasl(config: Config): boolean {
  return securityProtocol(config)?.startsWith('SASL_') === true;
}

/** True where the config turns TLS on. */
export function usesTls(config: Config): boolean {
  return ['SSL', 'SASL_SSL'].includes(securityProtocol(config) ?? '');
}

/** `sasl.jaas.config`, read as Kafka reads it; undefined where it is not written or not known. */
export function jaasOf(config: Config): { readonly setting: Setting; readonly jaas: LoginModule | JaasFault } | undefined {
  const setting = config.get('sasl.jaas.config');
  return setting === undefined || setting.unknown ? undefined : { setting, jaas: readJaas(jaasTextOf(setting)) };
}
