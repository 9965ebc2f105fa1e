import type { Role } from '../schema/roles.ts';

/** Where a key of Debezium Server's file is Kafka's: behind which prefix, and for which of its clients. */
interface Passed {
  readonly prefix: string;
  readonly role: Role;
  /** Which keys of those behind the prefix; all where nothing is said. */
  readonly only?: RegExp;
}

/**
 * What Debezium Server hands on as it stands: to the producer of its sink (`KafkaChangeConsumer`), to the clients of the schema
 * history's topic, to the store of offsets (`EmbeddedWorkerConfig`) and to transforms (`Transformations`). The options of its sources are
 * Debezium's own.
 */
const places: readonly Passed[] = [
  { prefix: 'debezium.sink.kafka.producer.', role: 'producer' },
  ...['schema.history.internal', 'database.history'].flatMap((history) =>
    (['producer', 'consumer'] as const).map((role) => ({ prefix: `debezium.source.${history}.${role}.`, role })),
  ),
  {
    prefix: 'debezium.source.',
    role: 'connect-distributed',
    only: /^offset\.(?:flush\.(?:interval|timeout)\.ms|storage\.(?:topic|partitions|replication\.factor))$/,
  },
  { prefix: 'debezium.', role: 'connector', only: /^(?:transforms|predicates)(?:\.|$)/ },
];

/** Where a name of Debezium Server's belongs; undefined for those that are its own. */
export function passedOnByDebezium(name: string): Passed | undefined {
  return places.find(({ prefix, only }) => name.startsWith(prefix) && only?.test(name.slice(prefix.length)) !== false);
}

/** Whether a name is one that only Debezium Server reads. */
export function isDebeziumServer(name: string): boolean {
  return /^debezium\.(?:source|sink)\./.test(name);
}
