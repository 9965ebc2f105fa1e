import { conversions, pluginRows } from './generated/log4j2-plugins.ts';

/** Type of a Log4j2 attribute, as far as its value can be judged; `word` is one of a few. */
export type AttributeType = 'boolean' | 'number' | 'decimal' | 'level' | 'charset' | 'text' | 'word';

/** What is known of an attribute of an element. */
export interface AttributeFacts {
  readonly name: string;
  readonly type: AttributeType;
  /** Of type `word`; Log4j2 does not mind their case. */
  readonly words: readonly string[];
  readonly default?: string;
  readonly required: boolean;
  /** The Log4j2 minor that brought it, where an older one that Kafka ships lacks it. */
  readonly since?: string;
}

/** How often something stands inside an element. */
export interface Count {
  readonly isRequired: boolean;
  readonly isMany: boolean;
}

/** A Log4j2 configuration element. */
export interface Plugin {
  readonly name: string;
  /** `appender`, `layout`, `filter`, …, or the name itself. */
  readonly kind: string;
  /** Another name of the plug-in. */
  readonly isAlias: boolean;
  /** The library it is in. */
  readonly from: string;
  readonly since?: string;
  /** By the name as it is written by most. */
  readonly attributes: ReadonlyMap<string, AttributeFacts>;
  /** What it takes inside, by type; undefined where it takes anything. */
  readonly takes: ReadonlyMap<string, Count> | undefined;
  /** The types that it is, of those that some element takes. */
  readonly is: readonly string[];
}

/** A line of the generated facts. */
interface Row {
  readonly name: string;
  readonly of?: string;
  readonly kind: string;
  readonly from: string;
  readonly since?: string;
  readonly children: Readonly<Record<string, string>>;
  readonly is: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeRow>>;
}

interface AttributeRow {
  readonly type: string | readonly string[];
  readonly default?: string;
  readonly required?: true;
  readonly since?: string;
  readonly aliases?: readonly string[];
}

const types: Readonly<Record<string, AttributeType>> = { b: 'boolean', n: 'number', f: 'decimal', l: 'level', c: 'charset' };

/** What the annotations do not say: it is in the code of the builders and of `AbstractConfiguration`. */
const requiredInCode: Readonly<Record<string, readonly string[]>> = {
  Async: ['name'],
  AppenderRef: ['ref'],
  Failover: ['name', 'primary'],
  RandomAccessFile: ['name', 'fileName'],
  RollingRandomAccessFile: ['name', 'filePattern'],
  Property: ['name'],
  CustomLevel: ['name'],
  MarkerFilter: ['marker'],
  RegexFilter: ['regex'],
};
const takenInCode: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Kafka: { Layout: 'required' },
  Socket: { Layout: 'required' },
  Failover: { 'String[]': 'required' },
  RollingRandomAccessFile: { TriggeringPolicy: 'required' },
  Route: { Appender: '' },
  AppenderSet: { Appender: 'many' },
  Select: { Arbiter: 'many' },
  Async: { AppenderRef: 'required many' },
};
const sections = 'Properties Scripts CustomLevels Appenders Loggers MonitorResources AsyncWaitStrategyFactory'.split(' ');

/** How people write a plug-in whose own name is another, since there are two of a kind. */
const commonNames: Readonly<Record<string, string>> = { 'JMS-Javax': 'JMS' };

/** The outermost element is no plug-in (`AbstractConfiguration`, `XmlConfiguration`). */
const configuration: Row = {
  name: 'Configuration',
  kind: 'Configuration',
  from: 'log4j-core',
  is: [],
  children: { Section: 'many', Filter: 'many' },
  attributes: {
    ...Object.fromEntries(
      'name dest advertiser packages schema xmlns xmlns:xsi xsi:schemaLocation xsi:noNamespaceSchemaLocation'
        .split(' ')
        .map((name) => [name, { type: 's' }]),
    ),
    status: { type: 'l', default: 'ERROR' },
    shutdownHook: { type: ['enable', 'disable'], default: 'enable' },
    verbose: { type: ['true', 'false'], default: 'false' },
    strict: { type: 'b', default: 'false' },
    monitorInterval: { type: 'n', default: '0' },
    shutdownTimeout: { type: 'n', default: '0' },
  },
};

let read: ReadonlyMap<string, Plugin> | undefined;

/** By their names in lower case; read when a file of Log4j2 is looked at first. */
function plugins(): ReadonlyMap<string, Plugin> {
  read ??= new Map([configuration, ...pluginRows.map((row): Row => JSON.parse(row))].map((row) => [row.name.toLowerCase(), readRow(row)]));
  return read;
}

function readRow(row: Row): Plugin {
  const { kind, from, is } = row;
  const name = commonNames[row.of ?? row.name] ?? row.of ?? row.name;
  // What is new about it is its name.
  const since = name === (row.of ?? row.name) ? row.since : undefined;
  const required = new Set(requiredInCode[name] ?? []);
  const attributes = Object.entries(row.attributes).flatMap(([own, facts]) => {
    const attribute = attributeOfRow(own, facts, required);
    return [own, ...(facts.aliases ?? [])].map((written) => [written, attribute] as const);
  });
  const takes = kind === 'Arbiter' && name !== 'Select' ? undefined : { ...row.children, ...takenInCode[name] };
  return {
    name,
    kind,
    isAlias: name.toLowerCase() !== row.name.toLowerCase(),
    from,
    ...(since !== undefined && { since }),
    attributes: new Map(attributes),
    takes: takes && new Map(Object.entries(takes).map(([type, count]) => [type, countOf(count)])),
    is: [...is, ...(kind === 'Arbiter' ? ['Arbiter'] : []), ...(sections.includes(name) ? ['Section'] : [])],
  };
}

function countOf(count: string): Count {
  return { isRequired: count.includes('required'), isMany: count.includes('many') };
}

function attributeOfRow(name: string, { type, default: text, required, since }: AttributeRow, inCode: ReadonlySet<string>): AttributeFacts {
  return {
    name,
    type: typeof type === 'string' ? (types[type] ?? 'text') : 'word',
    words: typeof type === 'string' ? [] : type,
    ...(text !== undefined && { default: text }),
    // What has a default need not be written.
    required: (required === true && text === undefined) || inCode.has(name),
    ...(since !== undefined && { since }),
  };
}

/** The plug-in with this name in any case, or undefined. */
export function pluginOf(name: string): Plugin | undefined {
  return plugins().get(name.toLowerCase());
}

/** An attribute by its name, or another name of it, in any case. */
export function attributeOf(plugin: Plugin, name: string): AttributeFacts | undefined {
  const word = name.toLowerCase();
  return plugin.attributes.get(name) ?? [...plugin.attributes].find(([written]) => written.toLowerCase() === word)?.[1];
}

/** The names of all plug-ins. */
export function pluginNames(): readonly string[] {
  return [...plugins().values()].map(({ name }) => name);
}

/** The plug-ins under their own names that may stand inside another; arbiters may do so everywhere. */
export function pluginsInside(parent: Plugin): readonly Plugin[] {
  const all = [...plugins().values()].filter(({ isAlias }) => !isAlias);
  const { takes } = parent;
  if (takes === undefined) return all.filter(({ is }) => is.length > 0);
  const own = all.filter(({ is, kind }) => kind !== 'Arbiter' && is.some((type) => takes.has(type)));
  // Only these hold what may depend on where the file is used.
  const chosen = ['Configuration', 'Appenders', 'Loggers', 'Properties', 'Select'].includes(parent.name);
  return [...own, ...(chosen ? all.filter(({ kind }) => kind === 'Arbiter') : [])];
}

const patterns = new Set([
  'PatternLayout.pattern',
  'PatternMatch.pattern',
  'LevelPatternSelector.defaultPattern',
  'MarkerPatternSelector.defaultPattern',
  'ScriptPatternSelector.defaultPattern',
]);

/** Whether an attribute takes a pattern of a PatternLayout. */
export function isPattern(plugin: Plugin, { name }: AttributeFacts): boolean {
  return patterns.has(`${plugin.name}.${name}`);
}

/** Whether one may stand inside the other, as far as that is known. */
export function fitsInside(child: Plugin, parent: Plugin): boolean {
  return parent.takes === undefined || child.kind === 'Arbiter' || child.is.some((type) => parent.takes?.has(type));
}

/** The words behind a % in a PatternLayout or a file pattern. */
export const conversionWords: readonly string[] = Object.values(conversions).flatMap((words) => words.split(' '));
