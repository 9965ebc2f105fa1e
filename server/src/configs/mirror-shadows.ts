import { componentTable } from '../schema/tables.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { End } from './mirror-flows.ts';

/** A kind of client that a flow makes. */
export type Client = 'producer' | 'consumer' | 'admin';

/** Gives the key of the file that a flow's client takes for a property, whatever the flow says for all its clients; undefined where none does. */
export type Shadow = (source: string, target: string, end: End, client: Client, key: string) => string | undefined;

/**
 * A cluster's keys, and those without one, are handed to each kind of client, and count more than what a flow says without naming the end
 * (`MirrorMakerConfig#clusterProps`, `MirrorConnectorConfig#sourceProducerConfig`).
 */
export function shadowsIn(settings: ReadonlyMap<string, string>, kafka: KafkaVersion): Shadow {
  const ofClients = componentTable('mirror-client', kafka);
  return (source, target, end, client, key) => {
    const cluster = end === 'source' ? source : target;
    const own = [`${source}->${target}.${end}.${client}.${key}`, `${cluster}.${client}.${key}`];
    return [...own, ...(ofClients.has(key) ? [`${cluster}.${key}`, key] : [])].find((name) => settings.has(name));
  };
}

const ofFlow = /->.*?\.(?:(?:source|target)\.cluster|producer|consumer|admin)\.(.+)$/;

/** Tells the keys that may be shadows of what flows say; undefined where the flows say nothing that may have one. */
export function shadowing(settings: ReadonlyMap<string, string>): ((key: string) => boolean) | undefined {
  const names = new Set(Array.from(settings.keys(), (key) => ofFlow.exec(key)?.[1]).filter((name) => name !== undefined));
  return names.size === 0 ? undefined : (key) => endsInOne(key, names);
}

/** Those keys in order: while they are the same, so are the shadows. */
export function shapeOfShadows(settings: ReadonlyMap<string, string>): readonly string[] {
  const isShadow = shadowing(settings);
  return isShadow === undefined ? [] : [...settings.keys()].filter(isShadow).sort();
}

function endsInOne(key: string, names: ReadonlySet<string>): boolean {
  for (let from = 0; from >= 0; from = key.indexOf('.', from) + 1 || -1) if (names.has(key.slice(from))) return true;
  return false;
}
