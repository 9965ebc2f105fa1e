import type { Range, ReadProblem, WrittenAttribute, WrittenElement } from './log4j2-tree.ts';

/** What stands below one prefix of a properties file: a value of its own, or longer keys, or both. */
export interface Branch {
  readonly word: string;
  readonly at: Range;
  value?: WrittenAttribute;
  readonly below: Map<string, Branch>;
}

/** Elements under a heading that the properties form does without. */
export function sectionOf(name: string, children: readonly WrittenElement[]): WrittenElement {
  return { name, at: children[0]?.at ?? { start: 0, end: 0 }, attributes: [], children };
}

function needs({ at, below }: Branch, key: string, what: string, problems: ReadProblem[]): WrittenAttribute | undefined {
  const found = below.get(key)?.value;
  if (found !== undefined && found.value !== '') return found;
  problems.push({
    kind: 'refused',
    at: found?.at ?? at,
    message: `This ${what} needs \`${key}\`: without it Log4j2 throws, and what logs does not start.`,
  });
  return undefined;
}

/** `type` names the plug-in; keys are attributes, longer keys are components. `filter.x` and `appenderRef.x` are components a level further down. */
export function componentOf(branch: Branch, what: string, problems: ReadProblem[]): WrittenElement {
  const type = needs(branch, 'type', what, problems);
  // Log4j2 looks for the name first.
  if (what === 'appender') needs(branch, 'name', what, problems);
  const attributes = [...branch.below].flatMap(([word, { value }]) => (value === undefined || word === 'type' ? [] : [value]));
  return { name: type?.value ?? '', at: type?.valueAt ?? branch.at, attributes, children: childrenOf(branch, problems) };
}

function childrenOf(branch: Branch, problems: ReadProblem[]): readonly WrittenElement[] {
  return [...branch.below].flatMap(([word, inner]) => {
    if (inner.below.size === 0) return [];
    if (word === 'filter') return grouped(inner).map((one) => componentOf(one, 'filter', problems));
    return [componentOf(inner, word === 'layout' ? 'layout' : 'component', problems)];
  });
}

/** What has longer keys: a value directly behind the prefix is not looked at. */
function grouped(branch: Branch): readonly Branch[] {
  return [...branch.below.values()].filter(({ below }) => below.size > 0);
}

/** The root logger, or another: its level and references may stand in one value. */
export function loggerOf(name: 'Root' | 'Logger', branch: Branch, problems: ReadProblem[]): WrittenElement {
  if (name === 'Logger') needs(branch, 'name', 'logger', problems);
  const type = branch.below.get('type')?.value;
  const wanted = name === 'Root' ? 'asyncRoot' : 'asyncLogger';
  if (type !== undefined && type.value.toLowerCase() !== wanted.toLowerCase()) {
    const message = `\`type\` must be \`${wanted}\` here, or left out: Log4j2 throws, and what logs does not start.`;
    problems.push({ kind: 'refused', at: type.valueAt, message });
  }
  const filters = grouped(branch.below.get('filter') ?? branch).filter(() => branch.below.has('filter'));
  const references = grouped(branch.below.get('appenderRef') ?? branch).filter(() => branch.below.has('appenderRef'));
  return {
    name: type === undefined ? name : name === 'Root' ? 'AsyncRoot' : 'AsyncLogger',
    at: branch.at,
    // A list of the references, which once was needed.
    attributes: [
      ...[...branch.below].flatMap(([word, { value }]) =>
        value === undefined || word === 'type' || word === 'appenderRefs' ? [] : [value],
      ),
      ...levelOf(branch),
    ],
    children: [
      ...filters.map((one) => componentOf(one, 'filter', problems)),
      ...references.map((one) => referenceOf(one, problems)),
      ...referencesOf(branch),
    ],
  };
}

function referenceOf(branch: Branch, problems: ReadProblem[]): WrittenElement {
  needs(branch, 'ref', 'reference', problems);
  const filters = grouped(branch.below.get('filter') ?? branch).filter(() => branch.below.has('filter'));
  return {
    name: 'AppenderRef',
    at: branch.at,
    attributes: [...branch.below.values()].flatMap(({ value }) => value ?? []),
    children: filters.map((one) => componentOf(one, 'filter', problems)),
  };
}

/** `rootLogger = LEVEL, appender, …` */
function levelOf({ value }: Branch): readonly WrittenAttribute[] {
  const word = value?.value.split(',')[0]?.trim() ?? '';
  return value === undefined
    ? []
    : [{ name: 'level', value: word, at: value.at, valueAt: { start: value.valueAt.start, end: value.valueAt.start + word.length } }];
}

function referencesOf({ value }: Branch): readonly WrittenElement[] {
  if (value === undefined) return [];
  // What a variable holds is not known: it may refer to any appender.
  if (value.value.includes('${'))
    return [{ name: 'AppenderRef', at: value.valueAt, attributes: [{ ...value, name: 'ref' }], children: [] }];
  // Blanks behind the last name belong to it.
  const words = [...value.value.matchAll(/,\s*([^,]*)/g)];
  // Java's split drops what is empty at the end.
  if (words.at(-1)?.[1] === '') words.pop();
  return words.map((match, index) => {
    const word = index === words.length - 1 ? (match[1] ?? '') : (match[1] ?? '').trimEnd();
    const start = value.valueAt.start + match.index + match[0].length - (match[1] ?? '').length;
    const valueAt = { start, end: start + word.length };
    return { name: 'AppenderRef', at: valueAt, attributes: [{ name: 'ref', value: word, at: valueAt, valueAt }], children: [] };
  });
}
