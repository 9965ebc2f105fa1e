import type { Config, Setting } from '../../configs/config.ts';
import { mechanismsOf, type SecuredListener, securedListeners } from './listener-settings.ts';

/** A listener on which clients, or the node itself, log in with tokens. */
export interface TokenListener {
  readonly listener: SecuredListener;
  /** What stands behind the listener's and the mechanism's prefix: the only place for classes of logins and their checks. */
  own(key: string): Setting | undefined;
  /** What counts for a property of OAuth: behind the mechanism's prefix, the listener's, or none. */
  get(key: string): Setting | undefined;
}

/** The SASL listeners with the mechanism OAUTHBEARER. */
export function tokenListeners(config: Config): readonly TokenListener[] {
  return securedListeners(config)
    .filter((listener) => listener.protocol.startsWith('SASL_') && mechanismsOf(config, listener).includes('OAUTHBEARER'))
    .map((listener) => {
      const own = (key: string): Setting | undefined => config.get(`listener.name.${listener.name.toLowerCase()}.oauthbearer.${key}`);
      return { listener, own, get: (key) => own(key) ?? listener.get(key) };
    });
}
