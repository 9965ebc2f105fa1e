import { nearestOf } from '../schema/nearest.ts';
import { conversionWords } from './generated/log4j2-plugins.ts';
import { levels } from './java-values.ts';
import { type Plugin, pluginNames, pluginOf } from './log4j2-plugins.ts';
import { readLog4j2Json } from './log4j2-read-json.ts';
import { readLog4j2Properties } from './log4j2-read-properties.ts';
import { readLog4j2Xml } from './log4j2-read-xml.ts';
import { readLog4j2Yaml } from './log4j2-read-yaml.ts';
import { attributeNamed, everyElement, type Range, type WrittenAttribute, type WrittenElement, type WrittenFile } from './log4j2-tree.ts';

/** The four syntaxes of a Log4j2 configuration. */
export type Log4j2Syntax = 'xml' | 'yaml' | 'json' | 'properties';

export type Log4j2FaultKind =
  | 'not-well-formed'
  | 'unknown-element'
  | 'unknown-attribute'
  | 'invalid-level'
  | 'invalid-value'
  | 'undefined-appender'
  | 'unused-appender'
  | 'missing-attribute'
  | 'missing-policy'
  | 'iso-date'
  | 'unknown-conversion'
  | 'noisy-status'
  | 'no-root';

/** One fault of a Log4j2 file: Kafka starts with it, but Log4j2 reports it, ignores it or does what few expect. */
export interface Log4j2Fault {
  readonly kind: Log4j2FaultKind;
  /** `information`: legal, and seldom wanted. */
  readonly severity: 'warning' | 'information';
  readonly at: Range;
  readonly message: string;
  /** What should stand there instead. */
  readonly replacement?: string;
}

/** Finds what Log4j2 (core, with its log4j 1 bridge) complains about or ignores, in the order of the file. */
export function checkLog4j2(text: string, syntax: Log4j2Syntax): readonly Log4j2Fault[] {
  const file = readLog4j2(text, syntax);
  if ('broken' in file)
    return [{ kind: 'not-well-formed', severity: 'warning', at: file.at, message: `Log4j2 cannot read this file: ${file.broken}.` }];
  const elements = [...everyElement(file.root)];
  const known = new Set([...levels, ...customLevels(elements)]);
  const faults = [
    ...elements.flatMap((node) => [...elementFaults(node, known)]),
    ...appenderFaults(file.root, elements),
    ...rootFaults(file.root, elements),
  ];
  return faults.sort((a, b) => a.at.start - b.at.start);
}

/** Reads a file with positions, or says why Log4j2 cannot. */
export function readLog4j2(text: string, syntax: Log4j2Syntax): WrittenFile {
  return readers[syntax](text);
}

/** Which of the nested syntaxes a text is in. */
export function syntaxOf(text: string): Exclude<Log4j2Syntax, 'properties'> {
  if (/^\s*</.test(text)) return 'xml';
  return /^\s*(?:\{|\/[/*])/.test(text) ? 'json' : 'yaml';
}

const readers: Readonly<Record<Log4j2Syntax, (text: string) => WrittenFile>> = {
  xml: readLog4j2Xml,
  yaml: readLog4j2Yaml,
  json: readLog4j2Json,
  properties: readLog4j2Properties,
};

function warning(kind: Log4j2FaultKind, at: Range, message: string, replacement?: string): Log4j2Fault {
  return { kind, severity: 'warning', at, message, ...(replacement !== undefined && { replacement }) };
}

/** Levels of the author's own, as Log4j2 keeps them: in capitals. */
function customLevels(elements: readonly WrittenElement[]): readonly string[] {
  const named = elements.filter(({ name }) => name.toLowerCase() === 'customlevel').flatMap((node) => attributeNamed(node, 'name') ?? []);
  return named.map(({ value }) => value.toUpperCase());
}

function* elementFaults(node: WrittenElement, levelNames: ReadonlySet<string>): Iterable<Log4j2Fault> {
  const plugin = pluginOf(node.name);
  if (plugin === undefined) {
    // A plug-in of the author's own is legal: only slips are told.
    const meant = nearestOf(pluginNames(), node.name);
    if (meant !== undefined)
      yield warning('unknown-element', node.at, `Log4j2 has no element \`${node.name}\`. Did you mean \`${meant}\`?`, meant);
    return;
  }
  for (const attribute of node.attributes) yield* attributeFaults(attribute, plugin, levelNames);
  for (const name of required[plugin.name] ?? []) {
    if (attributeNamed(node, name) === undefined && !node.children.some((child) => child.name.toLowerCase() === name.toLowerCase())) {
      yield warning('missing-attribute', node.at, `\`${plugin.name}\` needs \`${name}\`: Log4j2 leaves the element out.`);
    }
  }
  if (
    plugin.name.startsWith('Rolling') &&
    plugin.kind === 'appender' &&
    !node.children.some((child) => /polic/i.test(child.name) || /polic/i.test(pluginOf(child.name)?.name ?? ''))
  ) {
    yield warning(
      'missing-policy',
      node.at,
      `\`${plugin.name}\` needs a policy, such as \`TimeBasedTriggeringPolicy\`: Log4j2 leaves the appender out.`,
    );
  }
}

/** Attributes without which the element is refused (`@Required`, or the builder says so). */
const required: Readonly<Record<string, readonly string[]>> = {
  Console: ['name'],
  File: ['name', 'fileName'],
  RandomAccessFile: ['name', 'fileName'],
  RollingFile: ['name', 'filePattern'],
  RollingRandomAccessFile: ['name', 'filePattern'],
  Kafka: ['name', 'topic'],
  Async: ['name'],
  AppenderRef: ['ref'],
  Logger: ['name'],
  Null: ['name'],
};

function* attributeFaults(
  { name, value, at, valueAt }: WrittenAttribute,
  plugin: Plugin,
  levelNames: ReadonlySet<string>,
): Iterable<Log4j2Fault> {
  const type = [...plugin.attributes].find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
  if (type === undefined) {
    // A single value may also be a nested plug-in written short (`"Property": …`).
    if (plugin.attributes.size === 0 || pluginOf(name) !== undefined || name.includes(':')) return;
    const meant = nearestOf([...plugin.attributes.keys()], name);
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    yield warning('unknown-attribute', at, `\`${plugin.name}\` has no attribute \`${name}\`: Log4j2 ignores it.${hint}`, meant);
    return;
  }
  if (value.includes('${')) return;
  if (type === 'level' && value.trim() !== '' && !levelNames.has(value.trim().toUpperCase()))
    yield warning('invalid-level', valueAt, `\`${value}\` is no level: OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE or ALL.`);
  if (type === 'boolean' && !/^(true|false)$/i.test(value))
    yield warning('invalid-value', valueAt, `\`${name}\` must be \`true\` or \`false\`.`);
  if (type === 'number' && !/^-?\d+$/.test(value.trim())) yield warning('invalid-value', valueAt, `\`${name}\` must be a whole number.`);
  if (plugin.name === 'PatternLayout' && name.toLowerCase() === 'pattern') yield* patternFaults(value, valueAt);
  if (plugin.name === 'Configuration' && name.toLowerCase() === 'status' && /^(trace|debug|all)$/i.test(value)) {
    yield {
      kind: 'noisy-status',
      severity: 'information',
      at: valueAt,
      message: `With \`status\` at \`${value}\` Log4j2 reports its own work on the console; \`warn\` is meant for production.`,
    };
  }
}

const words = new Set(conversionWords);

/** Every `%word`: the longest known beginning counts, so only what begins with no known word is a fault. */
function* patternFaults(pattern: string, at: Range): Iterable<Log4j2Fault> {
  if (/%d(ate)?\{ISO8601\}/.test(pattern)) {
    const message = '`%d{ISO8601}` prints a `T` between date and time; log4j 1 printed a blank, as `%d` does.';
    yield { kind: 'iso-date', severity: 'information', at, message };
  }
  for (const match of pattern.matchAll(/%%|%[-.\d]*([A-Za-z]+)/g)) {
    const run = match[1];
    if (run === undefined || Array.from(run, (_, index) => run.slice(0, index + 1)).some((start) => words.has(start))) continue;
    yield warning('unknown-conversion', at, `\`%${run}\` is no conversion of Log4j2: it is printed as text.`);
  }
}

function appenderFaults(root: WrittenElement, elements: readonly WrittenElement[]): readonly Log4j2Fault[] {
  const groups = root.children.filter((child) => child.name.toLowerCase() === 'appenders');
  const appenders = groups.flatMap((group) => group.children).flatMap((node) => attributeNamed(node, 'name') ?? []);
  const names = new Set(appenders.map(({ value }) => value));
  const open =
    root.children.some(({ name }) => /arbiter|select/i.test(name)) || elements.some(({ name }) => /arbiter|appenderset/i.test(name));
  const references = elements.filter(({ name }) => /^appender-?ref$/i.test(name)).flatMap((node) => attributeNamed(node, 'ref') ?? []);
  const unknown = references.filter(({ value }) => !open && !value.includes('${') && !names.has(value));
  const used = new Set(references.map(({ value }) => value));
  const others = elements.flatMap((node) => node.attributes).filter(({ name }) => /^(ref|primary|error-?Ref|levelAndRefs)$/i.test(name));
  const isUsed = (name: string): boolean =>
    used.has(name) ||
    others.some(({ value }) => value.includes(name) || value.includes('${')) ||
    references.some(({ value }) => value.includes('${'));
  return [
    ...unknown.map(({ value, valueAt }) => undefinedAppender(value, valueAt, [...names])),
    ...appenders
      .filter(({ value }) => !open && !isUsed(value))
      .map(({ value, valueAt }): Log4j2Fault => {
        return {
          kind: 'unused-appender',
          severity: 'information',
          at: valueAt,
          message: `No logger refers to the appender \`${value}\`; Log4j2 creates it all the same, and its file.`,
        };
      }),
  ];
}

/** A file without any appender may be one of several that Log4j2 puts together. */
function undefinedAppender(name: string, at: Range, names: readonly string[]): Log4j2Fault {
  const meant = nearestOf(names, name);
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  const message = `No appender \`${name}\` is defined: Log4j2 prints an error and goes on without it.${hint}`;
  return { ...warning('undefined-appender', at, message, meant), ...(names.length === 0 && { severity: 'information' as const }) };
}

function rootFaults(root: WrittenElement, elements: readonly WrittenElement[]): readonly Log4j2Fault[] {
  const loggers = root.children.find(({ name }) => name.toLowerCase() === 'loggers');
  if (elements.some(({ name }) => ['root', 'asyncroot'].includes(name.toLowerCase())) || root.name.toLowerCase() !== 'configuration')
    return [];
  const at = loggers?.at ?? root.at;
  return [{ kind: 'no-root', severity: 'information', at, message: 'Without `Root` Log4j2 logs errors to the console, and nothing else.' }];
}
