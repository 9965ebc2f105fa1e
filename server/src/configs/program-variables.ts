import type { Entry } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { parseVersion } from '../schema/version.ts';
import type { Identity } from './config.ts';
import { isVariable, variablesOf } from './containers.ts';
import { platformRelease } from './images.ts';
import { microProfileVariables, toKey, toVariable, variableView } from './microprofile-variables.ts';
import type { Circumstances } from './placement.ts';
import type { Region, YamlFile } from './regions.ts';
import { converted, type SpringPart, springVariable, springVariableOf } from './spring-names.ts';
import { placeViews, type Viewed, withinStreams } from './views.ts';

/** Where variables become the properties of a program's Kafka client. */
interface Place {
  /** What they all begin with. */
  readonly start: RegExp;
  readonly role: Role;
  readonly by: string;
  /** Which of them are handed on as they stand; all where nothing is said. */
  readonly only?: RegExp;
  /** The part of `spring.kafka`, with names of Spring's own beside Kafka's. */
  readonly part?: SpringPart;
}

const security = /^(?:SECURITY_PROTOCOL$|SASL_|SSL_(?!ENDPOINT_))/;

/** By the beginnings of variables; the first that fits counts. Behind them stands Kafka's name, with underscores for its dots. */
const places: readonly Place[] = [
  ...(['producer', 'consumer', 'admin', 'streams'] as const).map((part) => spring(`${part.toUpperCase()}_`, part)),
  spring('', 'client'),
  // Spring Cloud Stream's binders, and bindings by names that a variable can have.
  stream('BINDER_CONFIGURATION_', 'client'),
  ...(['consumer', 'producer'] as const).flatMap((role) => {
    const kind = role.toUpperCase();
    return [
      stream(`BINDER_${kind}_?PROPERTIES_`, role),
      stream(`(?:BINDINGS_[A-Z0-9]+|DEFAULT)_${kind}_CONFIGURATION_`, role),
      stream(`(?:STREAMS_)?(?:BINDINGS_[A-Z0-9]+|DEFAULT)_${kind}_TOPIC_PROPERTIES_`, 'topic'),
    ];
  }),
  stream('STREAMS_BINDER_(?:FUNCTIONS_[A-Z0-9]+_)?CONFIGURATION_', 'streams'),
  stream('STREAMS_(?:BINDINGS_[A-Z0-9]+|DEFAULT)_CONSUMER_CONFIGURATION_', 'streams'),
  { start: /^KAFKA_CLUSTERS_\d+_PROPERTIES_/, role: 'client', by: 'Kafka UI' },
  { start: /^KAFKA_CLUSTERS_\d+_CONSUMERPROPERTIES_/, role: 'consumer', by: 'Kafka UI' },
  { start: /^KAFKA_CLUSTERS_\d+_PRODUCERPROPERTIES_/, role: 'producer', by: 'Kafka UI' },
  { start: /^DEBEZIUM_SINK_KAFKA_PRODUCER_/, role: 'producer', by: 'Debezium Server' },
  // Where servers are the programs read themselves.
  { start: /^SCHEMA_REGISTRY_KAFKASTORE_/, role: 'client', by: 'Schema Registry', only: security },
  { start: /^KAFKA_REST_CLIENT_/, role: 'client', by: 'REST Proxy', only: security },
  ...(['producer', 'consumer'] as const).flatMap((role) => [
    { start: new RegExp(`^KSQL_KSQL_STREAMS_${role.toUpperCase()}_`), role, by: 'ksqlDB' },
    { start: new RegExp(`^CONTROL_CENTER_STREAMS_${role.toUpperCase()}_`), role, by: 'Control Center' },
  ]),
  { start: /^KSQL_KSQL_STREAMS_/, role: 'streams', by: 'ksqlDB' },
  { start: /^CONTROL_CENTER_STREAMS_/, role: 'streams', by: 'Control Center', only: security },
];

function spring(more: string, part: SpringPart): Place {
  return { start: new RegExp(`^SPRING_KAFKA_${more}`), role: part, by: 'Spring Boot', part };
}

function stream(place: string, role: Role): Place {
  return { start: new RegExp(`^SPRING_CLOUD_STREAM_KAFKA_${place}`), role, by: 'Spring Cloud Stream' };
}

/**
 * Variables that frameworks bind to their own properties, in a container of any image. They are laid over files that are not in
 * sight, so nothing is missing, and what two of them say together is not known.
 */
export function programVariables(
  holders: readonly Entry[],
  file: YamlFile,
  scalars?: Identity['scalars'],
  image?: string,
): readonly Region[] {
  const variables = holders.flatMap(variablesOf);
  const last = new Map(variables.map((entry) => [entry.key, entry]));
  const repeated = new Set(variables.filter((entry) => last.get(entry.key) !== entry).map(({ key }) => key));
  const ofMicroProfile = microProfileVariables(variables);
  const viewOf = (entry: Entry): Viewed | undefined => {
    const counts = isVariable(entry) && (!repeated.has(entry.key) || last.get(entry.key) === entry);
    const found = counts ? (viewed(entry) ?? ofMicroProfile?.(entry)) : undefined;
    return found && scalars !== undefined ? { ...found, view: { ...found.view, scalars } } : found;
  };
  if (!variables.some((entry) => viewOf(entry) !== undefined)) return [];
  const viewing = placeViews(variables, viewOf, file.tree.format, withImage(file.circumstances, image), () => true);
  // Connectors say whose a channel is.
  const byValue = ({ key }: Entry): boolean => repeated.has(key) || key.endsWith('_CONNECTOR');
  return [{ holders, source: Object.assign(viewing, { byValue }) }];
}

/** The programs of Confluent Platform are of the same release as its Kafka; ksqlDB's own images ended before Kafka 4.0. */
function withImage(circumstances: Circumstances, image = ''): Circumstances {
  const kafka = circumstances.kafka ?? platformRelease(image) ?? (/(?:^|\/)ksqldb-server(?::|$)/.test(image) ? lastOfKsqlDb : undefined);
  return kafka === undefined ? circumstances : { ...circumstances, kafka };
}

const lastOfKsqlDb = parseVersion('3.9');

function viewed(entry: Entry): Viewed | undefined {
  for (const place of places) {
    const start = place.start.exec(entry.key)?.[0];
    if (start === undefined) continue;
    const rest = entry.key.slice(start.length);
    return rest === '' || place.only?.test(rest) === false
      ? undefined
      : place.part === undefined
        ? passed(place, start, rest)
        : ofSpring(entry, place, start, rest);
  }
  return undefined;
}

function passed(place: Place, start: string, rest: string): Viewed {
  return withinStreams({ view: variableView(place, start, { spell: (key) => start + toVariable(key), rewrites: true }), key: toKey(rest) });
}

const properties = 'PROPERTIES_';

/** One of Spring's own names, in either of the forms that it binds, or Kafka's below `properties`. */
function ofSpring({ value }: Entry, place: Place, start: string, rest: string): Viewed | undefined {
  const part = place.part ?? 'client';
  const spell = (key: string): string => start + (key === '' ? '' : (springVariableOf(part, key) ?? properties + toVariable(key)));
  const found = variableView(place, start, { spell, rewrites: true });
  if (rest.startsWith(properties)) return withinStreams({ view: found, key: toKey(rest.slice(properties.length)) });
  // To Spring an empty value of its own is none.
  const own = value === '' ? undefined : springVariable(part, rest);
  return own && { view: found, key: own.kafka, value: converted(own.kind, value) ?? value };
}
