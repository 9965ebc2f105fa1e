import { pluginRows } from './generated/log4j2-plugins.ts';

/** Type of a Log4j2 attribute, as far as its value can be judged. */
export type AttributeType = 'boolean' | 'number' | 'level' | 'text';

/** A Log4j2 configuration element. */
export interface Plugin {
  readonly name: string;
  /** `appender`, `layout`, `filter`, …, or the name itself. */
  readonly kind: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
}

const types: Readonly<Record<string, AttributeType>> = { b: 'boolean', n: 'number', l: 'level', s: 'text' };

/** Attributes of the outermost element, which is no plug-in (`AbstractConfiguration`, `XmlConfiguration`). */
const configuration: Plugin = {
  name: 'Configuration',
  kind: 'Configuration',
  attributes: new Map<string, AttributeType>([
    ...(
      [
        'name',
        'status',
        'dest',
        'shutdownHook',
        'advertiser',
        'packages',
        'schema',
        'verbose',
        'xmlns',
        'xmlns:xsi',
        'xsi:schemaLocation',
        'xsi:noNamespaceSchemaLocation',
      ] as const
    ).map((name) => [name, 'text'] as const),
    ['strict', 'boolean'],
    ['monitorInterval', 'number'],
    ['shutdownTimeout', 'number'],
  ]),
};

/** Other names that attributes go by (`@PluginAliases` on the attribute). */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  Async: ['error-ref'],
  Failover: ['retryInterval'],
  Socket: ['reconnectDelay', 'reconnectionDelay', 'delayMillis', 'reconnectionDelayMillis'],
  Syslog: ['reconnectDelay', 'reconnectionDelay', 'delayMillis', 'reconnectionDelayMillis'],
};

const plugins: ReadonlyMap<string, Plugin> = new Map(
  [configuration, ...pluginRows.map(readRow)].map((plugin) => [plugin.name.toLowerCase(), plugin]),
);

function readRow(row: string): Plugin {
  const [name = '', kind = '', ...attributes] = row.split(' ');
  const others = (otherNames[name] ?? []).map((other) => [other, 'text'] as const);
  const known = attributes.map((attribute) => [attribute.slice(1), types[attribute.slice(0, 1)] ?? 'text'] as const);
  return { name, kind, attributes: new Map<string, AttributeType>([...known, ...others]) };
}

/** The plug-in with this name in any case, or undefined. */
export function pluginOf(name: string): Plugin | undefined {
  return plugins.get(name.toLowerCase());
}

/** The names of all plug-ins of a kind, or of all. */
export function pluginNames(kind?: string): readonly string[] {
  return [...plugins.values()].filter((plugin) => kind === undefined || plugin.kind === kind).map(({ name }) => name);
}
