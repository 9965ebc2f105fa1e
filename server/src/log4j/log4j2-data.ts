import { levels } from './java-values.ts';
import { type Range, type ReadProblem, typed, type WrittenAttribute, type WrittenElement, type WrittenFile } from './log4j2-tree.ts';

/** What JSON and YAML have in common: maps, lists and values with the stretches of their text. */
export type DataNode = DataMap | DataList | DataValue;
export interface DataMap {
  readonly kind: 'map';
  readonly at: Range;
  readonly members: readonly DataMember[];
}
interface DataList {
  readonly kind: 'list';
  readonly at: Range;
  readonly items: readonly DataNode[];
}
interface DataValue {
  readonly kind: 'value';
  readonly at: Range;
  readonly text: string;
  /** As it is written, where Jackson makes another text of it. */
  readonly written?: string;
}
export interface DataMember {
  readonly key: string;
  readonly at: Range;
  readonly value: DataNode;
}

/** The configuration: the value of the only key, or, where there are several, the whole (`JsonConfiguration`). */
export function readData(data: DataNode | undefined, text: string): WrittenFile {
  if (data?.kind !== 'map' || data.members.length === 0) {
    const first = /^(?![ \t]*(?:#|$)).+$/m.exec(text);
    const [start, length] = first === null ? [0, 0] : [first.index, first[0].length];
    return { broken: 'it must hold one map, `Configuration`', at: { start, end: start + length }, isTaken: true };
  }
  const problems: ReadProblem[] = [];
  const [first] = data.members;
  const only = data.members.length === 1 && first?.value.kind === 'map' ? { at: first.at, map: first.value } : undefined;
  const { at, map } = only ?? { at: { start: data.at.start, end: data.at.start }, map: data };
  for (const { key, value, at: keyAt } of map.members) {
    if (value.kind !== 'list') continue;
    const message = `Log4j2 leaves a list out that stands directly below \`Configuration\`: \`${key}\` must be a map.`;
    problems.push({ kind: 'misplaced-element', at: keyAt, message });
  }
  return { root: elementOf('Configuration', at, map, problems), problems };
}

function elementOf(name: string, at: Range, { members }: DataMap, problems: ReadProblem[]): WrittenElement {
  const attributes: WrittenAttribute[] = [];
  const children: WrittenElement[] = [];
  const last = new Map(members.map((member) => [member.key, member]));
  for (const member of members) {
    if (last.get(member.key) !== member) problems.push(repeated(member));
    else addMember(member, attributes, children, problems);
  }
  return typed({ name, at, attributes, children });
}

function repeated({ key, at }: DataMember): ReadProblem {
  const message = `\`${key}\` stands again further down: Log4j2 reads the last one only. Several of a kind are a list below one \`${key}\`.`;
  return { kind: 'repeated-key', at, message };
}

function addMember(
  { key, at, value }: DataMember,
  attributes: WrittenAttribute[],
  children: WrittenElement[],
  problems: ReadProblem[],
): void {
  if (value.kind === 'map') children.push(elementOf(key, at, value, problems));
  // Items of a list are so many elements of one name; their own place is their first key.
  else if (value.kind === 'list') {
    for (const item of value.items) if (item.kind === 'map') children.push(elementOf(key, item.members[0]?.at ?? at, item, problems));
  } else {
    if (value.written !== undefined && /level$|^status$/i.test(key)) problems.push(misread(value, value.written));
    attributes.push({ name: key, value: value.written ?? value.text, at, valueAt: value.at });
  }
}

/** YAML 1.1 takes `off` for false, and so does Jackson. */
function misread({ at, text }: DataValue, written: string): ReadProblem {
  const isLevel = levels.some((level) => level === written.toUpperCase());
  return {
    kind: 'invalid-level',
    at,
    message: `YAML takes \`${written}\` without quotes for \`${text}\`, which is no level.`,
    ...(isLevel && { replacement: `"${written}"` }),
  };
}
