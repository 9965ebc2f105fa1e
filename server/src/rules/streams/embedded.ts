import type { Config, Setting } from '../../configs/config.ts';

/** The setting that a Streams program's embedded client takes for a key: behind the client's prefix, else without one. */
export function embedded(config: Config, prefix: string, key: string): Setting | undefined {
  const view = config.views.find((one) => one.identity.spelling.spell('') === prefix);
  return view?.own(key) ?? config.own(key);
}

/** The consumers of a Streams program, by the prefix of each. */
export const singleConsumers = ['main.consumer.', 'restore.consumer.', 'global.consumer.'] as const;

/** The setting that one consumer of a Streams program takes for a key: behind its own prefix, that of all consumers, or none. */
export function ofConsumer(config: Config, prefix: string, key: string): Setting | undefined {
  const single = embedded(config, prefix, key);
  return single?.config === config ? embedded(config, 'consumer.', key) : (single ?? embedded(config, 'consumer.', key));
}

/** False where a Streams program says that it runs no threads: those have all clients but the consumer of global tables. */
export function runsThreads(config: Config): boolean {
  return config.number('num.stream.threads') !== 0;
}

/** The setting that the consumer of a Streams program which is a member of the group takes for a key. */
export function ofMainConsumer(config: Config, key: string): Setting | undefined {
  return ofConsumer(config, 'main.consumer.', key);
}

/**
 * True where one of the keys stands behind a client's prefix too, and the view of that client, which sees the keys without prefix as
 * well, knows what counts: in Streams, and for the admin clients of a standalone worker.
 */
export function isLeftToView(config: Config, prefix: string, keys: readonly string[]): boolean {
  if (config.role !== 'streams' && config.role !== 'connect-standalone') return false;
  return config.views.some((view) => view.identity.spelling.spell('') === prefix && keys.some((key) => view.own(key) !== undefined));
}

/** True where the config asks for exactly-once with the producer of KIP-447. */
export function isExactlyOnce(config: Config): boolean {
  return ['exactly_once_v2', 'exactly_once_beta'].includes(config.value('processing.guarantee') ?? '');
}

/** A setting's value as a whole number; undefined where it is none or not known. */
export function wholeNumber(setting: Setting | undefined): number | undefined {
  return setting === undefined || setting.unknown || !/^[+-]?\d+$/.test(setting.value) ? undefined : Number(setting.value);
}
