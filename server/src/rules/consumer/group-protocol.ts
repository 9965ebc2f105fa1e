import type { Config, Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import { ofConsumer, runsThreads, singleConsumers } from '../streams/embedded.ts';

/** A consumer that a program makes. */
export interface MadeConsumer {
  /** Behind which prefix of its own Streams looks for its settings; empty elsewhere. */
  readonly prefix: string;
  /** The group protocol in small letters; undefined where it is not known. */
  readonly protocol: string | undefined;
  /** The setting that it takes for a key, if it is to be looked at from this config. */
  own(key: string): Setting | undefined;
}

/** The consumers of a config. Those of Streams are looked at from the program, which knows what stands behind which prefix. */
export function consumersOf(config: Config): readonly MadeConsumer[] {
  if (config.identity.parent?.role === 'streams') return [];
  if (config.role !== 'streams') return [{ prefix: '', protocol: written(config), own: (key) => config.own(key) }];
  const made = runsThreads(config) ? singleConsumers : (['global.consumer.'] as const);
  return made.map((prefix) => ({
    prefix,
    protocol: ofStreams(config, prefix),
    own: (key) => ofConsumer(config, prefix, key),
  }));
}

function written(config: Config): string | undefined {
  return config.value('group.protocol')?.toLowerCase();
}

/** In Streams 4.0 and later all consumers keep to the classic protocol, except (until 4.1) one with a protocol behind its own prefix. */
function ofStreams(config: Config, prefix: string): string | undefined {
  const setting = ofConsumer(config, prefix, 'group.protocol');
  const isItsOwn = setting?.config.identity.spelling.spell('') === prefix;
  if (atLeast(config.kafka, '4.0') && (!isItsOwn || atLeast(config.kafka, '4.2'))) return 'classic';
  if (setting === undefined) return written(config);
  return setting.unknown ? undefined : setting.value.toLowerCase();
}
