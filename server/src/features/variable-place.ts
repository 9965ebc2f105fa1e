import type { Entry } from '../formats/format.ts';
import { partsOf } from '../formats/yaml-pairs.ts';
import { type Place, placeOf } from '../text/block.ts';
import { comparePlaces } from '../text/edit.ts';
import type { Document } from './document.ts';
import { type Company, companyIn, type KeyPlace } from './nested-keys.ts';
import { probeVariable } from './probe.ts';

/** The name of a variable that has no value yet, in a list of names and values: `- name: ¦`, `{"name": "¦"}`, or `- ¦` beside such. */
export function variablePlace(document: Document, place: Place): KeyPlace | undefined {
  const entry = document.tree.entryAt(place.line, place.character);
  const name = entry && partsOf(entry)?.name;
  if (entry !== undefined && name?.parent !== undefined && document.placement.assign(entry).length === 0)
    return named(document, name, name.parent, place);
  if (entry?.key === 'name' && entry.parent?.parent?.kind === 'list') return unvalued(document, entry, entry.parent, place);
  return freshItem(document, place);
}

function unvalued(document: Document, name: Entry, item: Entry, place: Place): KeyPlace | undefined {
  const start = placeOf(name.block, name.valueStart);
  const end = placeOf(name.block, name.valueEnd);
  const isEmpty = name.valueStart === name.valueEnd && name.style !== 'quoted';
  const isInside = comparePlaces(place, start) >= 0 && (comparePlaces(place, end) <= 0 || isEmpty);
  if (!isInside || start.line !== place.line || item.pair !== undefined || hasValue(item)) return undefined;
  const [from, to] = isEmpty ? [place.character, place.character] : [start.character, end.character];
  const behind = valueBehind(document, name, from, to);
  const line = document.lines[place.line] ?? '';
  const write = (variable: string): readonly string[] =>
    `${line.slice(0, from)}${variable}${behind?.behind}x${behind?.end}${line.slice(to)}`.split('\n');
  const found =
    beside(document, item) ?? (behind === undefined ? undefined : probeVariable(document, place.line, write, { line: 0, character: from }));
  return found && { ...found, start: from, end: to, ...(behind !== undefined && { around: { before: '', ...behind } }) };
}

/** A name that is none yet. */
function named(document: Document, { block, valueStart, valueEnd }: Entry, item: Entry, place: Place): KeyPlace | undefined {
  const [start, end] = [placeOf(block, valueStart), placeOf(block, valueEnd)];
  if (comparePlaces(place, start) < 0 || comparePlaces(place, end) > 0) return undefined;
  const found = beside(document, item);
  return found && { ...found, start: start.character, end: end.character };
}

function hasValue({ children }: Entry): boolean {
  return children?.some(({ key }) => key === 'value' || key === 'valueFrom') === true;
}

/** What has to follow the name for the value to be written; undefined where that takes more than an insertion. */
function valueBehind({ format, lines }: Document, { style, keyStart, block }: Entry, from: number, to: number): Value | undefined {
  const { line, character } = placeOf(block, keyStart);
  const text = lines[line] ?? '';
  const rest = text.slice(to);
  // The quote that ends the name will end the value.
  if (format.id === 'json') return style === 'quoted' && rest.startsWith('"') ? { behind: '", "value": "', end: '' } : undefined;
  if (format.id !== 'yaml' || style === 'quoted') return undefined;
  const isFlow = /[{,][^{}]*$/.test(text.slice(0, from));
  if (isFlow ? !/^\s*\}/.test(rest) : rest.trim() !== '') return undefined;
  return textValue(isFlow ? ', ' : `\n${' '.repeat(character)}`);
}

/** A value that is a text, as Kubernetes wants it. */
function textValue(lead: string): Value {
  return { behind: `${lead}value: "`, end: '"' };
}

type Value = Required<Pick<NonNullable<KeyPlace['around']>, 'behind' | 'end'>>;

function beside(document: Document, item: Entry): Company | undefined {
  return item.parent && companyIn(document, item.parent, item);
}

/** `- ¦` below or above an item with a name and a value. */
function freshItem(document: Document, place: Place): KeyPlace | undefined {
  const line = document.lines[place.line] ?? '';
  const [, lead] = /^([ \t]*-[ \t]+)$/.exec(line.slice(0, place.character)) ?? [];
  if (document.format.id !== 'yaml' || lead === undefined || line.slice(place.character).trim() !== '') return undefined;
  const item = document.tree.entryAt(place.line, lead.length - 1);
  const items = item?.parent?.kind === 'list' ? (item.parent.children ?? []) : [];
  if (item === undefined || !items.every((one) => one === item || one.kind === 'map')) return undefined;
  const found = beside(document, item);
  const indent = ' '.repeat(lead.length);
  return found && { ...found, start: lead.length, end: line.length, around: { before: 'name: ', ...textValue(`\n${indent}`) } };
}
