import type { Entry } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import { newestVersion } from '../schema/tables.ts';
import { isKafkaConnector } from './channels.ts';
import type { Spelling } from './config.ts';
import { isExtensionName } from './quarkus.ts';
import { type View, type Viewed, withinStreams } from './views.ts';

/** Kafka's name of what a variable ends with. */
export function toKey(name: string): string {
  return name.toLowerCase().replaceAll('_', '.');
}

/** What a variable for a property of Kafka's ends with. */
export function toVariable(key: string): string {
  return key.toUpperCase().replaceAll('.', '_');
}

/** Variables with one beginning, laid over files that are not in sight. */
export function variableView({ role, by }: { readonly role: Role; readonly by: string }, start: string, spelling: Spelling): View {
  return { id: start, role, why: `variables of ${by} that begin with \`${start}\``, spelling, overlay: true };
}

const channel = /^MP_MESSAGING_(INCOMING|OUTGOING)_(.+)$/;

/**
 * The variables of a Quarkus or other MicroProfile program: `KAFKA_BOOTSTRAP_SERVERS` is `kafka.bootstrap.servers`. Undefined where
 * nothing tells such a program: others have variables of the same names. As a variable does not tell where a channel's name ends, only
 * those that end like a property of Kafka's are taken.
 */
export function microProfileVariables(variables: readonly Entry[]): ((entry: Entry) => Viewed | undefined) | undefined {
  if (!variables.some(({ key }) => /^(?:QUARKUS|MP_MESSAGING)_/.test(key))) return undefined;
  const others = variables.flatMap(({ key, value }) =>
    channel.test(key) && key.endsWith('_CONNECTOR') && !isKafkaConnector(value) ? [key.slice(0, -'CONNECTOR'.length)] : [],
  );
  // An empty value is none.
  return ({ key, value }) => (value === '' || others.some((start) => key.startsWith(start)) ? undefined : viewed(key));
}

const starts: readonly (readonly [start: string, role: Role])[] = [
  ['MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_', 'client'],
  ['KAFKA_STREAMS_', 'streams'],
  ['KAFKA_', 'client'],
];

function viewed(name: string): Viewed | undefined {
  const [, direction, rest = ''] = channel.exec(name) ?? [];
  if (direction !== undefined) return ofChannel(name, rest, direction === 'INCOMING' ? 'consumer' : 'producer');
  const extension = 'QUARKUS_KAFKA_STREAMS_';
  const own = name.startsWith(extension) ? toKey(name.slice(extension.length)) : '';
  if (isExtensionName(own)) return found(extension, 'streams', own, isExtensionName);
  for (const [start, role] of starts) {
    const key = name.startsWith(start) ? toKey(name.slice(start.length)) : '';
    if (isKnown(role, key)) return withinStreams(found(start, role, key));
  }
  return undefined;
}

/** The longest end of the name that is a property's. */
function ofChannel(name: string, rest: string, role: Role): Viewed | undefined {
  for (let at = rest.indexOf('_'); at !== -1; at = rest.indexOf('_', at + 1)) {
    const end = rest.slice(at + 1);
    if (isKnown(role, toKey(end))) return found(name.slice(0, -end.length), role, toKey(end));
  }
  return undefined;
}

function isKnown(role: Role, key: string): boolean {
  return key.includes('.') || key === 'acks' || key === 'retries' ? define(role, newestVersion(role), key) !== undefined : false;
}

function found(start: string, role: Role, key: string, admits: (key: string) => boolean = () => true): Viewed {
  const spell = (other: string): string | undefined => (other === '' || admits(other) ? start + toVariable(other) : undefined);
  return { key, view: variableView({ role, by: 'MicroProfile' }, start, { spell, rewrites: true }) };
}
