import type { Entry } from '../formats/format.ts';
import { parseProperties } from '../formats/properties.ts';
import { splitLines } from '../text/lines.ts';
import { inHashOrder } from './hash-order.ts';
import { type Branch, componentOf, loggerOf, sectionOf } from './log4j2-branches.ts';
import { first225 } from './log4j2-faults.ts';
import type { ReadProblem, WrittenElement, WrittenFile } from './log4j2-tree.ts';

/** Reads Log4j2's properties form with positions (`PropertiesConfigurationBuilder`). */
export function readLog4j2Properties(text: string): WrittenFile {
  const starts = lineStarts(text);
  const root: Branch = { word: '', at: { start: 0, end: 0 }, below: new Map() };
  for (const entry of parseProperties(splitLines(text).lines).entries()) addEntry(entry, starts[entry.block.line] ?? 0, root);
  const problems: ReadProblem[] = [];
  const components = (name: string, what: string): readonly WrittenElement[] =>
    listed(root, name, what, problems).map((branch) => componentOf(branch, what, problems));
  const rootLogger = root.below.get('rootLogger');
  const loggers = [
    ...(rootLogger === undefined ? [] : [loggerOf('Root', rootLogger, problems)]),
    ...listed(root, 'logger', 'Logger', problems).flatMap((branch) =>
      branch.word === 'root' ? [] : [loggerOf('Logger', branch, problems)],
    ),
  ];
  const children = [
    sectionOf('CustomLevels', customLevels(root)),
    sectionOf('Properties', propertiesOf(root.below.get('property'))),
    sectionOf('Scripts', components('script', 'script')),
    sectionOf('Appenders', components('appender', 'appender')),
    sectionOf('Loggers', loggers),
    ...components('filter', 'filter'),
    ...[...root.below.values()].flatMap((branch) => otherComponent(branch, problems)),
  ];
  const attributes = [...root.below].flatMap(([word, { value }]) =>
    value === undefined || own.has(word) || lists.has(word) ? [] : [value],
  );
  return { root: { name: 'Configuration', at: { start: 0, end: 0 }, attributes, children }, problems };
}

const own = new Set(['property', 'script', 'customLevel', 'filter', 'appender', 'logger', 'rootLogger']);
const lists = new Set(['filters', 'appenders', 'loggers', 'scripts', 'customLevels', 'properties']);

/** Any other prefix is a component, which newer releases look at. */
function otherComponent(branch: Branch, problems: ReadProblem[]): readonly WrittenElement[] {
  if (own.has(branch.word) || branch.below.size === 0) return [];
  if (branch.below.get('type')?.value !== undefined) return [componentOf(branch, 'component', problems)];
  const message =
    branch.word === 'log4j' ? 'This is a key of log4j 1' : `No part of a Log4j2 configuration begins with \`${branch.word}.\``;
  problems.push({
    kind: 'refused',
    at: branch.at,
    message: `${message}: Log4j2 throws, and what logs does not start. Before Log4j 2.25 the line is ignored.`,
    since: first225,
  });
  return [];
}

/** The branches of a section: all of them, or those that its list (`appenders = a, b.c`) names, where a name may have dots. */
function listed(root: Branch, name: string, what: string, problems: ReadProblem[]): readonly Branch[] {
  const list = name === 'script' ? undefined : root.below.get(`${name}s`)?.value;
  const top = root.below.get(name);
  // Without a list they come as from a map (`PropertiesUtil#partitionOnCommonPrefixes`): of two with one name the last counts.
  if (list === undefined)
    return inHashOrder([...(top?.below.values() ?? [])]).filter(
      ({ below, value }) => below.size > 0 || (name === 'logger' && value !== undefined),
    );
  const ids = list.value.split(',').map((id) => id.trim());
  const found = ids.flatMap((id) => {
    let branch = top;
    for (const word of id.split('.')) branch = branch?.below.get(word);
    if (branch !== undefined) return branch;
    if (id !== 'root')
      problems.push({
        kind: 'refused',
        at: list.valueAt,
        message: `\`${name}s\` names \`${id}\`, but no key begins with \`${name}.${id}.\`: Log4j2 throws, and what logs does not start.`,
      });
    return [];
  });
  const words = new Set(ids.map((id) => id.split('.')[0]));
  for (const branch of top?.below.values() ?? []) {
    if (words.has(branch.word) || branch.below.size === 0) continue;
    const message = `\`${name}s\` does not name \`${branch.word}\`: Log4j2 throws, and what logs does not start. Before Log4j 2.25 the ${what.toLowerCase()} is left out.`;
    problems.push({ kind: 'refused', at: branch.at, message, since: first225 });
  }
  return found;
}

/** `customLevel.NOTICE = 350` */
function customLevels(root: Branch): readonly WrittenElement[] {
  return [...(root.below.get('customLevel')?.below ?? [])].flatMap(([name, { at, value }]) =>
    value === undefined
      ? []
      : [
          {
            name: 'CustomLevel',
            at,
            attributes: [
              { ...value, name: 'name', value: name },
              { ...value, name: 'intLevel' },
            ],
            children: [],
          },
        ],
  );
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
}

function addEntry(entry: Entry, lineStart: number, root: Branch): void {
  const at = { start: lineStart + entry.keyStart, end: lineStart + entry.keyEnd };
  let branch = root;
  for (const word of entry.key.split('.')) {
    const next = branch.below.get(word) ?? { word, at, below: new Map() };
    branch.below.set(word, next);
    branch = next;
  }
  const valueAt = { start: lineStart + entry.valueStart, end: lineStart + entry.valueEnd };
  branch.value = { name: branch.word, value: entry.value, at, valueAt };
}

/** `property.a.b = v` is a property called `a.b`. */
function propertiesOf(branch: Branch | undefined, prefix = ''): readonly WrittenElement[] {
  return [...(branch?.below ?? [])].flatMap(([word, inner]) => {
    const one =
      inner.value === undefined
        ? []
        : [
            {
              name: 'Property',
              at: inner.at,
              attributes: [
                { ...inner.value, name: 'name', value: prefix + word },
                { ...inner.value, name: 'value' },
              ],
              children: [],
            },
          ];
    return [...one, ...propertiesOf(inner, `${prefix}${word}.`)];
  });
}
