import type { Entry } from '../formats/format.ts';
import { parseProperties } from '../formats/properties.ts';
import { splitLines } from '../text/lines.ts';
import type { Range, WrittenAttribute, WrittenElement, WrittenFile } from './log4j2-tree.ts';

/** What stands below one prefix: a value of its own, or longer keys, or both. */
interface Branch {
  readonly at: Range;
  value?: WrittenAttribute;
  readonly below: Map<string, Branch>;
}

/** Reads Log4j2's properties form with positions. */
export function readLog4j2Properties(text: string): WrittenFile {
  const starts = lineStarts(text);
  const root: Branch = { at: { start: 0, end: 0 }, below: new Map() };
  for (const entry of parseProperties(splitLines(text).lines).entries()) addEntry(entry, starts[entry.block.line] ?? 0, root);
  const part = (name: string): readonly Branch[] => listed(root, name);
  const rootLogger = root.below.get('rootLogger');
  const loggers = [
    ...(rootLogger === undefined ? [] : [loggerOf('Root', rootLogger)]),
    ...part('logger').map((branch) => loggerOf('Logger', branch)),
  ];
  const sections = [
    section('CustomLevels', customLevels(root)),
    section('Properties', propertiesOf(root.below.get('property'))),
    section(
      'Appenders',
      part('appender').map((branch) => componentOf(branch)),
    ),
    section('Loggers', loggers),
  ];
  const attributes = ['status', 'name', 'packages', 'monitorInterval', 'dest', 'verbose', 'shutdownHook', 'shutdownTimeout'].flatMap(
    (name) => root.below.get(name)?.value ?? [],
  );
  return {
    root: {
      name: 'Configuration',
      at: { start: 0, end: 0 },
      attributes,
      children: [...sections, ...part('filter').map((branch) => componentOf(branch))],
    },
  };
}

/** The branches of a section: all of them, or those that its list (`appenders = a, b.c`) names, where a name may have dots. */
function listed(root: Branch, name: string): readonly Branch[] {
  const ids = root.below.get(`${name}s`)?.value?.value.split(',');
  const top = root.below.get(name);
  if (ids === undefined) return [...(top?.below.values() ?? [])];
  return ids.flatMap((id) => {
    let branch = top;
    for (const word of id.trim().split('.')) branch = branch?.below.get(word);
    return branch ?? [];
  });
}

/** `customLevel.NOTICE = 350` */
function customLevels(root: Branch): readonly WrittenElement[] {
  return [...(root.below.get('customLevel')?.below ?? [])].flatMap(([name, { at, value }]) =>
    value === undefined ? [] : [{ name: 'CustomLevel', at, attributes: [{ ...value, name: 'name', value: name }], children: [] }],
  );
}

function section(name: string, children: readonly WrittenElement[]): WrittenElement {
  return { name, at: children[0]?.at ?? { start: 0, end: 0 }, attributes: [], children };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
}

function addEntry(entry: Entry, lineStart: number, root: Branch): void {
  const at = { start: lineStart + entry.keyStart, end: lineStart + entry.keyEnd };
  const words = entry.key.split('.');
  let branch = root;
  for (const word of words) {
    const next = branch.below.get(word) ?? { at, below: new Map() };
    branch.below.set(word, next);
    branch = next;
  }
  branch.value = {
    name: words.at(-1) ?? '',
    value: entry.value.trim(),
    at,
    valueAt: { start: lineStart + entry.valueStart, end: lineStart + entry.valueEnd },
  };
}

/** `property.a.b = v` is a property called `a.b`. */
function propertiesOf(branch: Branch | undefined, prefix = ''): readonly WrittenElement[] {
  return [...(branch?.below ?? [])].flatMap(([word, inner]) => {
    const own =
      inner.value === undefined
        ? []
        : [{ name: 'Property', at: inner.at, attributes: [{ ...inner.value, name: 'name', value: prefix + word }], children: [] }];
    return [...own, ...propertiesOf(inner, `${prefix}${word}.`)];
  });
}

/** `type` names the plug-in; keys are attributes, longer keys are components. `filter.x` is a component a level further down. */
function componentOf(branch: Branch): WrittenElement {
  const attributes = [...branch.below].flatMap(([word, { value }]) => (value === undefined || word === 'type' ? [] : [value]));
  const children = [...branch.below].flatMap(([word, inner]) =>
    inner.below.size === 0 ? [] : word === 'filter' ? [...inner.below.values()].map(componentOf) : [componentOf(inner)],
  );
  return {
    name: branch.below.get('type')?.value?.value ?? '',
    at: branch.below.get('type')?.value?.valueAt ?? branch.at,
    attributes,
    children,
  };
}

function loggerOf(name: 'Root' | 'Logger', branch: Branch): WrittenElement {
  const { attributes, children } = componentOf(branch);
  const named = [...(branch.below.get('appenderRef')?.below.values() ?? [])].map((reference) => ({
    ...componentOf(reference),
    name: 'AppenderRef',
  }));
  const type = branch.below.get('type')?.value?.value;
  const own = children.filter((child) => child.name !== '');
  return {
    name: type ?? name,
    at: branch.at,
    // A list of the references, which once was needed.
    attributes: [...attributes.filter((attribute) => attribute.name !== 'appenderRefs'), ...levelOf(branch)],
    children: [...own, ...named, ...referencesOf(branch)],
  };
}

/** `rootLogger = LEVEL, appender, …` */
function levelOf({ value }: Branch): readonly WrittenAttribute[] {
  const word = value?.value.split(',')[0]?.trim() ?? '';
  return value === undefined || word === ''
    ? []
    : [{ name: 'level', value: word, at: value.at, valueAt: { start: value.valueAt.start, end: value.valueAt.start + word.length } }];
}

function referencesOf({ value }: Branch): readonly WrittenElement[] {
  if (value === undefined) return [];
  // What a variable holds is not known: it may refer to any appender.
  if (value.value.includes('${'))
    return [{ name: 'AppenderRef', at: value.valueAt, attributes: [{ ...value, name: 'ref' }], children: [] }];
  const words = [...value.value.matchAll(/,\s*([^,\s]+)/g)];
  return words.map((match) => {
    const word = match[1] ?? '';
    const start = value.valueAt.start + match.index + match[0].length - word.length;
    const valueAt = { start, end: start + word.length };
    return { name: 'AppenderRef', at: valueAt, attributes: [{ name: 'ref', value: word, at: valueAt, valueAt }], children: [] };
  });
}
