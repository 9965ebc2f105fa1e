import type { Definition } from './definition.ts';
import type { GetValue } from './dynamic-names.ts';
import { facts } from './facts.ts';
import type { Role } from './roles.ts';
import { bodyAt, componentTable, isProperty, tableOf } from './tables.ts';
import { type KafkaVersion, minorOf } from './version.ts';

/** A class that ships with a Kafka version, and what it is: `transformation`, `converter`, `header-converter`, … */
export interface ShippedClass {
  readonly name: string;
  readonly kinds: readonly string[];
}

const components = ['connect-plugins', 'streams-classes', 'client-and-server-classes'] as const;

/** All plug-in classes that ship with a version, for Connect, Streams, clients and brokers. */
export function shippedClasses(version: KafkaVersion): readonly ShippedClass[] {
  const known = shipped.get(minorOf(version));
  if (known !== undefined) return known;
  const classes = components.flatMap((component) => {
    const { keys = {}, last = 0 } = facts().components[component] ?? {};
    return Object.entries(keys).flatMap(([name, triples]) => {
      const body = bodyAt(triples, Math.min(minorOf(version), last));
      return body === undefined || isProperty(body) ? [] : [{ name, kinds: body.plugin.split(',') }];
    });
  });
  shipped.set(minorOf(version), classes);
  return classes;
}

const shipped = new Map<number, readonly ShippedClass[]>();
const shippedNames = new Map<number, ReadonlySet<string>>();

/** Whether a class is one of Kafka's own plug-ins in this version, so that all its properties are known. */
function isShippedClass(version: KafkaVersion, className: string): boolean {
  const minor = minorOf(version);
  const known = shippedNames.get(minor) ?? new Set(shippedClasses(version).map((one) => one.name));
  shippedNames.set(minor, known);
  return known.has(className);
}

/**
 * The full name of a class of Kafka's own that Connect would find under this text: the full name itself, the simple name, or
 * the simple name without what it is (`PluginUtils`: `FileStreamSource`, `Json`). Undefined when it is none of Kafka's.
 */
export function shippedName(version: KafkaVersion, text: string): string | undefined {
  if (isShippedClass(version, text)) return text;
  if (text.includes('.')) return undefined;
  return shippedClasses(version).find(({ name }) => {
    const simple = name.slice(name.lastIndexOf('.') + 1);
    return name.startsWith('org.apache.kafka.connect.') && (simple === text || simple.replace(pruned, '') === text);
  })?.name;
}

const pruned = /(Connector|HeaderConverter|Converter|Transformation|Predicate|ConnectorClientConfigOverridePolicy|ConnectRestExtension)$/;

/** Whether a key names a class, or a list of such. `describedAs` is the key for names that follow a dynamic one. */
export function namesClass(definition: Definition): boolean {
  return definition.type === 'class' || (definition.describedAs ?? definition.name) in facts().classKeys;
}

/** The classes that ship with a version and that a key may name, for completion; those inside of Kafka's own code left out. */
export function classesFor(version: KafkaVersion, definition: Definition): readonly ShippedClass[] {
  const kinds = facts().classKeys[definition.describedAs ?? definition.name] ?? [];
  return shippedClasses(version).filter(({ name, kinds: own }) => isMeantForUsers(name) && own.some((kind) => kinds.includes(kind)));
}

/** Classes in `internals` packages, and bases inside of other classes, can be named but are not meant to be. */
export function isMeantForUsers(className: string): boolean {
  return !/\.internals\.|\$(Base|Default)/.test(className) || className.endsWith('.DefaultPartitioner');
}

/**
 * The key through which a class that is not Kafka's comes into a config, if there is one. Kafka hands such a class every
 * property of the config, so any unknown name may be the class's own.
 */
export function foreignClassKey(role: Role, version: KafkaVersion, get: GetValue): string | undefined {
  for (const definition of tableOf(role, version).values()) {
    if (!namesClass(definition)) continue;
    const classes = get(definition.name)?.split(',') ?? [];
    if (classes.some((one) => isForeign(version, one.trim()))) return definition.name;
  }
  return undefined;
}

/** A short name without a dot (`range`, `all`, `Principal`) is one that Kafka resolves itself. */
function isForeign(version: KafkaVersion, className: string): boolean {
  return className.includes('.') && !isShippedClass(version, className);
}

/** The first and last minor with a class of Kafka's own; `until` is undefined while there is no end to it. Undefined where no release has it. */
export function classSpan(className: string): { readonly since: string; readonly until?: string } | undefined {
  for (const component of components) {
    const { keys = {}, last = 0 } = facts().components[component] ?? {};
    const triples = keys[className];
    if (triples === undefined) continue;
    const [since, until] = [triples[0] ?? 0, triples.at(-2) ?? last];
    const { minors } = facts();
    return { since: minors[since] ?? '', ...(until < last && { until: minors[until] ?? '' }) };
  }
  return undefined;
}

/** A property of one of Kafka's own plug-ins: of a transformation, converter, … */
export function pluginProperty(version: KafkaVersion, className: string, name: string): Definition | undefined {
  const definition = componentTable('connect-plugins', version).get(`${className}#${name}`);
  return definition && { ...definition, name, describedAs: definition.name };
}

/** All properties of one of Kafka's own plug-ins. */
export function pluginProperties(version: KafkaVersion, className: string): readonly Definition[] {
  const prefix = `${className}#`;
  const table = componentTable('connect-plugins', version);
  return [...table.values()]
    .filter((one) => one.name.startsWith(prefix))
    .map((one) => ({ ...one, name: one.name.slice(prefix.length), describedAs: one.name }));
}
