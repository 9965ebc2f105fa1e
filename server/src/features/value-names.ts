import type { Config } from '../configs/config.ts';
import type { Definition, Validator } from '../schema/definition.ts';
import { isLibrdkafka } from '../schema/librdkafka.ts';
import { classesFor, namesClass } from '../schema/plugins.ts';
import { listed, listenerNames } from './chosen-names.ts';

/** The values that a property can have, as far as they can be listed, and what the rest of the file suggests. */
export function valueNames(definition: Definition, config: Config): readonly string[] {
  if (definition.type === 'boolean') return ['true', 'false'];
  const there = suggested(definition, config);
  if (there.length > 0) return there;
  const allowed = definition.validator === undefined ? [] : listedValues(definition.validator);
  if (allowed.length > 0) return allowed;
  if (definition.recommended !== undefined && definition.recommended.length > 0) return definition.recommended;
  const classes = namesClass(definition) ? classesFor(config.kafka, definition).map(({ name }) => name) : [];
  const words = isLibrdkafka(definition) ? (definition.words ?? []) : [];
  return [...new Set([...words, ...defaultOf(definition), ...classes])];
}

/** A list's default is its elements. */
function defaultOf({ type, default: value = '' }: Definition): readonly string[] {
  return value === '' ? [] : type === 'list' ? value.split(',').map((element) => element.trim()) : [value];
}

function listedValues(validator: Validator): readonly string[] {
  if (validator.kind === 'all') return validator.of.flatMap(listedValues);
  return 'values' in validator && validator.values !== undefined && validator.kind !== 'metadataVersion' ? validator.values : [];
}

const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER', 'GSSAPI'] as const;
const protocols = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'] as const;

/** Values of properties that no table lists: names that the file itself gives, and words of protocols. */
function suggested(definition: Definition, config: Config): readonly string[] {
  const name = definition.describedAs ?? definition.name;
  if (isLibrdkafka(definition) && name === 'partition.assignment.strategy') return ['range', 'roundrobin', 'cooperative-sticky'];
  if (/^sasl\.(mechanisms?|enabled\.mechanisms|mechanism\.(controller|inter\.broker)\.protocol)$/.test(name)) return mechanisms;
  if (/^((inter\.broker|control\.plane)\.listener\.name|controller\.listener\.names|early\.start\.listeners)$/.test(name))
    return listenerNames(config);
  if (name === 'listener.security.protocol.map')
    return listenerNames(config).flatMap((listener) => protocols.map((protocol) => `${listener}:${protocol}`));
  return name === 'transforms.{alias}.predicate' ? listed(config, 'predicates') : [];
}

/** Whether a value is made of elements between commas, though its type may not say so. */
export function isListed({ type, name }: Definition): boolean {
  return type === 'list' || name === 'listener.security.protocol.map' || name === 'partition.assignment.strategy';
}
