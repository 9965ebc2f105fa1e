import { nearestOf } from '../schema/nearest.ts';
import type { Log4j2Syntax } from './log4j2-check.ts';
import { filePatternFaults } from './log4j2-check-rolling.ts';
import { valueFaults } from './log4j2-check-values.ts';
import { first225, information, type Log4j2Fault, warning } from './log4j2-faults.ts';
import { attributeOf, fitsInside, type Plugin, pluginNames, pluginOf } from './log4j2-plugins.ts';
import { attributeNamed, type Range, type WrittenAttribute, type WrittenElement } from './log4j2-tree.ts';

/** What elements are judged by, beside themselves. */
export interface Surroundings {
  readonly syntax: Log4j2Syntax;
  /** In capitals. */
  readonly levels: ReadonlySet<string>;
  /** Whether the file speaks of Kafka, and so is for its class path. */
  readonly isKafkas: boolean;
  /** Whether the file says where plug-ins of its author's own are. */
  readonly isExtended: boolean;
}

/** The faults of an element and of everything inside. */
export function* elementFaults(node: WrittenElement, parent: Plugin | undefined, around: Surroundings): Iterable<Log4j2Fault> {
  // The name of the outermost element does not matter.
  const plugin = pluginOf(parent === undefined ? 'Configuration' : node.name);
  if (plugin === undefined) {
    yield* unknownElement(node);
    return;
  }
  if (plugin.since !== undefined && parent?.since === undefined) yield tooNew('unknown-element', node.at, `\`${node.name}\``);
  if (parent !== undefined && !fitsInside(plugin, parent)) {
    yield warning('misplaced-element', node.at, `\`${parent.name}\` takes no \`${plugin.name}\`: Log4j2 leaves it out.`);
    return;
  }
  for (const attribute of node.attributes) yield* attributeFaults(attribute, plugin, around);
  yield* missingParts(node, plugin);
  yield* missingCondition(node, plugin);
  yield* partsTooMany(node, plugin);
  yield* clashes(node, plugin);
  const library = libraries[plugin.name];
  if (library !== undefined && around.isKafkas) yield information('missing-library', node.at, missingLibrary(plugin.name, library));
  for (const child of node.children) yield* elementFaults(child, plugin, around);
}

/** What came with Log4j 2.25. */
function tooNew(kind: 'unknown-element' | 'unknown-attribute', at: Range, what: string): Log4j2Fault {
  const message = `${what} came with Log4j 2.25, which Kafka ships from ${first225} on: Log4j2 goes on without it.`;
  return { ...warning(kind, at, message), before: first225 };
}

/** What elements need beyond what stands in Kafka's `libs` folder. */
const libraries: Readonly<Record<string, string>> = {
  AsyncLogger: 'the LMAX Disruptor',
  AsyncRoot: 'the LMAX Disruptor',
  CsvLogEventLayout: 'Commons CSV',
  CsvParameterLayout: 'Commons CSV',
  DisruptorBlockingQueue: 'Conversant’s Disruptor',
  JCToolsBlockingQueue: 'JCTools',
  JMS: 'a JMS library',
  JeroMQ: 'JeroMQ',
  JsonTemplateLayout: '`log4j-layout-template-json`',
  SMTP: 'a mail library',
  XmlLayout: 'Jackson’s XML library',
};

function missingLibrary(name: string, library: string): string {
  return `\`${name}\` needs ${library}, which Kafka does not ship: where it is missing Log4j2 leaves the element out.`;
}

/** A plug-in of the author's own is legal, with whatever is inside: only slips are told. */
function* unknownElement({ name, at }: WrittenElement): Iterable<Log4j2Fault> {
  if (name.includes(':')) return;
  const word = name.replace(/#.*$/s, '').trimEnd();
  const isWithMore = word !== name && pluginOf(word) !== undefined;
  const meant = isWithMore ? word : nearestOf(pluginNames(), name);
  const behind = name.includes('#') ? 'a comment behind a value is part of it' : 'the blank behind it counts';
  if (isWithMore) yield warning('unknown-element', at, `Log4j2 has no element \`${name}\`: ${behind}.`, meant);
  else if (meant !== undefined)
    yield warning('unknown-element', at, `Log4j2 has no element \`${name}\`. Did you mean \`${meant}\`?`, meant);
}

function* attributeFaults(attribute: WrittenAttribute, plugin: Plugin, around: Surroundings): Iterable<Log4j2Fault> {
  const { name, at } = attribute;
  const facts = attributeOf(plugin, name);
  if (facts === undefined) {
    if (name.includes(':') || name === 'xmlns') return;
    const meant = nearestOf([...plugin.attributes.keys()], name);
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    yield warning('unknown-attribute', at, `\`${plugin.name}\` has no attribute \`${name}\`: Log4j2 ignores it.${hint}`, meant);
    return;
  }
  if (facts.since !== undefined) yield tooNew('unknown-attribute', at, `\`${name}\` of \`${plugin.name}\``);
  if (facts.name === 'levelAndRefs' && around.syntax !== 'properties')
    yield warning('unknown-attribute', at, 'Only the properties form has `levelAndRefs`: Log4j2 ignores it here.');
  else if (!isFilledInLater(attribute.value)) yield* valueFaults(attribute, facts, plugin, around);
}

/** What a variable or a template puts in is unknown. */
function isFilledInLater(value: string): boolean {
  return /\$\{|\{\{|\{%.*?%\}|<%|@[\w.-]+@/s.test(value);
}

function has(node: WrittenElement, type: string): boolean {
  return node.children.some(({ name }) => {
    const plugin = pluginOf(name);
    // What is unknown, or chosen when the file is read, may be anything.
    return plugin === undefined || plugin.kind === 'Arbiter' || plugin.is.includes(type);
  });
}

function* missingParts(node: WrittenElement, plugin: Plugin): Iterable<Log4j2Fault> {
  for (const { name, required } of new Set(plugin.attributes.values())) {
    if (!required || attributeNames(plugin, name).some((written) => attributeNamed(node, written) !== undefined)) continue;
    yield warning('missing-attribute', node.at, `\`${plugin.name}\` needs \`${name}\`: Log4j2 leaves the element out.`);
  }
  for (const [type, count] of plugin.takes ?? []) {
    if (!count.isRequired || has(node, type)) continue;
    if (type === 'TriggeringPolicy')
      yield warning(
        'missing-policy',
        node.at,
        `\`${plugin.name}\` needs a policy, such as \`TimeBasedTriggeringPolicy\`: Log4j2 leaves the appender out.`,
      );
    else
      yield warning(
        'missing-attribute',
        node.at,
        `\`${plugin.name}\` needs ${partWords[type] ?? 'another element inside'}: Log4j2 leaves the element out.`,
      );
  }
}

/** What the types are called that an element may not do without. */
const partWords: Readonly<Record<string, string>> = {
  AppenderRef: 'an `AppenderRef`',
  AbstractScript: 'a `Script`',
  AppenderSet: 'an `AppenderSet`',
  ConnectionSource: 'a source of connections, such as `DataSource`',
  Layout: 'a layout, such as `PatternLayout`',
  PathCondition: 'a condition, such as `IfLastModified`',
  'String[]': '`Failovers`',
};

/** Log4j2 deletes nothing without being told what. */
function* missingCondition(node: WrittenElement, { name }: Plugin): Iterable<Log4j2Fault> {
  if (name === 'Delete' && !has(node, 'PathCondition') && !has(node, 'ScriptCondition'))
    yield warning('missing-attribute', node.at, '`Delete` needs a condition, such as `IfLastModified`: Log4j2 leaves the element out.');
}

function attributeNames(plugin: Plugin, own: string): readonly string[] {
  return [...plugin.attributes].flatMap(([written, { name }]) => (name === own ? [written] : []));
}

/** Where one is taken, Log4j2 takes the first. */
function* partsTooMany(node: WrittenElement, plugin: Plugin): Iterable<Log4j2Fault> {
  for (const [type, count] of plugin.takes ?? []) {
    if (count.isMany) continue;
    const [, second] = node.children.filter(({ name }) => pluginOf(name)?.is.includes(type));
    if (second === undefined || isTakenElsewhere(second, type, plugin)) continue;
    const wrapper = { Filter: ' Several stand in `Filters`.', TriggeringPolicy: ' Several stand in `Policies`.' }[type] ?? '';
    yield warning(
      'misplaced-element',
      second.at,
      `\`${plugin.name}\` takes one ${typeWords[type] ?? 'of these'}: Log4j2 leaves this one out.${wrapper}`,
    );
  }
}

function isTakenElsewhere({ name }: WrittenElement, type: string, plugin: Plugin): boolean {
  return pluginOf(name)?.is.some((other) => other !== type && plugin.takes?.has(other)) === true;
}

const typeWords: Readonly<Record<string, string>> = {
  Filter: 'filter',
  Layout: 'layout',
  TriggeringPolicy: 'policy',
  RolloverStrategy: 'strategy',
};

/** What two attributes, or an attribute and an element, rule out. */
function* clashes(node: WrittenElement, { name }: Plugin): Iterable<Log4j2Fault> {
  const isTrue = (key: string): boolean => attributeNamed(node, key)?.value.toLowerCase() === 'true';
  const direct = attributeNamed(node, 'direct');
  if (name === 'Console' && direct !== undefined && isTrue('direct') && isTrue('follow'))
    yield warning('clashing-attributes', direct.at, '`direct` and `follow` cannot both be true: Log4j2 leaves the appender out.');
  const strategy = node.children.find((child) => pluginOf(child.name)?.name === 'DirectWriteRolloverStrategy');
  const fileName = attributeNamed(node, 'fileName');
  if (strategy !== undefined && fileName !== undefined && name.startsWith('Rolling'))
    yield warning(
      'clashing-attributes',
      fileName.at,
      'With `DirectWriteRolloverStrategy` there must be no `fileName`: Log4j2 leaves the appender out.',
    );
  yield* filePatternFaults(node, name);
}
