import { springText } from '../schema/generated/spring.ts';
import { nearestOf } from '../schema/nearest.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import { newestVersion } from '../schema/tables.ts';

/** A property that Spring Boot calls by a name of its own. */
export interface SpringName {
  readonly own: string;
  readonly kafka: string;
  /** How the text becomes Kafka's value, where it is not taken as it stands. */
  readonly kind?: 'duration' | 'size' | 'boolean' | 'enum';
}

/** The parts of `spring.kafka.*` with names of their own; `client` stands before them all. */
export type SpringPart = 'client' | 'producer' | 'consumer' | 'admin' | 'streams';

interface Tables {
  readonly byOwn: ReadonlyMap<string, SpringName>;
  readonly byKafka: ReadonlyMap<string, SpringName>;
  /** Every name that some release of Spring Boot has there, also those that become no property of Kafka's. */
  readonly all: readonly string[];
}

let read: Readonly<Record<SpringPart, Tables>> | undefined;

function tables(part: SpringPart): Tables {
  read ??= readTables();
  return read[part];
}

type Packed = Readonly<Record<SpringPart, Readonly<Record<string, Omit<SpringName, 'own'>>>>> & { readonly names: readonly string[] };

function readTables(): Readonly<Record<SpringPart, Tables>> {
  const packed = JSON.parse(springText) as Packed;
  const build = (part: SpringPart): Tables => {
    const names = Object.entries(packed[part]).map(([own, body]) => ({ own, ...body }));
    const prefix = part === 'client' ? '' : `${part}.`;
    return {
      byOwn: new Map(names.map((name) => [relaxed(name.own), name])),
      byKafka: new Map(names.map((name) => [name.kafka, name])),
      all: packed.names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    };
  };
  return {
    client: build('client'),
    producer: build('producer'),
    consumer: build('consumer'),
    admin: build('admin'),
    streams: build('streams'),
  };
}

/** Relaxed binding: case, dashes and underscores do not count. */
export function relaxed(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** The property behind a name of Spring's, however it is written. */
export function springName(part: SpringPart, name: string): SpringName | undefined {
  return tables(part).byOwn.get(relaxed(name));
}

/** Spring's own name for a property of Kafka's. */
export function ownName(part: SpringPart, kafka: string): string | undefined {
  return tables(part).byKafka.get(kafka)?.own;
}

/** The property behind a variable, without its beginning: dots are underscores, dashes are left out or underscores, too. */
export function springVariable(part: SpringPart, variable: string): SpringName | undefined {
  for (const name of tables(part).byOwn.values()) if (variablesFor(name.own).includes(variable)) return name;
  return undefined;
}

/** The variable for a property of Kafka's, without its beginning, where Spring has a name of its own for that. */
export function springVariableOf(part: SpringPart, kafka: string): string | undefined {
  const own = ownName(part, kafka);
  return own === undefined ? undefined : variablesFor(own)[1];
}

/** `auto-offset-reset` is `AUTOOFFSETRESET` and `AUTO_OFFSET_RESET` (`SystemEnvironmentPropertyMapper`). */
function variablesFor(own: string): readonly [string, string] {
  const plain = own.toUpperCase().replaceAll('.', '_');
  return [plain.replaceAll('-', ''), plain.replaceAll('-', '_')];
}

/** Whether Spring Boot binds a name, however it is written, or what stands below one: `jaas.options.x`. */
function isSpringName(part: SpringPart, name: string): boolean {
  const written = relaxed(name);
  return tables(part).all.some(
    (own) => written === relaxed(own) || (/(?:properties|options)$/.test(own) && written.startsWith(`${relaxed(own)}.`)),
  );
}

/**
 * What is meant by a name that Spring Boot does not bind: a name of its own that is a slip away, or Kafka's, which stands under
 * `properties` where Spring has none for it.
 */
export function meantName(part: SpringPart, role: Role, name: string): string | undefined {
  if (isSpringName(part, name)) return undefined;
  const kafka = [name, name.replace(/[-_]/g, '.')].find((one) => one.includes('.') && define(role, newestVersion(role), one) !== undefined);
  if (kafka !== undefined) return ownName(part, kafka) ?? `properties.${kafka}`;
  return name.length < shortest ? undefined : nearestOf(tables(part).all, name);
}

/** Shorter names are near to too many others. */
const shortest = 8;

const milliseconds: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const bytes: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4 };

/** What Spring's conversion makes of a text; undefined where it stays as it is. */
export function converted(kind: SpringName['kind'], text: string): string | undefined {
  switch (kind) {
    case 'duration':
      return inUnits(text, milliseconds) ?? isoDuration(text);
    case 'size':
      return inUnits(text, bytes);
    case 'boolean':
      return /^(true|on|yes|1)$/i.test(text) ? 'true' : /^(false|off|no|0)$/i.test(text) ? 'false' : undefined;
    case 'enum':
      return text.toLowerCase().replaceAll('-', '_');
    default:
      return undefined;
  }
}

/** `10s`, `16KB`: `DurationStyle.SIMPLE`, `DataSize`. */
function inUnits(text: string, units: Readonly<Record<string, number>>): string | undefined {
  const [, number, unit] = /^([+-]?\d+)([a-zA-Z]+)$/.exec(text.trim()) ?? [];
  const factor = unit === undefined ? undefined : units[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : String(Math.floor(Number(number) * factor));
}

/** `PT10S` and `P1D`: `DurationStyle.ISO8601`. */
function isoDuration(text: string): string | undefined {
  const match = /^\+?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = match.map(Number);
  const sum = [days * 86_400, hours * 3600, minutes * 60, seconds]
    .map((part) => (Number.isNaN(part) ? 0 : part))
    .reduce((a, b) => a + b, 0);
  return String(Math.floor(sum * 1000));
}
