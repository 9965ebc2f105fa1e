import { listenWhile } from '../configs/asked.ts';
import type { Config, Setting } from '../configs/config.ts';

/**
 * Which settings hang on what other keys say: found out while they are judged, of configs where an edit once made that matter. `*` is the
 * key of those that hang on any.
 */
export class Dependents {
  readonly #byKey = new WeakMap<Config, Map<string, Set<Setting>>>();
  readonly #setsOf = new WeakMap<Setting, Set<Setting>[]>();
  readonly #known = new WeakSet<Config>();

  /** From now on it is to be found out about the settings of a config and its views. */
  know(config: Config): void {
    this.#known.add(config);
    for (const view of config.views) this.know(view);
  }

  /** Whether it is known about a config: a view that came later is known with what it is of. */
  knows(config: Config): boolean {
    const { parent } = config.identity;
    return this.#known.has(config) || (parent !== undefined && this.knows(parent));
  }

  /** Notes what is asked for while a setting is judged. */
  note(setting: Setting, judge: () => void): void {
    this.forget(setting);
    const sets = new Set<Set<Setting>>();
    listenWhile((config, key) => {
      if (config !== setting.config || key !== setting.key) sets.add(this.#setOf(config, key).add(setting));
    }, judge);
    if (sets.size > 0) this.#setsOf.set(setting, [...sets]);
  }

  /** The setting is gone. */
  forget(setting: Setting): void {
    for (const set of this.#setsOf.get(setting) ?? []) set.delete(setting);
    this.#setsOf.delete(setting);
  }

  /** The settings that hang on keys which changed, and those that hang on these. */
  on(changes: ReadonlyMap<Config, ReadonlyMap<string, unknown>>): ReadonlySet<Setting> {
    const found = new Set<Setting>();
    const add = (config: Config, key: string): void => {
      for (const setting of this.#byKey.get(config)?.get(key) ?? []) found.add(setting);
    };
    for (const [config, keys] of changes) for (const key of [...keys.keys(), '*']) add(config, key);
    // Whoever is found on the way is met later.
    for (const { config, key } of found) add(config, key);
    return found;
  }

  #setOf(config: Config, key: string): Set<Setting> {
    const byKey = this.#byKey.get(config) ?? new Map<string, Set<Setting>>();
    this.#byKey.set(config, byKey);
    const set = byKey.get(key) ?? new Set<Setting>();
    byKey.set(key, set);
    return set;
  }
}
