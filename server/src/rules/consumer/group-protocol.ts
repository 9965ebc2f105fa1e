import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import { embedded } from '../streams/embedded.ts';

/**
 * The group protocol of a consumer's config, in small letters; undefined where it is not known. Inside Streams 4.0 and later all
 * consumers keep to the classic one, except (until 4.1) one with a protocol behind its own prefix.
 */
export function groupProtocol(config: Config): string | undefined {
  const written = (config.role === 'streams' ? embedded(config, 'consumer.', 'group.protocol') : config.get('group.protocol')) ?? undefined;
  const inStreams = config.role === 'streams' || config.identity.parent?.role === 'streams';
  if (inStreams && atLeast(config.kafka, '4.0')) {
    const single = /^(main|restore|global)\./.test(config.identity.spelling.spell('') ?? '');
    if (!single || atLeast(config.kafka, '4.2') || written?.config !== config) return 'classic';
  }
  if (written === undefined) return config.value('group.protocol')?.toLowerCase();
  return written.unknown ? undefined : written.value.toLowerCase();
}
