import type { Facts } from './definition.ts';
import { librdkafkaText } from './generated/librdkafka.ts';

/** What one release of librdkafka says about a property, beyond what a property of Kafka's has. */
interface LibrdkafkaFacts extends Facts {
  /** Who reads it; absent: producers and consumers. */
  readonly only?: 'producer' | 'consumer';
  /** The name that this one stands for. */
  readonly alias?: string;
  /** Words that are read as numbers (`acks=all`). */
  readonly words?: readonly string[];
  /** Set by a call of the program only; as text it is refused. */
  readonly callback?: true;
  /** Known so that it can be refused: a name of Java's. */
  readonly refused?: true;
  readonly experimental?: true;
}

/** A property as librdkafka knows it. */
export interface LibrdkafkaDefinition extends LibrdkafkaFacts {
  readonly name: string;
  /** The minor whose facts these are. */
  readonly librdkafka: string;
}

/** Whether a definition is librdkafka's and not Kafka's. */
export function isLibrdkafka(definition: Facts): definition is LibrdkafkaDefinition {
  return 'librdkafka' in definition;
}

type Period = LibrdkafkaFacts & { readonly since: string; readonly until?: string };

/** How a name of one family is called in the other: `to`, or `why` there is no such thing. */
export interface Counterpart {
  readonly to?: string;
  readonly why?: string;
  /** False where the value has to be written anew. */
  readonly copy?: false;
  readonly divide?: number;
  readonly multiply?: number;
  /** Further names that belong to it. */
  readonly with?: readonly string[];
}

interface Packed {
  readonly read: Readonly<Record<string, string>>;
  readonly keys: ReadonlyMap<string, readonly Period[]>;
  readonly toLibrdkafka: Readonly<Record<string, Counterpart>>;
  readonly toJava: Readonly<Record<string, Counterpart>>;
}

let parsed: Packed | undefined;

function packed(): Packed {
  parsed ??= unpack();
  return parsed;
}

function unpack(): Packed {
  const raw = JSON.parse(librdkafkaText) as Omit<Packed, 'keys'> & { readonly keys: Readonly<Record<string, readonly Period[]>> };
  // Names that are looked for come out of files: in a map they need not become the engine's own first, as names of properties do.
  return { ...raw, keys: new Map(Object.entries(raw.keys)) };
}

/** The librdkafka minors that the facts know, oldest first: `0.11` … */
export function librdkafkaMinors(): readonly string[] {
  minors ??= Object.keys(packed().read);
  return minors;
}

let minors: readonly string[] | undefined;

/** The newest minor there is. */
export function newestLibrdkafka(): string {
  return librdkafkaMinors().at(-1) ?? '';
}

/** The minor whose facts count for a version such as `2.12.1`: itself, or the next older one that was read. Undefined for what is no version. */
export function librdkafkaMinor(version: string): string | undefined {
  const match = /^v?(\d+)\.(\d+)(\.\d+)*$/.exec(version);
  if (match === null) return undefined;
  const wanted = order(`${match[1]}.${match[2]}`);
  return librdkafkaMinors().findLast((minor) => order(minor) <= wanted);
}

function order(minor: string): number {
  const [major = 0, second = 0] = minor.split('.').map(Number);
  return major * 1000 + second;
}

const tables = new Map<string, ReadonlyMap<string, LibrdkafkaDefinition>>();

/** Every property of a minor by name; the newest where none is said. */
export function librdkafkaTable(minor: string = newestLibrdkafka()): ReadonlyMap<string, LibrdkafkaDefinition> {
  const known = tables.get(minor);
  if (known !== undefined) return known;
  const table = new Map<string, LibrdkafkaDefinition>();
  for (const [name, periods] of packed().keys) {
    const body = periods.find((period) => covers(period, minor));
    if (body !== undefined) table.set(name, { name, librdkafka: minor, ...body });
  }
  tables.set(minor, table);
  return table;
}

function covers({ since, until }: Period, minor: string): boolean {
  return order(since) <= order(minor) && (until === undefined || order(minor) <= order(until));
}

/** A name's periods, oldest first; empty where librdkafka never had it. */
export function librdkafkaHistory(name: string): readonly Period[] {
  return packed().keys.get(name) ?? [];
}

const names = new Map<string, readonly string[]>();

/** The names that an author may write, in the order of the alphabet. */
export function librdkafkaNames(minor: string, role: string): readonly string[] {
  const id = `${minor} ${role}`;
  const known = names.get(id);
  if (known !== undefined) return known;
  const fitting = [...librdkafkaTable(minor).values()].filter(
    (one) => one.internal !== true && one.callback !== true && one.refused !== true && concerns(one, role),
  );
  const list = fitting.map(({ name }) => name).sort();
  names.set(id, list);
  return list;
}

/** Whether a client of this role reads the property: a client of unknown kind may. */
export function concerns(definition: LibrdkafkaDefinition, role: string): boolean {
  if (definition.only === undefined) return true;
  return definition.only === 'producer' ? role !== 'consumer' && role !== 'share-consumer' : role !== 'producer';
}

/** What a name of Java's clients is called in librdkafka. */
export function counterpartInLibrdkafka(name: string): Counterpart | undefined {
  return own(packed().toLibrdkafka, name);
}

/** What a name of librdkafka's is called in Java's clients. */
export function counterpartInJava(name: string): Counterpart | undefined {
  return own(packed().toJava, name);
}

function own(table: Readonly<Record<string, Counterpart>>, name: string): Counterpart | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
