import type { Config, Setting } from '../../configs/config.ts';
import { type LibrdkafkaDefinition, librdkafkaMinors, librdkafkaTable, newestLibrdkafka } from '../../schema/librdkafka.ts';
import { readDouble, readInt, refusalOfLibrdkafka } from '../../schema/librdkafka-value.ts';

/** Names that mean one property, its own first; a test compares them with the facts. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  'compression.codec': ['compression.type'],
  'fetch.message.max.bytes': ['max.partition.fetch.bytes'],
  'max.in.flight.requests.per.connection': ['max.in.flight'],
  'message.send.max.retries': ['retries'],
  'message.timeout.ms': ['delivery.timeout.ms'],
  'metadata.broker.list': ['bootstrap.servers'],
  'queue.buffering.max.ms': ['linger.ms'],
  'request.required.acks': ['acks'],
  'sasl.mechanisms': ['sasl.mechanism'],
  'sasl.oauthbearer.client.id': ['sasl.oauthbearer.client.credentials.client.id'],
  'sasl.oauthbearer.client.secret': ['sasl.oauthbearer.client.credentials.client.secret'],
};

/** What a rule reads that looks at these properties: all their names. */
export function namesOf(...properties: readonly string[]): readonly string[] {
  return properties.flatMap((name) => [name, ...(aliases[name] ?? [])]);
}

/** The facts that count for a config. */
export function tableFor(config: Config): ReadonlyMap<string, LibrdkafkaDefinition> {
  return librdkafkaTable(config.identity.librdkafka ?? newestLibrdkafka());
}

/** Whether a config is for a release before a minor that the facts know. */
export function isBefore(config: Config, minor: string): boolean {
  const minors = librdkafkaMinors();
  return minors.indexOf(config.identity.librdkafka ?? newestLibrdkafka()) < minors.indexOf(minor);
}

/** The setting of a property that counts, by whichever of its names: the last one written. */
export function written(config: Config, property: string): Setting | undefined {
  let last: Setting | undefined;
  for (const name of namesOf(property)) {
    const setting = config.get(name);
    if (setting !== undefined && (last === undefined || isBehind(setting, last))) last = setting;
  }
  return last;
}

function isBehind(a: Setting, b: Setting): boolean {
  return a.entry.block.line > b.entry.block.line || (a.entry.block.line === b.entry.block.line && a.entry.keyStart > b.entry.keyStart);
}

/** The value that counts, written or by default, in lower case; undefined where it is not known or refused. */
export function valueFor(config: Config, property: string): string | undefined {
  const setting = written(config, property);
  const definition = tableFor(config).get(property);
  if (setting === undefined) return definition?.default?.toLowerCase();
  if (setting.unknown || definition === undefined || refusalOfLibrdkafka(definition, setting.value) !== undefined) return undefined;
  return setting.value.toLowerCase();
}

/** The number that counts; undefined where it is not known, or the property is not there in this version. */
export function numberOf(config: Config, property: string): number | undefined {
  const value = valueFor(config, property);
  if (value === undefined) return undefined;
  if (property === 'request.required.acks' && value === 'all') return -1;
  return (tableFor(config).get(property)?.type === 'double' ? readDouble(value) : readInt(value))?.value;
}

/** Whether a boolean property is on. */
export function isOn(config: Config, property: string): boolean {
  return /^(true|t|1)$/.test(valueFor(config, property) ?? '');
}
