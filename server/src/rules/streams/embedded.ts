import type { Config, Setting } from '../../configs/config.ts';

/** The setting that a Streams program's embedded client takes for a key: behind the client's prefix, else without one. */
export function embedded(config: Config, prefix: string, key: string): Setting | undefined {
  const view = config.views.find((one) => one.identity.spelling.spell('') === prefix);
  return view?.own(key) ?? config.own(key);
}

/** True where the config asks for exactly-once with the producer of KIP-447. */
export function isExactlyOnce(config: Config): boolean {
  return ['exactly_once_v2', 'exactly_once_beta'].includes(config.value('processing.guarantee') ?? '');
}

/** A setting's value as a whole number; undefined where it is none or not known. */
export function wholeNumber(setting: Setting | undefined): number | undefined {
  return setting === undefined || setting.unknown || !/^[+-]?\d+$/.test(setting.value) ? undefined : Number(setting.value);
}
