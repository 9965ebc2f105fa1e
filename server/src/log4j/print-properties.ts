import { escapeKey, escapeValue } from '../formats/java-properties.ts';
import { type PlacedComments, placeComments } from './comments.ts';
import { orderedIds } from './hash-order.ts';
import type { Setting } from './read.ts';
import { attributeOf, type Configuration, type Element } from './tree.ts';

/** Prints a configuration in Log4j2's own properties form. */
export function printProperties(configuration: Configuration, settings: readonly Setting[]): string {
  const comments = placeComments(configuration, settings);
  const head = commentLines(configuration.head);
  const lines = [
    ...(head.length > 0 ? [...head, ''] : []),
    ...configuration.attributes.flatMap(({ name, value }) => [pair(name, value), '']),
    ...configuration.children.flatMap((child) => section(child, comments)),
    ...commentLines(comments.end),
  ];
  return `${lines.join('\n').trim()}\n`;
}

function section(node: Element, comments: PlacedComments): readonly string[] {
  const above = commentLines([...(comments.above.get(node) ?? []), ...(node.remarks ?? [])]);
  switch (node.name) {
    case 'Properties':
      return [
        ...above,
        ...node.children.flatMap((property) => [
          ...remarks(property, comments),
          pair(`property.${attributeOf(property, 'name')}`, attributeOf(property, 'value') ?? ''),
        ]),
        '',
      ];
    case 'Appenders':
      return [...above, ...named(node.children).flatMap(([id, appender]) => [...appenderLines(id, appender, comments), ''])];
    case 'Loggers':
      return [...above, ...named(node.children).flatMap(([id, logger]) => [...loggerLines(id, logger, comments), ''])];
    default:
      return [...above, ...componentLines('filter.a', node, comments), ''];
  }
}

function appenderLines(id: string, appender: Element, comments: PlacedComments): readonly string[] {
  const lines = componentLines(`appender.${id}`, appender, comments);
  return [
    ...remarks(appender, comments),
    ...(appender.off === true ? lines.map((line) => (line.startsWith('#') ? line : `# ${line}`)) : lines),
  ];
}

/** Plug-ins that the properties form calls by a name of its own; anything else gets a letter. */
const roles: Readonly<Record<string, string>> = {
  PatternLayout: 'layout',
  Log4j1XmlLayout: 'layout',
  Log4j1SyslogLayout: 'layout',
  Filters: 'filters',
  TimeBasedTriggeringPolicy: 'time',
  CronTriggeringPolicy: 'cron',
  SizeBasedTriggeringPolicy: 'size',
  DefaultRolloverStrategy: 'strategy',
  Delete: 'delete',
  IfFileName: 'name',
};

function componentLines(prefix: string, node: Element, comments: PlacedComments): readonly string[] {
  const lines = [pair(`${prefix}.type`, node.name), ...node.attributes.map(({ name, value }) => pair(`${prefix}.${name}`, value))];
  const ids = node.name === 'Filters' ? orderedIds(node.children.map(keysOf)) : [];
  for (const [index, child] of node.children.entries()) {
    const letter = ids[index] ?? letterOf(index);
    const role = roles[child.name] ?? (node.name !== 'Filters' && child.name.endsWith('Filter') ? `filter.${letter}` : letter);
    lines.push(...remarks(child, comments), ...componentLines(`${prefix}.${role}`, child, comments));
  }
  return lines;
}

/** Keys of a filter behind its id. */
function keysOf(filter: Element): readonly string[] {
  return ['type', ...filter.attributes.map(({ name }) => name)];
}

function loggerLines(id: string, logger: Element, comments: PlacedComments): readonly string[] {
  const prefix = logger.name === 'Root' ? 'rootLogger' : `logger.${id}`;
  const rest = logger.attributes.filter(({ name }) => name !== 'level' && name !== 'levelAndRefs');
  const [name, ...others] = rest.map((attribute) => pair(`${prefix}.${attribute.name}`, attribute.value));
  return [...remarks(logger, comments), ...(name === undefined ? [] : [name]), ...levelLines(prefix, logger), ...others];
}

/** `LEVEL, appender, …` in one line where there are both; Log4j2 2.24 takes no line with a level alone. */
function levelLines(prefix: string, logger: Element): readonly string[] {
  const refs = logger.children.map((child) => attributeOf(child, 'ref') ?? '');
  const level = attributeOf(logger, 'level');
  const combined = attributeOf(logger, 'levelAndRefs');
  if (combined !== undefined) return [pair(prefix, combined)];
  if (level !== undefined && refs.length > 0) return [pair(prefix, [level, ...refs].join(', '))];
  const lines = refs.map((ref, index) => pair(`${prefix}.appenderRef.${letterOf(index)}.ref`, ref));
  return level === undefined ? lines : [pair(`${prefix}.level`, level), ...lines];
}

/** Log4j2 keeps references in a hash table: single letters come out in the order of the alphabet. */
function letterOf(index: number): string {
  return String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26));
}

/** Elements with an id of their own each: the letters and digits of the name, since a dot would part the key. */
function named(nodes: readonly Element[]): readonly (readonly [id: string, node: Element])[] {
  const taken = new Set<string>();
  return nodes.map((node) => {
    const base = (attributeOf(node, 'name') ?? 'root').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'x';
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}_${count}`;
    taken.add(id);
    return [id, node];
  });
}

function remarks(node: Element, { above }: PlacedComments): readonly string[] {
  return commentLines([...(above.get(node) ?? []), ...(node.remarks ?? [])]);
}

function commentLines(lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    (line === '' ? '#' : `# ${line}`).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

function pair(key: string, value: string): string {
  return `${escapeKey(key)} = ${escapeValue(value)}`;
}
