import type { Log4j2Syntax } from './log4j2-check.ts';
import type { AttributeFacts, Plugin } from './log4j2-plugins.ts';

/** Attributes that people write with an element, beside those that it needs. */
const usual: Readonly<Record<string, readonly string[]>> = {
  AppenderRef: ['ref'],
  AsyncLogger: ['name', 'level'],
  AsyncRoot: ['level'],
  CustomLevel: ['name', 'intLevel'],
  DefaultRolloverStrategy: ['max'],
  Delete: ['basePath'],
  IfFileName: ['glob'],
  JsonTemplateLayout: ['eventTemplateUri'],
  Kafka: ['name', 'topic'],
  KeyValuePair: ['key', 'value'],
  LevelRangeFilter: ['minLevel', 'maxLevel'],
  Logger: ['name', 'level'],
  PatternLayout: ['pattern'],
  Property: ['name', 'value'],
  RollingFile: ['name', 'fileName', 'filePattern'],
  RollingRandomAccessFile: ['name', 'fileName', 'filePattern'],
  Root: ['level'],
  SizeBasedTriggeringPolicy: ['size'],
  Socket: ['name', 'host', 'port'],
  Syslog: ['name', 'host', 'port'],
  ThresholdFilter: ['level'],
};

function attributesFor(plugin: Plugin): readonly string[] {
  const required = [...new Set([...plugin.attributes.values()].filter((one) => one.required).map(({ name }) => name))];
  return usual[plugin.name] ?? required;
}

/** Elements that are of no use without others inside. */
function holdsOthers({ name, kind, takes }: Plugin): boolean {
  return takes !== undefined && takes.size > 0 && kind !== 'layout' && kind !== 'filter' && name !== 'AppenderRef';
}

/** What is written for an element, as a snippet with its stops. `lead`: what must stand before its name. */
export function elementSnippet(plugin: Plugin, syntax: Log4j2Syntax, lead: string): string {
  const names = attributesFor(plugin);
  if (syntax === 'xml') {
    const attributes = names.map((name, index) => ` ${name}="$${index + 1}"`).join('');
    const head = `${lead}${plugin.name}${attributes}`;
    return holdsOthers(plugin) ? `${head}>\n\t$0\n</${plugin.name}>` : `${head}$0/>`;
  }
  if (syntax === 'json') {
    const members = names.map((name, index) => `"${name}": "$${index + 1}"`).join(', ');
    return `"${plugin.name}": {${members === '' ? ' $0 ' : ` ${members}$0 `}}`;
  }
  const key = plugin.name === 'Null' ? '"Null"' : plugin.name;
  const lines = names.map((name, index) => `\n  ${name}: $${index + 1}`).join('');
  return `${key}:${lines === '' ? '\n  $0' : `${lines}$0`}`;
}

/** What is written for an attribute, as a snippet. */
export function attributeSnippet({ name, type }: AttributeFacts, syntax: Log4j2Syntax): string {
  if (syntax === 'xml') return `${name}="$1"$0`;
  const isWord = type === 'boolean' || type === 'number' || type === 'decimal';
  if (syntax === 'json') return isWord ? `"${name}": $0` : `"${name}": "$1"$0`;
  return `${name}: $0`;
}

/** A snippet as plain text, for editors that know of none. */
export function withoutStops(snippet: string): string {
  return snippet.replace(/\\([$}\\])|\$\d/g, (_, escaped: string | undefined) => escaped ?? '').replaceAll('\t', '  ');
}
